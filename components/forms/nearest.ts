import didYouMean, { ReturnTypeEnums, ThresholdTypeEnums } from "didyoumean2";
import type { PickerOption } from "./pickers";

const atLeast = 0.3;
const shown = 3;

/** The entries most like what was typed, the nearest first. */
export function nearestOptions(typed: string, options: readonly PickerOption[]): PickerOption[] {
  const found = didYouMean(typed, options as PickerOption[], {
    matchPath: ["value"],
    returnType: ReturnTypeEnums.ALL_SORTED_MATCHES,
    threshold: atLeast,
    thresholdType: ThresholdTypeEnums.SIMILARITY,
  });
  return found.slice(0, shown);
}
