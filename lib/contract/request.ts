import { z } from "zod";
import { errorCodeSchema } from "./errors";
import { range } from "./field";
import { engineSchema, kvFormatSchema, weightFormatSchema } from "./formats";
import { limitedBySchema } from "./result";
import { scenarioSchema } from "./scenario";
import { workingNodeSchema } from "./working";

/** Requests and results of `estimate`, over HTTP and as a batch: the contract's words and units (GiB, ms). */
const whole = (minimum: number, maximum: number) => {
  const error = `must be a whole number from ${minimum.toLocaleString("en-US")} to ${maximum.toLocaleString("en-US")}`;
  return z.number({ error }).int({ error }).min(minimum, { error }).max(maximum, { error });
};
const real = (minimum: number, maximum: number) => {
  const error = range(minimum, maximum);
  return z.number({ error }).min(minimum, { error }).max(maximum, { error });
};
const id = z.string().max(200).optional();
const n = z.number();

/** A catalogue or Hugging Face id, or a `config.json` as Hugging Face writes it. */
export const modelRefSchema = z.union(
  [
    z.string().min(1).max(300),
    z.strictObject({
      config: z.record(z.string(), z.json()),
      parameters: real(1e3, 1e14).optional(),
      activeParameters: real(1e3, 1e14).optional(),
    }),
  ],
  { error: "must be a model id, or an object {config, parameters?, activeParameters?}" },
);
export type ModelRef = z.infer<typeof modelRefSchema>;

/** A catalogue id, or a specification. Rates in the units of data sheets. */
export const acceleratorRefSchema = z.union(
  [
    z.string().min(1).max(200),
    z.strictObject({
      name: z.string().max(200).optional(),
      memoryGib: real(0.1, 100_000),
      memoryGbPerSecond: real(1, 1e9),
      bf16Tflops: real(0.1, 1e7),
      fp8Tflops: real(0.1, 1e7).optional(),
      int8Tops: real(0.1, 1e7).optional(),
      fp4Tflops: real(0.1, 1e7).optional(),
      linkGbPerSecondPerDirection: real(0, 1e6).optional(),
      scaleUpDomain: whole(1, 100_000).optional(),
    }),
  ],
  { error: "must be an accelerator id, or an object {memoryGib, memoryGbPerSecond, bf16Tflops, …}" },
);
export type AcceleratorRef = z.infer<typeof acceleratorRefSchema>;

const deployment = {
  model: modelRefSchema,
  weights: weightFormatSchema.optional(),
  kv: kvFormatSchema.optional(),
  accelerator: acceleratorRefSchema,
  count: whole(1, 100_000).optional(),
  tp: whole(1, 1024).optional(),
  pp: whole(1, 256).optional(),
  dp: whole(1, 1024).optional(),
  expertTp: whole(1, 1024).optional(),
  expertEp: whole(1, 1024).optional(),
  replicas: whole(1, 100_000).optional(),
  engine: engineSchema.optional(),
  engineVersion: z.string().max(60).optional(),
  gpuMemoryUtilization: real(0.05, 1).optional(),
  maxModelLen: whole(1, 100_000_000).optional(),
  maxNumSeqs: whole(1, 1_000_000).optional(),
  maxNumBatchedTokens: whole(1, 10_000_000).optional(),
};

/** What decides a deployment, whatever the load on it. */
export const deploymentFields = Object.keys(deployment) as (keyof typeof deployment)[];

export const memoryRequestSchema = z.strictObject({
  id,
  kind: z.literal("memory"),
  ...deployment,
  sequences: whole(1, 10_000_000).optional(),
  contextTokens: whole(1, 100_000_000).optional(),
});

export const memoryAnswerSchema = z.strictObject({
  weightsGib: n,
  weightsTotalGib: n,
  kvBytesPerToken: n,
  statePerSequenceBytes: n,
  kvPoolGib: n,
  kvPoolTokens: n,
  maxConcurrencyAtMaxModelLen: n,
  activationGib: n,
  runtimeGib: n,
  cudaGraphGib: n,
  kvForLoadGib: n.optional(),
  totalForLoadGib: n.optional(),
  usableGib: n,
  fits: z.boolean(),
  components: z.array(z.strictObject({ id: z.string(), label: z.string(), gib: n })),
  model: z.strictObject({
    id: z.string(),
    takenFor: z.string().nullable(),
    weights: z.string(),
    notes: z.array(z.string()),
  }),
});

export const loadSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("single") }),
  z.strictObject({ kind: z.literal("closed"), concurrency: whole(1, 10_000_000) }),
  z.strictObject({
    kind: z.literal("open"),
    requestsPerSecond: real(1e-9, 1e9),
    burstiness: real(0.01, 100).optional(),
  }),
  z.strictObject({ kind: z.literal("offline") }),
]);
export type Load = z.infer<typeof loadSchema>;

