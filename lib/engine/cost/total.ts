import type { PathCost } from "@/lib/contract/result";
import { derive, type Figure, type Figured } from "../figure";
import type { ScenarioFigures } from "../resolve/document";
import type { Traffic } from "../traffic/compose";
import type { PlanLine } from "./line";
import { presentValueUsd } from "./present-value";
import {
  cumulativeUsd,
  linesTotalUsd,
  monthTotalUsd,
  runningUsdPerMonth,
  usdPerMillionTokens,
  usdPerRequest,
} from "./sums";

/** A path's lines by what they grow with, beside what is shown of it. */
export type PricedPath = { plan: readonly PlanLine[]; cost: Figured<PathCost> };

/** The lines of a path at the expected size of its fleet, and those of the fleet at either end of its range. */
export type PathPlan = { lines: PlanLine[]; low: PlanLine[]; high: PlanLine[] };

export function pricePath(
  scenario: ScenarioFigures,
  traffic: Traffic,
  plan: PathPlan,
  tokens: "tokens" | "noTokens" = "tokens",
): PricedPath {
  const shown = plan.lines.map(({ line }) => line).filter((line) => line.monthlyUsd.some((usd) => usd.value !== 0));
  const monthlyUsd = traffic.monthly.map((_, month) =>
    derive(monthTotalUsd, { linesUsd: shown.flatMap((line) => line.monthlyUsd[month] ?? []) }),
  );
  const totals = (kind: "oneOff" | "running") =>
    shown.filter((line) => line.kind === kind).map((line) => line.totalUsd);
  const mid = derive(linesTotalUsd, { linesUsd: shown.map((line) => line.totalUsd) });
  const perRequest = derive(usdPerRequest, { totalUsd: mid, requests: traffic.monthly.map((month) => month.requests) });
  const { isl, osl } = scenario.workload;
  return {
    plan: plan.lines,
    cost: {
      lines: shown,
      monthlyUsd,
      cumulativeUsd: runningSum(monthlyUsd),
      oneOffUsd: derive(linesTotalUsd, { linesUsd: totals("oneOff") }),
      runningUsdPerMonth: derive(runningUsdPerMonth, {
        linesUsd: totals("running"),
        months: scenario.economics.horizonMonths,
      }),
      totalUsd: { low: totalOf(plan.low, mid), mid, high: totalOf(plan.high, mid) },
      presentValueUsd: derive(presentValueUsd, {
        monthsUsd: monthlyUsd,
        discountRatePerYear: scenario.economics.discountRatePerYear,
      }),
      usdPerRequest: perRequest,
      usdPerMillionTokens:
        tokens === "tokens" ? derive(usdPerMillionTokens, { usdPerRequest: perRequest, isl, osl }) : null,
    },
  };
}

/** A path without a fleet has no range of its own: what is known of it is exact. */
const totalOf = (lines: readonly PlanLine[], mid: Figure<number>): Figure<number> =>
  lines.length === 0 ? mid : derive(linesTotalUsd, { linesUsd: lines.map(({ line }) => line.totalUsd) });

function runningSum(monthlyUsd: readonly Figure<number>[]): Figure<number>[] {
  const sums: Figure<number>[] = [];
  monthlyUsd.forEach((monthUsd, index) => {
    const before = sums[index - 1];
    sums.push(before ? derive(cumulativeUsd, { beforeUsd: before, monthUsd }) : monthUsd);
  });
  return sums;
}
