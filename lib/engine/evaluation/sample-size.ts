import { formula } from "../figure";
import { sources } from "../sources";
import { normalQuantile, wilsonHalf } from "../statistics/intervals";

/** Half the width of Wilson's interval for a share p seen in n. */
export const wilsonHalfWidth = formula(
  {
    id: "evaluation.wilsonHalfWidth",
    title: "Half width of the interval",
    unit: "share",
    reads: "z ÷ (1 + z²/n) × √(p(1−p)/n + z²/4n²), z the normal quantile of the confidence",
    source: sources.wilson,
    example: {
      of: "half of 96 right, at 95 %",
      given: { share: 0.5, items: 96, confidence: 0.95 },
      gives: 0.098_075_975_5,
      within: 1e-8,
    },
  },
  ({ share, items, confidence }: { share: number; items: number; confidence: number }) =>
    wilsonHalf(share, items, normalQuantile(confidence)),
);

/** Doubles until the interval is narrow enough, then halves the bracket: the width falls with n. */
export const wilsonSampleSize = formula(
  {
    id: "evaluation.wilsonSampleSize",
    title: "Answers to judge",
    unit: "item",
    reads: "the smallest n whose Wilson interval at the expected share is no wider than ± the margin, found exactly",
    source: sources.wilson,
    example: {
      of: "half right, ± 10 points, 95 %",
      given: { expectedShare: 0.5, marginOfError: 0.1, confidence: 0.95 },
      gives: 93,
    },
  },
  (given: { expectedShare: number; marginOfError: number; confidence: number }) => {
    const z = normalQuantile(given.confidence);
    const narrow = (n: number) => wilsonHalf(given.expectedShare, n, z) <= given.marginOfError;
    let enough = 1;
    while (!narrow(enough)) enough *= 2;
    let tooFew = Math.floor(enough / 2);
    while (enough - tooFew > 1) {
      const middle = Math.floor((enough + tooFew) / 2);
      if (narrow(middle)) enough = middle;
      else tooFew = middle;
    }
    return enough;
  },
);
