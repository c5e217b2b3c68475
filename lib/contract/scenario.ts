import { z } from "zod";
import { offerTermSchema } from "./catalogue";
import {
  choiceField,
  considerationSchema,
  numberField,
  optionalNumberField,
  switchField,
  textField,
  wholeNumberField,
} from "./field";
import { engineSchema, kvFormatSchema, weightFormatSchema } from "./formats";

/**
 * The scenario: one self-contained document. Values are in the units their names or `meta().unit` give (SI, shares of
 * 1, US dollars). Version 1; older versions are migrated on reading (migrations.ts), never rejected.
 */
export const currentSchemaVersion = 2;

export const useCases = {
  customerSupport: "Customer support",
  knowledgeAssistant: "Answers from company documents",
  documentProcessing: "Reading and extracting from documents",
  codingAssistant: "Coding assistant",
  contentDrafting: "Drafting text",
  classification: "Sorting and tagging",
  agentWorkflow: "Agents that use tools",
  other: "Something else",
} as const;
export type UseCase = keyof typeof useCases;

export const dataClasses = {
  public: "Public",
  internal: "Internal",
  confidential: "Confidential business data",
  personal: "Personal data",
  special: "Health or other special-category data",
  payment: "Payment card data",
} as const;
export type DataClass = keyof typeof dataClasses;

export const pathIds = ["api", "selfHosted", "hybrid", "people"] as const;
export const pathIdSchema = z.enum(pathIds);
export type PathId = z.infer<typeof pathIdSchema>;

const overview = { section: "overview", prominence: "main" } as const;
const overviewMore = { section: "overview", prominence: "more" } as const;

export const workloadSchema = z.strictObject({
  useCase: choiceField(useCases, {
    ...overview,
    title: "What is it for?",
    description: "Chooses the defaults that fit this kind of work; every one of them can be changed.",
  }),
  requestsPerDay: numberField(1, 1e9, {
    ...overview,
    title: "Requests a day",
    description: "Calls to the model on an average day, at the start of the plan.",
    unit: "request/day",
  }),
  growthKind: choiceField(
    { compound: "By the same percentage each year", linear: "By the same amount each year" },
    { ...overviewMore, title: "How volume grows", description: "The shape of growth over the horizon." },
  ),
  growthPerYear: numberField(-0.9, 20, {
    ...overview,
    title: "Growth a year",
    description: "Change of requests a day over a year: 0.2 is 20 % more.",
    unit: "share/year",
  }),
  peakToMean: numberField(1, 100, {
    ...overview,
    title: "Peak to average",
    description: "Requests a second in the busiest minutes, divided by the average over 24 hours.",
    unit: "1",
  }),
  isl: numberField(1, 2_000_000, {
    ...overview,
    title: "Prompt length (ISL)",
    description: "Input tokens of an average request: instructions, documents, history and question together.",
    unit: "token/request",
  }),
  osl: numberField(1, 200_000, {
    ...overview,
    title: "Answer length (OSL)",
    description: "Output tokens of an average request, reasoning included.",
    unit: "token/request",
  }),
  cachedInputShare: numberField(0, 0.99, {
    ...overviewMore,
    title: "Prompt read from cache",
    description: "Share of input tokens that repeat an earlier prompt's beginning and are read from a prefix cache.",
    unit: "share",
  }),
  batchableShare: numberField(0, 1, {
    ...overviewMore,
    title: "Can wait",
    description: "Share of requests that may be answered hours later, at an API's batch price.",
    unit: "share",
  }),
  escalatedShare: numberField(0, 1, {
    ...overviewMore,
    title: "Handed on to a person",
    description: "Share of requests the model cannot settle, so that a person handles them on every automated path.",
    unit: "share",
  }),
});

