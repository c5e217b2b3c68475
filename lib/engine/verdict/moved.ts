import { type PathId, pathIds } from "@/lib/contract/scenario";
import type { PricedPaths } from "../cost/compose";
import { partsOfMix } from "../cost/hybrid";
import type { CostInputs } from "../cost/inputs";
import type { PlanLine } from "../cost/line";
import type { PricedPath } from "../cost/total";
import { fleetCostAt } from "../finance/volume";
import type { Traffic } from "../traffic/compose";
import { monthsPerYear } from "../units";
import { isCall } from "./lever-parts";
import type { Lever } from "./levers";

export type MovedTotal = { id: PathId; usd: number; dearestMonthUsd: number };

/** A line with its months as plain numbers, as it is added up thousands of times. */
type Months = { each: PlanLine; usd: Float64Array };

const monthsOf = ({ plan }: PricedPath): Months[] =>
  plan
    .filter(({ line }) => line.id !== "apiCommitment")
    .map((each) => ({ each, usd: Float64Array.from(each.line.monthlyUsd, ({ value }) => value) }))
    .filter(({ usd }) => usd.some((value) => value !== 0));

/** Total and dearest running month of every path when one input is multiplied by a factor. */
export function totalsWhenMoved(inputs: CostInputs, paths: PricedPaths) {
  const { scenario, traffic, hosting } = inputs;
  const hosted: Partial<Record<PathId, Traffic>> = {
    selfHosted: traffic,
    hybrid: partsOfMix(scenario, traffic).hosted,
  };
  const fleets: Partial<Record<PathId, ReturnType<typeof fleetCostAt>>> = {};
  const fleetOf = (id: PathId) => {
    const served = hosted[id];
    if (hosting && served) fleets[id] ??= fleetCostAt(hosting, served);
    return fleets[id];
  };
  const lines = new Map(pathIds.flatMap((id) => (paths[id] ? [[id, monthsOf(paths[id])] as const] : [])));
  return (lever: Lever, factor: number): MovedTotal[] =>
    pathIds.flatMap((id) => {
      const path = lines.get(id);
      if (!path) return [];
      const load = lever.load?.(factor, inputs);
      const same = !load || Object.values(load).every((by) => by === 1);
      const fleet = same ? undefined : fleetOf(id)?.(load);
      return [{ id, ...movedTotal(inputs, path, id, lever, factor, fleet) }];
    });
}

function movedTotal(
  inputs: CostInputs,
  lines: readonly Months[],
  path: PathId,
  lever: Lever,
  factor: number,
  fleet: ReturnType<ReturnType<typeof fleetCostAt>> | undefined,
): Omit<MovedTotal, "id"> {
  const at = { inputs, path };
  const months = inputs.scenario.economics.horizonMonths.value;
  const settlesIn = lever.settlesIn?.(inputs) ?? 0;
  let usd = fleet ? fleet.oneOffUsd : 0;
  const runningUsd = new Float64Array(months);
  if (fleet) runningUsd.set(fleet.runningUsd);
  const callsUsd = new Float64Array(months);
  for (const { each, usd: planned } of lines) {
    if (fleet && each.growsWith === "fleet") continue;
    const compounds = lever.compounds?.(each, at) ?? false;
    const sums = isCall(each) ? callsUsd : runningUsd;
    const once = each.line.kind === "oneOff";
    let by = 1;
    for (let month = 0; month < months; month += 1) {
      if (month <= settlesIn) by = lever.multiplies(each, factor, at, month);
      const value = planned[month] ?? 0;
      if (value === 0) continue;
      const moved = value * by * (compounds ? factor ** (month / monthsPerYear) : 1);
      if (once) usd += moved;
      else sums[month] = (sums[month] ?? 0) + moved;
    }
  }
  const committedUsd = committed(inputs);
  let dearestMonthUsd = 0;
  for (let month = 0; month < months; month += 1) {
    const calls = callsUsd[month] ?? 0;
    const running = (runningUsd[month] ?? 0) + (calls > 0 ? Math.max(calls, committedUsd) : 0);
    usd += running;
    dearestMonthUsd = Math.max(dearestMonthUsd, running);
  }
  return { usd, dearestMonthUsd };
}

/** What is committed to an API a month is paid, used or not. */
export const committed = ({ scenario: { paths, economics } }: CostInputs): number =>
  paths.api.committedUsdPerMonth.value * (1 + economics.purchaseTaxShare.value);
