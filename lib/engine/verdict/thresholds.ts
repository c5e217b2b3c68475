import type { PathId } from "@/lib/contract/scenario";
import type { Unit } from "@/lib/contract/unit";
import type { CostInputs } from "../cost/inputs";
import { type Lever, levers } from "./levers";
import type { MovedTotal, TotalsAt } from "./moved";

/** A factor on one input at which another path becomes the cheapest; null: none would meet the budget. */
export type Flip = { factor: number; instead: PathId | null };

/** An input and how far it may move down and up before the answer changes. */
export type Moved = {
  lever: Lever;
  planned: { value: number; unit: Unit } | null;
  below: Flip | null;
  above: Flip | null;
};

/** From the plan outwards, to a tenth and ten times. */
const down = [0.95, 0.9, 0.8, 0.65, 0.5, 0.35, 0.2, 0.1];
const up = [1.05, 1.1, 1.25, 1.5, 2, 3, 5, 10];
/** Halvings of the stretch in which the answer changes: to within a third of a per cent of the input. */
const halvings = 7;

/** Every input moved alone, with where that changes which path is cheapest, nearest first. */
export function findThresholds(
  inputs: CostInputs,
  totalsAt: TotalsAt,
  barred: ReadonlySet<PathId>,
  chosen: PathId,
): Moved[] {
  const winnerAt = cheapestWhenMoved(inputs, totalsAt, barred);
  const found = levers
    .filter((lever) => moves(lever, totalsAt))
    .map((lever): Moved => {
      const winner = (factor: number) => winnerAt(lever, factor);
      const planned = lever.planned?.(inputs) ?? null;
      const how = planned?.how;
      const unit = how && (how.kind === "step" ? how.formula.unit : how.unit);
      return {
        lever,
        planned: planned && unit ? { value: planned.value, unit } : null,
        below: firstFlip(down, winner, chosen),
        above: firstFlip(up, winner, chosen),
      };
    });
  return found.toSorted((a, b) => nearness(a) - nearness(b));
}

/** An input that no path depends on has no threshold: nobody is asked for it. */
function moves(lever: Lever, totalsAt: TotalsAt): boolean {
  const [low, high] = [down, up].map((factors) => totalsAt(lever, factors.at(-1) ?? 1));
  return low?.some(({ id, usd }) => usd !== high?.find((other) => other.id === id)?.usd) ?? false;
}

function cheapestWhenMoved(inputs: CostInputs, totalsAt: TotalsAt, barred: ReadonlySet<PathId>) {
  const budget = inputs.scenario.requirements.budgetUsdPerMonth.value;
  return (lever: Lever, factor: number): PathId | null => {
    let cheapest: MovedTotal | null = null;
    for (const total of totalsAt(lever, factor)) {
      if (barred.has(total.id) || (budget !== null && total.dearestMonthUsd > budget)) continue;
      if (!cheapest || total.usd < cheapest.usd) cheapest = total;
    }
    return cheapest?.id ?? null;
  };
}

/** The input that needs to move least comes first. */
const nearness = ({ below, above }: Moved): number =>
  Math.min(...[below, above].map((flip) => (flip ? Math.abs(Math.log(flip.factor)) : Number.POSITIVE_INFINITY)));

function firstFlip(factors: readonly number[], winner: (factor: number) => PathId | null, chosen: PathId): Flip | null {
  let same = 1;
  for (const factor of factors) {
    const instead = winner(factor);
    if (instead !== chosen) return narrowed(same, { factor, instead }, winner, chosen);
    same = factor;
  }
  return null;
}

function narrowed(from: number, end: Flip, winner: (factor: number) => PathId | null, chosen: PathId): Flip {
  let same = from;
  let flipped = end;
  for (let step = 0; step < halvings; step += 1) {
    const middle = (same + flipped.factor) / 2;
    const instead = winner(middle);
    if (instead === chosen) same = middle;
    else flipped = { factor: middle, instead };
  }
  return flipped;
}
