import { z } from "zod";
import { confidenceSchema, sourceSchema } from "./source";
import { unitSchema } from "./unit";

/** The reference tables as the product holds them. Rates are SI (FLOP/s, B/s); memory sizes are bytes. */

const positive = z.number().positive();
const nullable = <T extends z.ZodType>(schema: T) => schema.nullable();

export const acceleratorSchema = z.strictObject({
  id: z.string(),
  vendor: z.string(),
  name: z.string(),
  /** Nameplate capacity. */
  memoryBytes: positive,
  /** What a driver or cloud reports as addressable; null where nobody has published it. */
  usableMemoryBytes: nullable(positive),
  memoryType: z.string(),
  memoryBytesPerSecond: positive,
  /** Dense peak rates by number format; null where the hardware has no such unit or nothing is published. */
  peakFlopsPerSecond: z.strictObject({
    bf16: nullable(positive),
    fp8: nullable(positive),
    int8: nullable(positive),
    fp4: nullable(positive),
    fp32: nullable(positive),
  }),
  scaleUp: z.strictObject({
    link: z.string(),
    /** Accelerators that share the fast link. A larger group runs over the host link. */
    domain: z.int().positive(),
    bytesPerSecondPerDirection: nullable(z.number().nonnegative()),
  }),
  hostLink: z.strictObject({ name: nullable(z.string()), bytesPerSecondPerDirection: nullable(positive) }),
  tdpWatts: nullable(positive),
  /** All-in facility power (host, network, cooling) where a study has published it, per accelerator. */
  facilityWatts: nullable(positive),
  releasedYear: z.int(),
  formFactor: z.string(),
  /** False for parts whose memory model this engine does not describe (on-chip SRAM designs). */
  usableForSizing: z.boolean(),
  confidence: confidenceSchema,
  notes: nullable(z.string()),
  source: sourceSchema,
});
export type Accelerator = z.infer<typeof acceleratorSchema>;

const count = z.int().nonnegative();
const layers = z.int().positive();

const economies = {
  /** Keeps no keys and values: an encoder, or layers that read those of others. */
  keepsNothing: z.boolean().optional(),
  /** Layers with weights of their own, where several share them (Zamba2). */
  weightLayers: layers.optional(),
};

/** How groups of layers keep what they have read. One entry per kind of layer in the model. */
export const attentionSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("full"),
    layers,
    kvHeads: layers,
    keySize: layers,
    valueSize: count,
    outputGate: z.boolean().optional(),
    /** Values are taken from the key projection: one projection less. The cache still holds both, as keys are rotated. */
    sharedKeyValue: z.boolean().optional(),
    ...economies,
  }),
  z.strictObject({
    kind: z.literal("sliding"),
    layers,
    window: layers,
    kvHeads: layers,
    keySize: layers,
    valueSize: count,
    ...economies,
  }),
  /** Chunked local attention (Llama 4): at most one chunk is kept. */
  z.strictObject({
    kind: z.literal("chunked"),
    layers,
    window: layers,
    kvHeads: layers,
    keySize: layers,
    valueSize: count,
    ...economies,
  }),
  /** A decoder's look at what an encoder has read (T5, Whisper). */
  z.strictObject({
    kind: z.literal("cross"),
    layers,
    kvHeads: layers,
    keySize: layers,
    valueSize: count,
    /** Entries of every request, however short; null where the encoder reads the question, whose tokens are counted. */
    tokens: nullable(layers),
  }),
  z.strictObject({
    kind: z.literal("mla"),
    layers,
    kvRank: layers,
    ropeSize: count,
    queryRank: nullable(layers),
    nopeSize: nullable(count),
    valueSize: nullable(layers),
    outputGate: z.boolean().optional(),
    indexer: nullable(z.strictObject({ layers, heads: layers, size: layers })),
  }),
  /** One shared entry per `ratio` tokens (DeepSeek V4). */
  z.strictObject({
    kind: z.literal("compressed"),
    layers,
    ratio: layers,
    elementsPerToken: positive,
    indexer: z.boolean(),
  }),
  /** Recurrent state of constant size per sequence. */
  z.strictObject({
    kind: z.literal("recurrent"),
    form: z.enum(["gatedDeltaNet", "mamba1", "mamba2", "kda", "linear"]),
    layers,
    stateElements: positive,
    /** Of the state; what a convolution keeps of the last tokens has 16 bits. */
    stateBytesPerElement: positive,
    /** Of the elements, those a convolution keeps. */
    convolutionElements: count.optional(),
    keyHeads: layers.optional(),
    valueHeads: layers.optional(),
    headSize: layers.optional(),
    /** Of state-space layers: elements of a channel's state. */
    stateSize: layers.optional(),
    /** Mamba-1: rank of the projection that sets the time step. */
    rank: layers.optional(),
    /** Linear attention: matrices of hidden size × width. */
    projections: layers.optional(),
  }),
]);
export type AttentionGroup = z.infer<typeof attentionSchema>;

