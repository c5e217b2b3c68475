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

/** The entries that a refusal names as the nearest, in its order: it knows more of the names than their spelling. */
export const namedOptions = (message: string, options: readonly PickerOption[]): PickerOption[] =>
  options
    .filter(({ value }) => message.includes(`"${value}"`))
    .sort((a, b) => message.indexOf(`"${a.value}"`) - message.indexOf(`"${b.value}"`))
    .slice(0, shown);
