import { type PathId, pathIds } from "@/lib/contract/scenario";
import type { PricedPaths } from "../cost/compose";
import { partsOfMix } from "../cost/hybrid";
import type { CostInputs } from "../cost/inputs";
import type { PlanLine } from "../cost/line";
import type { Traffic } from "../traffic/compose";
import { binOf, type FleetMonths, fleetMonthsByBin } from "./fleet-costs";
import { quantilesOf } from "./quantiles";
import { normalScores } from "./scores";
import { factorAt, type Spread } from "./spreads";

/** Lines that move alike, summed by month, with the factor of each draw. */
type Group = { monthlyUsd: Float64Array; factors: Float64Array };

/** The fleet's cost of each draw by month, as a row of a table: draws of one bin share a row. */
type FleetTable = { rows: Uint32Array; months: number; fixedUsd: Float64Array; pricedUsd: Float64Array };

type DrawnPath = { id: PathId; groups: Group[]; fleet: FleetTable | null };

export type Bands = { p10: number[]; p50: number[]; p90: number[] };

export type Drawn = {
  cumulativeUsd: Partial<Record<PathId, Bands>>;
  /** Share of draws in which a path has cost least so far, by month. */
  cheapestShare: Partial<Record<PathId, number[]>>;
};

/** Far beyond any draw: lines that move alike here move alike in between, as what a lever does only rises or falls. */
const probes = [0.01, 100];

function groupsOf(
  { scenario, hosting }: CostInputs,
  plan: readonly PlanLine[],
  id: PathId,
  spreads: readonly Spread[],
  factors: readonly Float64Array[],
): Group[] {
  const draws = factors[0]?.length ?? 0;
  const groups = new Map<string, Group>();
  for (const each of plan) {
    if (each.growsWith === "fleet" && hosting) continue;
    const moves = spreads.map(({ lever }) => probes.map((probe) => lever.multiplies(each, probe, id, scenario)));
    const key = moves.join();
    const group = groups.get(key) ?? {
      monthlyUsd: new Float64Array(each.line.monthlyUsd.length),
      factors: new Float64Array(draws).fill(1),
    };
    each.line.monthlyUsd.forEach(({ value }, month) => {
      group.monthlyUsd[month] = (group.monthlyUsd[month] ?? 0) + value;
    });
    if (groups.has(key)) continue;
    groups.set(key, group);
    spreads.forEach(({ lever }, index) => {
      if (moves[index]?.every((by) => by === 1)) return;
      factors[index]?.forEach((factor, draw) => {
        group.factors[draw] = (group.factors[draw] as number) * lever.multiplies(each, factor, id, scenario);
      });
    });
  }
  return [...groups.values()];
}

/** Load on a replica relative to the plan: more requests, or replicas that serve less. */
function binsOf(spreads: readonly Spread[], factors: Float64Array[]): Int32Array {
  const index = (path: string) => factors[spreads.findIndex(({ lever }) => lever.path === path)];
  const volume = index("workload.requestsPerDay");
  const serves = index("paths.selfHosted.model");
  const draws = factors[0]?.length ?? 0;
  return Int32Array.from({ length: draws }, (_, draw) => binOf((volume?.[draw] ?? 1) / (serves?.[draw] ?? 1)));
}

function tableOf(bins: Int32Array, monthsOf: (bin: number) => FleetMonths): FleetTable {
  const rowOf = new Map<number, number>();
  const all: FleetMonths[] = [];
  const rows = Uint32Array.from(bins, (bin) => {
    const known = rowOf.get(bin);
    if (known !== undefined) return known;
    rowOf.set(bin, all.length);
    all.push(monthsOf(bin));
    return all.length - 1;
  });
  const months = all[0]?.fixedUsd.length ?? 0;
  const flat = (of: (each: FleetMonths) => Float64Array) => {
    const table = new Float64Array(months * all.length);
    all.forEach((each, row) => {
      table.set(of(each), row * months);
    });
    return table;
  };
  return { rows, months, fixedUsd: flat(({ fixedUsd }) => fixedUsd), pricedUsd: flat(({ pricedUsd }) => pricedUsd) };
}