const pool = z.strictObject({
  tp: whole(1, 1024).optional(),
  pp: whole(1, 256).optional(),
  dp: whole(1, 1024).optional(),
  replicas: whole(1, 100_000).optional(),
});

export const servingRequestSchema = z.strictObject({
  id,
  kind: z.literal("serving"),
  ...deployment,
  isl: real(1, 100_000_000),
  osl: real(1, 10_000_000),
  islCv: real(0, 5).optional(),
  oslCv: real(0, 5).optional(),
  load: loadSchema,
  prefixHitRate: real(0, 0.999).optional(),
  gatherSteps: whole(0, 10_000).optional(),
  speculative: z.strictObject({ acceptanceRate: real(0, 0.999), draftTokens: whole(1, 64) }).optional(),
  disaggregated: z.strictObject({ prefill: pool, decode: pool }).optional(),
  seed: whole(0, 4_294_967_295).optional(),
  method: z.enum(["auto", "analytic", "simulate"]).optional(),
});

const percentiles = z.strictObject({ mean: n, p50: n, p90: n, p95: n, p99: n });
const interval = z.strictObject({ low: n, high: n });

export const servingAnswerSchema = z.strictObject({
  outputTokensPerSecond: n,
  requestsPerSecond: n,
  ttftMs: percentiles,
  tpotMs: percentiles,
  itlMs: percentiles,
  e2eMs: percentiles,
  interval: z.strictObject({ outputTokensPerSecond: interval, ttftMs: interval, tpotMs: interval }),
  utilization: n,
  kvOccupancy: n,
  limitedBy: limitedBySchema,
  /** Null but for open loads, where the queue may grow without end. */
  stable: z.boolean().nullable(),
  method: z.enum(["analytic", "simulate"]),
  memory: memoryAnswerSchema,
});

export const apiCostRequestSchema = z.strictObject({
  id,
  kind: z.literal("api-cost"),
  provider: z.string().max(80).optional(),
  model: z.string().min(1).max(200),
  inputTokens: real(0, 1e15),
  outputTokens: real(0, 1e15),
  cachedInputTokens: real(0, 1e15).optional(),
  cacheWriteTokens: real(0, 1e15).optional(),
  batch: z.boolean().optional(),
  asOf: z.iso.date({ error: "must be a date such as 2026-11-24" }).optional(),
  /** Of the call, in UTC, where a price differs by the hour; noon without it. */
  hourUtc: real(0, 24).optional(),
});

export const apiCostAnswerSchema = z.strictObject({
  costUsd: n,
  lines: z.array(z.strictObject({ id: z.string(), label: z.string(), tokens: n, usdPerMtoken: n, costUsd: n })),
  price: z.strictObject({
    id: z.string(),
    provider: z.string(),
    model: z.string(),
    name: z.string(),
    note: z.string().nullable(),
    source: z.strictObject({ title: z.string(), url: z.string().optional(), asOf: z.string() }),
  }),
});

export const financeRequestSchema = z.strictObject({
  id,
  kind: z.literal("finance"),
  cashFlowsUsd: z.array(real(-1e15, 1e15)).min(1, { error: "must hold at least one cash flow" }).max(10_000),
  periodsPerYear: real(1, 366),
  discountRateAnnual: real(-0.99, 10),
});

export const financeAnswerSchema = z.strictObject({
  npvUsd: n,
  irrAnnual: n.nullable(),
  paybackPeriods: n.nullable(),
  discountedPaybackPeriods: n.nullable(),
  roi: n.nullable(),
  notes: z.array(z.string()),
});

const open01 = real(1e-9, 1 - 1e-9);
const rating = z.union([z.string().max(200), z.number(), z.null()], { error: "must be a category, a number or null" });
const confidence = real(0.5, 0.999_999);
const count = whole(0, 1_000_000_000);

/** Ratings as a table: numbers or words, null where one is missing. */
const ratings = z
  .array(z.array(rating).max(10_000, { error: "must be a list of at most 10,000 ratings" }), {
    error: "must be a list of rows of ratings",
  })
  .min(1, { error: "must hold at least one row" })
  .max(10_000, { error: "must hold at most 10,000 rows" });
const level = z.enum(["nominal", "ordinal", "interval", "ratio"], {
  error: "must be one of nominal, ordinal, interval, ratio",
});
const questionKinds = ["proportion", "compare", "zero-failures", "agreement", "score", "ratings", "judge", "labels"];

