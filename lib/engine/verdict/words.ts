import type { PathId } from "@/lib/contract/scenario";
import { percentFromShare } from "../units";

const steps = [
  { from: 999_500, unit: "M", by: 1e6 },
  { from: 1000, unit: "k", by: 1e3 },
] as const;

/** Dollars as a sentence says them: $950, $21k, $1.2M. */
export const dollars = (usd: number): string => said(usd, 0);

function said(usd: number, moreDigits: number): string {
  const size = Math.abs(usd);
  const sign = usd < 0 ? "−" : "";
  const step = steps.find(({ from }) => size >= from);
  if (!step) return `${sign}$${size < 10 ? Number(size.toPrecision(2)) : Math.round(size)}`;
  const shown = size / step.by;
  const digits = (shown < 9.95 ? 1 : 0) + moreDigits;
  const rounded = Number(shown.toFixed(digits)).toLocaleString("en-US", { maximumFractionDigits: digits });
  return `${sign}$${rounded}${step.unit}`;
}

const mostDigits = 2;

/** Two amounts with as many digits as it takes to tell one from the other, within reason. */
export function dollarsApart(usd: number, otherUsd: number): [string, string] {
  const more = Array.from({ length: mostDigits + 1 }, (_, digits) => digits);
  const enough = more.find((digits) => said(usd, digits) !== said(otherUsd, digits)) ?? 0;
  return [said(usd, enough), said(otherUsd, enough)];
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
