import { formula } from "../figure";
import { memorySources as sources } from "./sources";

/** Parameters of one layer's parts, recounted from its shape. Biases and norms are too small to count one by one. */

type GroupedQuery = {
  hiddenSize: number;
  attentionHeads: number;
  kvHeads: number;
  keySize: number;
  valueSize: number;
  outputGate: boolean;
  sharedKeyValue: boolean;
};

export const attentionParameters = formula(
  {
    id: "memory.attentionParameters",
    title: "Parameters of a layer's attention",
    unit: "parameter",
    reads:
      "hidden × heads × key size (twice with an output gate) + hidden × KV heads × (key size + value size) + heads × value size × hidden; values taken from the key projection need none of their own",
    source: sources.groupedQuery,
    example: {
      of: "Llama 3.1 70B: 8192 × 64 × 128 + 8192 × 8 × 256 + 64 × 128 × 8192",
      given: {
        hiddenSize: 8192,
        attentionHeads: 64,
        kvHeads: 8,
        keySize: 128,
        valueSize: 128,
        outputGate: false,
        sharedKeyValue: false,
      },
      gives: 150_994_944,
    },
  },
  (given: GroupedQuery) => {
    const { hiddenSize, attentionHeads, kvHeads, keySize, valueSize } = given;
    const query = hiddenSize * attentionHeads * keySize * (given.outputGate ? 2 : 1);
    const keyValue = hiddenSize * kvHeads * (keySize + (given.sharedKeyValue ? 0 : valueSize));
    return query + keyValue + attentionHeads * valueSize * hiddenSize;
  },
);

type SharedEntry = { hiddenSize: number; attentionHeads: number; entrySize: number };

/** DeepSeek V4: one entry is key and value. Its query rank is not in every config; a quarter of the width fits both. */
export const sharedEntryParameters = formula(
  {
    id: "memory.sharedEntryParameters",
    title: "Parameters of a layer's attention with one shared entry",
    unit: "parameter",
    reads:
      "low-rank query (rank: hidden ÷ 4) + entry projection + output in groups of 8 heads of rank 1,024; shapes of compressor and rank are inferred",
    source: {
      title: "DeepSeek V4 config.json as collected by aiconfigurator",
      url: "https://github.com/ai-dynamo/aiconfigurator/tree/main/aic-core/src/aiconfigurator_core/model_configs",
      asOf: "2026-08-21",
    },
    example: {
      of: "DeepSeek V4 Flash: 4096 × 1024 + 1024 × 64 × 512 + 4096 × 512 + 64 × 512 × 1024 + 8 × 1024 × 4096",
      given: { hiddenSize: 4096, attentionHeads: 64, entrySize: 512 },
      gives: 106_954_752,
    },
  },
  ({ hiddenSize, attentionHeads, entrySize }: SharedEntry) => {
    const queryRank = hiddenSize / 4;
    const outputRank = 1024;
    const groups = Math.max(1, attentionHeads / 8);
    const query = hiddenSize * queryRank + queryRank * attentionHeads * entrySize;
    return query + hiddenSize * entrySize + attentionHeads * entrySize * outputRank + groups * outputRank * hiddenSize;
  },
);

type Latent = {
  hiddenSize: number;
  attentionHeads: number;
  kvRank: number;
  ropeSize: number;
  queryRank: number | null;
  nopeSize: number;
  valueSize: number;
  outputGate: boolean;
};

export const latentAttentionParameters = formula(
  {
    id: "memory.latentAttentionParameters",
    title: "Parameters of a layer's latent attention (MLA)",
    unit: "parameter",
    reads:
      "hidden × query rank + query rank × heads × (nope + rope) + hidden × (KV rank + rope) + KV rank × heads × (nope + value) + heads × value × hidden; an output gate adds hidden × heads × value",
    source: sources.latentAttention,
    example: {
      of: "DeepSeek V3: 7168 × 1536 + 1536 × 128 × 192 + 7168 × 576 + 512 × 128 × 256 + 128 × 128 × 7168",
      given: {
        hiddenSize: 7168,
        attentionHeads: 128,
        kvRank: 512,
        ropeSize: 64,
        queryRank: 1536,
        nopeSize: 128,
        valueSize: 128,
        outputGate: false,
      },
      gives: 187_105_280,
    },
  },
  (given: Latent) => {
    const { hiddenSize, attentionHeads, kvRank, ropeSize, queryRank, nopeSize, valueSize } = given;
    const querySize = attentionHeads * (nopeSize + ropeSize);
    const query = queryRank === null ? hiddenSize * querySize : queryRank * (hiddenSize + querySize);
    const latent = hiddenSize * (kvRank + ropeSize) + kvRank * attentionHeads * (nopeSize + valueSize);
    return query + latent + attentionHeads * valueSize * hiddenSize * (given.outputGate ? 2 : 1);
  },
);