export const evaluationRequestSchema = z.strictObject({
  id,
  kind: z.literal("evaluation"),
  question: z.discriminatedUnion(
    "kind",
    [
      z.strictObject({
        kind: z.literal("proportion"),
        expected: real(0, 1),
        marginOfError: real(1e-5, 0.5),
        confidence,
        population: whole(1, 1_000_000_000_000).optional(),
        method: z.enum(["wald", "wilson"], { error: "must be wald or wilson" }).optional(),
      }),
      z.strictObject({
        kind: z.literal("compare"),
        p1: real(0, 1),
        p2: real(0, 1),
        alpha: real(1e-6, 0.5),
        power: real(0.5, 0.999_999),
        paired: z.boolean({ error: "must be true or false" }).optional(),
        discordance: real(0, 1).optional(),
      }),
      z.strictObject({ kind: z.literal("zero-failures"), maxFailureRate: open01, confidence: open01 }),
      z.strictObject({
        kind: z.literal("agreement"),
        ratings,
        measure: z.enum(["cohen", "fleiss", "krippendorff"], { error: "must be one of cohen, fleiss, krippendorff" }),
        /** Of Krippendorff's α; nominal unless said. */
        level: level.optional(),
        /** What stands in the rows of `ratings`; by default the longer side is taken for the items. */
        rows: z.enum(["auto", "items", "judges"], { error: "must be one of auto, items, judges" }).optional(),
      }),
      /** So many good answers of so many: share, interval, and whether it clears what must be reached. */
      z.strictObject({
        kind: z.literal("score"),
        items: whole(1, 1_000_000_000),
        passed: count,
        confidence: confidence.optional(),
        threshold: open01.optional(),
        designEffect: real(1, 1000).optional(),
      }),
      /** Real ratings, an item in each row: agreement of the judges and the score of what they judged. */
      z.strictObject({
        kind: z.literal("ratings"),
        ratings,
        level: level.optional(),
        /** From which number on a rating says that the answer is good, or which words say so. */
        goodFrom: z.number({ error: "must be a number" }).optional(),
        goodWords: z.array(z.string().max(200), { error: "must be a list of words" }).max(200).optional(),
        /** Column of a judging model, the first being 0: people are then what it is corrected by. */
        judgeColumn: whole(0, 9_999).optional(),
        confidence: confidence.optional(),
        threshold: open01.optional(),
      }),
      /** A judging model's bias taken out by answers that people judged as well. */
      z.strictObject({
        kind: z.literal("judge"),
        /** Answers both judged, by what they said. */
        labelled: z.strictObject({ bothGood: count, onlyPeople: count, onlyJudge: count, bothBad: count }),
        /** Answers the model alone judged. */
        judged: count,
        judgedGood: count,
        confidence: confidence.optional(),
        threshold: open01.optional(),
      }),
      /** How many answers people should judge to check a judging model, at the lowest cost. */
      z.strictObject({
        kind: z.literal("labels"),
        expected: open01,
        marginOfError: real(1e-5, 0.5),
        confidence,
        sensitivity: real(0.5, 1),
        specificity: real(0.5, 1),
        usdPerLabel: real(0, 1_000_000),
        usdPerJudgement: real(0, 1_000_000),
      }),
    ],
    { error: `must be an object whose \`kind\` is one of ${questionKinds.join(", ")}` },
  ),
});

const estimated = z.strictObject({ share: n, low: n, high: n });

export const evaluationAnswerSchema = z.strictObject({
  /** For `compare` without pairs: answers of each system. */
  sampleSize: n.optional(),
  coefficient: n.optional(),
  interval: interval.nullable().optional(),
  percentAgreement: n.optional(),
  /** What was judged good. `items` and `passed` are whole answers by people; behind a judging model, as many as say as much. */
  score: z.strictObject({ items: n, passed: n, share: n, low: n, high: n, tied: n }).optional(),
  /** Whether the interval lies above the threshold, below it, or over it. */
  decision: z.enum(["passed", "failed", "undecided"]).optional(),
  /** The judging model: how it errs, and the share good once that is taken out. */
  judge: z
    .strictObject({
      labelled: n,
      alone: n,
      sensitivity: n.nullable(),
      specificity: n.nullable(),
      roganGladen: estimated.nullable(),
      predictionPowered: estimated.nullable(),
      tuned: estimated.nullable(),
    })
    .optional(),
  /** Answers by people and by the model that cost least, what they cost, and what people alone would. */
  labels: z.strictObject({ labels: n, judged: n, usd: n, peopleAlone: n, peopleAloneUsd: n }).optional(),
  working: z.array(workingNodeSchema),
  notes: z.array(z.string()),
});

const dpSgd = {
  id,
  kind: z.literal("privacy"),
  method: z.literal("dp-sgd"),
  samplingRate: real(1e-9, 1),
  steps: whole(1, 10_000_000),
  delta: real(1e-15, 0.5),
  accountant: z.enum(["rdp", "prv"]).optional(),
};

