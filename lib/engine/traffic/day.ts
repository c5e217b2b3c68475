import { formula } from "../figure";
import { hoursPerDay } from "../units";

/**
 * The hours of a day, as rates relative to the day's mean: one broad hump, as steep as the peak asks for. A raised cosine
 * to a power has any peak up to twenty times the mean; above that the peak is a burst within the busiest hour.
 */
const steepest = 20;
const halvings = 50;

/** Keeps the quietest hour above nothing, so that a flat day exists. */
const least = 1e-3;

const humpAt = (power: number): number[] =>
  Array.from({ length: hoursPerDay }, (_, hour) => {
    const height = Math.cos((2 * Math.PI * hour) / hoursPerDay);
    return ((1 + least + height) / (2 + least)) ** power;
  });

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const known = new Map<number, readonly number[]>();
const knownAtMost = 200;

/** From the busiest hour on. Range: peak to mean ≥ 1. */
export function hoursOfDay(peakToMean: number): readonly number[] {
  const found = known.get(peakToMean);
  if (found) return found;
  const wanted = 1 / Math.min(peakToMean, steepest);
  let [low, high] = [0, 1];
  while (mean(humpAt(high)) > wanted) high *= 2;
  for (let round = 0; round < halvings; round += 1) {
    const middle = (low + high) / 2;
    if (mean(humpAt(middle)) > wanted) low = middle;
    else high = middle;
  }
  const hours = humpAt(high).map((level) => level / wanted);
  if (known.size >= knownAtMost) known.clear();
  known.set(peakToMean, hours);
  return hours;
}

export const shareBelowCap = formula(
  {
    id: "traffic.shareBelowCap",
    title: "Share of the requests that a fleet of part of the peak takes",
    unit: "share",
    reads:
      "mean over the hours of a day of the smaller of: the hour's rate; share of the peak × peak rate; relative to the mean rate",
    source: "definition",
    example: {
      of: "a flat day, a fleet for half of its rate",
      given: { peakToMean: 1, peakShare: 0.5 },
      gives: 0.5,
    },
  },
  ({ peakToMean, peakShare }: { peakToMean: number; peakShare: number }) => {
    const cap = peakShare * peakToMean;
    return mean(hoursOfDay(peakToMean).map((rate) => Math.min(rate, cap)));
  },
);

export const cappedPeakToMean = formula(
  {
    id: "traffic.cappedPeakToMean",
    title: "Peak to average of what the fleet takes",
    unit: "1",
    reads: "share of the peak × peak to average ÷ share of the requests taken, at least 1",
    source: "definition",
    example: {
      of: "half of a peak of 3, 80 % taken",
      given: { peakToMean: 3, peakShare: 0.5, share: 0.8 },
      gives: 1.875,
    },
  },
  ({ peakToMean, peakShare, share }: { peakToMean: number; peakShare: number; share: number }) =>
    Math.max(1, (peakShare * peakToMean) / share),
);
