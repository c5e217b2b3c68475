import { formula } from "../figure";
import { shareBelowCap } from "../traffic/day";
import { secondsPerMinute } from "../units";

/** Throughput of an API bought by the unit: how many units a plan needs, and what they leave to be paid by the token. */

export const provisionedSource = {
  title: "Microsoft Foundry documentation, PTU costs and billing: estimate PTU for a workload",
  url: "https://learn.microsoft.com/en-us/azure/foundry/openai/how-to/provisioned-throughput-onboarding",
  asOf: "2026-04-07",
};

type Load = {
  requestsPerSecond: number;
  isl: number;
  cachedInputShare: number;
  osl: number;
  reasoningTokens: number;
  outputRatio: number;
  retryShare: number;
};

/** Input read from cache takes none of a unit. */
export const unitTokensPerMinute = formula(
  {
    id: "cost.unitTokensPerMinute",
    title: "Tokens a minute at the peak, as units count them",
    unit: "1",
    reads:
      "requests a second at the peak × 60 × (prompt × (1 − share read from cache) + (answer + hidden reasoning) × input tokens that one output token counts as) × (1 + retries)",
    source: provisionedSource,
    example: {
      of: "60 requests a minute of 1,800 tokens, a fifth cached, and 650 of output at 4: 60 × (1,440 + 2,600)",
      given: {
        requestsPerSecond: 1,
        isl: 1800,
        cachedInputShare: 0.2,
        osl: 650,
        reasoningTokens: 0,
        outputRatio: 4,
        retryShare: 0,
      },
      gives: 242_400,
    },
  },
  ({ requestsPerSecond, isl, cachedInputShare, osl, reasoningTokens, outputRatio, retryShare }: Load) =>
    requestsPerSecond *
    secondsPerMinute *
    (isl * (1 - cachedInputShare) + (osl + reasoningTokens) * outputRatio) *
    (1 + retryShare),
);

type Units = {
  tokensPerMinute: number;
  peakShare: number;
  tokensPerUnitMinute: number;
  minimum: number;
  increment: number;
};

/** A hair of a unit is rounding, not need. */
const rounding = 1e-9;

export const unitsBought = formula(
  {
    id: "cost.unitsBought",
    title: "Units bought",
    unit: "1",
    reads:
      "tokens a minute at the peak × share of it that units serve ÷ tokens a minute of one unit, at least the minimum, then up to a whole increment above it",
    source: provisionedSource,
    example: {
      of: "242,400 tokens a minute, 3,000 a unit: 80.8; from 15 on in steps of 5",
      given: { tokensPerMinute: 242_400, peakShare: 1, tokensPerUnitMinute: 3000, minimum: 15, increment: 5 },
      gives: 85,
    },
  },
  ({ tokensPerMinute, peakShare, tokensPerUnitMinute, minimum, increment }: Units) => {
    const above = (tokensPerMinute * peakShare) / tokensPerUnitMinute - minimum;
    return minimum + Math.max(0, Math.ceil(above / increment - rounding)) * increment;
  },
);

type Room = { units: number; tokensPerUnitMinute: number; tokensPerMinute: number };

export const unitsPeakShare = formula(
  {
    id: "cost.unitsPeakShare",
    title: "Share of the peak that the units serve",
    unit: "share",
    reads: "units × tokens a minute of one ÷ tokens a minute at the peak, at most 1",
    source: "definition",
    example: {
      of: "40 units of 3,000 at a peak of 240,000",
      given: { units: 40, tokensPerUnitMinute: 3000, tokensPerMinute: 240_000 },
      gives: 0.5,
    },
  },
  ({ units, tokensPerUnitMinute, tokensPerMinute }: Room) =>
    tokensPerMinute <= 0 ? 1 : Math.min(1, (units * tokensPerUnitMinute) / tokensPerMinute),
);

export const spilledShare = formula(
  {
    id: "cost.spilledShare",
    title: "Share of the requests beyond the units",
    unit: "share",
    reads:
      "1 − mean over the hours of a day of the smaller of: the hour's rate; share of the peak that the units serve × peak rate; relative to the mean rate",
    source: "definition",
    example: { of: "a flat day, units for half of its rate", given: { peakToMean: 1, peakShare: 0.5 }, gives: 0.5 },
  },
  ({ peakToMean, peakShare }: { peakToMean: number; peakShare: number }) =>
    peakShare >= 1 ? 0 : Math.max(0, 1 - shareBelowCap({ peakToMean, peakShare })),
);

export const provisionedUsd = formula(
  {
    id: "cost.provisionedUsd",
    title: "Provisioned units of a month",
    unit: "USD/month",
    reads: "units × price of a unit a month, used or not",
    source: "definition",
    example: { of: "85 units at 260 USD", given: { units: 85, usdPerUnitMonth: 260 }, gives: 22_100 },
  },
  ({ units, usdPerUnitMonth }: { units: number; usdPerUnitMonth: number }) => units * usdPerUnitMonth,
);
