import { formula } from "../figure";

type Shares = {
  attention: number;
  recurrent: number;
  denseFeedForward: number;
  sharedExperts: number;
  router: number;
  other: number;
  routedExperts: number;
  attentionBits: number;
  linearBits: number;
  expertBits: number;
  otherBits: number;
};

/** Range: parameters ≥ 0, bits > 0. `other` may be slightly negative where a recount exceeds the known total. */
export const layerWeightBytes = formula(
  {
    id: "memory.layerWeightBytes",
    title: "Weights of all layers",
    unit: "B",
    reads:
      "(attention × its bits + (feed-forward, shared experts, recurrent layers) × their bits + routed experts × their bits + (router, norms, vision tower) × 16 bits) ÷ 8",
    source: "definition",
    example: {
      of: "one parameter of each kind at 16 bits, experts at 4.25: (16 × 6 + 4.25) ÷ 8",
      given: {
        attention: 1,
        recurrent: 1,
        denseFeedForward: 1,
        sharedExperts: 1,
        router: 1,
        other: 1,
        routedExperts: 1,
        attentionBits: 16,
        linearBits: 16,
        expertBits: 4.25,
        otherBits: 16,
      },
      gives: 12.531_25,
    },
  },
  (given: Shares) => {
    const linear = given.recurrent + given.denseFeedForward + given.sharedExperts;
    const fixed = given.router + given.other;
    const bits = given.attention * given.attentionBits + linear * given.linearBits + fixed * given.otherBits;
    return (bits + given.routedExperts * given.expertBits) / 8;
  },
);

export const tableBytes = formula(
  {
    id: "memory.tableBytes",
    title: "Embedding and output matrix",
    unit: "B",
    reads:
      "(embedding × its bits + output matrix × its bits) ÷ 8; a table that serves as both has the finer of the two",
    source: "definition",
    example: {
      of: "Llama 3.1 8B at 16 bits: 2 × 128256 × 4096 × 2",
      given: { embedding: 525_336_576, head: 525_336_576, embeddingBits: 16, headBits: 16 },
      gives: 2_101_346_304,
    },
  },
  (given: { embedding: number; head: number; embeddingBits: number; headBits: number }) => {
    const embeddingBits = given.head === 0 ? Math.max(given.embeddingBits, given.headBits) : given.embeddingBits;
    return (given.embedding * embeddingBits + given.head * given.headBits) / 8;
  },
);

export const weightsTotalBytes = formula(
  {
    id: "memory.weightsTotalBytes",
    title: "Weights of the whole model",
    unit: "B",
    reads: "layers + embedding and output matrix",
    source: "definition",
    example: { of: "6 and 2 bytes", given: { layerBytes: 6, tableBytes: 2 }, gives: 8 },
  },
  (given: { layerBytes: number; tableBytes: number }) => given.layerBytes + given.tableBytes,
);

export const plainWeightsBytes = formula(
  {
    id: "memory.plainWeightsBytes",
    title: "Weights of the whole model",
    unit: "B",
    reads: "parameters × bits ÷ 8; the shape is not known, so nothing is set apart",
    source: "definition",
    example: { of: "27 B parameters at 8 bits", given: { parameters: 27e9, bitsPerParameter: 8 }, gives: 27e9 },
  },
  (given: { parameters: number; bitsPerParameter: number }) => (given.parameters * given.bitsPerParameter) / 8,
);

type Placement = {
  totalBytes: number;
  expertBytes: number;
  tableBytes: number;
  layers: number;
  tp: number;
  pp: number;
  expertDegree: number;
};

/**
 * Attention-data parallel ranks each hold the whole of what is not experts; experts are spread over all ranks.
 * Of pipeline stages the heaviest counts: layers are dealt in whole, the output matrix sits on the last.
 */
export const weightsBytes = formula(
  {
    id: "memory.weightsBytes",
    title: "Weights on one accelerator",
    unit: "B",
    reads:
      "(layers without experts ÷ tp + experts ÷ (expert tp × expert ep)) × share of layers of the heaviest stage + embedding and output matrix ÷ tp, half of them where a pipeline has several stages",
    source: "definition",
    example: {
      of: "Llama 3.1 8B, bf16, tp 1, pp 4: 13.96 GB ÷ 4 + 2.1 GB ÷ 2 (measured by vLLM: 4.26 GiB)",
      given: {
        totalBytes: 16_060_522_496,
        expertBytes: 0,
        tableBytes: 2_101_346_304,
        layers: 32,
        tp: 1,
        pp: 4,
        expertDegree: 1,
      },
      gives: 4_540_467_200,
    },
  },
  (given: Placement) => {
    const shared = given.totalBytes - given.tableBytes - given.expertBytes;
    const stage = Math.ceil(given.layers / given.pp) / given.layers;
    const layers = (shared / given.tp + given.expertBytes / given.expertDegree) * stage;
    return layers + given.tableBytes / given.tp / (given.pp > 1 ? 2 : 1);
  },
);

export const expertWeightBytes = formula(
  {
    id: "memory.expertWeightBytes",
    title: "Weights of the routed experts",
    unit: "B",
    reads: "routed experts × bits ÷ 8, scaled to the vendor's file where that is used",
    source: "definition",
    example: {
      of: "100 parameters at 4.25 bits",
      given: { routedExperts: 100, expertBits: 4.25, scale: 1 },
      gives: 53.125,
    },
  },
  (given: { routedExperts: number; expertBits: number; scale: number }) =>
    ((given.routedExperts * given.expertBits) / 8) * given.scale,
);

export const evenShareBytes = formula(
  {
    id: "memory.evenShareBytes",
    title: "Weights on one accelerator",
    unit: "B",
    reads: "weights ÷ (tp × pp), as nothing is known of the layers",
    source: "definition",
    example: { of: "100 on 2 × 2", given: { bytes: 100, tp: 2, pp: 2 }, gives: 25 },
  },
  ({ bytes, tp, pp }: { bytes: number; tp: number; pp: number }) => bytes / (tp * pp),
);

export const scaleToFile = formula(
  {
    id: "memory.scaleToFile",
    title: "Vendor's file against the reckoning",
    unit: "1",
    reads: "published size of the files ÷ size reckoned from the shape",
    source: "definition",
    example: { of: "110 against 100", given: { publishedBytes: 110, reckonedBytes: 100 }, gives: 1.1 },
  },
  (given: { publishedBytes: number; reckonedBytes: number }) => given.publishedBytes / given.reckonedBytes,
);

export const expertDegree = formula(
  {
    id: "memory.expertDegree",
    title: "Accelerators the experts are spread over",
    unit: "accelerator",
    reads: "expert tp × expert ep",
    source: "definition",
    example: { of: "2 × 4", given: { expertTp: 2, expertEp: 4 }, gives: 8 },
  },
  ({ expertTp, expertEp }: { expertTp: number; expertEp: number }) => expertTp * expertEp,
);
