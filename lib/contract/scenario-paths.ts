import { z } from "zod";
import { offerTermSchema } from "./catalogue";
import {
  choiceField,
  numberField,
  optionalNumberField,
  rowsField,
  switchField,
  textField,
  wholeNumberField,
} from "./field";
import { engineSchema, kvFormatSchema, weightFormatSchema } from "./formats";

/** The ways to serve it. */

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

export const rentSchema = z.strictObject({
  kind: z.literal("rent"),
  offerId: textField(
    200,
    {
      section: "hardware",
      prominence: "main",
      title: "Offer",
      description: "Machine and provider, from the catalogue.",
    },
    1,
  ),
  term: offerTermSchema.meta({
    section: "cost",
    prominence: "main",
    title: "Term",
    description: "How the machines are rented.",
    choices: {
      onDemand: "On demand",
      spot: "Spot",
      reserved1Year: "Reserved for 1 year",
      reserved3Years: "Reserved for 3 years",
    },
  }),
  ownUsdPerAcceleratorHour: optionalNumberField(0.001, 1000, {
    section: "cost",
    prominence: "more",
    title: "Own price per accelerator-hour",
    description: "A price of your own contract; it replaces the list price. Empty: list price.",
    unit: "USD/accelerator·h",
  }),
  priceFactorPerYear: numberField(0.2, 3, {
    section: "cost",
    prominence: "more",
    title: "Rent trend",
    description: "Rent in a year relative to today; rents rose in 2026, so do not assume a fall.",
    unit: "factor/year",
  }),
  interruptedShare: numberField(0, 2, {
    section: "cost",
    prominence: "more",
    title: "Extra hours for interruptions",
    description:
      "Accelerator-hours of a spot fleet that go into restarts, work done again and machines held ready, as a share of the others.",
    unit: "share",
  }),
});

export const buySchema = z.strictObject({
  kind: z.literal("buy"),
  acceleratorId: textField(
    120,
    {
      section: "hardware",
      prominence: "main",
      title: "Accelerator",
      description: "What is bought, from the catalogue.",
    },
    1,
  ),
  usdPerAccelerator: numberField(100, 1_000_000, {
    section: "cost",
    prominence: "main",
    title: "Price of an accelerator",
    description: "Purchase price of one, without the server around it.",
    unit: "USD/accelerator",
  }),
  serverFactor: numberField(1, 3, {
    section: "cost",
    prominence: "more",
    title: "Server factor",
    description: "Whole server with network, divided by its accelerators alone.",
    unit: "1",
  }),
  acceleratorsPerMachine: wholeNumberField(1, 72, {
    section: "hardware",
    prominence: "more",
    title: "Accelerators in a machine",
    description: "Machines are bought whole.",
    unit: "accelerator",
  }),
  lifeYears: numberField(1, 10, {
    section: "cost",
    prominence: "main",
    title: "Useful life",
    description: "Years until the hardware is worth its residual value.",
    unit: "year",
  }),
  residualShare: numberField(0, 0.9, {
    section: "cost",
    prominence: "more",
    title: "Residual value",
    description: "Share of the price that a sale brings at the end of its life.",
    unit: "share",
  }),
  maintenanceSharePerYear: numberField(0, 0.5, {
    section: "cost",
    prominence: "more",
    title: "Support contract",
    description: "Hardware support a year as a share of the purchase price.",
    unit: "share/year",
  }),
  usdPerKwh: numberField(0.001, 2, {
    section: "cost",
    prominence: "main",
    title: "Electricity",
    description: "Price of a kilowatt-hour.",
    unit: "USD/kWh",
  }),
  pue: numberField(1, 3, {
    section: "cost",
    prominence: "more",
    title: "PUE",
    description: "Facility energy divided by IT energy; used where no all-in facility power is published.",
    unit: "1",
  }),
  colocationUsdPerKwMonth: numberField(0, 2000, {
    section: "cost",
    prominence: "more",
    title: "Colocation",
    description: "Space and cooling per kW and month; 0 on own premises.",
    unit: "USD/kW·month",
  }),
});

