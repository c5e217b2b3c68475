import type { BreakEven, LimitedBy, ScenarioResult } from "@/lib/contract/result";
import { format, formatMonth, monthAfter, whole } from "@/lib/format";
import { pathNames } from "../figures/names";

/** Sentences made of results. */

export const limitedByWords: Record<LimitedBy, string> = {
  compute: "the accelerators' arithmetic",
  memoryBandwidth: "how fast the accelerators read their memory",
  kvCapacity: "room in memory for the conversations under way",
  interconnect: "the links between accelerators",
  host: "the machine around the accelerators",
  arrivals: "nothing but the requests that come in",
};

export const certaintyWords: Record<ScenarioResult["verdict"]["certainty"], string> = {
  clear: "Clear: the two cheapest are well apart",
  close: "Close: cheapest in fewer than 9 of 10 draws, or within 5%",
  none: "No verdict: no way qualifies",
};

export const allowedWords = { yes: "Allowed", withMeasures: "Allowed with measures", no: "Not allowed" } as const;

/** When the accumulated costs cross, in one sentence. */
export function breakEvenByTime({ from, to, month }: BreakEven, startMonth: string, horizonMonths: number): string {
  const names = `${pathNames[to]} against ${pathNames[from]}`;
  if (month === null) return `${names}: no crossing within ${horizonMonths} months.`;
  if (month <= 1) return `${names}: cheaper from the first month.`;
  return `${names}: cheaper in total from month ${month} (${formatMonth(monthAfter(startMonth, month - 1))}).`;
}

/** Which accumulated costs never cross, once for all of them. */
export function neverWithin(never: readonly BreakEven[], ofAll: number, horizonMonths: number): string {
  if (never.length === ofAll && ofAll > 1)
    return `No two ways' accumulated costs cross within ${horizonMonths} months.`;
  const pairs = never.map(({ from, to }) => `${pathNames[to]} against ${pathNames[from]}`);
  return `No crossing within ${horizonMonths} months: ${pairs.join(", ")}.`;
}

/** Pairs that cost the same at no volume, once for all of them. */
export function neverEqual(apart: readonly BreakEven[]): string {
  const pairs = apart.map(({ from, to }) => `${pathNames[to]} and ${pathNames[from]}`);
  return `${pairs.join(", and ")} never cost the same, at any volume tried.`;
}

/** At which volumes two ways cost the same, in one sentence. */
export function breakEvenByVolume({ from, to, requestsPerDay }: BreakEven): string {
  const names = `${pathNames[to]} and ${pathNames[from]}`;
  if (requestsPerDay.length === 0) return `${names} never cost the same, at any volume tried.`;
  const volumes = requestsPerDay.map((each) => whole(Number(each.toPrecision(3)))).join(", ");
  const several = requestsPerDay.length > 1 ? " (several, as machines come whole)" : "";
  return `${names} cost the same at ${volumes} requests a day${several}.`;
}

/** How far the fleet is used there, in one sentence; nothing where neither way has one. */
export function breakEvenByUse({ utilisation = [] }: BreakEven): string {
  if (utilisation.length === 0) return "";
  const shares = utilisation.map((share) => format(share, "share", { digits: 2 })).join(", ");
  return `There the fleet is used to ${shares} on average over all hours.`;
}

/** What choosing the verdict saves. */
export function savingWords({ verdict }: ScenarioResult, horizonMonths: number): string | null {
  const { path, runnerUp, savingUsd } = verdict;
  if (!path || !runnerUp || savingUsd === null) return null;
  return `${pathNames[path]} saves ${format(savingUsd, "USD")} over ${horizonMonths} months against ${pathNames[runnerUp]}, the next cheapest that qualifies.`;
}