export const expertsSchema = z.strictObject({
  experts: layers,
  expertsPerToken: layers,
  expertIntermediateSize: layers,
  /** Width the experts work at when it is not the hidden size (latent experts). */
  expertHiddenSize: nullable(layers),
  sharedIntermediateSize: count,
  moeLayers: layers,
  denseLayers: count,
  gated: z.boolean(),
});

export const architectureSchema = z.strictObject({
  kind: z.string(),
  layers,
  hiddenSize: layers,
  attentionHeads: layers,
  intermediateSize: nullable(layers),
  vocabularySize: layers,
  tiedEmbeddings: z.boolean(),
  maxContextTokens: layers,
  experts: nullable(expertsSchema),
  attention: z.array(attentionSchema).min(1),
  /** Layers with a dense feed-forward block, where the layers do not tell. */
  feedForwardLayers: count.optional(),
  /** Parameters in no layer of the language model: positions, encoders, towers. */
  beside: z.array(z.strictObject({ label: z.string(), parameters: count })).optional(),
});
export type Architecture = z.infer<typeof architectureSchema>;

export const qualityScoreSchema = z.strictObject({
  measure: z.string(),
  score: z.number(),
  unit: z.string(),
  selfReported: z.boolean(),
  source: sourceSchema,
});

export const modelSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  developer: z.string(),
  releasedOn: nullable(z.string()),
  licence: nullable(z.string()),
  /** Recounted from the architecture where there is one, else as published. */
  parameters: positive,
  activeParameters: positive,
  publishedParameters: nullable(positive),
  publishedActiveParameters: nullable(positive),
  /** Null where only the parameter counts are known: memory and latency then say so. */
  architecture: nullable(architectureSchema),
  /** Number format the vendor ships; null where not said. */
  nativeFormat: nullable(z.string()),
  publishedWeightsBytes: nullable(positive),
  multimodal: nullable(z.string()),
  quality: z.array(qualityScoreSchema),
  confidence: confidenceSchema,
  notes: nullable(z.string()),
  source: sourceSchema,
});
export type Model = z.infer<typeof modelSchema>;

export const offerTerms = ["onDemand", "spot", "reserved1Year", "reserved3Years"] as const;
export const offerTermSchema = z.enum(offerTerms);
export type OfferTerm = z.infer<typeof offerTermSchema>;

export const offerSchema = z.strictObject({
  id: z.string(),
  provider: z.string(),
  instance: z.string(),
  acceleratorId: z.string(),
  /** Accelerators that come together; a machine is rented whole. */
  accelerators: layers,
  vcpus: nullable(positive),
  ramBytes: nullable(positive),
  region: nullable(z.string()),
  /** Price per accelerator and hour by term; null where the provider lists none. */
  usdPerAcceleratorHour: z.strictObject({
    onDemand: nullable(positive),
    spot: nullable(positive),
    reserved1Year: nullable(positive),
    reserved3Years: nullable(positive),
  }),
  priceKind: z.string(),
  notes: nullable(z.string()),
  source: sourceSchema,
});
export type Offer = z.infer<typeof offerSchema>;

/** A single reference value: salary, electricity price, PUE, storage price, …: HOUSE section 5. */
export const referenceValueSchema = z.strictObject({
  id: z.string(),
  label: z.string(),
  value: z.number(),
  unit: unitSchema,
  low: nullable(z.number()),
  high: nullable(z.number()),
  region: nullable(z.string()),
  confidence: confidenceSchema,
  note: nullable(z.string()),
  source: sourceSchema,
});
export type ReferenceValue = z.infer<typeof referenceValueSchema>;

/** Price that depends on the size of the request: the tier reached re-prices the whole request. */
export const tieredPriceSchema = z.strictObject({
  usdPerMtoken: z.number().nonnegative(),
  tiers: z.array(z.strictObject({ aboveInputTokens: count, usdPerMtoken: z.number().nonnegative() })),
});
export type TieredPrice = z.infer<typeof tieredPriceSchema>;

const hourOfDay = z.number().min(0).max(24);

/** Prices of some hours of the day. */
export const hourlyPriceSchema = z.strictObject({
  /** Hours UTC; a window that runs over midnight is two. */
  windows: z.array(z.strictObject({ fromHour: hourOfDay, toHour: hourOfDay })).min(1),
  input: tieredPriceSchema,
  output: tieredPriceSchema,
  cachedInput: nullable(tieredPriceSchema),
  cacheWrite: nullable(tieredPriceSchema),
});
export type HourlyPrice = z.infer<typeof hourlyPriceSchema>;

