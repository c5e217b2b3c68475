import jstat from "jstat";
import { formula } from "../figure";
import { sources } from "../sources";

type Tiered = {
  usdPerMtoken: number;
  tierAboveInputTokens: readonly number[];
  tierUsdPerMtoken: readonly number[];
  inputTokens: number;
};

/** Providers re-price the whole request, not only the tokens above the threshold. */
export const priceAtLength = formula(
  {
    id: "cost.priceAtLength",
    title: "Price for prompts of this length",
    unit: "USD/Mtoken",
    reads: "the price of the highest tier whose threshold the input tokens of the request exceed, else the base price",
    source: "definition",
    example: {
      of: "2 USD, and 4 USD above 272,000 input tokens; a prompt of 300,000",
      given: {
        usdPerMtoken: 2,
        tierAboveInputTokens: [272_000],
        tierUsdPerMtoken: [4],
        inputTokens: 300_000,
      },
      gives: 4,
    },
  },
  ({ usdPerMtoken, tierAboveInputTokens, tierUsdPerMtoken, inputTokens }: Tiered) => {
    let price = usdPerMtoken;
    let reached = -1;
    tierAboveInputTokens.forEach((above, index) => {
      if (inputTokens <= above || above <= reached) return;
      reached = above;
      price = tierUsdPerMtoken[index] ?? price;
    });
    return price;
  },
);

type Spread = Tiered & { variation: number; weighs: "tokens" | "requests" };

/**
 * Log-normal lengths of this mean. A long prompt brings more tokens: their share beyond a threshold is that of the
 * distribution weighted by length, whose logarithm has its mean a variance higher.
 */
export const priceOverLengths = formula(
  {
    id: "cost.priceOverLengths",
    title: "Price over prompts of differing lengths",
    unit: "USD/Mtoken",
    reads:
      "Σ over tiers: price × share of the prompts (or of their tokens) that fall in it, lengths log-normal with this mean and variation",
    source: sources.lognormal,
    example: {
      of: "all alike: the price at that length",
      given: {
        usdPerMtoken: 2,
        tierAboveInputTokens: [272_000],
        tierUsdPerMtoken: [4],
        inputTokens: 300_000,
        variation: 0,
        weighs: "tokens",
      },
      gives: 4,
    },
  },
  ({ variation, weighs, ...tiered }: Spread) => {
    if (variation <= 0) return priceAtLength(tiered);
    const { usdPerMtoken, tierAboveInputTokens, tierUsdPerMtoken, inputTokens } = tiered;
    const squared = Math.log(1 + variation ** 2);
    const centre = Math.log(inputTokens) - squared / 2 + (weighs === "tokens" ? squared : 0);
    const beyond = (tokens: number): number =>
      1 - jstat.normal.cdf((Math.log(tokens) - centre) / Math.sqrt(squared), 0, 1);
    const tiers = tierAboveInputTokens
      .map((above, index) => ({ above, usd: tierUsdPerMtoken[index] ?? usdPerMtoken }))
      .toSorted((a, b) => a.above - b.above);
    let price = usdPerMtoken;
    let before = usdPerMtoken;
    for (const { above, usd } of tiers) {
      price += (usd - before) * beyond(above);
      before = usd;
    }
    return price;
  },
);

type Paid = {
  usdPerMtoken: number;
  batchableShare: number;
  batchMultiplier: number;
  retryShare: number;
  discountShare: number;
};

export const paidUsdPerMtoken = formula(
  {
    id: "cost.paidUsdPerMtoken",
    title: "Price with batch discount and retries",
    unit: "USD/Mtoken",
    reads: "price × (1 − share that can wait × (1 − batch price)) × (1 + retries) × (1 − discount for a commitment)",
    source: "definition",
    example: {
      of: "2 USD, half of it at half price, 2 % retries: 2 × 0.75 × 1.02",
      given: { usdPerMtoken: 2, batchableShare: 0.5, batchMultiplier: 0.5, retryShare: 0.02, discountShare: 0 },
      gives: 1.53,
    },
  },
  ({ usdPerMtoken, batchableShare, batchMultiplier, retryShare, discountShare }: Paid) =>
    usdPerMtoken * (1 - batchableShare * (1 - batchMultiplier)) * (1 + retryShare) * (1 - discountShare),
);
