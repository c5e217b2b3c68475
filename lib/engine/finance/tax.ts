import { formula } from "../figure";
import { monthsPerYear } from "../units";

/** Tax on profit: the plan is part of a company that has other profit, so that a loss lowers its tax. */

type Depreciated = { purchasesUsd: readonly number[]; month: number; residualShare: number; lifeYears: number };

export const depreciationUsd = formula(
  {
    id: "finance.depreciationUsd",
    title: "Depreciation of a month",
    unit: "USD/month",
    reads: "Σ over purchases of the last life: price × (1 − residual share) ÷ months of life",
    source: "definition",
    example: {
      of: "48,000 USD bought at launch, 4 years, nothing left: a 48th each month",
      given: { purchasesUsd: [48_000, 0], month: 1, residualShare: 0, lifeYears: 4 },
      gives: 1000,
    },
  },
  ({ purchasesUsd, month, residualShare, lifeYears }: Depreciated) => {
    const life = Math.round(lifeYears * monthsPerYear);
    let sum = 0;
    for (let bought = Math.max(0, month - life + 1); bought <= month; bought += 1) sum += purchasesUsd[bought] ?? 0;
    return (sum * (1 - residualShare)) / life;
  },
);

type Taxed = { benefitUsd: number; expensesUsd: readonly number[]; depreciationUsd: number; taxShare: number };

export const incomeTaxUsd = formula(
  {
    id: "finance.incomeTaxUsd",
    title: "Tax on the profit of a month",
    unit: "USD/month",
    reads: "(worth of the requests − expenses − depreciation) × tax on profit; a loss lowers the company's other tax",
    source: "definition",
    example: {
      of: "10,000 USD of worth, 6,000 of expenses, 1,000 of depreciation, at 25 %",
      given: { benefitUsd: 10_000, expensesUsd: [4000, 2000], depreciationUsd: 1000, taxShare: 0.25 },
      gives: 750,
    },
  },
  ({ benefitUsd, expensesUsd, depreciationUsd: depreciation, taxShare }: Taxed) =>
    (benefitUsd - expensesUsd.reduce((sum, usd) => sum + usd, 0) - depreciation) * taxShare,
);

export const afterTaxUsd = formula(
  {
    id: "finance.afterTaxUsd",
    title: "After tax",
    unit: "USD",
    reads: "flow − tax on profit",
    source: "definition",
    example: { of: "4,000 less 750", given: { flowUsd: 4000, taxUsd: 750 }, gives: 3250 },
  },
  ({ flowUsd, taxUsd }: { flowUsd: number; taxUsd: number }) => flowUsd - taxUsd,
);
