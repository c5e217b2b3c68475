import { formula } from "../figure";

/** What one of something costs, and what it costs in another currency. */

export const usdPerResolvedRequest = formula(
  {
    id: "finance.usdPerResolvedRequest",
    title: "Cost of a request that is settled rightly",
    unit: "USD/request",
    reads: "everything over the horizon ÷ Σ requests × (1 − share of wrong answers acted on)",
    source: "definition",
    example: {
      of: "95 USD for 100 requests, a twentieth of them wrong",
      given: { totalUsd: 95, requests: [60, 40], wrongShares: [0.05, 0.05] },
      gives: 1,
      within: 1e-12,
    },
  },
  (given: { totalUsd: number; requests: readonly number[]; wrongShares: readonly number[] }) => {
    let right = 0;
    given.requests.forEach((requests, month) => {
      right += requests * (1 - (given.wrongShares[month] ?? 0));
    });
    return right > 0 ? given.totalUsd / right : 0;
  },
);

export const wrongShare = formula(
  {
    id: "finance.wrongShare",
    title: "Share of the requests with a wrong answer acted on",
    unit: "share",
    reads: "share the model settles × its share of wrong answers + what people handle × theirs",
    source: "definition",
    example: {
      of: "80 % settled with 1 % wrong, people 2 %",
      given: { settledShare: 0.8, errorShare: 0.01, peopleErrorShare: 0.02 },
      gives: 0.012,
      within: 1e-15,
    },
  },
  (given: { settledShare: number; errorShare: number; peopleErrorShare: number }) =>
    given.settledShare * given.errorShare + (1 - given.settledShare) * given.peopleErrorShare,
);

/** The two ways between dollars and another currency; nothing else in the engine changes one into the other. */
export const inCurrency = formula(
  {
    id: "finance.inCurrency",
    title: "In your currency",
    unit: "1",
    reads: "US dollars × units of the currency for one dollar",
    source: "definition",
    example: { of: "200 USD at 0.92", given: { usd: 200, currencyPerUsd: 0.92 }, gives: 184 },
  },
  ({ usd, currencyPerUsd }: { usd: number; currencyPerUsd: number }) => usd * currencyPerUsd,
);

export const inUsd = formula(
  {
    id: "finance.inUsd",
    title: "In US dollars",
    unit: "USD",
    reads: "amount ÷ units of the currency for one dollar",
    source: "definition",
    example: { of: "184 at 0.92", given: { amount: 184, currencyPerUsd: 0.92 }, gives: 200 },
  },
  ({ amount, currencyPerUsd }: { amount: number; currencyPerUsd: number }) => amount / currencyPerUsd,
);

export const utilisation = formula(
  {
    id: "finance.utilisation",
    title: "Use of the fleet",
    unit: "share",
    reads:
      "Σ over months: requests a second on average ÷ Σ over months: requests a second that all replicas could serve",
    source: "definition",
    example: {
      of: "1 and 2 requests/s on replicas for 4 and 8",
      given: { requestsPerSecond: [1, 2], servableRequestsPerSecond: [4, 8] },
      gives: 0.25,
    },
  },
  (given: { requestsPerSecond: readonly number[]; servableRequestsPerSecond: readonly number[] }) => {
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
    return sum(given.requestsPerSecond) / sum(given.servableRequestsPerSecond);
  },
);
