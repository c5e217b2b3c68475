import type { RangedInput } from "@/lib/contract/scenario";
import type { CostInputs } from "../cost/inputs";
import { type Lever, levers } from "../verdict/levers";
import { normalScores } from "./scores";
import { quantileOf } from "./shapes";
import { type Spread, togetherOf } from "./spreads";

/** The factor of every draw for an input; null where it does not vary. */
export type Factors = {
  of: (range: Spread["range"]) => Float64Array | null;
  spread: { lever: Lever; factors: Float64Array }[];
};

export function factorsOf(inputs: CostInputs, spreads: readonly Spread[], draws: number, seed: number): Factors {
  const scores = normalScores(spreads.length, draws, seed, togetherOf(inputs, spreads));
  const byRange = new Map<Spread["range"], Float64Array>();
  spreads.forEach((spread, index) => {
    if (spread.low === 1 && spread.high === 1) return;
    byRange.set(spread.range, (scores[index] as Float64Array).map(quantileOf(spread)));
  });
  const of = (range: Spread["range"]) => byRange.get(range) ?? null;
  const spread = levers.flatMap((lever) => {
    const factors = of(rangeOf(lever));
    return factors ? [{ lever, factors }] : [];
  });
  return { of, spread };
}

export const rangeOf = ({ path, range }: Lever): Spread["range"] =>
  path === "paths.selfHosted.model" ? "serves" : (range as RangedInput);
