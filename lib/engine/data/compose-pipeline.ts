import { type PipelineStep, pipelineSteps } from "@/lib/contract/scenario";
import { derive, type Figure } from "../figure";
import { engineerUsdPerHour } from "../maintenance/incidents";
import { assumptions } from "../resolve/assumptions";
import type { ScenarioFigures } from "../resolve/document";
import { changedPerMonth, staleShare, upkeepHours, upkeepUsd } from "./freshness";
import {
  afterStep,
  hoursOfDocuments,
  identifiersLeft,
  machineDays,
  pagesOfDocuments,
  peopleDays,
  readingMinutes,
  slowerOf,
  tokensOfDocuments,
  usdOfDocuments,
  usdOfHours,
  usdOfPages,
  usdOfTokens,
} from "./pipeline";
import { holdsPersonal } from "./sensitivity";
import { sumCounts, sumDays, sumHours, sumHoursPerMonth, sumItems, sumTokens, sumUsd, sumUsdPerMonth } from "./sums";
import { bytesPerToken, formats, usualData, steps as usualSteps } from "./usual";

type Source = ScenarioFigures["data"]["sources"][number];
type Row = ScenarioFigures["data"]["steps"][number];

/** Steps that people who label or review do; engineers look after the others. */
const byAnnotators: ReadonlySet<PipelineStep> = new Set(["scrub", "review", "other"]);

type Workers = "annotators" | "engineers";

/** One source in one step. */
type Passed = {
  after: Figure<number>;
  tokens: Figure<number>;
  machineUsd: Figure<number>;
  hours: Figure<number>;
  days: Figure<number>;
};

const entered = (cell: Figure<number | null>, otherwise: () => Figure<number>): Figure<number> =>
  cell.value === null ? otherwise() : (cell as Figure<number>);

const tokensIn = (source: Source, items: Figure<number>): Figure<number> =>
  derive(tokensOfDocuments, {
    items,
    bytesPerItem: source.bytesPerDocument,
    bytesPerToken: bytesPerToken[source.language.value],
  });

function usualMachineUsd(kind: PipelineStep, source: Source, items: Figure<number>, pages: Figure<number>) {
  if (kind === "index") {
    return derive(usdOfTokens, { tokens: tokensIn(source, items), usdPerMtoken: usualData.embeddingUsdPerMtoken });
  }
  const facts = kind === "extract" ? formats[source.format.value] : usualSteps[kind];
  return derive(usdOfPages, { pages, usdPerThousandPages: facts.usdPerThousandPages });
}

/** Only what holds personal data is scrubbed of it. */
const passedBy = (source: Source, kind: PipelineStep): boolean =>
  kind === "scrub" && !holdsPersonal(source.sensitivity.value);

function pass(source: Source, row: Row, items: Figure<number>): Passed {
  const kind = row.step.value;
  if (passedBy(source, kind)) {
    const { noUsd: machineUsd, noHours: hours, noDays: days } = usualData;
    return { after: items, tokens: tokensIn(source, items), machineUsd, hours, days };
  }
  const extracting = kind === "extract" ? formats[source.format.value] : null;
  const pages = derive(pagesOfDocuments, { items, bytesPerItem: source.bytesPerDocument });
  const removedShare = entered(row.removedShare, () => extracting?.lostShare ?? usualSteps[kind].removedShare);
  const after = derive(afterStep, { items, removedShare });
  const { usdPerThousandDocuments: usd, documentsPerDay: perDay } = row;
  const minutes = entered(row.minutesPerThousandDocuments, () =>
    kind === "review"
      ? derive(readingMinutes, {
          bytesPerItem: source.bytesPerDocument,
          readShare: usualData.reviewedShare,
          wordsPerMinute: usualData.wordsPerMinute,
        })
      : usualData.noMinutes,
  );
  return {
    after,
    tokens: tokensIn(source, after),
    machineUsd:
      usd.value === null
        ? usualMachineUsd(kind, source, items, pages)
        : derive(usdOfDocuments, { items, usdPerThousand: usd as Figure<number> }),
    hours: derive(hoursOfDocuments, { items, minutesPerThousand: minutes }),
    days:
      perDay.value === null
        ? derive(machineDays, { items: pages, itemsPerDay: (extracting ?? usualSteps[kind]).pagesPerDay })
        : derive(machineDays, { items, itemsPerDay: perDay as Figure<number> }),
  };
}

