import { derive, type Figure } from "../figure";
import { assumptions } from "../resolve/assumptions";
import type { ScenarioFigures } from "../resolve/document";
import type { ApiTerms } from "../resolve/price";
import type { Traffic } from "../traffic/compose";
import { monthsSinceLaunch } from "../traffic/months";
import { paidUsdPerMtoken } from "./api-price";
import { apiRequestsUsd, apiTokensUsd, uncachedShare } from "./api-usage";
import { type PlanLine, planLine } from "./line";
import { trendFactor } from "./trend";

/** Lines of the calls themselves for a stream of requests. */
export function apiLines(scenario: ScenarioFigures, terms: ApiTerms, traffic: Traffic): PlanLine[] {
  const { workload, paths } = scenario;
  const { batchMultiplier, retryShare, priceFactorPerYear } = paths.api;
  const trends = traffic.monthly.map((_, index) =>
    derive(trendFactor, { factorPerYear: priceFactorPerYear, month: monthsSinceLaunch(index) }),
  );
  const tokens = (
    id: string,
    label: string,
    listUsdPerMtoken: Figure<number>,
    tokensPerRequest: Figure<number>,
    share: Figure<number>,
  ): PlanLine => {
    const usdPerMtoken = derive(paidUsdPerMtoken, {
      usdPerMtoken: listUsdPerMtoken,
      batchableShare: workload.batchableShare,
      batchMultiplier,
      retryShare,
    });
    return planLine(
      { id, label, kind: "running", consideration: "cost" },
      "volume",
      traffic.monthly.map(({ requests }, index) =>
        derive(apiTokensUsd, {
          requests,
          tokensPerRequest,
          share,
          usdPerMtoken,
          trendFactor: trends[index] ?? assumptions.one,
        }),
      ),
    );
  };
  const uncached = derive(uncachedShare, { cachedInputShare: workload.cachedInputShare });
  const lines = [
    tokens("apiInput", "API: input tokens", terms.inputUsdPerMtoken, workload.isl, uncached),
    tokens(
      "apiCachedInput",
      "API: input read from cache",
      terms.cachedInputUsdPerMtoken,
      workload.isl,
      workload.cachedInputShare,
    ),
    tokens("apiOutput", "API: output tokens", terms.outputUsdPerMtoken, workload.osl, assumptions.all),
  ];
  const fee = terms.usdPerThousandRequests;
  if (!fee) return lines;
  const monthly = traffic.monthly.map(({ requests }, index) =>
    derive(apiRequestsUsd, {
      requests,
      retryShare,
      usdPerThousandRequests: fee,
      trendFactor: trends[index] ?? assumptions.one,
    }),
  );
  return [
    ...lines,
    planLine(
      { id: "apiFees", label: "API: fees per request", kind: "running", consideration: "cost" },
      "volume",
      monthly,
    ),
  ];
}
