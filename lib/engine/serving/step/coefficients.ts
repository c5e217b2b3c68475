import jstat from "jstat";
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

export const partBytes = formula(
  {
    id: "serving.partBytes",
    title: "Weights every step reads",
    unit: "B",
    reads: "Σ over parts of parameters × bits ÷ 8 ÷ tp",
    source: "definition",
    example: {
      of: "6 billion at 8 bits and 1 billion at 16, one accelerator",
      given: { parameters: [6e9, 1e9], bitsPerParameter: [8, 16], tp: 1 },
      gives: 8e9,
    },
  },
  (given: { parameters: readonly number[]; bitsPerParameter: readonly number[]; tp: number }) =>
    given.parameters.reduce((sum, part, index) => sum + (part * (given.bitsPerParameter[index] ?? 0)) / 8, 0) /
    given.tp,
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

type Kernels = {
  plain: number;
  latent: number;
  latentFactor: number;
  recurrent: number;
  recurrentFactor: number;
  expert: number;
  expertFactor: number;
  quantised: number;
  quantisingKernels: number;
};

/** Counts come from the published code of the layers; factors say what engines fuse or split. */
export const kernelsOfStep = formula(
  {
    id: "serving.kernelsOfStep",
    title: "Small kernels of a step",
    unit: "1",
    reads:
      "plain + latent attention × factor + recurrent × factor + experts × factor + products whose inputs are quantised × kernels each",
    source: "definition",
    example: {
      of: "32 layers of 10",
      given: {
        plain: 320,
        latent: 0,
        latentFactor: 1,
        recurrent: 0,
        recurrentFactor: 1,
        expert: 0,
        expertFactor: 1,
        quantised: 128,
        quantisingKernels: 0.5,
      },
      gives: 384,
    },
  },
  (given: Kernels) =>
    given.plain +
    given.latent * given.latentFactor +
    given.recurrent * given.recurrentFactor +
    given.expert * given.expertFactor +
    given.quantised * given.quantisingKernels,
);

export const kernelSeconds = formula(
  {
    id: "serving.kernelSeconds",
    title: "Time of small kernels, beside what they compute and read",
    unit: "s",
    reads: "kernels × time of each",
    source: "definition",
    example: { of: "400 of 5 µs", given: { kernels: 400, secondsPerKernel: 5e-6 }, gives: 0.002 },
  },
  ({ kernels, secondsPerKernel }: { kernels: number; secondsPerKernel: number }) => kernels * secondsPerKernel,
);

export const secondsPerSequence = formula(
  {
    id: "serving.secondsPerSequence",
    title: "Time of each sequence in a step",
    unit: "s",
    reads: "engine's time per sequence + layers × time of a sequence in a layer",
    source: "definition",
    example: {
      of: "5 µs and 50 layers of 0.1 µs",
      given: { secondsPerSequence: 5e-6, layers: 50, secondsPerLayer: 1e-7 },
      gives: 1e-5,
    },
  },
  (given: { secondsPerSequence: number; layers: number; secondsPerLayer: number }) =>
    given.secondsPerSequence + given.layers * given.secondsPerLayer,
);

/** Ranks take their steps together, so a rank with a prompt holds up the others. */
export const heldUpRanks = formula(
  {
    id: "serving.heldUpRanks",
    title: "Ranks that a prompt of one holds up",
    unit: "1",
    reads: "attention-data ranks ^ exponent",
    source: "definition",
    example: { of: "4 ranks, half-way", given: { ranks: 4, exponent: 0.5 }, gives: 2 },
  },
  ({ ranks, exponent }: { ranks: number; exponent: number }) => ranks ** exponent,
);

/** Blom's approximation of the largest of n standard normal values. */
export const busiestRank = formula(
  {
    id: "serving.busiestRank",
    title: "How far the busiest rank of experts is above the mean",
    unit: "1",
    reads: "standard normal quantile of (ranks − 0.375) ÷ (ranks + 0.25); 0 for one rank",
    source: {
      title: "G. Blom, Statistical estimates and transformed beta-variables",
      url: "https://archive.org/details/statisticalestim0000blom",
      asOf: "1958",
    },
    example: { of: "8 ranks", given: { ranks: 8 }, gives: 1.434, within: 1e-3 },
  },
  ({ ranks }: { ranks: number }) => (ranks <= 1 ? 0 : jstat.normal.inv((ranks - 0.375) / (ranks + 0.25), 0, 1)),
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
