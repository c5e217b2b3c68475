import { derive, type Figure } from "../figure";
import type { ScenarioFigures } from "../resolve/document";
import type { Traffic } from "../traffic/compose";
import { partOfRequests } from "../traffic/growth";
import { type PlanLine, planLine } from "./line";
import { provisionedUsd, spilledShare, unitsBought, unitsPeakShare, unitTokensPerMinute } from "./provisioned-units";

type CallLines = (traffic: Traffic) => PlanLine[];

/** How a month's peak divides into whole units and what is beyond them. */
function unitsOf({ workload, paths }: ScenarioFigures, peakRequestsPerSecond: Figure<number>) {
  const { api } = paths;
  const tokensPerMinute = derive(unitTokensPerMinute, {
    requestsPerSecond: peakRequestsPerSecond,
    isl: workload.isl,
    cachedInputShare: workload.cachedInputShare,
    osl: workload.osl,
    reasoningTokens: api.reasoningTokens,
    outputRatio: api.provisionedOutputRatio,
    retryShare: api.retryShare,
  });
  const tokensPerUnitMinute = api.provisionedTokensPerUnitMinute;
  const units = derive(unitsBought, {
    tokensPerMinute,
    peakShare: api.provisionedPeakShare,
    tokensPerUnitMinute,
    minimum: api.provisionedMinimumUnits,
    increment: api.provisionedIncrement,
  });
  const spilled = derive(spilledShare, {
    peakToMean: workload.peakToMean,
    peakShare: derive(unitsPeakShare, { units, tokensPerUnitMinute, tokensPerMinute }),
  });
  return { units, spilled };
}

/** The same at a multiple of the peak, with the formulas called bare: a break-even tries many. */
function unitsAt({ workload, paths: { api } }: ScenarioFigures, requestsPerSecond: number) {
  const tokensPerMinute = unitTokensPerMinute({
    requestsPerSecond,
    isl: workload.isl.value,
    cachedInputShare: workload.cachedInputShare.value,
    osl: workload.osl.value,
    reasoningTokens: api.reasoningTokens.value,
    outputRatio: api.provisionedOutputRatio.value,
    retryShare: api.retryShare.value,
  });
  const tokensPerUnitMinute = api.provisionedTokensPerUnitMinute.value;
  const units = unitsBought({
    tokensPerMinute,
    peakShare: api.provisionedPeakShare.value,
    tokensPerUnitMinute,
    minimum: api.provisionedMinimumUnits.value,
    increment: api.provisionedIncrement.value,
  });
  const peakShare = unitsPeakShare({ units, tokensPerUnitMinute, tokensPerMinute });
  return { units, spilled: spilledShare({ peakToMean: workload.peakToMean.value, peakShare }) };
}

/** Units for a part of the peak, the rest paid by the token; all of it where no units are bought. */
export function withUnits(scenario: ScenarioFigures, traffic: Traffic, callLines: CallLines): PlanLine[] {
  const { api } = scenario.paths;
  if (api.provisionedPeakShare.value === 0) return callLines(traffic);
  const months = traffic.monthly.map((month) => unitsOf(scenario, month.peakRequestsPerSecond));
  const peaks = traffic.monthly.map((month) => month.peakRequestsPerSecond.value);
  const all = callLines(traffic);
  const beyond = callLines({
    ...traffic,
    monthly: traffic.monthly.map((month, index) => ({
      ...month,
      requests: derive(partOfRequests, { requests: month.requests, share: (months[index] as Spilled).spilled }),
    })),
  });
  const spills = beyond.map((each, at): PlanLine => {
    const full = all[at]?.line.monthlyUsd ?? [];
    const totalAt = (multiple: number): number =>
      full.reduce((sum, usd, month) => {
        const { spilled } = unitsAt(scenario, (peaks[month] ?? 0) * multiple);
        return sum + usd.value * multiple * spilled;
      }, 0);
    return { ...each, totalAt };
  });
  const units = planLine(
    { id: "apiUnits", label: "API: provisioned units", kind: "running", consideration: "cost" },
    "volume",
    months.map((month) =>
      derive(provisionedUsd, { units: month.units, usdPerUnitMonth: api.provisionedUsdPerUnitMonth }),
    ),
  );
  const unitsTotalAt = (multiple: number): number =>
    peaks.reduce(
      (sum, peak) => sum + unitsAt(scenario, peak * multiple).units * api.provisionedUsdPerUnitMonth.value,
      0,
    );
  return [...spills, { ...units, totalAt: unitsTotalAt }];
}

type Spilled = ReturnType<typeof unitsOf>;
