import type { z } from "zod";
import type { trafficResultSchema } from "@/lib/contract/result";
import { derive, type Figure, type Figured } from "../figure";
import type { ScenarioFigures } from "../resolve/document";
import {
  meanRequestsPerSecond,
  partOfRequests,
  peakRequestsPerSecond,
  requestsInMonth,
  tokensPerMonth,
} from "./growth";
import { monthLabel, monthsSinceLaunch } from "./months";

export type TrafficMonth = { month: string; requests: Figure<number>; peakRequestsPerSecond: Figure<number> };
export type Traffic = Omit<Figured<z.infer<typeof trafficResultSchema>>, "monthly"> & { monthly: TrafficMonth[] };

/** Requests of each month of the horizon and what follows from them. The figures without a month are those of launch. */
export function composeTraffic(scenario: ScenarioFigures): Traffic {
  const { workload, economics } = scenario;
  const requests = Array.from({ length: economics.horizonMonths.value }, (_, month) =>
    derive(requestsInMonth, {
      requestsPerDay: workload.requestsPerDay,
      growthPerYear: workload.growthPerYear,
      growthKind: workload.growthKind,
      month: monthsSinceLaunch(month),
    }),
  );
  return trafficOf(scenario, requests);
}

/** The part of the traffic that goes one way, for a mix of paths or another volume. */
export function partOfTraffic(scenario: ScenarioFigures, traffic: Traffic, share: Figure<number>): Traffic {
  return trafficOf(
    scenario,
    traffic.monthly.map((month) => derive(partOfRequests, { requests: month.requests, share })),
  );
}

function trafficOf({ workload, economics }: ScenarioFigures, requests: readonly Figure<number>[]): Traffic {
  const monthly = requests.map((each, index) => ({
    month: monthLabel(economics.startMonth.value, index),
    requests: each,
    peakRequestsPerSecond: derive(peakRequestsPerSecond, { requestsPerMonth: each, peakToMean: workload.peakToMean }),
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
