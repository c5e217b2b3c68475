import { percentFromShare } from "../units";
import { changesOfSign } from "./internal-rate";

const shown = (rate: number): string => `${Number(percentFromShare(rate).toPrecision(6))}%`;

/** Why there is no one internal rate of return, in a sentence; null where there is exactly one. */
export function rateNote(flows: readonly number[], annualRates: readonly number[]): string | null {
  if (changesOfSign(flows) === 0) {
    return "No internal rate of return: the flows never change sign, so no rate makes them worth nothing.";
  }
  if (annualRates.length === 0) return "No internal rate of return: no rate makes these flows worth nothing.";
  if (annualRates.length === 1) return null;
  const list = annualRates.toSorted((a, b) => a - b).map(shown);
  return `${annualRates.length} internal rates of return a year (${list.join(", ")}), so none is given: use the net present value.`;
}