export const requirementsSchema = z.strictObject({
  percentile: choiceField(
    { p50: "p50", p90: "p90", p95: "p95", p99: "p99" },
    {
      section: "latency",
      prominence: "more",
      title: "Percentile",
      description: "Share of requests the latency targets must hold for.",
    },
  ),
  ttftSeconds: numberField(0.05, 600, {
    section: "latency",
    prominence: "main",
    title: "Time to first word (TTFT)",
    description: "Longest wait until the answer begins.",
    unit: "s",
  }),
  tpotSeconds: numberField(0.001, 10, {
    section: "latency",
    prominence: "main",
    title: "Time per output token (TPOT)",
    description: "Longest time between words once the answer runs; 0.19 s a token is silent reading speed.",
    unit: "s/token",
  }),
  availabilityShare: numberField(0.9, 0.99999, {
    section: "hardware",
    prominence: "main",
    title: "Availability",
    description: "Share of time in which the full peak must be served; decides how many spare replicas stand by.",
    unit: "share",
  }),
  budgetUsdPerMonth: optionalNumberField(1, 1e9, {
    section: "cost",
    prominence: "main",
    title: "Budget a month",
    description: "A path whose running cost exceeds this in any month does not qualify. Empty: no limit.",
    unit: "USD/month",
  }),
});

export const privacySchema = z.strictObject({
  dataClass: choiceField(dataClasses, {
    section: "privacy",
    prominence: "main",
    title: "How sensitive is the data?",
    description: "The most sensitive class that prompts, documents or answers may hold.",
  }),
  residency: choiceField(
    { anywhere: "Anywhere", region: "Within one legal region (EU, US, …)", ownPremises: "On our own premises" },
    {
      section: "privacy",
      prominence: "main",
      title: "Where may data be processed?",
      description: "A path that cannot stay there does not qualify.",
    },
  ),
  apiTerms: choiceField(
    {
      standard: "Provider's standard terms",
      zeroRetention: "Zero data retention agreed",
      cloudTenant: "Model in our own cloud tenant",
    },
    {
      section: "privacy",
      prominence: "main",
      title: "API terms",
      description: "What has been agreed with the API's provider on keeping and using data.",
    },
  ),
  agreementSigned: switchField({
    section: "privacy",
    prominence: "main",
    title: "Processing agreement signed",
    description:
      "A data processing agreement (DPA), or a business associate agreement (BAA) for health data, with the API's provider or the cloud.",
  }),
  apiInRegion: switchField({
    section: "privacy",
    prominence: "more",
    title: "API offers the region",
    description: "The API's provider contractually processes within the region required.",
  }),
  selfHostedSite: choiceField(
    {
      publicCloud: "Rented in a public cloud",
      colocation: "Own hardware in a colocation site",
      ownPremises: "Own premises",
    },
    {
      section: "privacy",
      prominence: "main",
      title: "Where the self-hosted path runs",
      description: "Decides who else has access and whether data leaves the premises.",
    },
  ),
});

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
});

