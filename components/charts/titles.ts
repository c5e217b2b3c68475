import type { BreakEven, LoadPoint, MemoryResult, PathCost, ScenarioResult } from "@/lib/contract/result";
import { type PathId, pathIds } from "@/lib/contract/scenario";
import { format, formatMonth, monthAfter } from "@/lib/format";
import { pathNames } from "../figures/names";

type Costs = ScenarioResult["cost"];

export const considered = (cost: Costs): PathId[] => pathIds.filter((id) => cost[id] !== null);

/** What the chart of cumulative costs shows: who is cheapest at the end, and since when. */
export function cumulativeTitle(cost: Costs, breakEven: readonly BreakEven[], startMonth: string): string {
  const paths = considered(cost);
  const [first] = paths;
  if (!first) return "No path can be priced yet";
  const months = cost[first]?.cumulativeUsd.length ?? 0;
  const ends = paths
    .map((id) => ({ id, total: cost[id]?.cumulativeUsd.at(-1) ?? 0 }))
    .sort((a, b) => a.total - b.total);
  const cheapest = ends[0]?.id ?? first;
  if (paths.length === 1) return `${pathNames[cheapest]} costs ${format(ends[0]?.total, "USD")} over ${months} months`;
  const crossing = breakEven.find(({ to, month }) => to === cheapest && month !== null && month > 1);
  if (!crossing?.month) return `${pathNames[cheapest]} costs least over all ${months} months`;
  const when = formatMonth(monthAfter(startMonth, crossing.month - 1));
  return `${pathNames[cheapest]} becomes cheaper than ${pathNames[crossing.from]} in month ${crossing.month} (${when})`;
}

/** The line that weighs most in a path's running costs. */
export function monthlyTitle(path: PathId, { lines, totalUsd }: PathCost): string {
  const largest = [...lines].sort((a, b) => b.totalUsd - a.totalUsd)[0];
  if (!largest || totalUsd.mid <= 0) return `${pathNames[path]} costs nothing in this plan`;
  const share = format(largest.totalUsd / totalUsd.mid, "share", { digits: 2 });
  return `${pathNames[path]}: ${largest.label.toLowerCase()} is ${share} of the total`;
}

export function memoryTitle({ fits, totalForLoadBytes, usableBytes }: MemoryResult): string {
  const numbers = `${format(totalForLoadBytes, "B")} of ${format(usableBytes, "B")} usable`;
  return fits ? `It fits: ${numbers} on each accelerator` : `It does not fit: ${numbers} on each accelerator`;
}

export function latencyTitle(goodput: number, atPeak: LoadPoint | null): string {
  const most = `One replica keeps the targets up to ${format(goodput, "request/s")}`;
  if (goodput <= 0) return "No load keeps the latency targets";
  return atPeak ? `${most}; the busiest minute brings ${format(atPeak.requestsPerSecond, "request/s")}` : most;
}
