import { derive, type Figure } from "../figure";
import { assumptions } from "../resolve/assumptions";
import type { ScenarioFigures } from "../resolve/document";
import type { ApiTerms, ModelTerms } from "../resolve/price";
import { partOfTraffic, type Traffic } from "../traffic/compose";
import { monthsSinceLaunch } from "../traffic/months";
import { paidUsdPerMtoken } from "./api-price";
import {
  apiRequestsUsd,
  apiTokensUsd,
  billedOutputTokens,
  commitmentLeftUsd,
  largerModelShare,
  uncachedShare,
  writtenShare,
} from "./api-usage";
import { type PlanLine, planLine } from "./line";
import { withUnits } from "./provisioned";
import { trendFactor } from "./trend";

/** Which of an API's models a stream of requests goes to: the lines of each have names of their own. */
type Called = { suffix: string; label: string };
const main: Called = { suffix: "", label: "API" };

/** `apiInputEasy`, `apiInputEasy2`, …: places among the other models, as a name may change its price list. */
const otherCalled = ({ name }: ModelTerms, index: number): Called => ({
  suffix: `Easy${index === 0 ? "" : index + 1}`,
  label: `API, ${name}`,
});

/** Which of the other models a line of calls is of; -1 for the main one. */
export function placeAmongOthers(lineId: string): number {
  const [, place] = /Easy(\d*)$/.exec(lineId) ?? [];
  if (place === undefined) return -1;
  return place === "" ? 0 : Number(place) - 1;
}

/** Lines of the calls themselves for a stream of requests, split over the models where there are several. */
export function apiLines(scenario: ScenarioFigures, terms: ApiTerms, traffic: Traffic): PlanLine[] {
  const ofMain = withUnits(scenario, toMain(scenario, terms, traffic), (part) =>
    callLines(scenario, terms, part, main),
  );
  const ofOthers = terms.others.flatMap(({ terms: other, share }, index) =>
    callLines(scenario, other, partOfTraffic(scenario, traffic, share), otherCalled(other, index)),
  );
  const calls = [...ofMain, ...ofOthers];
  return [
    ...calls,
    ...commitmentLine(
      scenario,
      calls.filter(({ line }) => line.id !== "apiUnits"),
    ),
  ];
}

/** The main model is asked what is not sent to the others, and again what those failed at. */
function toMain(scenario: ScenarioFigures, { others }: ApiTerms, traffic: Traffic): Traffic {
  if (others.length === 0) return traffic;
  const shares = others.map(({ share }) => share);
  const failedShares = others.map(({ failedShare }) => failedShare);
  return partOfTraffic(scenario, traffic, derive(largerModelShare, { shares, failedShares }));
}

/** What the main model costs over the plan with the units bought for it, and what it would by the token. */
export function unitsCompared(
  scenario: ScenarioFigures,
  terms: ApiTerms,
  traffic: Traffic,
): { withUnitsUsd: number; byTokenUsd: number } {
  const calls = (part: Traffic) => callLines(scenario, terms, part, main);
  const asked = toMain(scenario, terms, traffic);
  const total = (lines: readonly PlanLine[]) => lines.reduce((sum, { line }) => sum + line.totalUsd.value, 0);
  return { withUnitsUsd: total(withUnits(scenario, asked, calls)), byTokenUsd: total(calls(asked)) };
}

/** What is committed and not used is paid all the same; at another volume it is another part. */
function commitmentLine({ paths, economics }: ScenarioFigures, calls: readonly PlanLine[]): PlanLine[] {
  const committedUsd = paths.api.committedUsdPerMonth;
  if (committedUsd.value === 0) return [];
  const months = Array.from({ length: economics.horizonMonths.value }, (_, month) => month);
  const callsUsd = (month: number) => calls.flatMap(({ line }) => line.monthlyUsd[month] ?? []);
  const line = planLine(
    { id: "apiCommitment", label: "API: commitment not used", kind: "running", consideration: "cost" },
    "nothing",
    months.map((month) => derive(commitmentLeftUsd, { committedUsd, callsUsd: callsUsd(month) })),
  );
  const perMonth = months.map((month) => callsUsd(month).reduce((sum, usd) => sum + usd.value, 0));
  const totalAt = (multiple: number): number =>
    perMonth.reduce((sum, usd) => sum + Math.max(0, committedUsd.value - usd * multiple), 0);
  return [{ ...line, totalAt }];
}

function callLines(
  scenario: ScenarioFigures,
  terms: ModelTerms,
  traffic: Traffic,
  { suffix, label }: Called,
): PlanLine[] {
  const { workload, paths } = scenario;
  const { batchMultiplier, retryShare, priceFactorPerYear, cacheWriteShare, reasoningTokens } = paths.api;
  const discountShare =
    paths.api.committedUsdPerMonth.value > 0 ? paths.api.committedDiscountShare : assumptions.noDiscount;
  const trends = traffic.monthly.map((_, index) =>
    derive(trendFactor, { factorPerYear: priceFactorPerYear, month: monthsSinceLaunch(index) }),
  );
  const tokens = (
    id: string,
    words: string,
    listUsdPerMtoken: Figure<number>,
    tokensPerRequest: Figure<number>,
    share: Figure<number>,
  ): PlanLine => {
    const usdPerMtoken = derive(paidUsdPerMtoken, {
      usdPerMtoken: listUsdPerMtoken,
      batchableShare: workload.batchableShare,
      batchMultiplier,
      retryShare,
      discountShare,
    });
    return planLine(
      { id: `${id}${suffix}`, label: `${label}: ${words}`, kind: "running", consideration: "cost" },
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
  const { cachedInputShare } = workload;
  const writes = cacheWriteShare.value > 0;
  const lines = [
    tokens(
      "apiInput",
      "input tokens",
      terms.inputUsdPerMtoken,
      workload.isl,
      derive(uncachedShare, { cachedInputShare, cacheWriteShare }),
    ),
    tokens(
      "apiCachedInput",
      "input read from cache",
      terms.cachedInputUsdPerMtoken,
      workload.isl,
      workload.cachedInputShare,
    ),
    ...(writes
      ? [
          tokens(
            "apiCacheWrite",
            "input written to cache",
            terms.cacheWriteUsdPerMtoken,
            workload.isl,
            derive(writtenShare, { cachedInputShare, cacheWriteShare }),
          ),
        ]
      : []),
    tokens(
      "apiOutput",
      "output tokens",
      terms.outputUsdPerMtoken,
      derive(billedOutputTokens, { osl: workload.osl, reasoningTokens }),
      assumptions.all,
    ),
  ];
  const fee = terms.usdPerThousandRequests;
  if (!fee) return lines;
  const monthly = traffic.monthly.map(({ requests }, index) =>
    derive(apiRequestsUsd, {
      requests,
      retryShare,
      usdPerThousandRequests: fee,
      discountShare,
      trendFactor: trends[index] ?? assumptions.one,
    }),
  );
  return [
    ...lines,
    planLine(
      { id: `apiFees${suffix}`, label: `${label}: fees per request`, kind: "running", consideration: "cost" },
      "volume",
      monthly,
    ),
  ];
}