type Indexer = { hiddenSize: number; queryRank: number; indexerHeads: number; indexerSize: number };

export const indexerParameters = formula(
  {
    id: "memory.indexerParameters",
    title: "Parameters of a layer's sparse-attention indexer",
    unit: "parameter",
    reads: "query rank × heads × size + hidden × size + hidden × heads",
    source: sources.sparseAttention,
    example: {
      of: "DeepSeek V3.2: 1536 × 64 × 128 + 7168 × 128 + 7168 × 64",
      given: { hiddenSize: 7168, queryRank: 1536, indexerHeads: 64, indexerSize: 128 },
      gives: 13_959_168,
    },
  },
  ({ hiddenSize, queryRank, indexerHeads, indexerSize }: Indexer) =>
    queryRank * indexerHeads * indexerSize + hiddenSize * (indexerSize + indexerHeads),
);

type DeltaNet = { hiddenSize: number; keyHeads: number; valueHeads: number; headSize: number };

export const deltaNetParameters = formula(
  {
    id: "memory.deltaNetParameters",
    title: "Parameters of a gated delta net layer",
    unit: "parameter",
    reads:
      "hidden × (2 × key width + 2 × value width + 2 × value heads) + convolution of 4 over keys, queries and values + value width × hidden",
    source: sources.gatedDeltaNet,
    example: {
      of: "Qwen3-Next: 2048 × (2 × 2048 + 2 × 4096 + 64) + 4 × 8192 + 4096 × 2048",
      given: { hiddenSize: 2048, keyHeads: 16, valueHeads: 32, headSize: 128 },
      gives: 33_718_272,
    },
  },
  ({ hiddenSize, keyHeads, valueHeads, headSize }: DeltaNet) => {
    const keys = keyHeads * headSize;
    const values = valueHeads * headSize;
    return hiddenSize * (2 * keys + 2 * values + 2 * valueHeads) + 4 * (2 * keys + values) + values * hiddenSize;
  },
);

export const kimiDeltaParameters = formula(
  {
    id: "memory.kimiDeltaParameters",
    title: "Parameters of a Kimi delta attention layer",
    unit: "parameter",
    reads: "4 × hidden × width + convolution of 4 over 3 × width + two low-rank gates of a head's size",
    source: { title: "Kimi Linear technical report", url: "https://arxiv.org/abs/2510.26692", asOf: "2025-10" },
    example: {
      of: "Kimi Linear: 4 × 2304 × 4096 + 12 × 4096 + 2 × 128 × (2304 + 4096)",
      given: { hiddenSize: 2304, heads: 32, headSize: 128 },
      gives: 39_436_288,
    },
  },
  ({ hiddenSize, heads, headSize }: { hiddenSize: number; heads: number; headSize: number }) => {
    const width = heads * headSize;
    return 4 * hiddenSize * width + 12 * width + 2 * headSize * (hiddenSize + width);
  },
);

export const mambaParameters = formula(
  {
    id: "memory.mambaParameters",
    title: "Parameters of a Mamba-2 layer",
    unit: "parameter",
    reads: "hidden × (2 × inner + 2 × groups × state + heads) + 5 × (inner + 2 × groups × state) + inner × hidden",
    source: { title: "T. Dao, A. Gu, Transformers are SSMs", url: "https://arxiv.org/abs/2405.21060", asOf: "2024-05" },
    example: {
      of: "Nemotron 3 Super: 4096 × (16384 + 2048 + 128) + 5 × 10240 + 8192 × 4096",
      given: { hiddenSize: 4096, innerSize: 8192, stateSize: 128, groups: 8, heads: 128 },
      gives: 109_627_392,
    },
  },
  (given: { hiddenSize: number; innerSize: number; stateSize: number; groups: number; heads: number }) => {
    const mixed = given.innerSize + 2 * given.groups * given.stateSize;
    return given.hiddenSize * (given.innerSize + mixed + given.heads) + 5 * mixed + given.innerSize * given.hiddenSize;
  },
);

