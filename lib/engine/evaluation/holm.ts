import { formula } from "../figure";
import { sources } from "../sources";
import { stricter } from "./interval";

type Tested = { shares: readonly number[]; thresholds: readonly number[]; items: readonly number[] };

/** Adjusted p-values of Holm (1979), in the order given: R's p.adjust(p, "holm"). */
export function holmAdjusted(pValues: readonly number[]): number[] {
  const order = pValues.map((_, at) => at).sort((a, b) => (pValues[a] ?? 1) - (pValues[b] ?? 1));
  const adjusted: number[] = [];
  let largest = 0;
  order.forEach((at, rank) => {
    largest = Math.max(largest, Math.min(1, (pValues.length - rank) * (pValues[at] ?? 1)));
    adjusted[at] = largest;
  });
  return adjusted;
}

/** How far a share lies above its threshold, in the standard errors by which Wilson's interval is drawn. */
const score = (share: number, threshold: number, items: number): number =>
  (share - threshold) / Math.sqrt((threshold * (1 - threshold)) / items);

type Holm = Tested & { at: number; criteria: number; confidence: number; corrected: boolean };

/**
 * The surest result is held to confidence 1 − α/k, the next to 1 − α/(k − 1), and so on; k counts every criterion that
 * must be passed, tested or not.
 */
export const holmConfidence = formula(
  {
    id: "evaluation.holmConfidence",
    title: "Confidence at which the criterion must be shown",
    unit: "share",
    reads: "1 − α ÷ (k − place), the surest of k criteria in place 0 (Holm); the confidence itself without correction",
    source: sources.holm,
    example: {
      of: "the less sure of two, 95 %: held to 95 %; the surer to 97.5 %",
      given: {
        shares: [0.9, 0.8],
        thresholds: [0.7, 0.7],
        items: [200, 200],
        at: 0,
        criteria: 2,
        confidence: 0.95,
        corrected: true,
      },
      gives: 0.975,
      within: 1e-12,
    },
  },
  ({ shares, thresholds, items, at, criteria, confidence, corrected }: Holm) => {
    if (!corrected) return confidence;
    const scores = shares.map((share, each) => score(share, thresholds[each] ?? 0.5, items[each] ?? 1));
    const own = scores[at] ?? 0;
    const place = scores.filter((other, each) => other > own || (other === own && each < at)).length;
    return stricter(confidence, criteria - place);
  },
);
