import { formula } from "../figure";
import { memorySources as sources } from "./sources";

type KvShape = {
  layers: number;
  kvHeads: number;
  keySize: number;
  valueSize: number;
  bytesPerElement: number;
  tp: number;
};

/**
 * Bytes of KV cache one token adds on one accelerator, for layers of grouped-query attention.
 * Range: counts ≥ 1; tp above kvHeads replicates heads, so a rank never holds less than one. Errors: none.
 */
export const kvBytesPerTokenOfHeads = formula(
  {
    id: "memory.kvBytesPerTokenOfHeads",
    title: "KV cache per token, layers with KV heads",
    unit: "B/token",
    reads: "layers × KV heads per accelerator (at least one) × (key size + value size) × bytes per element",
    source: sources.groupedQuery,
    example: {
      of: "Llama 3.1 70B, bf16, one accelerator: 80 × 8 × 256 × 2 = 320 KiB",
      given: { layers: 80, kvHeads: 8, keySize: 128, valueSize: 128, bytesPerElement: 2, tp: 1 },
      gives: 327_680,
    },
  },
  ({ layers, kvHeads, keySize, valueSize, bytesPerElement, tp }: KvShape) =>
    layers * Math.max(1, kvHeads / tp) * (keySize + valueSize) * bytesPerElement,
);

/** vLLM's 8-bit integers have a 32-bit scale of keys and one of values for each token and head. */
export const kvScaleBytesPerToken = formula(
  {
    id: "memory.kvScaleBytesPerToken",
    title: "Scales of an 8-bit KV cache per token",
    unit: "B/token",
    reads: "layers × KV heads per accelerator (at least one) × 2 scales × 4 bytes",
    source: sources.kvScales,
    example: { of: "Llama 3.1 8B: 32 × 8 × 8", given: { layers: 32, kvHeads: 8, tp: 1 }, gives: 2048 },
  },
  ({ layers, kvHeads, tp }: { layers: number; kvHeads: number; tp: number }) =>
    layers * Math.max(1, kvHeads / tp) * 2 * 4,
);

/** One latent for all heads: neither doubled for keys and values, nor divided by tp. */
export const kvBytesPerTokenOfLatent = formula(
  {
    id: "memory.kvBytesPerTokenOfLatent",
    title: "KV cache per token, latent attention (MLA)",
    unit: "B/token",
    reads: "layers × (KV rank + rotated part) × bytes per element, on every accelerator",
    source: sources.latentAttention,
    example: {
      of: "Kimi K2, bf16, tp 8: 61 × 576 × 2",
      given: { layers: 61, kvRank: 512, ropeSize: 64, bytesPerElement: 2 },
      gives: 70_272,
    },
  },
  (given: { layers: number; kvRank: number; ropeSize: number; bytesPerElement: number }) =>
    given.layers * (given.kvRank + given.ropeSize) * given.bytesPerElement,
);

/** DeepSeek's own 8-bit layout for sparse attention: the rotated part stays at 16 bits, as rotation suffers most. */
export const kvBytesPerTokenOfScaledLatent = formula(
  {
    id: "memory.kvBytesPerTokenOfScaledLatent",
    title: "KV cache per token, latent attention in DeepSeek's 8-bit layout",
    unit: "B/token",
    reads: "layers × (KV rank + a 32-bit scale per 128 + rotated part × 2), on every accelerator",
    source: sources.sparseAttention,
    example: {
      of: "DeepSeek V3.2: 61 × (512 + 16 + 128) = 61 × 656",
      given: { layers: 61, kvRank: 512, ropeSize: 64 },
      gives: 40_016,
    },
  },
  ({ layers, kvRank, ropeSize }: { layers: number; kvRank: number; ropeSize: number }) =>
    layers * (kvRank * (1 + 4 / 128) + 2 * ropeSize),
);

export const kvBytesPerTokenOfIndexer = formula(
  {
    id: "memory.kvBytesPerTokenOfIndexer",
    title: "Index of sparse attention per token",
    unit: "B/token",
    reads: "layers with an indexer × (index size in 8 bits + a 32-bit scale per 128)",
    source: sources.sparseAttention,
    example: { of: "DeepSeek V3.2: 61 × (128 + 4)", given: { layers: 61, size: 128 }, gives: 8052 },
  },
  ({ layers, size }: { layers: number; size: number }) => layers * size * (1 + 4 / 128),
);

export const kvBytesPerTokenCompressed = formula(
  {
    id: "memory.kvBytesPerTokenCompressed",
    title: "KV cache per token, compressed attention",
    unit: "B/token",
    reads: "layers × elements a token adds × bytes per element, on every accelerator",
    source: sources.latentAttention,
    example: {
      of: "DeepSeek V4 Flash, layers of ratio 4: 21 × 160 × 2",
      given: { layers: 21, elementsPerToken: 160, bytesPerElement: 2 },
      gives: 6720,
    },
  },
  (given: { layers: number; elementsPerToken: number; bytesPerElement: number }) =>
    given.layers * given.elementsPerToken * given.bytesPerElement,
);

export const paddedGroupBytes = formula(
  {
    id: "memory.paddedGroupBytes",
    title: "KV cache per token, padded to groups of equal size",
    unit: "B/token",
    reads: "bytes × layers rounded up to whole groups ÷ layers; a group has as many layers as the rarest kind",
    source: sources.hybridGroups,
    example: {
      of: "Gemma 3 27B, 52 sliding layers in groups of 10 (as many as it has full layers): 52 × 8 KiB becomes 60 × 8 KiB",
      given: { bytesPerToken: 425_984, layers: 52, groupLayers: 10 },
      gives: 491_520,
    },
  },
  (given: { bytesPerToken: number; layers: number; groupLayers: number }) =>
    (given.bytesPerToken / given.layers) * Math.ceil(given.layers / given.groupLayers) * given.groupLayers,
);