export const apiPriceSchema = z.strictObject({
  id: z.string(),
  provider: z.string(),
  providerName: z.string(),
  model: z.string(),
  name: z.string(),
  input: tieredPriceSchema,
  output: tieredPriceSchema,
  cachedInput: nullable(tieredPriceSchema),
  cacheWrite: nullable(tieredPriceSchema),
  /** Where the price differs by the hour: every hour of the day, each once. The prices above are those at noon UTC. */
  byHour: z.array(hourlyPriceSchema).min(2).optional(),
  /** Flat fee per thousand requests, where a provider has one. */
  usdPerThousandRequests: nullable(z.number().nonnegative()),
  contextTokens: nullable(layers),
  deprecated: z.boolean(),
  /** Set where our dated override wins over the price package, and why. */
  override: nullable(z.strictObject({ reason: z.string() })),
  notes: nullable(z.string()),
  source: sourceSchema,
});
export type ApiPrice = z.infer<typeof apiPriceSchema>;

const day = z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/, "a day or month such as 2026-07-20 or 2026-07");

/** How long a provider's models have stayed, and what it promises. Null: nothing is published. */
export const modelLifetimesSchema = z.strictObject({
  /** The provider's id in the price list. */
  id: z.string(),
  name: z.string(),
  /** Months that a model stays at least. */
  promisedMonths: nullable(positive),
  promisedNoticeDays: nullable(positive),
  models: z.array(
    z.strictObject({
      model: z.string(),
      releasedOn: nullable(day),
      announcedOn: nullable(day),
      /** Null where no date has been announced. */
      retiresOn: nullable(day),
      source: sourceSchema,
    }),
  ),
  confidence: confidenceSchema,
  notes: z.string(),
  source: sourceSchema,
});
export type ModelLifetimes = z.infer<typeof modelLifetimesSchema>;

/** The dates of one model, or what a provider promises of all of its models (`model` is null). */
export type ModelLifetime = {
  provider: string;
  model: string | null;
  releasedOn: string | null;
  announcedOn: string | null;
  retiresOn: string | null;
  promisedMonths: number | null;
  promisedNoticeDays: number | null;
  confidence: z.infer<typeof confidenceSchema>;
  /** Of the provider. */
  notes: string;
  source: z.infer<typeof sourceSchema>;
};

/** What a provider's own pages say of the data it is sent. "unknown" and null: nothing of it could be read. */
export const providerTermsSchema = z.strictObject({
  /** The provider's id in the price list; a cloud service that others' models run on may have one of its own. */
  id: z.string(),
  name: z.string(),
  /** Whether prompts and answers train its models under standard terms. */
  training: z.enum(["no", "yes", "unknown"]),
  /** Days that prompts and answers are kept by default; 0: not at all. */
  retentionDays: nullable(z.number().nonnegative()),
  zeroRetention: z.enum(["default", "selfServe", "onApproval", "no", "unknown"]),
  /** Regions that processing can be held to by contract or setting. */
  regions: nullable(z.array(z.enum(["eu", "us"]))),
  /** Country or region in which data rests, where it is only one. */
  storedIn: nullable(z.string()),
  processingAgreement: z.enum(["incorporated", "onRequest", "no", "unknown"]),
  businessAssociate: z.enum(["offered", "no", "unknown"]),
  /** The cloud service that runs its models in a customer's own tenant, as an id of this table. */
  tenant: nullable(z.string()),
  certifications: z.array(z.string()),
  /** Where it is known that the provider ends fine-tuning: the day from which no run can be started, and who may until then. */
  fineTuningEnds: z.strictObject({ on: day, why: z.string(), source: sourceSchema }).optional(),
  confidence: confidenceSchema,
  notes: z.string(),
  source: sourceSchema,
  also: z.array(sourceSchema),
});
export type ProviderTerms = z.infer<typeof providerTermsSchema>;

/** A default of the scenario document: which field it fills, and where it comes from. */
export const defaultValueSchema = z.strictObject({
  path: z.string(),
  value: z.union([z.number(), z.string(), z.boolean(), z.null(), z.array(z.json())]),
  unit: unitSchema,
  /** "assumption" is ours, stated as such; everything else was read somewhere. */
  basis: z.enum(["source", "assumption"]),
  why: z.string(),
  source: sourceSchema,
});
export type DefaultValue = z.infer<typeof defaultValueSchema>;

/** What the rows of the tables on the catalogue's pages hold. */
export type CatalogueRows = {
  models: Model;
  accelerators: Accelerator;
  offers: Offer;
  prices: ApiPrice;
  terms: ProviderTerms;
  lifetimes: ModelLifetime;
  defaults: DefaultValue;
  values: ReferenceValue;
};