function drawnPaths(
  inputs: CostInputs,
  paths: PricedPaths,
  spreads: readonly Spread[],
  factors: Float64Array[],
): DrawnPath[] {
  const { hosting, scenario, traffic } = inputs;
  const hosted: Partial<Record<PathId, Traffic>> = {
    selfHosted: traffic,
    hybrid: partsOfMix(scenario, traffic).hosted,
  };
  const bins = hosting ? binsOf(spreads, factors) : null;
  return pathIds.flatMap((id): DrawnPath[] => {
    const plan = paths[id]?.plan;
    if (!plan) return [];
    const served = hosted[id];
    const fleet = hosting && served && bins ? tableOf(bins, fleetMonthsByBin(hosting, served)) : null;
    return [{ id, groups: groupsOf(inputs, plan, id, spreads, factors), fleet }];
  });
}

/** Adds a month to what every draw has cost so far. */
function addMonth(
  { groups, fleet }: DrawnPath,
  month: number,
  price: Float64Array | undefined,
  soFar: Float64Array,
): void {
  for (const { monthlyUsd, factors } of groups) {
    const usd = monthlyUsd[month] ?? 0;
    if (usd === 0) continue;
    for (let draw = 0; draw < soFar.length; draw += 1)
      soFar[draw] = (soFar[draw] as number) + usd * (factors[draw] as number);
  }
  if (!fleet) return;
  const { rows, months, fixedUsd, pricedUsd } = fleet;
  for (let draw = 0; draw < soFar.length; draw += 1) {
    const at = (rows[draw] as number) * months + month;
    soFar[draw] = (soFar[draw] as number) + (fixedUsd[at] as number) + (price?.[draw] ?? 1) * (pricedUsd[at] as number);
  }
}

const shares = [0.1, 0.5, 0.9];

/** Every path at every draw of the inputs, month by month. */
export function drawCosts(
  inputs: CostInputs,
  paths: PricedPaths,
  spreads: readonly Spread[],
  judged: (id: PathId) => boolean,
  { draws, seed }: { draws: number; seed: number },
): Drawn {
  const scores = normalScores(spreads.length, draws, seed);
  const factors = spreads.map((spread, index) =>
    (scores[index] as Float64Array).map((score) => factorAt(spread, score)),
  );
  const drawn = drawnPaths(inputs, paths, spreads, factors);
  const price = factors[spreads.findIndex(({ lever }) => lever.path === "paths.selfHosted.acquisition")];
  const soFar = drawn.map(() => new Float64Array(draws));
  const result: Drawn = {
    cumulativeUsd: Object.fromEntries(drawn.map(({ id }) => [id, { p10: [], p50: [], p90: [] }])),
    cheapestShare: Object.fromEntries(drawn.map(({ id }) => [id, []])),
  };
  const months = inputs.scenario.economics.horizonMonths.value;
  for (let month = 0; month < months; month += 1) {
    drawn.forEach((path, index) => {
      const total = soFar[index] as Float64Array;
      addMonth(path, month, price, total);
      const [p10, p50, p90] = quantilesOf(total, shares) as [number, number, number];
      const bands = result.cumulativeUsd[path.id];
      bands?.p10.push(p10);
      bands?.p50.push(p50);
      bands?.p90.push(p90);
    });
    const wins = cheapest(
      drawn.map(({ id }, index) => (judged(id) ? (soFar[index] as Float64Array) : null)),
      draws,
    );
    drawn.forEach(({ id }, index) => {
      result.cheapestShare[id]?.push((wins[index] ?? 0) / draws);
    });
  }
  return result;
}

function cheapest(totals: readonly (Float64Array | null)[], draws: number): number[] {
  const wins = totals.map(() => 0);
  for (let draw = 0; draw < draws; draw += 1) {
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let path = 0; path < totals.length; path += 1) {
      const usd = totals[path]?.[draw];
      if (usd !== undefined && usd < least) {
        least = usd;
        best = path;
      }
    }
    if (best >= 0) wins[best] = (wins[best] ?? 0) + 1;
  }
  return wins;
}
