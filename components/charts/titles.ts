import type {
  BreakEven,
  LoadPoint,
  MemoryResult,
  PathCost,
  ScenarioResult,
  UncertaintyResult,
} from "@/lib/contract/result";
import { type PathId, pathIds } from "@/lib/contract/scenario";
import { format, formatMonth, monthAfter } from "@/lib/format";
import { pathNames } from "../figures/names";

type Costs = ScenarioResult["cost"];

export const considered = (cost: Costs): PathId[] => pathIds.filter((id) => cost[id] !== null);

/** What the chart of cumulative costs shows: who is cheapest at the end, and since when. */
export function cumulativeTitle(
  cost: Costs,
  breakEven: readonly BreakEven[],
  startMonth: string,
  barred: readonly PathId[] = [],
): string {
  const paths = considered(cost);
  const [first] = paths;
  if (!first) return "No path can be priced yet";
  const months = cost[first]?.cumulativeUsd.length ?? 0;
  const ends = paths
    .map((id) => ({ id, total: cost[id]?.cumulativeUsd.at(-1) ?? 0 }))
    .sort((a, b) => a.total - b.total);
  const cheapest = ends[0]?.id ?? first;
  if (paths.length === 1) return `${pathNames[cheapest]} costs ${format(ends[0]?.total, "USD")} over ${months} months`;
  if (barred.includes(cheapest)) {
    const next = ends.find(({ id }) => !barred.includes(id));
    const instead = next ? `; of those that do, ${pathNames[next.id]} costs least` : "";
    return `${pathNames[cheapest]} costs least over ${months} months but does not qualify${instead}`;
  }
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

/** Never all of the draws where some went another way. */
const ofDraws = (share: number): string =>
  share < 1 && share > 0.995 ? "over 99%" : format(share, "share", { digits: 2 });

/** Who costs least at the end, and in how many of the draws. */
export function cheapestTitle({ cheapestShare }: UncertaintyResult): string {
  const ends = pathIds
    .flatMap((id) => (cheapestShare[id] ? [{ id, share: cheapestShare[id].at(-1) ?? 0 }] : []))
    .sort((a, b) => b.share - a.share);
  const [first, second] = ends;
  if (!first || first.share === 0) return "No way may be chosen as things stand";
  const share = ofDraws(first.share);
  if (!second || second.share === 0) return `${pathNames[first.id]} costs least in ${share} of the draws`;
  return `${pathNames[first.id]} costs least in ${share} of the draws, ${pathNames[second.id]} in ${format(second.share, "share", { digits: 2 })}`;
}

/** The input on which the total hangs most. */
export function tornadoTitle(path: PathId, { tornado }: UncertaintyResult): string {
  const widest = tornado
    .flatMap(({ label, totalUsd }) => (totalUsd[path] ? [{ label, ...totalUsd[path] }] : []))
    .sort((a, b) => Math.abs(b.high - b.low) - Math.abs(a.high - a.low))[0];
  if (!widest || widest.low === widest.high) return `No uncertain input moves the total of ${pathNames[path]}`;
  const [least, most] = [Math.min(widest.low, widest.high), Math.max(widest.low, widest.high)];
  return `${pathNames[path]}: “${widest.label}” moves the total most, ${format(least, "USD")} to ${format(most, "USD")}`;
}

/** Where, by volume, the cheapest way changes nearest to the plan. */
export function volumeTitle({ breakEven }: ScenarioResult["finance"], requestsPerDay: number): string {
  const crossings = breakEven
    .flatMap(({ from, to, requestsPerDay: volumes }) => volumes.map((at) => ({ from, to, at })))
    .sort((a, b) => Math.abs(Math.log(a.at / requestsPerDay)) - Math.abs(Math.log(b.at / requestsPerDay)));
  const [nearest] = crossings;
  if (!nearest) return "No two ways cost the same, at any volume tried";
  const volume = format(Number(nearest.at.toPrecision(3)), "request/day");
  return `${pathNames[nearest.to]} and ${pathNames[nearest.from]} cost the same at ${volume}`;
}

/** How full the fleet gets, and how far it grows. */
export function capacityTitle({ monthly }: NonNullable<ScenarioResult["fleet"]>): string {
  const [first, last] = [monthly[0], monthly.at(-1)];
  if (!first || !last) return "No fleet";
  const grown =
    last.accelerators === first.accelerators
      ? `${format(first.accelerators, "accelerator")} carry the whole plan`
      : `The fleet goes from ${format(first.accelerators, "1")} to ${format(last.accelerators, "accelerator")}`;
  const missing = monthly.filter(({ capacityRequestsPerSecond = 1 }) => capacityRequestsPerSecond === 0).length;
  if (missing > 0) return `${grown}; none of it is there in the first ${missing === 1 ? "month" : `${missing} months`}`;
  const fullest = Math.max(
    ...monthly.map(
      ({ requestsPerSecond = 0, capacityRequestsPerSecond = 1 }) => requestsPerSecond / capacityRequestsPerSecond,
    ),
  );
  return `${grown}; at its fullest it is at ${format(fullest, "share", { digits: 2 })} of what it may carry`;
}
