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

/** Latin hypercube: each input takes every stratum once, in an order of its own. The same seed gives the same draws. */
export function normalScores(inputs: number, draws: number, seed: number): Float64Array[] {
  const random = randomFrom(seed);
  return Array.from({ length: inputs }, () => {
    const scores = strata(draws).slice();
    for (let last = draws - 1; last > 0; last -= 1) {
      const other = Math.floor(random.uniform() * (last + 1));
      const kept = scores[last] as number;
      scores[last] = scores[other] as number;
      scores[other] = kept;
    }
    return scores;
  });
}
