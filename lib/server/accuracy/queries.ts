import type { AccuracyAnswer, AccuracyPoint, AccuracyQuery, AccuracyRow, AccuracyView } from "@/lib/contract/accuracy";
import { excludedByReason } from "@/lib/measurements/report";
import { pageOf, shownRows } from "./rows";
import { accuracy } from "./stored";

function answerOf(query: AccuracyQuery, shown: readonly AccuracyRow[]): AccuracyAnswer {
  const { calibrationVersion, computedOn, groups, bars } = accuracy();
  const chosen = groups.filter(({ metric, scoring }) => metric === query.metric && scoring === query.scoring);
  return {
    calibrationVersion,
    computedOn,
    overall: chosen.find(({ by }) => by === "all")?.score ?? null,
    bars: bars.filter(({ metric }) => metric === query.metric),
    groups: chosen
      .filter(({ by }) => by === query.by)
      .map(({ name, score }) => ({ name, score }))
      .sort((a, b) => b.score.rows - a.score.rows),
    ...pageOf(shown, query),
  };
}

/** Scores, bars and rows of one metric under one way of leaving out. */
export const findAccuracy = (query: AccuracyQuery): AccuracyAnswer =>
  answerOf(query, shownRows(accuracy().rows, query));

const digits = 4;
const rounded = (value: number): number => Number(value.toPrecision(digits));

const pointOf = ({
  measured,
  predicted,
  model,
  accelerator,
  accelerators,
  engine,
  load,
}: AccuracyRow): AccuracyPoint => [
  rounded(measured),
  rounded(predicted),
  `${model}, ${accelerators} × ${accelerator}, ${engine}, ${load}`,
];

/** The answer with what only the page shows: every row as a point of the chart, and what was not scored. */
export function accuracyView(query: AccuracyQuery): AccuracyView {
  const shown = shownRows(accuracy().rows, query);
  const answer = answerOf(query, shown);
  const series = answer.groups.map(({ name }) => ({
    name,
    points: shown.filter(({ group }) => group === name).map(pointOf),
  }));
  return { ...answer, series, excluded: excludedByReason(accuracy().excluded) };
}
