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

type Fee = {
  requests: number;
  retryShare: number;
  usdPerThousandRequests: number;
  discountShare: number;
  trendFactor: number;
};

export const apiRequestsUsd = formula(
  {
    id: "cost.apiRequestsUsd",
    title: "Flat fees of a month",
    unit: "USD/month",
    reads: "requests × (1 + retries) ÷ 1,000 × fee per thousand requests × (1 − discount for a commitment) × trend",
    source: "definition",
    example: {
      of: "30,000 requests at 5 USD per thousand",
      given: { requests: 30_000, retryShare: 0, usdPerThousandRequests: 5, discountShare: 0, trendFactor: 1 },
      gives: 150,
    },
  },
  (given: Fee) =>
    ((given.requests * (1 + given.retryShare)) / requestsPerFee) *
    given.usdPerThousandRequests *
    (1 - given.discountShare) *
    given.trendFactor,
);

export const uncachedShare = formula(
  {
    id: "cost.uncachedShare",
    title: "Prompt tokens not read from cache",
    unit: "share",
    reads: "1 − share read from cache − share written to it, never below 0",
    source: "definition",
    example: { of: "40 % cached, 10 % written", given: { cachedInputShare: 0.4, cacheWriteShare: 0.1 }, gives: 0.5 },
  },
  ({ cachedInputShare, cacheWriteShare }: { cachedInputShare: number; cacheWriteShare: number }) =>
    Math.max(0, 1 - cachedInputShare - cacheWriteShare),
);

export const writtenShare = formula(
  {
    id: "cost.writtenShare",
    title: "Prompt tokens written to cache",
    unit: "share",
    reads: "the smaller of: share written to cache; what is not read from it",
    source: "definition",
    example: { of: "80 % written, 40 % read", given: { cachedInputShare: 0.4, cacheWriteShare: 0.8 }, gives: 0.6 },
  },
  ({ cachedInputShare, cacheWriteShare }: { cachedInputShare: number; cacheWriteShare: number }) =>
    Math.min(cacheWriteShare, 1 - cachedInputShare),
);

export const billedOutputTokens = formula(
  {
    id: "cost.billedOutputTokens",
    title: "Output tokens billed",
    unit: "token/request",
    reads: "answer length + hidden reasoning tokens",
    source: "definition",
    example: { of: "300 shown, 1,200 of reasoning", given: { osl: 300, reasoningTokens: 1200 }, gives: 1500 },
  },
  ({ osl, reasoningTokens }: { osl: number; reasoningTokens: number }) => osl + reasoningTokens,
);

export const largerModelShare = formula(
  {
    id: "cost.largerModelShare",
    title: "Share asked of the main model",
    unit: "share",
    reads: "1 − Σ over the other models: share sent to it × (1 − share of those asked again), never below 0",
    source: "definition",
    example: {
      of: "60 % to one with a tenth asked again, 20 % to another without: 1 − 0.54 − 0.2",
      given: { shares: [0.6, 0.2], failedShares: [0.1, 0] },
      gives: 0.26,
      within: 1e-12,
    },
  },
  ({ shares, failedShares }: { shares: readonly number[]; failedShares: readonly number[] }) =>
    Math.max(
      0,
      shares.reduce((left, share, index) => left - share * (1 - (failedShares[index] ?? 0)), 1),
    ),
);

export const commitmentLeftUsd = formula(
  {
    id: "cost.commitmentLeftUsd",
    title: "Committed spend that is not used",
    unit: "USD/month",
    reads: "committed spend − calls of the month, never below 0",
    source: "definition",
    example: {
      of: "10,000 USD committed, calls for 7,000",
      given: { committedUsd: 10_000, callsUsd: [6000, 1000] },
      gives: 3000,
    },
  },
  ({ committedUsd, callsUsd }: { committedUsd: number; callsUsd: readonly number[] }) =>
    Math.max(0, committedUsd - callsUsd.reduce((sum, usd) => sum + usd, 0)),
);
