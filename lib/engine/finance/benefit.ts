import { formula } from "../figure";

/** What handled requests bring. */

export const benefitUsdPerMonth = formula(
  {
    id: "finance.benefitUsdPerMonth",
    title: "Worth of the requests of a month",
    unit: "USD/month",
    reads: "requests × worth of one",
    source: "definition",
    example: { of: "10,000 at 0.40 USD", given: { requests: 10_000, usdPerRequest: 0.4 }, gives: 4000 },
  },
  ({ requests, usdPerRequest }: { requests: number; usdPerRequest: number }) => requests * usdPerRequest,
);

export const benefitTotalUsd = formula(
  {
    id: "finance.benefitTotalUsd",
    title: "Worth over the horizon",
    unit: "USD",
    reads: "sum of the months",
    source: "definition",
    example: { of: "three months", given: { monthsUsd: [1, 2, 3] }, gives: 6 },
  },
  ({ monthsUsd }: { monthsUsd: readonly number[] }) => monthsUsd.reduce((sum, usd) => sum + usd, 0),
);

export const returnOnCost = formula(
  {
    id: "finance.returnOnCost",
    title: "Return on what it costs",
    unit: "share",
    reads: "(benefit − cost) ÷ cost over the horizon",
    source: "definition",
    example: { of: "150 for 100", given: { benefitUsd: 150, costUsd: 100 }, gives: 0.5 },
  },
  ({ benefitUsd, costUsd }: { benefitUsd: number; costUsd: number }) =>
    costUsd > 0 ? (benefitUsd - costUsd) / costUsd : 0,
);
