import jstat from "jstat";

/** What a share seen in a sample says of the whole, and how many must be seen. Formulas of the modules call these. */

/** z for a two-sided confidence: 1.96 for 95 %. */
export function normalQuantile(confidence: number): number {
  const known = quantiles.get(confidence);
  if (known !== undefined) return known;
  const z = jstat.normal.inv(0.5 + confidence / 2, 0, 1);
  if (quantiles.size < 1000) quantiles.set(confidence, z);
  return z;
}

/** A plan asks for the same few thousands of times, and working one out takes longer than all that follows. */
const quantiles = new Map<number, number>();

/** Half the width of Wilson's interval for a share p seen in n. */
export const wilsonHalf = (p: number, n: number, z: number): number =>
  (z / (1 + (z * z) / n)) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));

export type Seen = { share: number; items: number; confidence: number };

/** Ends of Wilson's interval. */
export function wilsonEnds({ share, items, confidence }: Seen): { low: number; high: number } {
  const z = normalQuantile(confidence);
  const centre = (share + (z * z) / (2 * items)) / (1 + (z * z) / items);
  const half = wilsonHalf(share, items, z);
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/** How many without a failure rule out a higher rate of failures at a confidence; not rounded. */
export const itemsWithoutFailure = ({ maxFailureRate, confidence }: { maxFailureRate: number; confidence: number }) =>
  Math.log1p(-confidence) / Math.log1p(-maxFailureRate);
