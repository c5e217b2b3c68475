import { qualityDimensions } from "@/lib/contract/scenario";
import { derive, type Figure } from "../figure";
import { assumptions } from "../resolve/assumptions";
import type { ScenarioFigures } from "../resolve/document";
import {
  cleaningHours,
  defectShare,
  defectShareBound,
  expectedDefects,
  itemsOfShare,
  itemsToMend,
  leftToInspect,
  sampleToBeSure,
  shareToClean,
} from "./inspection";
import { peopleDays, usdOfHours } from "./pipeline";
import { usualData } from "./usual";

/** Faults to expect in what the pipeline keeps, by what inspections found, and what it takes to be within the target. */
export function composeQuality({ data }: ScenarioFigures, kept: Figure<number>) {
  const toleratedShare = data.toleratedDefectShare;
  const dimensions = data.inspections.map(({ dimension, inspectedItems, defectiveItems }) => {
    const found = derive(defectShare, { inspected: inspectedItems, defective: defectiveItems });
    const bound = (end: Figure<"low" | "high">) =>
      derive(defectShareBound, { inspected: inspectedItems, defective: defectiveItems, end });
    const [low, high] = [bound(assumptions.lowEnd), bound(assumptions.highEnd)];
    return {
      dimension: dimension.value,
      label: qualityDimensions[dimension.value],
      inspected: inspectedItems,
      defective: defectiveItems,
      found,
      low,
      high,
      expectedDefects: derive(expectedDefects, { items: kept, share: found }),
      mostDefects: derive(expectedDefects, { items: kept, share: high }),
      sample: derive(sampleToBeSure, { foundShare: found, toleratedShare }),
    };
  });
  const unseen = derive(sampleToBeSure, {
    foundShare: derive(defectShare, { inspected: usualData.noneInspected, defective: usualData.noneInspected }),
    toleratedShare,
  });
  const toInspect = derive(leftToInspect, {
    needed: dimensions.length > 0 ? dimensions.map(({ sample }) => sample) : [unseen],
    inspected: dimensions.length > 0 ? dimensions.map(({ inspected }) => inspected) : [usualData.noneInspected],
    documents: kept,
  });
  const foundShares = dimensions.map(({ found }) => found);
  const toGoThrough = derive(itemsOfShare, {
    items: kept,
    share: derive(shareToClean, { foundShares, toleratedShare }),
  });
  const toMend = derive(itemsToMend, { items: toGoThrough, foundShares });
  const hours = derive(cleaningHours, {
    toInspect,
    toGoThrough,
    toMend,
    minutesPerInspection: data.minutesPerInspection,
    minutesPerRepair: data.minutesPerRepair,
  });
  return {
    toleratedShare,
    dimensions,
    toInspect,
    toGoThrough,
    toMend,
    hours,
    usd: derive(usdOfHours, { hours, usdPerHour: data.annotatorUsdPerHour }),
    days: derive(peopleDays, {
      hours,
      people: data.annotators,
      productiveHoursPerDay: assumptions.productiveHoursPerDay,
    }),
  };
}
export type Quality = ReturnType<typeof composeQuality>;
