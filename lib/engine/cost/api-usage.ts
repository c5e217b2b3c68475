import { formula } from "../figure";
import { tokensPerMtoken } from "../units";

type Usage = {
  requests: number;
  tokensPerRequest: number;
  share: number;
  usdPerMtoken: number;
  trendFactor: number;
};

export const apiTokensUsd = formula(
  {
    id: "cost.apiTokensUsd",
    title: "API tokens of a month",
    unit: "USD/month",
    reads: "requests × tokens per request × share billed at this price × price per million ÷ 1,000,000 × trend",
    source: "definition",
    example: {
      of: "30,000 requests of 1,000 tokens, all at 2.50 USD",
      given: { requests: 30_000, tokensPerRequest: 1000, share: 1, usdPerMtoken: 2.5, trendFactor: 1 },
      gives: 75,
    },
  },
  ({ requests, tokensPerRequest, share, usdPerMtoken, trendFactor }: Usage) =>
    ((requests * tokensPerRequest * share) / tokensPerMtoken) * usdPerMtoken * trendFactor,
);

const requestsPerFee = 1000;

export const apiRequestsUsd = formula(
  {
    id: "cost.apiRequestsUsd",
    title: "Flat fees of a month",
    unit: "USD/month",
    reads: "requests × (1 + retries) ÷ 1,000 × fee per thousand requests × trend",
    source: "definition",
    example: {
      of: "30,000 requests at 5 USD per thousand",
      given: { requests: 30_000, retryShare: 0, usdPerThousandRequests: 5, trendFactor: 1 },
      gives: 150,
    },
  },
  (given: { requests: number; retryShare: number; usdPerThousandRequests: number; trendFactor: number }) =>
    ((given.requests * (1 + given.retryShare)) / requestsPerFee) * given.usdPerThousandRequests * given.trendFactor,
);

export const uncachedShare = formula(
  {
    id: "cost.uncachedShare",
    title: "Prompt tokens not read from cache",
    unit: "share",
    reads: "1 − share read from cache",
    source: "definition",
    example: { of: "40 % cached", given: { cachedInputShare: 0.4 }, gives: 0.6 },
  },
  ({ cachedInputShare }: { cachedInputShare: number }) => 1 - cachedInputShare,
);
