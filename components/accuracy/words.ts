import type { AccuracyBar } from "@/lib/contract/accuracy";
import { format, significant } from "@/lib/format";

export const share = (value: number): string => format(value, "share");

/** How far the prediction is from the measurement, with its direction: "+12%" was predicted too high. */
export function signedError(measured: number, predicted: number): string {
  const error = predicted / measured - 1;
  const text = share(Math.abs(error));
  if (text === "0%") return text;
  return `${error > 0 ? "+" : "−"}${text}`;
}

/** The middle of predicted over measured, in words. */
export function biasWords(medianRatio: number): string {
  const text = share(Math.abs(medianRatio - 1));
  if (text === "0%") return "neither way";
  return `${text} too ${medianRatio > 1 ? "high" : "low"}`;
}

export const barFigure = ({ figure }: AccuracyBar, value: number): string =>
  figure === "medianRatio" ? significant(value, 4) : share(value);

export function barLimit(bar: AccuracyBar): string {
  const { least, most } = bar;
  if (least !== null && most !== null) return `${barFigure(bar, least)} to ${barFigure(bar, most)}`;
  if (most !== null) return `at most ${barFigure(bar, most)}`;
  return least === null ? "–" : `at least ${barFigure(bar, least)}`;
}

export const amount = (value: number): string => significant(value, 4);
