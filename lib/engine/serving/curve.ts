import type { LoadPoint } from "@/lib/contract/result";
import { derive, type Figure, type Figured, given } from "../figure";
import { between, shareOf } from "./steady/counts";

const share = (value: number, note: string): Figure<number> =>
  given(value, { kind: "default", label: "Share of the load", unit: "share", path: "serving.curve", note });

const within = [0.02, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1].map((part) =>
  share(part, "Shown up to goodput."),
);
const beyond = [0.25, 0.6, 1].map((part) => share(part, "Shown just past goodput."));
/** Where no load meets the targets, this share of capacity stands for goodput. */
const carried = share(0.8, "Used where no load meets the targets.");

/** Latencies over load, from nearly idle to just past goodput, never past capacity. */
export function composeCurve(
  goodput: Figure<number>,
  capacity: Figure<number>,
  point: (requestsPerSecond: Figure<number>) => Figured<LoadPoint>,
): Figured<LoadPoint>[] {
  const full = goodput.value > 0 ? goodput : derive(shareOf, { requestsPerSecond: capacity, share: carried });
  const rates = [
    ...within.map((part) => derive(shareOf, { requestsPerSecond: full, share: part })),
    ...beyond.map((part) => derive(between, { goodput: full, capacity, share: part })),
  ];
  const rising = rates.filter((rate, index) => index === 0 || rate.value > (rates[index - 1]?.value ?? 0) * (1 + 1e-9));
  return rising.map((rate) => point(rate));
}