export const privacyRequestSchema = z.strictObject({
  ...dpSgd,
  noiseMultiplier: real(0.1, 10_000).optional(),
  targetEpsilon: real(0.001, 10_000).optional(),
});

export const privacyAnswerSchema = z.strictObject({
  epsilon: n,
  noiseMultiplier: n,
  delta: n,
  accountant: z.enum(["rdp", "prv"]),
  /** Order at which the bound is tightest, for rdp. */
  order: n.optional(),
  /** The same by the tighter conversion of Balle et al. (2020), for rdp. */
  epsilonTighter: n.optional(),
  notes: z.array(z.string()),
});

const loraModules = ["q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj"] as const;

export const trainingRequestSchema = z.strictObject({
  id,
  kind: z.literal("training"),
  model: modelRefSchema,
  method: z.enum(["pretrain", "full", "lora", "qlora", "dora"]),
  optimizer: z.enum(["adamw", "adamw8bit", "adafactor", "sgd"]).optional(),
  precision: z.enum(["bf16", "fp16", "fp32", "fp8"]).optional(),
  sharding: z.enum(["none", "zero1", "zero2", "zero3", "fsdp", "hsdp"]).optional(),
  offload: z.enum(["none", "optimizer", "all"]).optional(),
  checkpointing: z.enum(["none", "selective", "full"]).optional(),
  flashAttention: z.boolean().optional(),
  fusedCrossEntropy: z.boolean().optional(),
  seqLen: whole(1, 100_000_000),
  microBatch: whole(1, 1_000_000),
  globalBatch: whole(1, 100_000_000).optional(),
  loraRank: whole(1, 65_536).optional(),
  loraTargets: z
    .union([z.enum(["all-linear", "attention"]), z.array(z.enum(loraModules)).min(1)], {
      error: `must be all-linear, attention, or a list of ${loraModules.join(", ")}`,
    })
    .optional(),
  accelerator: acceleratorRefSchema,
  count: whole(1, 1_000_000),
  tp: whole(1, 1024).optional(),
  pp: whole(1, 1024).optional(),
  tokens: real(1, 1e16).optional(),
  packing: z.boolean().optional(),
  meanTokens: real(1, 100_000_000).optional(),
  tiedEmbeddings: z.boolean().optional(),
  adaptersWrapped: z.enum(["apart", "together"]).optional(),
  gradientSync: z.enum(["microBatch", "step"]).optional(),
  optimizerInBackward: z.boolean().optional(),
});

const trainingCostSchema = z.strictObject({
  offer: z.string(),
  usdPerAcceleratorHour: n,
  usdPerMillionTokens: n,
  usd: n.optional(),
});

export const trainingAnswerSchema = z.strictObject({
  peakGib: n,
  allocatedGib: n,
  deviceGib: n,
  usableGib: n,
  components: z.array(z.strictObject({ id: z.string(), label: z.string(), gib: n })),
  fits: z.boolean(),
  trainableParameters: n,
  tokensPerSecond: n,
  tokensPerSecondPerAccelerator: n,
  mfu: n,
  /** Of the tokens that are computed, those of examples; the others fill them up to the length. */
  usefulShare: n,
  hours: n.optional(),
  acceleratorHours: n.optional(),
  /** At the lowest price listed for the accelerator without a commitment; null where none is. */
  cost: trainingCostSchema.nullable(),
  /** The cheapest way that fits, over the priced accelerators of the catalogue; null where none does. */
  cheapest: z
    .strictObject({
      accelerator: z.string(),
      count: n,
      sharding: z.string(),
      checkpointing: z.string(),
      deviceGib: n,
      usableGib: n,
      tokensPerSecond: n,
      hours: n.optional(),
      acceleratorHours: n.optional(),
      cost: trainingCostSchema,
    })
    .nullable(),
  interval: z.strictObject({ peakGib: interval, tokensPerSecond: interval }),
  model: z.strictObject({ id: z.string(), takenFor: z.string().nullable() }),
  notes: z.array(z.string()),
});

export const scenarioRequestSchema = z.strictObject({ id, kind: z.literal("scenario"), scenario: scenarioSchema });

export const estimateRequestSchema = z.discriminatedUnion("kind", [
  memoryRequestSchema,
  servingRequestSchema,
  apiCostRequestSchema,
  financeRequestSchema,
  evaluationRequestSchema,
  privacyRequestSchema,
  trainingRequestSchema,
  scenarioRequestSchema,
]);
export type EstimateRequest = z.infer<typeof estimateRequestSchema>;

/** Without `result`, which depends on the kind. */
export const estimateFailureSchema = z.strictObject({
  id,
  ok: z.literal(false),
  error: z.strictObject({ code: errorCodeSchema, message: z.string(), path: z.string().optional() }),
});
