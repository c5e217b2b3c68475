import { type PathId, pathIds } from "@/lib/contract/scenario";
import type { PricedPaths } from "../cost/compose";
import { partsOfMix } from "../cost/hybrid";
import type { CostInputs } from "../cost/inputs";
import type { Traffic } from "../traffic/compose";
import { levers } from "../verdict/levers";
import { callsApi, committed } from "../verdict/moved";
import { type Factors, factorsOf, rangeOf } from "./factors";
import { type FleetFactors, fleetDraws } from "./fleet-draws";
import { addGroup, groupsOf } from "./line-draws";
import { quantilesOf } from "./quantiles";
import type { Spread } from "./spreads";
import { type Worth, worthOf } from "./worth-draws";

export type Bands = { p10: number[]; p50: number[]; p90: number[] };

export type Drawn = {
  cumulativeUsd: Partial<Record<PathId, Bands>>;
  /** Share of draws in which a path has cost least so far, by month. */
  cheapestShare: Partial<Record<PathId, number[]>>;
  /** What each path brings less what it costs, at its present value; empty where nothing is claimed. */
  worth: Partial<Record<PathId, Worth>>;
};

/** Load and prices of the fleet in each draw. */
function fleetFactorsOf(inputs: CostInputs, { of }: Factors, draws: number): FleetFactors {
  const logVolume = new Float64Array(draws);
  for (const lever of levers) {
    const factors = of(rangeOf(lever));
    if (!factors || !lever.load) continue;
    for (let draw = 0; draw < draws; draw += 1) {
      const { volume = 1, serves = 1 } = lever.load(factors[draw] as number, inputs);
      logVolume[draw] = (logVolume[draw] as number) + Math.log(volume / serves);
    }
  }
  return {
    logVolume,
    logPerYear: of("growth")?.map(Math.log) ?? null,
    peak: of("peakToMean"),
    price: of("acceleratorPrice") ?? new Float64Array(draws).fill(1),
    logRentPerYear: of("rentTrend")?.map(Math.log) ?? null,
  };
}

type DrawnPath = { id: PathId; addMonth: (month: number, soFar: Float64Array) => void };

function drawnPaths(inputs: CostInputs, paths: PricedPaths, factors: Factors, draws: number): DrawnPath[] {
  const { hosting, scenario, traffic } = inputs;
  const hosted: Partial<Record<PathId, Traffic>> = {
    selfHosted: traffic,
    hybrid: partsOfMix(scenario, traffic).hosted,
  };
  const fleetFactors = hosting && fleetFactorsOf(inputs, factors, draws);
  const committedToApi = committed(inputs);
  return pathIds.flatMap((id): DrawnPath[] => {
    const plan = paths[id]?.plan;
    if (!plan) return [];
    const served = hosted[id];
    const groups = groupsOf(inputs, plan, id, factors, draws);
    const calls = groups.filter((group) => group.isCall);
    const others = groups.filter((group) => !group.isCall);
    const addFleet = hosting && served && fleetFactors ? fleetDraws(hosting, served, fleetFactors) : null;
    const committedUsd = callsApi(id) ? committedToApi : 0;
    const ofCalls = new Float64Array(draws);
    const addMonth = (month: number, soFar: Float64Array): void => {
      for (const group of others) addGroup(group, month, soFar);
      addFleet?.(month, soFar);
      if (calls.length === 0 && committedUsd === 0) return;
      ofCalls.fill(0);
      for (const group of calls) addGroup(group, month, ofCalls);
      // What is committed is paid, used or not.
      for (let draw = 0; draw < draws; draw += 1)
        soFar[draw] = (soFar[draw] as number) + Math.max(committedUsd, ofCalls[draw] as number);
    };
    return [{ id, addMonth }];
  });
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
  const factors = factorsOf(inputs, spreads, draws, seed);
  const drawn = drawnPaths(inputs, paths, factors, draws);
  const soFar = drawn.map(() => new Float64Array(draws));
  const worth = worthOf(inputs, factors, drawn, draws);
  const result: Drawn = {
    cumulativeUsd: Object.fromEntries(drawn.map(({ id }) => [id, { p10: [], p50: [], p90: [] }])),
    cheapestShare: Object.fromEntries(drawn.map(({ id }) => [id, []])),
    worth: {},
  };
  const months = inputs.scenario.economics.horizonMonths.value;
  for (let month = 0; month < months; month += 1) {
    drawn.forEach((path, index) => {
      const total = soFar[index] as Float64Array;
      worth?.before(index, total);
      path.addMonth(month, total);
      worth?.after(index, total, month);
      const [p10, p50, p90] = quantilesOf(total, shares) as [number, number, number];
      const bands = result.cumulativeUsd[path.id];
      bands?.p10.push(p10);
      bands?.p50.push(p50);
      bands?.p90.push(p90);
    });
    worth?.grow();
    const wins = cheapest(
      drawn.map(({ id }, index) => (judged(id) ? (soFar[index] as Float64Array) : null)),
      draws,
    );
    drawn.forEach(({ id }, index) => {
      result.cheapestShare[id]?.push((wins[index] ?? 0) / draws);
    });
  }
  if (worth) result.worth = worth.result();
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