export const selfHostedPathSchema = z.strictObject({
  enabled: switchField({
    section: "cost",
    prominence: "more",
    title: "Consider self-hosting",
    description: "Whether this path is priced and compared.",
  }),
  model: textField(
    200,
    {
      section: "memory",
      prominence: "main",
      title: "Open model",
      description: "The model that is hosted: a catalogue or Hugging Face id.",
    },
    1,
  ),
  weights: z
    .union([z.literal("auto"), weightFormatSchema], {
      error: "must be auto or a weight format such as bf16, fp8, awq, q4_k_m",
    })
    .meta({
      section: "memory",
      prominence: "main",
      title: "Weights",
      description: "Number format of the weights; auto: as the vendor ships them.",
    }),
  kv: kvFormatSchema.meta({
    section: "memory",
    prominence: "more",
    title: "KV cache format",
    description: "Number format of the memory of each conversation; auto: as the engine would.",
  }),
  engine: engineSchema.meta({
    section: "memory",
    prominence: "more",
    title: "Serving engine",
    description: "Software that runs the model.",
    choices: {
      vllm: "vLLM",
      sglang: "SGLang",
      trtllm: "TensorRT-LLM",
      llamacpp: "llama.cpp",
      tgi: "TGI",
      transformers: "Transformers",
    },
  }),
  tp: z
    .union([z.literal("auto"), z.int().min(1).max(72)], { error: "must be auto or a whole number from 1 to 72" })
    .meta({
      section: "memory",
      prominence: "more",
      title: "Accelerators per replica (TP)",
      description:
        "Over how many accelerators one copy of the model is split; auto: the fewest that hold it and its traffic.",
      unit: "accelerator/replica",
    }),
  gpuMemoryUtilization: numberField(0.3, 0.99, {
    section: "memory",
    prominence: "more",
    title: "Memory the engine may take",
    description: "Share of accelerator memory given to the engine.",
    unit: "share",
  }),
  acquisition: z.discriminatedUnion("kind", [rentSchema, buySchema]),
  targetUtilisation: numberField(0.1, 1, {
    section: "hardware",
    prominence: "main",
    title: "Target utilisation at peak",
    description: "Share of what a replica can serve within the latency targets that the plan counts on.",
    unit: "share",
  }),
  replicaAvailabilityShare: numberField(0.8, 0.99999, {
    section: "hardware",
    prominence: "more",
    title: "Availability of one replica",
    description: "Share of time a single replica is up, repairs and restarts counted.",
    unit: "share",
  }),
  nonProductionShare: numberField(0, 3, {
    section: "hardware",
    prominence: "more",
    title: "Test and staging",
    description: "Further accelerators for test and staging, as a share of production.",
    unit: "share",
  }),
  operation: choiceField(
    {
      always: "All hours of the month",
      schedule: "Switched off outside set hours",
      autoscale: "Follows the load of the day",
    },
    {
      section: "hardware",
      prominence: "more",
      title: "When machines run",
      description: "Rented machines that are off cost nothing; bought ones are paid for either way.",
    },
  ),
  hoursPerWeek: numberField(1, 168, {
    section: "hardware",
    prominence: "more",
    title: "Hours on a week",
    description: "Hours of a week in which the machines run; requests at other hours wait or go elsewhere.",
    unit: "h",
  }),
  scaleUpMinutes: numberField(0, 240, {
    section: "hardware",
    prominence: "more",
    title: "Time to add a machine",
    description:
      "From asking for a machine until it answers: booking, loading weights, starting. The fleet runs ahead of the load by as much.",
    unit: "min",
  }),
  leadMonths: optionalNumberField(0, 36, {
    section: "hardware",
    prominence: "more",
    title: "Lead time of hardware",
    description:
      "Months from ordering machines until they serve. Empty: none on demand or at spot, one when reserved, four when bought.",
    unit: "month",
  }),
  egressUsdPerGb: numberField(0, 5, {
    section: "hardware",
    prominence: "more",
    title: "Egress",
    description: "Price of a gigabyte of answers that leaves the site.",
    unit: "USD/GB",
  }),
  softwareUsdPerAcceleratorYear: numberField(0, 100_000, {
    section: "cost",
    prominence: "more",
    title: "Software support",
    description: "Licences and support of the serving software per accelerator and year. 0: open source without any.",
    unit: "USD/year",
  }),
});

