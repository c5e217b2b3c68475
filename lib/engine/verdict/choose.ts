import type { Finding } from "@/lib/contract/result";
import { type PathId, pathIds } from "@/lib/contract/scenario";
import type { PricedPaths } from "../cost/compose";
import type { PlanLine } from "../cost/line";
import type { PricedPath } from "../cost/total";

export type Ranked = { id: PathId; path: PricedPath };

/** Largest running cost of a month: what a monthly budget is held against. */
export function dearestMonthUsd(plan: readonly PlanLine[]): number {
  const running = plan.flatMap(({ line }) => (line.kind === "running" ? [line.monthlyUsd] : []));
  const months = running[0]?.length ?? 0;
  let most = 0;
  for (let month = 0; month < months; month += 1) {
    const usd = running.reduce((sum, monthlyUsd) => sum + (monthlyUsd[month]?.value ?? 0), 0);
    most = Math.max(most, usd);
  }
  return most;
}

export const isOverBudget = (plan: readonly PlanLine[], budgetUsdPerMonth: number | null): boolean =>
  budgetUsdPerMonth !== null && dearestMonthUsd(plan) > budgetUsdPerMonth;

/** Paths that qualify, cheapest over the horizon first. */
export function qualifying(paths: PricedPaths, barred: ReadonlySet<PathId>): Ranked[] {
  return pathIds
    .flatMap((id) => {
      const path = paths[id];
      return path && !barred.has(id) ? [{ id, path }] : [];
    })
    .sort((a, b) => a.path.cost.totalUsd.mid.value - b.path.cost.totalUsd.mid.value);
}

export const barredBy = (findings: readonly Finding[]): Set<PathId> =>
  new Set(findings.flatMap(({ severity, bars }) => (severity === "blocker" ? bars : [])));
