import type { z } from "zod";
import type { BreakEven, scenarioResultSchema } from "@/lib/contract/result";
import { type PathId, pathIds } from "@/lib/contract/scenario";
import { byPath } from "../by-path";
import type { PricedPaths } from "../cost/compose";
import { partsOfMix } from "../cost/hybrid";
import type { CostInputs } from "../cost/inputs";
import { presentValueUsd } from "../cost/present-value";
import type { PricedPath } from "../cost/total";
import { derive, type Figure, type Figured, given } from "../figure";
import { settledShare } from "../traffic/growth";
import { monthsSinceLaunch } from "../traffic/months";
import { benefitTotalUsd, benefitUsdPerMonth, returnOnCost } from "./benefit";
import { breakEvenRequestsPerDay, crossingMonth, signChangesOnLogGrid } from "./crossing";
import { composeInvestments, lessTax, orNull, repaymentOf, savedBy, taxesOf } from "./investment";
import { internalRateAnnual, paybackPeriods, savedUsd } from "./returns";
import { inCurrency, usdPerResolvedRequest, utilisation, wrongShare } from "./unit-cost";
import { loadAt, type TotalAt, totalAtVolume } from "./volume";

export type FinanceResult = Figured<z.infer<typeof scenarioResultSchema>["finance"]>;

/** Volumes from a thousandth to a thousand times the plan's are searched. */
const leastMultiple = 1e-3;
const mostMultiple = 1e3;
const pointsPerDecade = 24;

export function composeFinance(inputs: CostInputs, paths: PricedPaths): FinanceResult {
  const priced = pathIds.flatMap((id) => {
    const path = paths[id];
    return path ? [{ id, path, totalAt: rememberedTotal(inputs, id, path) }] : [];
  });
  const breakEven = priced.flatMap((from, index) => priced.slice(index + 1).map((to) => compare(inputs, from, to)));
  return {
    breakEven,
    selfHostedOverApi: selfHostedOverApi(inputs, paths),
    investments: composeInvestments(inputs, paths),
    returns: returnsOf(inputs, paths),
    unit: unitsOf(inputs, paths),
    currency: inputs.scenario.economics.currency.value,
    byVolume: byVolume(inputs, priced),
  };
}

/** A hundredth to a hundred times the plan's volume, for the chart. */
const shownDecades = 2;
const shownPerDecade = 10;

function byVolume({ scenario }: CostInputs, priced: readonly Priced[]): NonNullable<FinanceResult["byVolume"]> {
  const points = 2 * shownDecades * shownPerDecade + 1;
  const multiples = Array.from({ length: points }, (_, index) => 10 ** (index / shownPerDecade - shownDecades));
  const note = "Every line at that volume; the fleet worked out anew, in whole machines.";
  const at = (value: number, unit: "USD" | "request/day", label: string) =>
    given(value, { kind: "calibrated", label, unit, path: "finance.byVolume", note });
  const { requestsPerDay } = scenario.workload;
  return {
    requestsPerDay: multiples.map((multiple) =>
      at(requestsPerDay.value * multiple, "request/day", "Requests a day at launch"),
    ),
    totalUsd: byPath((id) => {
      const path = priced.find((each) => each.id === id);
      if (!path) return null;
      return multiples.map((multiple) => at(path.totalAt(multiple), "USD", "Total over the horizon at this volume"));
    }),
  };
}

function unitsOf({ scenario, traffic }: CostInputs, paths: PricedPaths): NonNullable<FinanceResult["unit"]> {
  const { workload, outcome, economics } = scenario;
  const requests = traffic.monthly.map((month) => month.requests);
  const { errorShare, peopleErrorShare } = outcome;
  const settled = traffic.monthly.map((_, index) =>
    derive(settledShare, {
      escalatedShare: workload.escalatedShare,
      rampMonths: outcome.rampMonths,
      month: monthsSinceLaunch(index),
    }),
  );
  const wrong = settled.map((share) => derive(wrongShare, { settledShare: share, errorShare, peopleErrorShare }));
  const wrongByPeople = traffic.monthly.map(() => peopleErrorShare);
  return byPath((id) => {
    const path = paths[id];
    if (!path) return null;
    const totalUsd = path.cost.totalUsd.mid;
    const wrongShares = id === "people" ? wrongByPeople : wrong;
    return {
      usdPerResolvedRequest: derive(usdPerResolvedRequest, { totalUsd, requests, wrongShares }),
      totalInCurrency: derive(inCurrency, { usd: totalUsd, currencyPerUsd: economics.currencyPerUsd }),
    };
  });
}

type Priced = { id: PathId; path: PricedPath; totalAt: TotalAt };

const hostedBy = ({ scenario, traffic }: CostInputs, id: PathId) =>
  id === "hybrid" ? partsOfMix(scenario, traffic).hosted : traffic;

