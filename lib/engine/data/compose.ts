import type { z } from "zod";
import type { dataResultSchema } from "@/lib/contract/result";
import type { Scenario } from "@/lib/contract/scenario";
import { derive, type Figure, type Figured } from "../figure";
import type { Facts } from "../privacy/rules";
import { assumptions } from "../resolve/assumptions";
import type { ScenarioFigures } from "../resolve/document";
import type { Traffic } from "../traffic/compose";
import { monthLabel } from "../traffic/months";
import { composeExamples } from "./compose-examples";
import { composePipeline } from "./compose-pipeline";
import { composeQuality } from "./compose-quality";
import { composeStorage, type Hosted, type Tested } from "./compose-storage";
import { exampleUpkeepHours, upkeepUsdPerMonth } from "./labels";
import { monthsBefore } from "./lead";
import { logBytesPerMonth } from "./logs";
import { composeReadiness } from "./readiness";
import { sumDays, sumHoursPerMonth } from "./sums";

export type DataResult = Figured<z.infer<typeof dataResultSchema>>;

/** Sources through the pipeline, their quality, examples, and what is stored; what hosting and tests add is handed in. */
export function composeData(
  scenario: ScenarioFigures,
  traffic: Traffic,
  hosted: Hosted | null = null,
  tested: Tested | null = null,
) {
  const { data, workload } = scenario;
  const pipeline = composePipeline(scenario);
  const quality = composeQuality(scenario, pipeline.kept);
  const examples = composeExamples(scenario);
  const bytesPerMonth = derive(logBytesPerMonth, {
    requests: traffic.requestsPerMonth,
    isl: workload.isl,
    osl: workload.osl,
    bytesPerToken: assumptions.bytesPerToken,
  });
  return {
    pipeline,
    quality,
    examples,
    storage: composeStorage(scenario, pipeline, bytesPerMonth, hosted, tested),
    logBytesPerMonth: bytesPerMonth,
    upkeepUsdPerMonth: derive(upkeepUsdPerMonth, {
      labellingUsd: examples.planned.usd,
      refreshSharePerYear: data.refreshSharePerYear,
    }),
    /** Hours a month to keep documents and examples current, by who works them. */
    upkeepHours: {
      engineers: pipeline.upkeepHoursPerMonth.engineers,
      annotators: derive(sumHoursPerMonth, {
        parts: [
          pipeline.upkeepHoursPerMonth.annotators,
          derive(exampleUpkeepHours, {
            labels: examples.planned.labels,
            minutesPerLabel: data.minutesPerLabel,
            refreshSharePerYear: data.refreshSharePerYear,
          }),
        ],
      }),
    },
    leadDays: derive(sumDays, {
      parts: [pipeline.days, quality.days, examples.planned.days, examples.missingDays],
    }),
  };
}
export type Data = ReturnType<typeof composeData>;

/** The same as the contract words it. */
export function describeData(scenario: Scenario, data: Data, facts: Facts): DataResult {
  const { quality, examples, storage, leadDays } = data;
  const { planned } = examples;
  return {
    labels: planned.labels,
    labellingUsd: planned.usd,
    labellingDays: planned.days,
    upkeepUsdPerMonth: data.upkeepUsdPerMonth,
    logBytesPerMonth: data.logBytesPerMonth,
    storageUsdPerMonth: storage.usdPerMonth,
    leadDays,
    beginBy: monthLabel(scenario.economics.startMonth, -monthsBefore({ days: leadDays.value })),
    pipeline: describePipeline(data),
    quality: {
      dimensions: quality.dimensions.map(({ sample: _, ...shown }) => shown),
      toInspect: quality.toInspect,
      toGoThrough: quality.toGoThrough,
      toMend: quality.toMend,
      hours: quality.hours,
      usd: quality.usd,
    },
    examples: {
      steps: examples.steps,
      heldOut: examples.heldOut,
      trainable: examples.trainable,
      needed: examples.needed,
      missing: examples.missing,
      missingUsd: examples.missingUsd,
      disagreeingShare: examples.differing,
      accuracy: examples.accuracy,
      agreementBeyondChance: examples.beyondChance,
    },
    storage: {
      parts: storage.parts,
      documentsUsdPerMonth: storage.documentsUsd,
      logsUsdPerMonth: storage.logsUsd,
      hostedUsdPerMonth: storage.hostedUsd,
      loadSeconds: storage.loadSeconds as Figure<number>,
    },
    readiness: composeReadiness(scenario, data, facts),
  };
}

function describePipeline({ pipeline }: Data): DataResult["pipeline"] {
  return {
    sources: pipeline.sources.map(({ source, documents, kept, tokens, usd, changed, stale }) => ({
      name: source.name.value,
      owner: source.owner.value,
      documents,
      kept,
      tokens,
      usd,
      changedPerMonth: changed,
      staleShare: stale,
    })),
    read: pipeline.read,
    steps: pipeline.steps.map(({ workers: _, ...shown }) => shown),
    preparationUsd: pipeline.usd,
    days: pipeline.days,
    annotatorHours: pipeline.hours.annotators,
    engineerHours: pipeline.hours.engineers,
    identifiersLeft: pipeline.identifiersLeft,
    upkeepUsdPerMonth: pipeline.upkeepUsdPerMonth,
    upkeepHoursPerMonth: pipeline.upkeepHoursTogether,
  };
}
