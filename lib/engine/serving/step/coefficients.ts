import { formula } from "../../figure";
import { servingSources as sources } from "../sources";

/** What a model asks of one accelerator, and what the accelerator gives. */

export const usefulFlopsPerSecond = formula(
  {
    id: "serving.usefulFlopsPerSecond",
    title: "Useful FLOP/s",
    unit: "FLOP/s",
    reads: "dense peak of the data sheet × share that large products reach × factor for weights unpacked on the way",
    source: sources.roofline,
    example: {
      of: "989 TFLOP/s at 78 %",
      given: { peakFlopsPerSecond: 989e12, share: 0.78, unpacking: 1 },
      gives: 771.42e12,
    },
  },
  (given: { peakFlopsPerSecond: number; share: number; unpacking: number }) =>
    given.peakFlopsPerSecond * given.share * given.unpacking,
);

export const usefulBytesPerSecond = formula(
  {
    id: "serving.usefulBytesPerSecond",
    title: "Useful bandwidth",
    unit: "B/s",
    reads: "bandwidth of the data sheet × share that is reached",
    source: sources.roofline,
    example: { of: "3.35 TB/s at 80 %", given: { bytesPerSecond: 3.35e12, share: 0.8 }, gives: 2.68e12 },
  },
  ({ bytesPerSecond, share }: { bytesPerSecond: number; share: number }) => bytesPerSecond * share,
);

export const linearBytes = formula(
  {
    id: "serving.linearBytes",
    title: "Weights every step reads",
    unit: "B",
    reads: "(all weights − embedding and output matrix − routed experts) ÷ tp",
    source: "definition",
    example: {
      of: "16 GB of which 2 are tables, one accelerator",
      given: { totalBytes: 16e9, tableBytes: 2e9, expertBytes: 0, tp: 1 },
      gives: 14e9,
    },
  },
  (given: { totalBytes: number; tableBytes: number; expertBytes: number; tp: number }) =>
    Math.max(0, given.totalBytes - given.tableBytes - given.expertBytes) / given.tp,
);

export const linearFlopsPerToken = formula(
  {
    id: "serving.linearFlopsPerToken",
    title: "FLOPs of linear layers for a token",
    unit: "FLOP/token",
    reads: "2 × parameters of the layers every token passes ÷ tp",
    source: sources.inferenceArithmetic,
    example: { of: "7 billion parameters", given: { parameters: [6e9, 1e9], tp: 1 }, gives: 14e9 },
  },
  ({ parameters, tp }: { parameters: readonly number[]; tp: number }) =>
    (2 * parameters.reduce((sum, part) => sum + part, 0)) / tp,
);

export const expertFlopsPerToken = formula(
  {
    id: "serving.expertFlopsPerToken",
    title: "FLOPs of experts for a token",
    unit: "FLOP/token",
    reads: "2 × routed parameters × experts per token ÷ experts ÷ accelerators they are spread over",
    source: sources.inferenceArithmetic,
    example: {
      of: "114.7 billion routed parameters, 4 of 128, one accelerator",
      given: { routedExperts: 114.7e9, experts: 128, expertsPerToken: 4, expertDegree: 1 },
      gives: 7.168_75e9,
    },
  },
  (given: { routedExperts: number; experts: number; expertsPerToken: number; expertDegree: number }) =>
    given.experts > 0 ? (2 * given.routedExperts * given.expertsPerToken) / given.experts / given.expertDegree : 0,
);

export const expertBytesHere = formula(
  {
    id: "serving.expertBytes",
    title: "Expert weights of one accelerator",
    unit: "B",
    reads: "expert weights ÷ accelerators they are spread over",
    source: "definition",
    example: { of: "60 GB on 2", given: { expertBytes: 60e9, expertDegree: 2 }, gives: 30e9 },
  },
  ({ expertBytes, expertDegree }: { expertBytes: number; expertDegree: number }) => expertBytes / expertDegree,
);

export const headBytes = formula(
  {
    id: "serving.headBytes",
    title: "Output matrix of one accelerator",
    unit: "B",
    reads: "vocabulary × hidden × bits ÷ 8 ÷ tp",
    source: "definition",
    example: {
      of: "Llama 3.1 8B, 16 bits",
      given: { parameters: 525_336_576, bitsPerParameter: 16, tp: 1 },
      gives: 1_050_673_152,
    },
  },
  (given: { parameters: number; bitsPerParameter: number; tp: number }) =>
    (given.parameters * given.bitsPerParameter) / 8 / given.tp,
);

