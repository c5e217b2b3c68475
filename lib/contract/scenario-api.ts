import { z } from "zod";
import { numberField, optionalNumberField, rowsField, switchField, textField, wholeNumberField } from "./field";

/** Calling a model at a provider: which, at what prices, and what is bought ahead. */

const routed = { section: "cost", prominence: "more" } as const;

const modelRows = rowsField(
  {
    provider: textField(
      80,
      { ...routed, title: "Provider", description: "Who is called, as the price list names them." },
      1,
    ),
    model: textField(
      200,
      { ...routed, title: "Model", description: "The model called, as the price list names it." },
      1,
    ),
    share: numberField(0, 1, {
      ...routed,
      title: "Share of requests",
      description: "Share of all requests that are sent to this model first.",
      unit: "share",
    }),
    failedShare: numberField(0, 1, {
      ...routed,
      title: "Asked again of the main model",
      description: "Share of these that have to be asked again of the main model, as the answer was not good enough.",
      unit: "share",
    }),
  },
  {
    name: "model",
    maximum: 8,
    blank: { provider: "openai", model: "gpt-6-luna", share: 0.2, failedShare: 0.1 },
  },
  {
    ...routed,
    title: "Other models",
    description:
      "Models of an API that a share of the requests goes to, by how hard they are; the rest goes to the model above.",
  },
);

/** A hair above 1 is rounding of shares that add up to it. */
const rounding = 1e-9;

/** The row that passes the whole is the one that is named. */
const otherModelsField = modelRows
  .superRefine((rows, context) => {
    let sum = 0;
    for (const [at, { share }] of rows.entries()) {
      sum += share;
      if (sum <= 1 + rounding) continue;
      const message = `must not bring the shares of the other models above 1: together they are ${Number(sum.toFixed(4))}`;
      context.addIssue({ code: "custom", path: [at, "share"], message });
      return;
    }
  })
  .meta(modelRows.meta() ?? {});

