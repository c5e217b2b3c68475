import { dimensionWords, metricWords } from "@/lib/contract/accuracy-words";
import { type Accuracy, type Metric, metrics, type Score, type ScoredGroup, type Scoring } from "./accuracy";
import { type Dimension, dimensions } from "./groups";
import { count, percent, table } from "./report-text";

/** A score of fewer rows says little; such groups are counted here and stand on the page. */
const fewestRows = 5;

const common = ({ p90Error, medianRatio, within20, coverage }: Score): string[] => [
  percent(p90Error),
  medianRatio.toFixed(2),
  percent(within20),
  percent(coverage),
];
const commonHead = ["9 of 10 within", "Predicted ÷ measured", "Within ±20%", "Inside the range"];

type Named = { name: string; scores: Partial<Record<Scoring, Score>> };

/** Scores of one dimension with the ways of leaving out side by side, the group of most rows first. */
function named(groups: readonly ScoredGroup[]): Named[] {
  const all = new Map<string, Named>();
  for (const { name, scoring, score } of groups) {
    const group = all.get(name) ?? { name, scores: {} };
    group.scores[scoring] = score;
    all.set(name, group);
  }
  return [...all.values()].sort((a, b) => (b.scores.fitted?.rows ?? 0) - (a.scores.fitted?.rows ?? 0));
}

const median = (score: Score | undefined): string => (score ? percent(score.medianError) : "–");

function lineOf(metric: Metric, { name, scores }: Named): string[] {
  const main = scores.modelLeftOut;
  if (!main) return [name];
  if (metricWords[metric].area === "memory") return [name, String(main.rows), median(main), ...common(main)];
  const errors = [main, scores.acceleratorLeftOut, scores.sourceLeftOut, scores.fitted].map(median);
  return [name, String(main.rows), ...errors, ...common(main)];
}

function tableOf(metric: Metric, by: Dimension, groups: readonly ScoredGroup[]): string {
  const all = named(groups);
  const large = all.filter(({ scores }) => by === "all" || (scores.fitted?.rows ?? 0) >= fewestRows);
  const small = all.length - large.length;
  const typical =
    metricWords[metric].area === "memory"
      ? ["Typical error"]
      : ["Model left out", "Accelerator left out", "Source left out", "Fitted"];
  const text = table(
    [dimensionWords[by], "Rows", ...typical, ...commonHead],
    large.map((group) => lineOf(metric, group)),
    1,
  );
  const rest = small === 0 ? "" : `${count(small, "group")} of fewer than ${fewestRows} rows each: see the page.`;
  return [large.length === 0 ? "" : text, rest].filter((part) => part !== "").join("\n\n");
}

function sectionOf(metric: Metric, groups: readonly ScoredGroup[]): string[] {
  if (groups.length === 0) return [];
  const serving = metricWords[metric].area !== "memory";
  const note = serving
    ? "The four typical errors (medians) are for the four ways of leaving out; the columns after them are with the model left out."
    : "The typical error is the median.";
  const tables = dimensions.map((by) => ({ by, some: groups.filter((group) => group.by === by) }));
  return [
    `### ${metricWords[metric].title}, by group`,
    note,
    ...tables.filter(({ some }) => some.length > 0).map(({ by, some }) => tableOf(metric, by, some)),
  ];
}

export const groupTables = ({ groups }: Accuracy): string =>
  metrics
    .flatMap((metric) =>
      sectionOf(
        metric,
        groups.filter((group) => group.metric === metric),
      ),
    )
    .join("\n\n");
