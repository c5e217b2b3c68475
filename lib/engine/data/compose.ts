import type { z } from "zod";
import type { dataResultSchema } from "@/lib/contract/result";
import { storageUsdPerMonth } from "../cost/storage";
import { derive, type Figure, type Figured } from "../figure";
import { assumptions } from "../resolve/assumptions";
import type { ScenarioFigures } from "../resolve/document";
import type { Traffic } from "../traffic/compose";
import { defectShareBound, expectedDefects } from "./inspection";
import { labellingDays, labellingUsd, labelsNeeded, upkeepUsdPerMonth } from "./labels";
import { logBytesAtRetention, logBytesPerMonth } from "./logs";
import {
  afterStep,
  examplesMissing,
  examplesNeeded,
  identifiersLeft,
  preparationUsd,
  tokensOfDocuments,
} from "./pipeline";

type Whole = z.infer<typeof dataResultSchema>;
export type DataResult = Omit<Figured<Whole>, "pipeline"> & { pipeline: Figured<NonNullable<Whole["pipeline"]>> };

/** Labels, logs and storage; storage is that of launch volume once the retention is reached. */
export function composeData({ data, workload }: ScenarioFigures, traffic: Traffic): DataResult {
  const labels = derive(labelsNeeded, {
    examples: data.labelledExamples,
    ratingsPerExample: data.ratingsPerExample,
    rejectedShare: data.rejectedShare,
  });
  const usd = derive(labellingUsd, {
    labels,
    minutesPerLabel: data.minutesPerLabel,
    usdPerHour: data.annotatorUsdPerHour,
  });
  const bytesPerMonth = derive(logBytesPerMonth, {
    requests: traffic.requestsPerMonth,
    isl: workload.isl,
    osl: workload.osl,
    bytesPerToken: assumptions.bytesPerToken,
  });
  const logBytes = derive(logBytesAtRetention, { bytesPerMonth, retentionMonths: data.logRetentionMonths });
  return {
    pipeline: pipelineOf(data),
    labels,
    labellingUsd: usd,
    labellingDays: derive(labellingDays, {
      labels,
      minutesPerLabel: data.minutesPerLabel,
      annotators: data.annotators,
      productiveHoursPerDay: assumptions.productiveHoursPerDay,
    }),
    upkeepUsdPerMonth: derive(upkeepUsdPerMonth, {
      labellingUsd: usd,
      refreshSharePerYear: data.refreshSharePerYear,
    }),
    logBytesPerMonth: bytesPerMonth,
    storageUsdPerMonth: derive(storageUsdPerMonth, {
      bytes: [data.storedBytes, logBytes],
      usdPerGbMonth: data.storageUsdPerGbMonth,
    }),
  };
}

/** Documents as read, without duplicates, and without what is of no use. */
function pipelineOf(data: ScenarioFigures["data"]): DataResult["pipeline"] {
  const unique = derive(afterStep, { items: data.documents, removedShare: data.duplicateShare });
  const kept = derive(afterStep, { items: unique, removedShare: data.filteredShare });
  const step = (id: string, label: string, documents: Figure<number>) => ({
    id,
    label,
    documents,
    tokens: derive(tokensOfDocuments, {
      items: documents,
      bytesPerItem: data.bytesPerDocument,
      bytesPerToken: assumptions.bytesPerToken,
    }),
  });
  const needed = derive(examplesNeeded, { goal: data.fineTuneGoal });
  const bound = (end: "low" | "high") =>
    derive(defectShareBound, {
      inspected: data.inspectedItems,
      defective: data.defectiveItems,
      end: end === "low" ? assumptions.lowEnd : assumptions.highEnd,
    });
  const high = bound("high");
  return {
    steps: [
      step("read", "Read", data.documents),
      step("unique", "Without duplicates", unique),
      step("kept", "Fit for use", kept),
    ],
    preparationUsd: derive(preparationUsd, {
      items: data.documents,
      usdPerThousand: data.preparationUsdPerThousandDocuments,
    }),
    identifiersLeft: derive(identifiersLeft, {
      items: kept,
      perItem: data.identifiersPerDocument,
      recallShare: data.scrubRecallShare,
    }),
    examplesNeeded: needed,
    examplesMissing: derive(examplesMissing, { needed, planned: data.labelledExamples }),
    defectShare: { low: bound("low"), high },
    expectedDefects: derive(expectedDefects, { items: kept, share: high }),
  };
}