export const apiPathSchema = z.strictObject({
  enabled: switchField({
    section: "cost",
    prominence: "more",
    title: "Consider an API",
    description: "Whether this path is priced and compared.",
  }),
  provider: textField(
    80,
    {
      section: "cost",
      prominence: "main",
      title: "API provider",
      description: "Who is called, as the price list names them.",
    },
    1,
  ),
  model: textField(
    200,
    {
      section: "cost",
      prominence: "main",
      title: "API model",
      description: "The model called, as the price list names it.",
    },
    1,
  ),
  batchMultiplier: numberField(0, 1, {
    section: "cost",
    prominence: "more",
    title: "Batch price",
    description: "Price of requests that can wait, relative to the normal price.",
    unit: "share",
  }),
  retryShare: numberField(0, 2, {
    section: "cost",
    prominence: "more",
    title: "Retries",
    description: "Further paid calls per request, for time-outs and unusable answers.",
    unit: "share",
  }),
  priceFactorPerYear: numberField(0.05, 2, {
    section: "cost",
    prominence: "main",
    title: "Price trend",
    description:
      "Price in a year relative to today: 1 when staying on this model, about 0.5 when moving to a newer equal one every year.",
    unit: "factor/year",
  }),
  ownPrice: z
    .strictObject({
      inputUsdPerMtoken: numberField(0, 10_000, {
        section: "cost",
        prominence: "more",
        title: "Own input price",
        description: "Per million input tokens.",
        unit: "USD/Mtoken",
      }),
      outputUsdPerMtoken: numberField(0, 10_000, {
        section: "cost",
        prominence: "more",
        title: "Own output price",
        description: "Per million output tokens.",
        unit: "USD/Mtoken",
      }),
      cachedInputUsdPerMtoken: optionalNumberField(0, 10_000, {
        section: "cost",
        prominence: "more",
        title: "Own cached input price",
        description: "Per million input tokens read from cache; empty: as uncached.",
        unit: "USD/Mtoken",
      }),
    })
    .nullable()
    .meta({
      title: "Own price",
      description: "A price of your own contract; it replaces the list price.",
      section: "cost",
      prominence: "more",
    }),
  cacheWriteShare: numberField(0, 1, {
    section: "cost",
    prominence: "more",
    title: "Prompt written to cache",
    description:
      "Share of input tokens that a provider bills as written to its cache; with what is read from it, at most the whole prompt.",
    unit: "share",
  }),
  reasoningTokens: numberField(0, 200_000, {
    section: "cost",
    prominence: "more",
    title: "Hidden reasoning tokens",
    description: "Output tokens of an average request that are billed but not part of the answer length.",
    unit: "token/request",
  }),
  otherModels: otherModelsField,
  tokensPerMinuteLimit: optionalNumberField(1, 1e12, {
    section: "cost",
    prominence: "more",
    title: "Rate limit, tokens a minute",
    description: "What your account may use in a minute, prompts and answers together. Empty: not known or none.",
    unit: "1",
  }),
  committedUsdPerMonth: numberField(0, 1e9, {
    section: "cost",
    prominence: "more",
    title: "Committed spend a month",
    description: "Paid to the provider each month, used or not (committed or provisioned throughput). 0: none.",
    unit: "USD/month",
  }),
  committedDiscountShare: numberField(0, 0.9, {
    section: "cost",
    prominence: "more",
    title: "Discount for the commitment",
    description: "Off the list price of all calls in return for the committed spend.",
    unit: "share",
  }),
  provisionedPeakShare: numberField(0, 1, {
    section: "cost",
    prominence: "more",
    title: "Served by provisioned units",
    description:
      "Share of the peak that throughput bought by the month serves; what is above is paid by the token. 0: all by the token.",
    unit: "share",
  }),
  provisionedUsdPerUnitMonth: numberField(0, 10_000_000, {
    section: "cost",
    prominence: "more",
    title: "Price of a unit",
    description: "Of one provisioned unit a month, used or not; a price by the hour times 730.",
    unit: "USD/month",
  }),
  provisionedTokensPerUnitMinute: numberField(1, 1e9, {
    section: "cost",
    prominence: "more",
    title: "Tokens a minute of a unit",
    description: "Input tokens a minute that one unit serves, as the provider's table has it for the model.",
    unit: "1",
  }),
  provisionedOutputRatio: numberField(0.1, 100, {
    section: "cost",
    prominence: "more",
    title: "An output token counts as",
    description: "Input tokens that one output token takes of a unit.",
    unit: "1",
  }),
  provisionedMinimumUnits: wholeNumberField(1, 100_000, {
    section: "cost",
    prominence: "more",
    title: "Fewest units",
    description: "The smallest number of units the provider sells.",
    unit: "1",
  }),
  provisionedIncrement: wholeNumberField(1, 100_000, {
    section: "cost",
    prominence: "more",
    title: "Units come in steps of",
    description: "How many units are added at once above the fewest.",
    unit: "1",
  }),
  fineTuned: switchField({
    section: "cost",
    prominence: "more",
    title: "Fine-tune the API's model",
    description:
      "The provider trains its model on your labelled examples before launch, and again as often as planned under Maintenance.",
  }),
  fineTuneUsdPerMtoken: numberField(0, 10_000, {
    section: "cost",
    prominence: "more",
    title: "Price of training tokens",
    description: "What the provider asks per million tokens trained on, each pass over the examples counted.",
    unit: "USD/Mtoken",
  }),
  fineTunedPriceFactor: numberField(0.1, 20, {
    section: "cost",
    prominence: "more",
    title: "Price of the fine-tuned model",
    description: "Price of its tokens relative to the model's list price: 1 when it costs the same.",
    unit: "1",
  }),
  fineTuneHostingUsdPerHour: numberField(0, 10_000, {
    section: "cost",
    prominence: "more",
    title: "Keeping it ready",
    description: "What the provider asks for each hour the fine-tuned model is deployed, called or not.",
    unit: "USD/h",
  }),
  ttftSeconds: optionalNumberField(0.01, 600, {
    section: "latency",
    prominence: "main",
    title: "API: measured TTFT",
    description: "At your percentile, from your own probe. Empty: not known, and the verdict says so.",
    unit: "s",
  }),
  tpotSeconds: optionalNumberField(0.0005, 10, {
    section: "latency",
    prominence: "main",
    title: "API: measured TPOT",
    description: "At your percentile, from your own probe. Empty: not known, and the verdict says so.",
    unit: "s/token",
  }),
});
