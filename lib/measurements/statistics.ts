import jstat from "jstat";
import type { Compared, Score, Scoring } from "./accuracy";

/** A measured value, what was predicted for it, and the 10–90 % interval shown to users. */
export type Pair = { measured: number; predicted: number; low: number; high: number };

export const pairOf = ({ measured, predicted, low, high }: Compared, scoring: Scoring): Pair => ({
  measured,
  predicted: predicted[scoring],
  low,
  high,
});

/** How far off as a share of what was measured, whichever way. */
export const errorOf = ({ measured, predicted }: Pick<Pair, "measured" | "predicted">): number =>
  Math.abs(predicted - measured) / measured;

/**
 * Linear between the two values around it: the definition of spreadsheets and numpy (type 7 of Hyndman and Fan 1996).
 * jstat's `percentile` skips the last stretch, so its `quantiles` with both plotting positions at 1 is used; that one
 * has no answer for a single value.
 */
export function quantile(values: readonly number[], share: number): number {
  const [only] = values;
  if (values.length === 1 && only !== undefined) return only;
  const [found] = jstat.quantiles(values, [share], 1, 1);
  if (found === undefined || Number.isNaN(found)) throw new Error(`No quantile ${share} of ${values.length} values`);
  return found;
}

const shareOf = <T>(all: readonly T[], holds: (each: T) => boolean): number => all.filter(holds).length / all.length;

/** Rounding must not decide: 120 against 100 lies within 20 %, though 0.2 is no binary number. */
const within20 = 0.2 + 1e-9;

export function scoreOf(pairs: readonly Pair[]): Score {
  const wrong = pairs.find(({ measured, predicted }) => !(measured > 0) || !Number.isFinite(predicted));
  if (wrong) throw new Error(`Not a pair that can be scored: ${JSON.stringify(wrong)}`);
  const errors = pairs.map(errorOf);
  const ratios = pairs.map(({ measured, predicted }) => predicted / measured);
  return {
    rows: pairs.length,
    medianError: quantile(errors, 0.5),
    p90Error: quantile(errors, 0.9),
    medianRatio: quantile(ratios, 0.5),
    within20: shareOf(errors, (error) => error <= within20),
    coverage: shareOf(pairs, ({ measured, low, high }) => low <= measured && measured <= high),
  };
}
