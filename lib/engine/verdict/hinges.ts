import type { z } from "zod";
import type { verdictSchema } from "@/lib/contract/result";
import { type PathId, pathIds } from "@/lib/contract/scenario";
import type { PricedPaths } from "../cost/compose";
import { partsOfMix } from "../cost/hybrid";
import type { CostInputs } from "../cost/inputs";
import type { PricedPath } from "../cost/total";
import { fleetCostAt } from "../finance/volume";
import type { Traffic } from "../traffic/compose";
import { type Lever, levers } from "./levers";
import { changeBy, pathNames } from "./words";

type Hinge = z.infer<typeof verdictSchema>["hinges"][number];

/** How far each input is moved, on its own, to see whether the answer changes. */
const least = 0.5;
const most = 1.5;
/** Halvings of the stretch in which the answer changes: to within half a per cent of the input. */
const halvings = 7;

/** Inputs which, moved alone by up to half, change which path is cheapest; with where that happens, nearest first. */
export function findHinges(
  inputs: CostInputs,
  paths: PricedPaths,
  barred: ReadonlySet<PathId>,
  chosen: PathId,
): Hinge[] {
  const winnerAt = cheapestWhenMoved(inputs, paths, barred);
  const found = levers.flatMap((lever) => {
    const flips = [least, most].flatMap((end) => {
      const instead = winnerAt(lever, end);
      return instead === chosen
        ? []
        : [flipBetween({ factor: end, instead }, (factor) => winnerAt(lever, factor), chosen)];
    });
    return flips.length === 0 ? [] : [{ lever, flips }];
  });
  return found
    .toSorted((a, b) => nearness(a.flips) - nearness(b.flips))
    .map(({ lever, flips }) => ({ path: lever.path, label: lever.label, why: sentence(flips) }));
}

function cheapestWhenMoved(inputs: CostInputs, paths: PricedPaths, barred: ReadonlySet<PathId>) {
  const budget = inputs.scenario.requirements.budgetUsdPerMonth.value;
  const totalsAt = totalsWhenMoved(inputs, paths);
  return (lever: Lever, factor: number): PathId | null => {
    let cheapest: MovedTotal | null = null;
    for (const total of totalsAt(lever, factor)) {
      if (barred.has(total.id) || (budget !== null && total.dearestMonthUsd > budget)) continue;
      if (!cheapest || total.usd < cheapest.usd) cheapest = total;
    }
    return cheapest?.id ?? null;
  };
}

export type MovedTotal = { id: PathId; usd: number; dearestMonthUsd: number };

/** Total and dearest running month of every path when one input is multiplied by a factor. */
export function totalsWhenMoved(inputs: CostInputs, paths: PricedPaths) {
  const { scenario, traffic } = inputs;
  const hosted: Partial<Record<PathId, Traffic>> = {
    selfHosted: traffic,
    hybrid: partsOfMix(scenario, traffic).hosted,
  };
  return (lever: Lever, factor: number): MovedTotal[] =>
    pathIds.flatMap((id) => {
      const path = paths[id];
      return path ? [{ id, ...movedTotal(inputs, path, id, lever, factor, hosted[id]) }] : [];
    });
}

function movedTotal(
  { scenario, hosting }: CostInputs,
  { plan }: PricedPath,
  id: PathId,
  lever: Lever,
  factor: number,
  hosted: Traffic | undefined,
): Omit<MovedTotal, "id"> {
  const resized = hosting && hosted && lever.resizes?.(hosting, factor);
  const fleet = resized && fleetCostAt(resized.hosting, hosted)(resized.volume);
  let usd = fleet ? fleet.oneOffUsd : 0;
  const runningUsd = fleet ? [...fleet.runningUsd] : [];
  for (const each of plan) {
    if (fleet && each.growsWith === "fleet") continue;
    const by = lever.multiplies(each, factor, id, scenario);
    if (each.line.kind === "oneOff") usd += each.line.totalUsd.value * by;
    else
      for (const [month, figure] of each.line.monthlyUsd.entries())
        runningUsd[month] = (runningUsd[month] ?? 0) + figure.value * by;
  }
  let dearestMonthUsd = 0;
  for (const month of runningUsd) {
    usd += month;
    dearestMonthUsd = Math.max(dearestMonthUsd, month);
  }
  return { usd, dearestMonthUsd };
}

type Flip = { factor: number; instead: PathId | null };

/** The input that needs to move least comes first. */
const nearness = (flips: readonly Flip[]): number => Math.min(...flips.map(({ factor }) => Math.abs(factor - 1)));

function flipBetween(end: Flip, winner: (factor: number) => PathId | null, chosen: PathId): Flip {
  let same = 1;
  let flipped = end;
  for (let step = 0; step < halvings; step += 1) {
    const middle = (same + flipped.factor) / 2;
    const instead = winner(middle);
    if (instead === chosen) same = middle;
    else flipped = { factor: middle, instead };
  }
  return flipped;
}

function sentence(flips: readonly Flip[]): string {
  const parts = flips.map(({ factor, instead }) => {
    const change = changeBy(factor);
    return instead ? `${change}, ${pathNames[instead]} would be cheapest` : `${change}, no path would meet the budget`;
  });
  return `At about ${parts.join("; ")}.`;
}
