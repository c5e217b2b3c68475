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

/** A line with its months as plain numbers, as it is moved thousands of times. */
type Months = { each: PlanLine; usd: Float64Array; once: boolean; isCall: boolean };

/** What lines add up to: once, in each month, and in each month for calls to an API. */
type Sums = { onceUsd: number; runningUsd: Float64Array; callsUsd: Float64Array };

/** A path as planned; `fixed` is without the lines that a fleet of another size replaces. */
type Planned = { lines: readonly Months[]; whole: Sums; fixed: Sums };

const monthsOf = ({ plan }: PricedPath): Months[] =>
  plan
    .filter(({ line }) => line.id !== "apiCommitment")
    .map((each) => ({
      each,
      usd: Float64Array.from(each.line.monthlyUsd, ({ value }) => value),
      once: each.line.kind === "oneOff",
      isCall: isCall(each),
    }))
    .filter(({ usd }) => usd.some((value) => value !== 0));

function sumsOf(lines: readonly Months[], months: number): Sums {
  const sums: Sums = { onceUsd: 0, runningUsd: new Float64Array(months), callsUsd: new Float64Array(months) };
  for (const line of lines) addTo(sums, line, months, () => 1);
  return sums;
}

function addTo(sums: Sums, { usd, once, isCall }: Months, months: number, by: (month: number) => number): void {
  const monthly = isCall ? sums.callsUsd : sums.runningUsd;
  for (let month = 0; month < months; month += 1) {
    const value = usd[month] ?? 0;
    if (value === 0) continue;
    if (once) sums.onceUsd += value * by(month);
    else monthly[month] = (monthly[month] ?? 0) + value * by(month);
  }
}

const growsWithFleet = ({ each }: Months): boolean => each.growsWith === "fleet";

/** Total and dearest running month of every path when one input is multiplied by a factor. */
export type TotalsAt = (lever: Lever, factor: number) => MovedTotal[];

export function totalsWhenMoved(inputs: CostInputs, paths: PricedPaths): TotalsAt {
  const { scenario, traffic, hosting } = inputs;
  const months = scenario.economics.horizonMonths.value;
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
  const planned = (path: PricedPath): Planned => {
    const lines = monthsOf(path);
    const fixed = lines.filter((line) => !growsWithFleet(line));
    return { lines, whole: sumsOf(lines, months), fixed: sumsOf(fixed, months) };
  };
  const priced = pathIds.flatMap((id) => (paths[id] ? [{ id, path: planned(paths[id]) }] : []));
  return (lever, factor) => {
    const load = lever.load?.(factor, inputs);
    const same = !load || Object.values(load).every((by) => by === 1);
    return priced.map(({ id, path }) => {
      const fleet = same ? undefined : fleetOf(id)?.(load);
      return { id, ...movedTotal(inputs, path, id, lever, factor, fleet) };
    });
  };
}

/** Only lines that the input moves are added up anew. */
function movedTotal(
  inputs: CostInputs,
  { lines, whole, fixed }: Planned,
  path: PathId,
  lever: Lever,
  factor: number,
  fleet: ReturnType<ReturnType<typeof fleetCostAt>> | undefined,
): Omit<MovedTotal, "id"> {
  const at = { inputs, path };
  const months = inputs.scenario.economics.horizonMonths.value;
  const settlesIn = lever.settlesIn?.(inputs) ?? 0;
  const base = fleet ? fixed : whole;
  const moved: Sums = { ...base, runningUsd: base.runningUsd.slice(), callsUsd: base.callsUsd.slice() };
  for (const line of lines) {
    if (fleet && growsWithFleet(line)) continue;
    const { each } = line;
    const compounds = lever.compounds?.(each, at) ?? false;
    const settled = lever.multiplies(each, factor, at, settlesIn);
    if (settlesIn === 0 && !compounds) {
      if (settled !== 1) addTo(moved, line, months, () => settled - 1);
      continue;
    }
    const by = (month: number) => (month < settlesIn ? lever.multiplies(each, factor, at, month) : settled);
    addTo(moved, line, months, (month) => by(month) * (compounds ? factor ** (month / monthsPerYear) : 1) - 1);
  }
  let usd = moved.onceUsd + (fleet?.oneOffUsd ?? 0);
  let dearestMonthUsd = 0;
  const committedUsd = callsApi(path) ? committed(inputs) : 0;
  for (let month = 0; month < months; month += 1) {
    const calls = moved.callsUsd[month] ?? 0;
    const fleetUsd = fleet?.runningUsd[month] ?? 0;
    const running = (moved.runningUsd[month] ?? 0) + fleetUsd + Math.max(calls, committedUsd);
    usd += running;
    dearestMonthUsd = Math.max(dearestMonthUsd, running);
  }
  return { usd, dearestMonthUsd };
}

/** Paths that call an API, even where provisioned units leave nothing to pay by the token. */
export const callsApi = (path: PathId): boolean => path === "api" || path === "hybrid";

/** What is committed to an API a month is paid, used or not. */
export const committed = ({ scenario: { paths, economics } }: CostInputs): number =>
  paths.api.committedUsdPerMonth.value * (1 + economics.purchaseTaxShare.value);
