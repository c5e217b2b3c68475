import type { z } from "zod";
import type { investmentSchema } from "@/lib/contract/result";
import { type PathId, pathIds } from "@/lib/contract/scenario";
import type { PricedPaths } from "../cost/compose";
import type { CostInputs } from "../cost/inputs";
import { presentValueUsd } from "../cost/present-value";
import type { PricedPath } from "../cost/total";
import { derive, type Figure, type Figured } from "../figure";
import { assumptions } from "../resolve/assumptions";
import { monthsSinceLaunch } from "../traffic/months";
import { monthsPerYear } from "../units";
import { internalRates } from "./internal-rate";
import { rateNote } from "./rate-words";
import {
  discountedPaybackMonths,
  gainUsd,
  internalRateAnnual,
  investedUsd,
  paybackPeriods,
  returnOnInvestment,
  savedUsd,
} from "./returns";
import { afterTaxUsd, depreciationUsd, incomeTaxUsd } from "./tax";

type Investment = Figured<z.infer<typeof investmentSchema>>;
type Flows = readonly Figure<number>[];

/** A figure without a value is still a figure, with its working. */
export const orNull = (figure: Figure<number | null>): Figure<number> | Figure<null> =>
  figure as Figure<number> | Figure<null>;

/** Tax on what a path brings less what it costs, by month; null where none is asked for. */
export function taxesOf(inputs: CostInputs, path: PricedPath, benefits?: Flows): Figure<number>[] | null {
  const { scenario, acquisition } = inputs;
  const taxShare = scenario.economics.incomeTaxShare;
  if (taxShare.value === 0) return null;
  const capital = new Set(["purchase", "sales", "remainingValue"]);
  const expenses = path.cost.lines.filter(({ id }) => !capital.has(String(id)));
  const purchasesUsd = path.cost.lines.find(({ id }) => id === "purchase")?.monthlyUsd;
  return path.cost.monthlyUsd.map((_, month) => {
    const depreciation =
      purchasesUsd && acquisition.kind === "buy"
        ? derive(depreciationUsd, {
            purchasesUsd,
            month: monthsSinceLaunch(month),
            residualShare: acquisition.terms.residualShare,
            lifeYears: acquisition.terms.lifeYears,
          })
        : assumptions.nothing;
    return derive(incomeTaxUsd, {
      benefitUsd: benefits?.[month] ?? assumptions.nothing,
      expensesUsd: expenses.flatMap((line) => line.monthlyUsd[month] ?? []),
      depreciationUsd: depreciation,
      taxShare,
    });
  });
}

export const lessTax = (flowsUsd: Flows, taxes: Flows | null): Figure<number>[] =>
  flowsUsd.map((flowUsd, month) => {
    const taxUsd = taxes?.[month];
    return taxUsd ? derive(afterTaxUsd, { flowUsd, taxUsd }) : flowUsd;
  });

/** What one path saves against another in each month, after tax where there is any. */
export function savedBy(inputs: CostInputs, path: PricedPath, over: PricedPath): Figure<number>[] {
  const saved = over.cost.monthlyUsd.flatMap((insteadOfUsd, month) => {
    const usd = path.cost.monthlyUsd[month];
    return usd ? [derive(savedUsd, { insteadOfUsd, usd })] : [];
  });
  const taxes = taxesOf(inputs, path);
  const insteadTaxes = taxesOf(inputs, over);
  const difference = taxes?.flatMap((usd, month) => {
    const insteadOfUsd = insteadTaxes?.[month];
    return insteadOfUsd ? [derive(savedUsd, { insteadOfUsd: usd, usd: insteadOfUsd })] : [];
  });
  return lessTax(saved, difference ?? null);
}

/** When flows have come back, and at what rate. */
export function repaymentOf(flowsUsd: Flows, discountRatePerYear: Figure<number>) {
  const plain = flowsUsd.map(({ value }) => value);
  const rates = internalRates(plain).rates.map((rate) => (1 + rate) ** monthsPerYear - 1);
  return {
    irrAnnual: orNull(derive(internalRateAnnual, { flowsUsd })),
    irrNote: rateNote(plain, rates),
    paybackMonths: orNull(derive(paybackPeriods, { flowsUsd })),
    discountedPaybackMonths: orNull(derive(discountedPaybackMonths, { flowsUsd, discountRatePerYear })),
  };
}

/** Of two paths, the one that costs more in the first month in which they differ is what is invested in. */
function investmentIn(inputs: CostInputs, a: Priced, b: Priced): Investment[] {
  const bSaves = savedBy(inputs, b.path, a.path);
  const first = bSaves.find(({ value }) => value !== 0);
  if (!first) return [];
  const [of, over, flowsUsd] = first.value < 0 ? [b.id, a.id, bSaves] : [a.id, b.id, savedBy(inputs, a.path, b.path)];
  const { discountRatePerYear } = inputs.scenario.economics;
  return [
    {
      of,
      over,
      investedUsd: derive(investedUsd, { flowsUsd }),
      gainUsd: derive(gainUsd, { flowsUsd }),
      npvUsd: derive(presentValueUsd, { monthsUsd: flowsUsd, discountRatePerYear }),
      roi: orNull(derive(returnOnInvestment, { flowsUsd })),
      ...repaymentOf(flowsUsd, discountRatePerYear),
    },
  ];
}

type Priced = { id: PathId; path: PricedPath };

/** Every two paths that are priced. */
export function composeInvestments(inputs: CostInputs, paths: PricedPaths): Investment[] {
  const priced = pathIds.flatMap((id): Priced[] => {
    const path = paths[id];
    return path ? [{ id, path }] : [];
  });
  return priced.flatMap((a, index) => priced.slice(index + 1).flatMap((b) => investmentIn(inputs, a, b)));
}
