import { formula } from "../figure";

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

type Paid = { usdPerMtoken: number; batchableShare: number; batchMultiplier: number; retryShare: number };

export const paidUsdPerMtoken = formula(
  {
    id: "cost.paidUsdPerMtoken",
    title: "Price with batch discount and retries",
    unit: "USD/Mtoken",
    reads: "price × (1 − share that can wait × (1 − batch price)) × (1 + retries)",
    source: "definition",
    example: {
      of: "2 USD, half of it at half price, 2 % retries: 2 × 0.75 × 1.02",
      given: { usdPerMtoken: 2, batchableShare: 0.5, batchMultiplier: 0.5, retryShare: 0.02 },
      gives: 1.53,
    },
  },
  ({ usdPerMtoken, batchableShare, batchMultiplier, retryShare }: Paid) =>
    usdPerMtoken * (1 - batchableShare * (1 - batchMultiplier)) * (1 + retryShare),
);