/** How far the fleet that is compared is used where both cost the same; the larger fleet where both have one. */
function utilisationAt(inputs: CostInputs, ids: readonly PathId[], multiples: readonly number[]): Figure<number>[] {
  const { hosting } = inputs;
  const id = ids.includes("selfHosted") ? "selfHosted" : ids.find((each) => each === "hybrid");
  if (!hosting || !id) return [];
  const at = loadAt(hosting, hostedBy(inputs, id));
  return multiples.map((multiple) => {
    const load = at(multiple);
    const figures = (values: readonly number[], label: string) =>
      values.map((value) => given(value, { kind: "calibrated", label, unit: "request/s", path: "finance.breakEven" }));
    return derive(utilisation, {
      requestsPerSecond: figures(load.requestsPerSecond, "Requests a second on average, in a month"),
      servableRequestsPerSecond: figures(load.servableRequestsPerSecond, "What its machines could serve"),
    });
  });
}

function rememberedTotal(inputs: CostInputs, id: PathId, path: PricedPath): TotalAt {
  const totalAt = totalAtVolume(path, inputs.hosting, hostedBy(inputs, id));
  const known = new Map<number, number>();
  return (multiple) => {
    const total = known.get(multiple) ?? totalAt(multiple);
    known.set(multiple, total);
    return total;
  };
}

function compare(inputs: CostInputs, from: Priced, to: Priced): Figured<BreakEven> {
  const { scenario } = inputs;
  const month = derive(crossingMonth, { fromUsd: from.path.cost.cumulativeUsd, toUsd: to.path.cost.cumulativeUsd });
  const difference: TotalAt = (multiple) => from.totalAt(multiple) - to.totalAt(multiple);
  const multiples = signChangesOnLogGrid(difference, leastMultiple, mostMultiple, pointsPerDecade);
  return {
    from: from.id,
    to: to.id,
    month: orNull(month),
    requestsPerDay: multiples.map((multiple) =>
      derive(breakEvenRequestsPerDay, {
        requestsPerDay: scenario.workload.requestsPerDay,
        multiple: given(multiple, {
          kind: "calibrated",
          label: "Multiple of today's volume at which both totals are equal",
          unit: "1",
          path: "workload.requestsPerDay",
          note: "Found by bisection on the totals of both paths over the horizon.",
        }),
      }),
    ),
    utilisation: utilisationAt(inputs, [from.id, to.id], multiples),
  };
}

/** The investment that self-hosting is when an API is there; null where no month costs more. */
function selfHostedOverApi(inputs: CostInputs, { api, selfHosted }: PricedPaths): FinanceResult["selfHostedOverApi"] {
  if (!api || !selfHosted) return null;
  const flowsUsd = savedBy(inputs, selfHosted, api);
  if (flowsUsd.every((flow) => flow.value >= 0)) return null;
  const { discountRatePerYear } = inputs.scenario.economics;
  return {
    npvUsd: derive(presentValueUsd, { monthsUsd: flowsUsd, discountRatePerYear }),
    irrAnnual: orNull(derive(internalRateAnnual, { flowsUsd })),
    paybackMonths: orNull(derive(paybackPeriods, { flowsUsd })),
  };
}

/** Requests are handled on every path, by people where the model does not settle them, so each brings the same. */
function returnsOf(inputs: CostInputs, paths: PricedPaths): FinanceResult["returns"] {
  const { scenario, traffic } = inputs;
  const { outcome, economics } = scenario;
  if (outcome.valueUsdPerRequest.value === 0) return null;
  const benefits = traffic.monthly.map(({ requests }) =>
    derive(benefitUsdPerMonth, { requests, usdPerRequest: outcome.valueUsdPerRequest }),
  );
  const benefitUsd = derive(benefitTotalUsd, { monthsUsd: benefits });
  const of = (path: PricedPath | null) => {
    if (!path) return null;
    const taxes = taxesOf(inputs, path, benefits);
    const flowsUsd = lessTax(
      path.cost.monthlyUsd.map((usd, month) => derive(savedUsd, { insteadOfUsd: benefits[month] ?? usd, usd })),
      taxes,
    );
    return {
      benefitUsd,
      ...(taxes && { taxUsd: derive(benefitTotalUsd, { monthsUsd: taxes }) }),
      npvUsd: derive(presentValueUsd, { monthsUsd: flowsUsd, discountRatePerYear: economics.discountRatePerYear }),
      roi: derive(returnOnCost, { benefitUsd, costUsd: path.cost.totalUsd.mid }),
      ...repaymentOf(flowsUsd, economics.discountRatePerYear),
    };
  };
  return byPath((id) => of(paths[id]));
}
