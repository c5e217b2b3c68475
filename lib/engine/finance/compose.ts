import type { z } from "zod";
import type { BreakEven, scenarioResultSchema } from "@/lib/contract/result";
import { type PathId, pathIds } from "@/lib/contract/scenario";
import { byPath } from "../by-path";
import type { PricedPaths } from "../cost/compose";
import type { CostInputs } from "../cost/inputs";
import { presentValueUsd } from "../cost/present-value";
import type { PricedPath } from "../cost/total";
import { derive, type Figure, type Figured, given } from "../figure";
import { partOfTraffic } from "../traffic/compose";
import { benefitTotalUsd, benefitUsdPerMonth, returnOnCost } from "./benefit";
import { breakEvenRequestsPerDay, crossingMonth, signChangesOnLogGrid } from "./crossing";
import { internalRateAnnual, paybackPeriods, savedUsd } from "./returns";
import { type TotalAt, totalAtVolume } from "./volume";

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
  return { breakEven, selfHostedOverApi: selfHostedOverApi(inputs, paths), returns: returnsOf(inputs, paths) };
}

type Priced = { id: PathId; path: PricedPath; totalAt: TotalAt };

function rememberedTotal(inputs: CostInputs, id: PathId, path: PricedPath): TotalAt {
  const { scenario, traffic, hosting } = inputs;
  const hosted = id === "hybrid" ? partOfTraffic(scenario, traffic, scenario.paths.hybrid.selfHostedShare) : traffic;
  const totalAt = totalAtVolume(path, hosting, hosted);
  const known = new Map<number, number>();
  return (multiple) => {
    const total = known.get(multiple) ?? totalAt(multiple);
    known.set(multiple, total);
    return total;
  };
}

function compare({ scenario }: CostInputs, from: Priced, to: Priced): Figured<BreakEven> {
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
  };
}

/** A figure without a value is still a figure, with its working. */
const orNull = (figure: Figure<number | null>): Figure<number> | Figure<null> =>
  figure as Figure<number> | Figure<null>;

function selfHostedOverApi(
  { scenario }: CostInputs,
  { api, selfHosted }: PricedPaths,
): FinanceResult["selfHostedOverApi"] {
  if (!api || !selfHosted) return null;
  const flowsUsd = api.cost.monthlyUsd.flatMap((insteadOfUsd, month) => {
    const usd = selfHosted.cost.monthlyUsd[month];
    return usd ? [derive(savedUsd, { insteadOfUsd, usd })] : [];
  });
  if (flowsUsd.every((flow) => flow.value >= 0)) return null;
  const { discountRatePerYear } = scenario.economics;
  return {
    npvUsd: derive(presentValueUsd, { monthsUsd: flowsUsd, discountRatePerYear }),
    irrAnnual: orNull(derive(internalRateAnnual, { flowsUsd })),
    paybackMonths: orNull(derive(paybackPeriods, { flowsUsd })),
  };
}

/** Requests are handled on every path, by people where the model does not settle them, so each brings the same. */
function returnsOf({ scenario, traffic }: CostInputs, paths: PricedPaths): FinanceResult["returns"] {
  const { outcome, economics } = scenario;
  if (outcome.valueUsdPerRequest.value === 0) return null;
  const benefits = traffic.monthly.map(({ requests }) =>
    derive(benefitUsdPerMonth, { requests, usdPerRequest: outcome.valueUsdPerRequest }),
  );
  const benefitUsd = derive(benefitTotalUsd, { monthsUsd: benefits });
  const of = (path: PricedPath | null) => {
    if (!path) return null;
    const flowsUsd = path.cost.monthlyUsd.map((usd, month) =>
      derive(savedUsd, { insteadOfUsd: benefits[month] ?? usd, usd }),
    );
    return {
      benefitUsd,
      npvUsd: derive(presentValueUsd, { monthsUsd: flowsUsd, discountRatePerYear: economics.discountRatePerYear }),
      roi: derive(returnOnCost, { benefitUsd, costUsd: path.cost.totalUsd.mid }),
      irrAnnual: orNull(derive(internalRateAnnual, { flowsUsd })),
      paybackMonths: orNull(derive(paybackPeriods, { flowsUsd })),
    };
  };
  return byPath((id) => of(paths[id]));
}