export const feedForwardParameters = formula(
  {
    id: "memory.feedForwardParameters",
    title: "Parameters of a feed-forward block",
    unit: "parameter",
    reads: "matrices (3 with a gate, else 2) × hidden × intermediate size",
    source: sources.transformer,
    example: {
      of: "Llama 3.1 70B: 3 × 8192 × 28672",
      given: { matrices: 3, hiddenSize: 8192, intermediateSize: 28_672 },
      gives: 704_643_072,
    },
  },
  (given: { matrices: number; hiddenSize: number; intermediateSize: number }) =>
    given.matrices * given.hiddenSize * given.intermediateSize,
);

export const routerParameters = formula(
  {
    id: "memory.routerParameters",
    title: "Parameters of a layer's router",
    unit: "parameter",
    reads: "hidden × experts + 2 × hidden × width of latent experts, where they have one",
    source: sources.mixtureOfExperts,
    example: {
      of: "DeepSeek V3: 7168 × 256",
      given: { hiddenSize: 7168, experts: 256, latentSize: 0 },
      gives: 1_835_008,
    },
  },
  (given: { hiddenSize: number; experts: number; latentSize: number }) =>
    given.hiddenSize * (given.experts + 2 * given.latentSize),
);

export const embeddingParameters = formula(
  {
    id: "memory.embeddingParameters",
    title: "Parameters of an embedding table",
    unit: "parameter",
    reads: "vocabulary × hidden",
    source: "definition",
    example: {
      of: "Llama 3.1 70B: 128256 × 8192",
      given: { vocabularySize: 128_256, hiddenSize: 8192 },
      gives: 1_050_673_152,
    },
  },
  (given: { vocabularySize: number; hiddenSize: number }) => given.vocabularySize * given.hiddenSize,
);

export const timesLayers = formula(
  {
    id: "memory.timesLayers",
    title: "Parameters of all such layers",
    unit: "parameter",
    reads: "parameters of one × how many there are",
    source: "definition",
    example: {
      of: "80 feed-forward blocks of Llama 3.1 70B",
      given: { each: 704_643_072, layers: 80 },
      gives: 56_371_445_760,
    },
  },
  ({ each, layers }: { each: number; layers: number }) => each * layers,
);

export const sumParameters = formula(
  {
    id: "memory.sumParameters",
    title: "Parameters together",
    unit: "parameter",
    reads: "sum of the parts",
    source: "definition",
    example: { of: "three parts", given: { parts: [1, 2, 3] }, gives: 6 },
  },
  ({ parts }: { parts: readonly number[] }) => parts.reduce((sum, part) => sum + part, 0),
);

export const otherParameters = formula(
  {
    id: "memory.otherParameters",
    title: "Parameters beside the language model's layers",
    unit: "parameter",
    reads: "total − recount: norms, biases, vision tower",
    source: "definition",
    example: { of: "101 of which 100 are recounted", given: { total: 101, recounted: 100 }, gives: 1 },
  },
  ({ total, recounted }: { total: number; recounted: number }) => total - recounted,
);

export const activeParameters = formula(
  {
    id: "memory.activeParameters",
    title: "Parameters one token passes through",
    unit: "parameter",
    reads: "total − routed experts × (1 − experts per token ÷ experts)",
    source: sources.mixtureOfExperts,
    example: {
      of: "100 of which 80 in 8 experts, 2 per token",
      given: { total: 100, routedExperts: 80, expertsPerToken: 2, experts: 8 },
      gives: 40,
    },
  },
  (given: { total: number; routedExperts: number; expertsPerToken: number; experts: number }) =>
    given.total - given.routedExperts * (1 - given.expertsPerToken / given.experts),
);
