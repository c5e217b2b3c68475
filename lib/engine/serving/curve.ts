import type { LoadPoint } from "@/lib/contract/result";
import { derive, type Figure, type Figured, given } from "../figure";
import { shareOf } from "./steady/counts";

/** Loads shown, as shares of goodput: from nearly idle to just past it. */
const shares = [0.02, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.05, 1.1, 1.2];
/** Where no load meets the targets, the same shares of what the replica carries at all. */
const fullLoad = 0.8;

const shown = shares.map((share) =>
  given(share, {
    kind: "default",
    label: "Share of the load",
    unit: "share",
    path: "serving.curve",
    note: "Shown loads.",
  }),
);
const carried = given(fullLoad, {
  kind: "default",
  label: "Share of capacity",
  unit: "share",
  path: "serving.curve",
  note: "Used where no load meets the targets.",
});

/** Latencies over load, up to just past goodput but not past capacity. */
export function composeCurve(
  goodput: Figure<number>,
  capacity: Figure<number>,
  point: (requestsPerSecond: Figure<number>) => Figured<LoadPoint>,
): Figured<LoadPoint>[] {
  const full = goodput.value > 0 ? goodput : derive(shareOf, { requestsPerSecond: capacity, share: carried });
  return shown
    .map((share) => derive(shareOf, { requestsPerSecond: full, share }))
    .filter((rate) => rate.value <= capacity.value)
    .map((rate) => point(rate));
}