/** Every source through every step, in the plan's order. */
export function composePipeline({ data, team }: ScenarioFigures) {
  const { sources, steps, annotators } = data;
  const passed = sources.map((source) => {
    let items: Figure<number> = source.documents;
    return steps.map((row) => {
      const one = pass(source, row, items);
      items = one.after;
      return one;
    });
  });
  const usdPerHour = {
    annotators: data.annotatorUsdPerHour,
    engineers: derive(engineerUsdPerHour, {
      usdPerYear: team.engineerUsdPerYear,
      overheadFactor: team.overheadFactor,
      workingHoursPerYear: team.workingHoursPerYear,
    }),
  };
  const workers = (row: Row): Workers => (byAnnotators.has(row.step.value) ? "annotators" : "engineers");
  const partsOf = (at: number) => passed.flatMap((each) => each[at] ?? []);
  const ofSteps = steps.map((row, at) => {
    const parts = partsOf(at);
    const hours = derive(sumHours, { parts: parts.map((part) => part.hours) });
    const pay = derive(usdOfHours, { hours, usdPerHour: usdPerHour[workers(row)] });
    const people = workers(row) === "annotators" ? annotators : usualData.engineers;
    return {
      id: `${row.step.value}.${at}`,
      label: pipelineSteps[row.step.value],
      documents: derive(sumItems, { parts: parts.map(({ after }) => after) }),
      tokens: derive(sumTokens, { parts: parts.map(({ tokens }) => tokens) }),
      usd: derive(sumUsd, { parts: [...parts.map(({ machineUsd }) => machineUsd), pay] }),
      hours,
      days: derive(slowerOf, {
        machines: derive(sumDays, { parts: parts.map(({ days }) => days) }),
        people: derive(peopleDays, { hours, people, productiveHoursPerDay: assumptions.productiveHoursPerDay }),
      }),
      workers: workers(row),
    };
  });
  const read = {
    id: "read",
    label: "Read",
    documents: derive(sumItems, { parts: sources.map(({ documents }) => documents) }),
    tokens: derive(sumTokens, { parts: sources.map((source) => tokensIn(source, source.documents)) }),
  };
  /** Hours of people for what is new or changed in one source, by who they are. */
  const upkeepHoursOf = (parts: readonly Passed[], documents: Figure<number>, changed: Figure<number>) => {
    const of = (who: Workers) => {
      const theirs = parts.filter((_, step) => workers(steps[step] as Row) === who);
      const hours = derive(sumHours, { parts: theirs.map((part) => part.hours) });
      return derive(upkeepHours, { hours, documents, changed });
    };
    return { annotators: of("annotators"), engineers: of("engineers") };
  };
  const ofSources = sources.map((source, at) => {
    const parts = passed[at] ?? [];
    const kept = parts.at(-1)?.after ?? source.documents;
    const usd = derive(sumUsd, {
      parts: parts.flatMap(({ machineUsd, hours }, step) => [
        machineUsd,
        derive(usdOfHours, { hours, usdPerHour: usdPerHour[workers(steps[step] as Row)] }),
      ]),
    });
    const changing = { changedSharePerMonth: source.changedSharePerMonth, updateEveryDays: data.updateEveryDays };
    const changed = derive(changedPerMonth, { documents: source.documents, ...changing });
    return {
      source,
      documents: source.documents,
      kept,
      tokens: tokensIn(source, kept),
      usd,
      changed,
      stale: derive(staleShare, changing),
      upkeepUsd: derive(upkeepUsd, { usd, documents: source.documents, changed }),
      upkeepHours: upkeepHoursOf(parts, source.documents, changed),
    };
  });
  const scrubs = steps.some(({ step }) => step.value === "scrub");
  const recall = scrubs ? data.scrubRecallShare : usualData.noRecall;
  const upkeepOf = (who: Workers) =>
    derive(sumHoursPerMonth, { parts: ofSources.map((each) => each.upkeepHours[who]) });
  const upkeepHoursPerMonth = { annotators: upkeepOf("annotators"), engineers: upkeepOf("engineers") };
  const hoursOf = (who: Workers) =>
    derive(sumHours, { parts: ofSteps.filter((step) => step.workers === who).map(({ hours }) => hours) });
  return {
    sources: ofSources,
    recall,
    steps: ofSteps,
    read,
    kept: derive(sumItems, { parts: ofSources.map(({ kept }) => kept) }),
    tokens: derive(sumTokens, { parts: ofSources.map(({ tokens }) => tokens) }),
    usd: derive(sumUsd, { parts: ofSteps.map(({ usd }) => usd) }),
    days: derive(sumDays, { parts: ofSteps.map(({ days }) => days) }),
    hours: { annotators: hoursOf("annotators"), engineers: hoursOf("engineers") },
    upkeepUsdPerMonth: derive(sumUsdPerMonth, { parts: ofSources.map((each) => each.upkeepUsd) }),
    upkeepHoursPerMonth,
    upkeepHoursTogether: derive(sumHoursPerMonth, {
      parts: [upkeepHoursPerMonth.annotators, upkeepHoursPerMonth.engineers],
    }),
    identifiersLeft: derive(sumCounts, {
      parts: ofSources
        .filter(({ source }) => holdsPersonal(source.sensitivity.value))
        .map(({ kept }) =>
          derive(identifiersLeft, {
            items: kept,
            perItem: data.identifiersPerDocument,
            recallShare: recall,
          }),
        ),
    }),
  };
}
export type Pipeline = ReturnType<typeof composePipeline>;
