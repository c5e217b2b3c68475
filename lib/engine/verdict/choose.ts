import type { Finding } from "@/lib/contract/result";
import { type PathId, pathIds } from "@/lib/contract/scenario";
import type { PricedPaths } from "../cost/compose";
import type { PricedPath } from "../cost/total";

export type Ranked = { id: PathId; path: PricedPath };

/** Largest running cost of a month: what a monthly budget is held against. */
export function dearestMonthUsd({ cost }: PricedPath): number {
  const running = cost.lines.filter((line) => line.kind === "running");
  return cost.monthlyUsd.reduce((most, _, month) => {
    const usd = running.reduce((sum, line) => sum + (line.monthlyUsd[month]?.value ?? 0), 0);
    return Math.max(most, usd);
  }, 0);
}

export function pathsOverBudget(paths: PricedPaths, budgetUsdPerMonth: number | null): Ranked[] {
  if (budgetUsdPerMonth === null) return [];
  return rankable(paths).filter(({ path }) => dearestMonthUsd(path) > budgetUsdPerMonth);
}

const rankable = (paths: PricedPaths): Ranked[] =>
  pathIds.flatMap((id) => {
    const path = paths[id];
    return path ? [{ id, path }] : [];
  });

/** Paths that qualify, cheapest over the horizon first. */
export function qualifying(paths: PricedPaths, barred: ReadonlySet<PathId>): Ranked[] {
  return rankable(paths)
    .filter(({ id }) => !barred.has(id))
    .sort((a, b) => a.path.cost.totalUsd.mid.value - b.path.cost.totalUsd.mid.value);
}

export const barredBy = (findings: readonly Finding[]): Set<PathId> =>
  new Set(findings.flatMap(({ severity, bars }) => (severity === "blocker" ? bars : [])));
