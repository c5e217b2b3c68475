import type { PathId } from "@/lib/contract/scenario";
import { percentFromShare } from "../units";

const steps = [
  { from: 999_500, unit: "M", by: 1e6 },
  { from: 1000, unit: "k", by: 1e3 },
] as const;

/** Dollars as a sentence says them: $950, $21k, $1.2M. */
export function dollars(usd: number): string {
  const size = Math.abs(usd);
  const sign = usd < 0 ? "−" : "";
  const step = steps.find(({ from }) => size >= from);
  if (!step) return `${sign}$${size < 10 ? Number(size.toPrecision(2)) : Math.round(size)}`;
  const shown = size / step.by;
  return `${sign}$${shown < 9.95 ? Number(shown.toFixed(1)) : Math.round(shown).toLocaleString("en-US")}${step.unit}`;
}

/** A factor on an input as people say it: 0.8 is "20% lower". */
export const changeBy = (factor: number): string =>
  `${percent(Math.abs(factor - 1))} ${factor < 1 ? "lower" : "higher"}`;

export const percent = (share: number): string => `${Math.round(percentFromShare(share))}%`;

/** A count to two significant figures, with separators. */
export const about = (count: number): string => Number(count.toPrecision(2)).toLocaleString("en-US");

export const pathNames: Record<PathId, string> = {
  api: "the API",
  selfHosted: "self-hosting",
  hybrid: "a mix of both",
  people: "people",
};
