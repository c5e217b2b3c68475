import type { z } from "zod";
import type { trafficResultSchema } from "@/lib/contract/result";
import { derive, type Figure, type Figured, given } from "../figure";
import type { ScenarioFigures } from "../resolve/document";
import {
  meanRequestsPerSecond,
  partOfRequests,
  peakRequestsPerSecond,
  requestsInMonth,
  requestsOfDay,
  tokensPerMonth,
} from "./growth";
import { monthLabel, monthsSinceLaunch } from "./months";

export type TrafficMonth = { month: string; requests: Figure<number>; peakRequestsPerSecond: Figure<number> };
export type Traffic = Omit<Figured<z.infer<typeof trafficResultSchema>>, "monthly"> & { monthly: TrafficMonth[] };

/** Requests of each month of the horizon and what follows from them. The figures without a month are those of launch. */
export function composeTraffic(scenario: ScenarioFigures): Traffic {
  const months = Array.from({ length: scenario.economics.horizonMonths.value }, (_, month) => month);
  return trafficOf(
    scenario,
    months.map((month) => requestsOf(scenario, month)),
  );
}

function requestsOf({ workload }: ScenarioFigures, month: number): Figure<number> {
  const own = workload.ownRequestsPerDay;
  if (workload.growthKind.value === "own" && own.length > 0) {
    const index = Math.min(month, own.length - 1);
    return derive(requestsOfDay, {
      requestsPerDay: given(own[index] ?? 0, {
        kind: "entered",
        label: "Requests a day of this month",
        unit: "request/day",
        path: `workload.ownRequestsPerDay.${index}`,
      }),
    });
  }
  return derive(requestsInMonth, {
    requestsPerDay: workload.requestsPerDay,
    growthPerYear: workload.growthPerYear,
    growthKind: workload.growthKind,
    ceilingFactor: workload.ceilingFactor,
    month: monthsSinceLaunch(month),
  });
}

/** The part of the traffic that goes one way, for a mix of paths or another volume; with a peak of its own where it has one. */
export function partOfTraffic(
  scenario: ScenarioFigures,
  traffic: Traffic,
  share: Figure<number>,
  peakToMean: Figure<number> = scenario.workload.peakToMean,
): Traffic {
  return trafficOf(
    scenario,
    traffic.monthly.map((month) => derive(partOfRequests, { requests: month.requests, share })),
    peakToMean,
  );
}

function trafficOf(
  { workload, economics }: ScenarioFigures,
  requests: readonly Figure<number>[],
  peakToMean: Figure<number> = workload.peakToMean,
): Traffic {
  const monthly = requests.map((each, index) => ({
    month: monthLabel(economics.startMonth.value, index),
    requests: each,
    peakRequestsPerSecond: derive(peakRequestsPerSecond, { requestsPerMonth: each, peakToMean }),
  }));
  const first = monthly[0];
  if (!first) throw new Error("the horizon has no month");
  return {
    requestsPerMonth: first.requests,
    meanRequestsPerSecond: derive(meanRequestsPerSecond, { requestsPerMonth: first.requests }),
    peakRequestsPerSecond: first.peakRequestsPerSecond,
    inputTokensPerMonth: derive(tokensPerMonth, { requests: first.requests, tokensPerRequest: workload.isl }),
    outputTokensPerMonth: derive(tokensPerMonth, { requests: first.requests, tokensPerRequest: workload.osl }),
    monthly,
  };
}
