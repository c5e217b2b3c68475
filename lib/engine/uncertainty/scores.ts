import jstat from "jstat";
import { randomFrom } from "../random";

const quantiles = new Map<number, Float64Array>();

/** Standard normal values in the middle of so many strata of equal probability. */
function strata(draws: number): Float64Array {
  const known = quantiles.get(draws);
  if (known) return known;
  const made = Float64Array.from({ length: draws }, (_, index) => jstat.normal.inv((index + 0.5) / draws, 0, 1));
  quantiles.set(draws, made);
  return made;
}

/** Inputs that tend to be off in the same direction: their places, and how closely (0 to 1). */
export type Together = { places: readonly number[]; correlation: number };

/** Latin hypercube: each input takes every stratum once, in an order of its own. The same seed gives the same draws. */
export function normalScores(
  inputs: number,
  draws: number,
  seed: number,
  together: readonly Together[] = [],
): Float64Array[] {
  const random = randomFrom(seed);
  const shuffled = (): Float64Array => {
    const scores = strata(draws).slice();
    for (let last = draws - 1; last > 0; last -= 1) {
      const other = Math.floor(random.uniform() * (last + 1));
      const kept = scores[last] as number;
      scores[last] = scores[other] as number;
      scores[other] = kept;
    }
    return scores;
  };
  const scores = Array.from({ length: inputs }, shuffled);
  for (const { places, correlation } of together) {
    if (correlation <= 0 || places.length < 2) continue;
    const common = shuffled();
    for (const place of places) scores[place] = mixed(scores[place] ?? common, common, correlation);
  }
  return scores;
}

/**
 * Correlated with what the inputs have in common (one factor of a Gaussian copula); the strata are then given out anew
 * in the order that results, so that each is still taken once (Iman and Conover 1982).
 */
function mixed(own: Float64Array, common: Float64Array, correlation: number): Float64Array {
  const [shared, apart] = [Math.sqrt(correlation), Math.sqrt(1 - correlation)];
  const sums = own.map((score, draw) => shared * (common[draw] ?? 0) + apart * score);
  const order = Uint32Array.from(own.keys()).sort((a, b) => (sums[a] ?? 0) - (sums[b] ?? 0));
  const values = strata(own.length);
  const scores = new Float64Array(own.length);
  order.forEach((draw, rank) => {
    scores[draw] = values[rank] ?? 0;
  });
  return scores;
}
