import { derive, type Figure, formula } from "../figure";
import type { ScenarioFigures } from "../resolve/document";
import { partOfTraffic, type Traffic } from "../traffic/compose";
import { cappedPeakToMean, shareBelowCap } from "../traffic/day";
import { everyMonthOf, type PlanLine, planLine } from "./line";

/** How a mix divides the requests. */

export const apiShareOfMix = formula(
  {
    id: "cost.apiShareOfMix",
    title: "Share asked of the API",
    unit: "share",
    reads: "1 − share kept in-house × (1 − share of it answered twice)",
    source: "definition",
    example: {
      of: "70 % kept, a tenth of it asked again",
      given: { keptShare: 0.7, misroutedShare: 0.1 },
      gives: 0.37,
      within: 1e-12,
    },
  },
  ({ keptShare, misroutedShare }: { keptShare: number; misroutedShare: number }) =>
    1 - keptShare * (1 - misroutedShare),
);

export const routerUsd = formula(
  {
    id: "cost.routerUsd",
    title: "Router of a month",
    unit: "USD/month",
    reads: "requests ÷ 1,000 × cost of a thousand decisions",
    source: "definition",
    example: {
      of: "30,000 requests at 0.20 USD",
      given: { requests: 30_000, usdPerThousandRequests: 0.2 },
      gives: 6,
      within: 1e-12,
    },
  },
  ({ requests, usdPerThousandRequests }: { requests: number; usdPerThousandRequests: number }) =>
    (requests / 1000) * usdPerThousandRequests,
);

type Parts = { hosted: Traffic; toApi: Traffic };

/** A fixed share by kind of request, or whatever a fleet for part of the peak has room for. */
export function partsOfMix(scenario: ScenarioFigures, traffic: Traffic): Parts {
  const { hybrid } = scenario.paths;
  const { peakToMean } = scenario.workload;
  const overflow = hybrid.routing.value === "overflow";
  const peakShare = hybrid.overflowPeakShare;
  const keptShare: Figure<number> = overflow
    ? derive(shareBelowCap, { peakToMean, peakShare })
    : hybrid.selfHostedShare;
  const toApi = derive(apiShareOfMix, { keptShare, misroutedShare: hybrid.misroutedShare });
  const peak = overflow ? derive(cappedPeakToMean, { peakToMean, peakShare, share: keptShare }) : peakToMean;
  return {
    hosted: partOfTraffic(scenario, traffic, keptShare, peak),
    toApi: partOfTraffic(scenario, traffic, toApi),
  };
}

export function routerLine({ paths: { hybrid } }: ScenarioFigures, traffic: Traffic): PlanLine[] {
  const usdPerThousandRequests = hybrid.routerUsdPerThousandRequests;
  if (usdPerThousandRequests.value === 0) return [];
  return [
    planLine(
      { id: "router", label: "Router", kind: "running", consideration: "cost" },
      "volume",
      everyMonthOf(traffic, (requests) => derive(routerUsd, { requests, usdPerThousandRequests })),
    ),
  ];
}
