import { derive, type Figure } from "../figure";
import type { ScenarioFigures } from "../resolve/document";
import type { Traffic } from "../traffic/compose";
import { partOfRequests } from "../traffic/growth";
import { type PlanLine, planLine } from "./line";
import { provisionedUsd, spilledShare, unitsBought, unitsPeakShare, unitTokensPerMinute } from "./provisioned-units";

type CallLines = (traffic: Traffic) => PlanLine[];

type Units = { units: Figure<number>; spilled: Figure<number> };

/** How a month's peak divides into whole units and what is beyond them. */
function unitsOf({ workload, paths }: ScenarioFigures, peakRequestsPerSecond: Figure<number>): Units {
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

/** Every month's units at a multiple of its peak, kept for the last multiple: a break-even tries many, for every line. */
function unitsByMultiple(scenario: ScenarioFigures, { monthly }: Traffic) {
  const at = (multiple: number) =>
    monthly.map(({ peakRequestsPerSecond: peak }) => unitsOf(scenario, { ...peak, value: peak.value * multiple }));
  let last = { multiple: 1, months: at(1) };
  return (multiple: number): readonly Units[] => {
    if (last.multiple !== multiple) last = { multiple, months: at(multiple) };
    return last.months;
  };
}

/** Units for a part of the peak, the rest paid by the token; all of it where no units are bought. */
export function withUnits(scenario: ScenarioFigures, traffic: Traffic, callLines: CallLines): PlanLine[] {
  const { api } = scenario.paths;
  if (api.provisionedPeakShare.value === 0) return callLines(traffic);
  const unitsAt = unitsByMultiple(scenario, traffic);
  const months = unitsAt(1);
  const all = callLines(traffic);
  const beyond = callLines({
    ...traffic,
    monthly: traffic.monthly.map((month, index) => ({
      ...month,
      requests: derive(partOfRequests, { requests: month.requests, share: (months[index] as Units).spilled }),
    })),
  });
  const spills = beyond.map((each, at): PlanLine => {
    const full = all[at]?.line.monthlyUsd ?? [];
    const totalAt = (multiple: number): number =>
      unitsAt(multiple).reduce(
        (sum, { spilled }, month) => sum + (full[month]?.value ?? 0) * multiple * spilled.value,
        0,
      );
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
    unitsAt(multiple).reduce((sum, each) => sum + each.units.value * api.provisionedUsdPerUnitMonth.value, 0);
  return [...spills, { ...units, totalAt: unitsTotalAt }];
}