type State = {
  layers: number;
  stateElements: number;
  convolutionElements: number;
  bytesPerElement: number;
  convolutionBytes: number;
  tp: number;
};

export const stateBytesPerSequence = formula(
  {
    id: "memory.stateBytesPerSequence",
    title: "Recurrent state per sequence",
    unit: "B",
    reads: "layers × (elements of the state × their bytes + elements of the convolution × theirs) ÷ tp",
    source: sources.stateFormats,
    example: {
      of: "Qwen3.5 35B, one accelerator: 30 × (524,288 × 4 + 24,576 × 2)",
      given: {
        layers: 30,
        stateElements: 548_864,
        convolutionElements: 24_576,
        bytesPerElement: 4,
        convolutionBytes: 2,
        tp: 1,
      },
      gives: 64_389_120,
    },
  },
  (given: State) => {
    const convolution = Math.min(given.convolutionElements, given.stateElements);
    const each = (given.stateElements - convolution) * given.bytesPerElement + convolution * given.convolutionBytes;
    return (given.layers * each) / given.tp;
  },
);

export const crossBytesPerSequence = formula(
  {
    id: "memory.crossBytesPerSequence",
    title: "What the encoder read, per sequence",
    unit: "B",
    reads: "bytes per entry of all decoder layers × entries",
    source: sources.transformer,
    example: {
      of: "Whisper large: 32 × 20 × 128 × 2 = 163,840 bytes × 1,500 frames",
      given: { bytesPerToken: 163_840, tokens: 1500 },
      gives: 245_760_000,
    },
  },
  ({ bytesPerToken, tokens }: { bytesPerToken: number; tokens: number }) => bytesPerToken * tokens,
);

export const perStage = formula(
  {
    id: "memory.perStage",
    title: "On the stage with most layers",
    unit: "B",
    reads: "bytes × layers of the largest pipeline stage ÷ layers",
    source: "definition",
    example: { of: "61 layers on 4 stages: 16 of 61", given: { bytes: 61, layers: 61, pp: 4 }, gives: 16 },
  },
  ({ bytes, layers, pp }: { bytes: number; layers: number; pp: number }) => (bytes * Math.ceil(layers / pp)) / layers,
);

/** What stays of a window: engines keep the window and the tokens of the step being worked on. */
export const windowLimitTokens = formula(
  {
    id: "memory.windowLimitTokens",
    title: "Tokens a sequence keeps in windowed layers",
    unit: "token",
    reads: "window − 1 + batched tokens of a step, in blocks, plus one block",
    source: sources.hybridGroups,
    example: {
      of: "a window of 1,024 with 8,192 batched tokens in blocks of 16: 576 + 1 blocks",
      given: { window: 1024, batchedTokens: 8192, block: 16 },
      gives: 9232,
    },
  },
  ({ window, batchedTokens, block }: { window: number; batchedTokens: number; block: number }) =>
    (Math.ceil((window - 1 + batchedTokens) / block) + 1) * block,
);

/** llama.cpp keeps the window and one step's tokens, in its blocks. */
export const llamacppWindowTokens = formula(
  {
    id: "memory.llamacppWindowTokens",
    title: "Tokens a sequence keeps in windowed layers, llama.cpp",
    unit: "token",
    reads: "window + tokens of a step, rounded up to whole blocks",
    source: sources.llamacppWindows,
    example: {
      of: "Gemma 3, steps of 512: 1,024 + 512",
      given: { window: 1024, batchedTokens: 512, block: 256 },
      gives: 1536,
    },
  },
  ({ window, batchedTokens, block }: { window: number; batchedTokens: number; block: number }) =>
    Math.ceil((window + batchedTokens) / block) * block,
);

export type SequenceShape = {
  fullBytesPerToken: number;
  windowBytesPerToken: readonly number[];
  windowLimitTokens: readonly number[];
  stateBytes: number;
  block: number;
};

/** Range: contextTokens ≥ 0. Tokens are rounded up to whole blocks, as an engine hands them out. */
export const sequenceBytes = formula(
  {
    id: "memory.sequenceBytes",
    title: "Memory of one sequence",
    unit: "B",
    reads:
      "context in whole blocks × bytes per token of full layers + Σ over windowed layers min(context, what a window keeps) × bytes per token + state",
    source: sources.hybridGroups,
    example: {
      of: "20 tokens in blocks of 16 at 10 B, a window of 8 at 5 B, 100 B of state: 32 × 10 + 8 × 5 + 100",
      given: {
        fullBytesPerToken: 10,
        windowBytesPerToken: [5],
        windowLimitTokens: [8],
        stateBytes: 100,
        block: 16,
        contextTokens: 20,
      },
      gives: 460,
    },
  },
  (given: SequenceShape & { contextTokens: number }) => {
    const tokens = Math.ceil(given.contextTokens / given.block) * given.block;
    return given.windowBytesPerToken.reduce(
      (sum, bytes, index) => sum + bytes * Math.min(tokens, given.windowLimitTokens[index] ?? tokens),
      tokens * given.fullBytesPerToken + given.stateBytes,
    );
  },
);
