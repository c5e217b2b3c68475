import type { z } from "zod";
import type { dataResultSchema } from "@/lib/contract/result";
import { storageUsdPerMonth } from "../cost/storage";
import { derive, type Figured } from "../figure";
import { assumptions } from "../resolve/assumptions";
import type { ScenarioFigures } from "../resolve/document";
import type { Traffic } from "../traffic/compose";
import { labellingDays, labellingUsd, labelsNeeded, upkeepUsdPerMonth } from "./labels";
import { logBytesAtRetention, logBytesPerMonth } from "./logs";

export type DataResult = Figured<z.infer<typeof dataResultSchema>>;

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
