import { formula } from "../figure";
import { sources } from "../sources";
import { normalQuantile, type Seen, wilsonEnds } from "../statistics/intervals";

/** The ends of an interval for a share seen in answers, and whether it clears what must be reached. */

const reads = (sign: string) => `(p + z²/2n ${sign} z × √(p(1−p)/n + z²/4n²)) ÷ (1 + z²/n), z the normal quantile`;

export const wilsonLow = formula(
  {
    id: "evaluation.wilsonLow",
    title: "Lower end of the interval",
    unit: "share",
    reads: reads("−"),
    source: sources.wilson,
    example: {
      of: "81 of 263, at 95 % (Newcombe 1998)",
      given: { share: 81 / 263, items: 263, confidence: 0.95 },
      gives: 0.2553,
      within: 2e-4,
    },
  },
  (seen: Seen) => wilsonEnds(seen).low,
);

export const wilsonHigh = formula(
  {
    id: "evaluation.wilsonHigh",
    title: "Upper end of the interval",
    unit: "share",
    reads: reads("+"),
    source: sources.wilson,
    example: {
      of: "81 of 263, at 95 % (Newcombe 1998)",
      given: { share: 81 / 263, items: 263, confidence: 0.95 },
      gives: 0.3662,
      within: 2e-4,
    },
  },
  (seen: Seen) => wilsonEnds(seen).high,
);

/**
 * Fewest good answers of n whose interval's lower end reaches the threshold; n + 1 where all good would not do. By the
 * score test behind Wilson's interval that is n t + z √(n t (1 − t)), put right by one where it rounds.
 */
export function fewestToPass({
  items,
  threshold,
  confidence,
}: {
  items: number;
  threshold: number;
  confidence: number;
}) {
  const z = normalQuantile(confidence);
  const clears = (right: number) => wilsonEnds({ share: right / items, items, confidence }).low >= threshold - 1e-12;
  const about = items * threshold + z * Math.sqrt(items * threshold * (1 - threshold));
  let fewest = Math.min(items + 1, Math.max(0, Math.ceil(about)));
  while (fewest > 0 && clears(fewest - 1)) fewest -= 1;
  while (fewest <= items && !clears(fewest)) fewest += 1;
  return fewest;
}

/** Of k criteria that must be passed, the confidence at which the one in place `rank` (0 first) must be shown. */
export const stricter = (confidence: number, criteria: number): number => 1 - (1 - confidence) / Math.max(1, criteria);