export const pathsSchema = z.strictObject({
  api: apiPathSchema,
  selfHosted: selfHostedPathSchema,
  hybrid: z.strictObject({
    enabled: switchField({
      section: "cost",
      prominence: "more",
      title: "Consider a mix",
      description: "Whether this path is priced and compared.",
    }),
    selfHostedShare: numberField(0.01, 0.99, {
      section: "cost",
      prominence: "main",
      title: "Share kept in-house",
      description: "Share of requests routed to the self-hosted model; the rest goes to the API.",
      unit: "share",
    }),
    routing: choiceField(
      {
        share: "A fixed share is kept in-house",
        overflow: "In-house until the fleet is full, the rest overflows",
      },
      {
        section: "cost",
        prominence: "more",
        title: "What decides the way",
        description: "By kind of request (difficulty, sensitivity), or by what the fleet has room for.",
      },
    ),
    overflowPeakShare: numberField(0.02, 1, {
      section: "cost",
      prominence: "more",
      title: "Fleet's share of the peak",
      description: "Share of the peak rate that the in-house fleet is sized for; what is above goes to the API.",
      unit: "share",
    }),
    routerUsdPerThousandRequests: numberField(0, 1000, {
      section: "cost",
      prominence: "more",
      title: "Router",
      description: "Cost of deciding where a thousand requests go.",
      unit: "USD",
    }),
    misroutedShare: numberField(0, 1, {
      section: "cost",
      prominence: "more",
      title: "Answered twice",
      description: "Share of the requests kept in-house that have to be asked again of the API.",
      unit: "share",
    }),
  }),
  people: z.strictObject({
    enabled: switchField({
      section: "cost",
      prominence: "more",
      title: "Consider people alone",
      description: "Whether this path is priced and compared.",
    }),
    minutesPerRequest: numberField(0.05, 10_000, {
      section: "cost",
      prominence: "main",
      title: "Time a person needs",
      description: "Handling time of one request by a person.",
      unit: "min/request",
    }),
    wageUsdPerYear: numberField(1000, 1_000_000, {
      section: "cost",
      prominence: "main",
      title: "Wage",
      description: "Gross wage a year, before the employer's own cost.",
      unit: "USD/person·year",
    }),
    overheadFactor: numberField(1, 3, {
      section: "cost",
      prominence: "more",
      title: "Employer's cost",
      description: "Full cost of employment divided by the wage.",
      unit: "1",
    }),
    productiveHoursPerYear: numberField(100, 3000, {
      section: "cost",
      prominence: "more",
      title: "Hours worked a year",
      description: "Paid hours less leave, illness, breaks and training.",
      unit: "h/year",
    }),
    occupancyShare: numberField(0.1, 1, {
      section: "cost",
      prominence: "more",
      title: "Occupancy",
      description: "Share of working time spent on requests rather than waiting for them.",
      unit: "share",
    }),
    hiringUsdPerPerson: numberField(0, 200_000, {
      section: "cost",
      prominence: "more",
      title: "Hiring and training",
      description: "Cost of bringing one more person to full work.",
      unit: "USD",
    }),
    answerSeconds: optionalNumberField(1, 86_400, {
      section: "cost",
      prominence: "more",
      title: "Answer within",
      description:
        "People are staffed by the hour so that requests are taken up within this time (Erlang C). Empty: by occupancy alone.",
      unit: "s",
    }),
    answerShare: numberField(0.05, 0.999, {
      section: "cost",
      prominence: "more",
      title: "Share answered within it",
      description: "The service level: the share of requests that must be taken up within that time.",
      unit: "share",
    }),
    attritionPerYear: numberField(0, 3, {
      section: "cost",
      prominence: "more",
      title: "Attrition",
      description: "Share of people who leave and are replaced each year.",
      unit: "share/year",
    }),
  }),
});