export const scenarioSchema = z.strictObject({
  schemaVersion: z.literal(currentSchemaVersion),
  name: textField(120, { ...overview, title: "Name", description: "What this plan is called." }, 1),
  notes: textField(4000, {
    ...overviewMore,
    title: "Notes",
    description: "Anything a reader should know; shown on the shared page.",
  }),
  tags: z
    .array(z.string().min(1).max(40))
    .max(20)
    .meta({ ...overviewMore, title: "Tags", description: "Words to find this plan by." }),
  workload: workloadSchema,
  requirements: requirementsSchema,
  privacy: privacySchema,
  paths: z.strictObject({
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
      attritionPerYear: numberField(0, 3, {
        section: "cost",
        prominence: "more",
        title: "Attrition",
        description: "Share of people who leave and are replaced each year.",
        unit: "share/year",
      }),
    }),
  }),
  data: z.strictObject({
    labelledExamples: numberField(0, 1e8, {
      section: "data",
      prominence: "main",
      title: "Examples to label",
      description: "Examples prepared by people before launch, for prompts, fine-tuning or tests. 0: none.",
      unit: "item",
    }),
    ratingsPerExample: wholeNumberField(1, 20, {
      section: "data",
      prominence: "main",
      title: "People per example",
      description: "How many people label each example independently.",
      unit: "rating/item",
    }),
    minutesPerLabel: numberField(0.05, 600, {
      section: "data",
      prominence: "main",
      title: "Time per label",
      description: "Minutes one person needs for one example.",
      unit: "min/item",
    }),
    annotatorUsdPerHour: numberField(1, 500, {
      section: "data",
      prominence: "main",
      title: "Annotator's cost",
      description: "Full cost of an annotator's hour.",
      unit: "USD/h",
    }),
    rejectedShare: numberField(0, 0.9, {
      section: "data",
      prominence: "more",
      title: "Rejected labels",
      description: "Share of labels that fail review and are done again.",
      unit: "share",
    }),
    annotators: wholeNumberField(1, 10_000, {
      section: "data",
      prominence: "more",
      title: "Annotators",
      description: "How many work at the same time; decides the days until launch.",
      unit: "person",
    }),
    refreshSharePerYear: numberField(0, 20, {
      section: "data",
      prominence: "more",
      title: "Renewed a year",
      description: "Share of the examples that are new or changed each year.",
      unit: "share/year",
    }),
    storedBytes: numberField(0, 1e18, {
      section: "data",
      prominence: "main",
      title: "Stored data",
      description: "Documents, examples and results that are kept.",
      unit: "B",
    }),
    logRetentionMonths: numberField(0, 120, {
      section: "data",
      prominence: "more",
      title: "Keep logs for",
      description: "How long prompts and answers are kept; 0: not at all.",
      unit: "month",
    }),
    storageUsdPerGbMonth: numberField(0, 10, {
      section: "data",
      prominence: "more",
      title: "Storage price",
      description: "Per gigabyte and month.",
      unit: "USD/GB·month",
    }),
  }),
  evaluation: z.strictObject({
    expectedPassShare: numberField(0.01, 0.99, {
      section: "evaluation",
      prominence: "main",
      title: "Expected share right",
      description: "Share of answers expected to pass; 0.5 asks for the most tests.",
      unit: "share",
    }),
    marginOfError: numberField(0.005, 0.3, {
      section: "evaluation",
      prominence: "main",
      title: "Margin of error",
      description: "How far the measured share may be from the true one.",
      unit: "share",
    }),
    confidence: numberField(0.5, 0.999, {
      section: "evaluation",
      prominence: "main",
      title: "Confidence",
      description: "How sure the margin must be.",
      unit: "share",
    }),
    ratingsPerItem: wholeNumberField(1, 20, {
      section: "evaluation",
      prominence: "main",
      title: "People per answer",
      description: "How many people judge each answer independently.",
      unit: "rating/item",
    }),
    minutesPerRating: numberField(0.05, 600, {
      section: "evaluation",
      prominence: "main",
      title: "Time per judgement",
      description: "Minutes one person needs to judge one answer.",
      unit: "min/item",
    }),
    raterUsdPerHour: numberField(1, 500, {
      section: "evaluation",
      prominence: "more",
      title: "Judge's cost",
      description: "Full cost of an hour of a person who judges answers.",
      unit: "USD/h",
    }),
    raters: wholeNumberField(1, 10_000, {
      section: "evaluation",
      prominence: "more",
      title: "People judging",
      description: "How many judge at the same time; decides the days a round takes.",
      unit: "person",
    }),
  }),
  maintenance: z.strictObject({
    releasesPerYear: numberField(0, 365, {
      section: "maintenance",
      prominence: "main",
      title: "Releases a year",
      description: "Changes of model, prompt or data that are tested again before they go live.",
      unit: "release/year",
    }),
    fineTunesPerYear: numberField(0, 365, {
      section: "maintenance",
      prominence: "main",
      title: "Fine-tunes a year",
      description: "How often the self-hosted model is trained on new examples. 0: never.",
      unit: "release/year",
    }),
    acceleratorHoursPerFineTune: numberField(0, 1e7, {
      section: "maintenance",
      prominence: "more",
      title: "Accelerator-hours per fine-tune",
      description: "Number of accelerators times hours of one run, failed runs included.",
      unit: "accelerator·h",
    }),
    incidentsPerMonthApi: numberField(0, 1000, {
      section: "maintenance",
      prominence: "more",
      title: "Incidents a month, API",
      description: "Faults that an engineer must look into when an API is used.",
      unit: "incident/month",
    }),
    incidentsPerMonthSelfHosted: numberField(0, 1000, {
      section: "maintenance",
      prominence: "main",
      title: "Incidents a month, self-hosted",
      description: "Faults that an engineer must look into when the model is self-hosted.",
      unit: "incident/month",
    }),
    hoursPerIncident: numberField(0, 1000, {
      section: "maintenance",
      prominence: "more",
      title: "Hours per incident",
      description: "Engineering time to find and mend one fault.",
      unit: "h/incident",
    }),
  }),
  team: z.strictObject({
    engineerUsdPerYear: numberField(1000, 2_000_000, {
      section: "cost",
      prominence: "main",
      title: "Engineer's pay",
      description: "Total pay a year of an engineer who runs the system, before the employer's own cost.",
      unit: "USD/person·year",
    }),
    overheadFactor: numberField(1, 3, {
      section: "cost",
      prominence: "more",
      title: "Employer's cost",
      description: "Full cost of employment divided by pay.",
      unit: "1",
    }),
    workingHoursPerYear: numberField(500, 3000, {
      section: "cost",
      prominence: "more",
      title: "Working hours a year",
      description: "Hours an engineer works in a year.",
      unit: "h/year",
    }),
    runFteApi: numberField(0, 1000, {
      section: "cost",
      prominence: "main",
      title: "Engineers to run, API",
      description: "Full-time engineers who keep the system running when an API is used.",
      unit: "person",
    }),
    runFteSelfHosted: numberField(0, 1000, {
      section: "cost",
      prominence: "main",
      title: "Engineers to run, self-hosted",
      description: "Full-time engineers who keep the system running when the model is self-hosted.",
      unit: "person",
    }),
    buildMonthsApi: numberField(0, 10_000, {
      section: "cost",
      prominence: "more",
      title: "Person-months to build, API",
      description: "Engineering work before launch on the API path.",
      unit: "month",
    }),
    buildMonthsSelfHosted: numberField(0, 10_000, {
      section: "cost",
      prominence: "more",
      title: "Person-months to build, self-hosted",
      description: "Engineering work before launch on the self-hosted path.",
      unit: "month",
    }),
  }),
  outcome: z.strictObject({
    valueUsdPerRequest: numberField(0, 1_000_000, {
      section: "cost",
      prominence: "more",
      title: "Worth of a request",
      description: "Revenue or saving that a request brings once it is handled, whoever handles it; 0 claims none.",
      unit: "USD/request",
    }),
    rampMonths: numberField(0, 60, {
      section: "cost",
      prominence: "more",
      title: "Months until it settles its share",
      description: "Until then people handle more: the share the model settles grows evenly from launch.",
      unit: "month",
    }),
    errorShare: numberField(0, 1, {
      unit: "share",
      section: "cost",
      prominence: "more",
      title: "Wrong answers acted on",
      description: "Share of the answers by a model that are wrong, go unnoticed and are acted on.",
    }),
    errorUsd: numberField(0, 1_000_000_000, {
      section: "cost",
      prominence: "more",
      title: "Cost of a wrong answer",
      description: "What one wrong answer that is acted on costs on average.",
      unit: "USD/request",
    }),
  }),
  economics: z.strictObject({
    startMonth: z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/, "must be a month such as 2026-12")
      .meta({
        section: "cost",
        prominence: "more",
        title: "First month",
        description: "The month in which the service goes live.",
      }),
    pricedOn: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/, "must be a date such as 2026-11-24")
      .meta({
        section: "cost",
        prominence: "more",
        title: "Prices of",
        description: "The date whose prices are used.",
      }),
    horizonMonths: wholeNumberField(6, 120, {
      section: "cost",
      prominence: "main",
      title: "Horizon",
      description: "How many months the plan covers.",
      unit: "month",
    }),
    discountRatePerYear: numberField(0, 1, {
      section: "cost",
      prominence: "main",
      title: "Discount rate",
      description: "What a dollar in a year is worth less than one today; ask finance for the cost of capital.",
      unit: "share/year",
    }),
  }),
  /** Considerations a person has looked at and confirmed; the rail calls only these settled. */
  confirmed: z
    .array(considerationSchema)
    .max(8)
    .meta({ ...overviewMore, title: "Confirmed", description: "Considerations whose inputs a person has confirmed." }),
});

export type Scenario = z.infer<typeof scenarioSchema>;