export const pairFlops = formula(
  {
    id: "serving.pairFlops",
    title: "FLOPs for a token looking at another",
    unit: "FLOP",
    reads: "2 × layers × attention heads × (key size + value size) ÷ tp",
    source: sources.flashAttention,
    example: {
      of: "Llama 3.1 8B: 2 × 32 × 32 × 256",
      given: { layers: 32, heads: 32, keySize: 128, valueSize: 128, tp: 1 },
      gives: 524_288,
    },
  },
  (given: { layers: number; heads: number; keySize: number; valueSize: number; tp: number }) =>
    (2 * given.layers * given.heads * (given.keySize + given.valueSize)) / given.tp,
);

export const latentPairFlops = formula(
  {
    id: "serving.latentPairFlops",
    title: "FLOPs for a decoding token looking at a latent entry",
    unit: "FLOP",
    reads: "2 × layers × attention heads × (2 × KV rank + rotated part) ÷ tp: projections absorbed into queries",
    source: sources.latentAttention,
    example: {
      of: "DeepSeek V3: 2 × 61 × 128 × 1088",
      given: { layers: 61, heads: 128, kvRank: 512, ropeSize: 64, tp: 1 },
      gives: 16_990_208,
    },
  },
  (given: { layers: number; heads: number; kvRank: number; ropeSize: number; tp: number }) =>
    (2 * given.layers * given.heads * (2 * given.kvRank + given.ropeSize)) / given.tp,
);

/** A ring or a switch moves 2 (t − 1) ÷ t of the data through each accelerator's link; two all-reduces a layer. */
export const exchangeBytesPerToken = formula(
  {
    id: "serving.exchangeBytesPerToken",
    title: "Bytes a token sends through an accelerator's link",
    unit: "B/token",
    reads: "2 per layer × 2 × (ranks − 1) ÷ ranks × hidden × 2 bytes",
    source: sources.megatron,
    example: {
      of: "Llama 3.1 70B on 2: 160 × 8192 × 2",
      given: { layers: 80, hiddenSize: 8192, ranks: 2 },
      gives: 2_621_440,
    },
  },
  ({ layers, hiddenSize, ranks }: { layers: number; hiddenSize: number; ranks: number }) =>
    2 * layers * ((2 * (ranks - 1)) / ranks) * hiddenSize * 2,
);

export const exchangeStartSeconds = formula(
  {
    id: "serving.exchangeStartSeconds",
    title: "Starts of the collectives of a step",
    unit: "s",
    reads: "(2 per layer where ranks share layers + hand-overs between pipeline stages) × start of one",
    source: "definition",
    example: {
      of: "80 layers on two ranks, 10 µs each",
      given: { layers: 80, ranks: 2, stages: 1, startSeconds: 1e-5 },
      gives: 0.0016,
    },
  },
  (given: { layers: number; ranks: number; stages: number; startSeconds: number }) =>
    ((given.ranks > 1 ? 2 * given.layers : 0) + given.stages - 1) * given.startSeconds,
);

export const hostSecondsPerStep = formula(
  {
    id: "serving.hostSecondsPerStep",
    title: "Scheduler and starts of kernels in a step",
    unit: "s",
    reads:
      "engine's time per step + (layers × time per layer + layers with experts × their extra time) × engine's factor",
    source: "definition",
    example: {
      of: "1 ms and 32 layers of 25 µs",
      given: {
        secondsPerStep: 0.001,
        layers: 32,
        secondsPerLayer: 25e-6,
        expertLayers: 0,
        secondsPerExpertLayer: 40e-6,
        layerFactor: 1,
      },
      gives: 0.0018,
    },
  },
  (given: {
    secondsPerStep: number;
    layers: number;
    secondsPerLayer: number;
    expertLayers: number;
    secondsPerExpertLayer: number;
    layerFactor: number;
  }) =>
    given.secondsPerStep +
    given.layerFactor * (given.layers * given.secondsPerLayer + given.expertLayers * given.secondsPerExpertLayer),
);

export const product = formula(
  {
    id: "serving.product",
    title: "Groups of requests that move on their own",
    unit: "1",
    reads: "attention-data ranks × pipeline stages",
    source: "definition",
    example: { of: "2 ranks, 3 stages", given: { ranks: 2, stages: 3 }, gives: 6 },
  },
  ({ ranks, stages }: { ranks: number; stages: number }) => ranks * stages,
);
