import { formula } from "../../figure";
import { servingSources as sources } from "../sources";
import { both } from "./overlap";
import { filledTokens } from "./tiles";

/** Seconds that one step of one accelerator spends in each kind of operator. Tokens and sequences are of one rank. */

type Linear = {
  tokens: number;
  bytes: number;
  flopsPerToken: number;
  flopsPerSecond: number;
  bytesPerSecond: number;
  halfTokens: number;
};

/** Range: tokens ≥ 0; without tokens nothing runs. */
export const linearSeconds = formula(
  {
    id: "serving.linearSeconds",
    title: "Linear layers",
    unit: "s",
    reads:
      "(a⁴ + b⁴)^¼ of reading a = weights ÷ useful bandwidth and computing b = FLOPs per token × the lesser of (tokens + tokens at half efficiency) and (4 × tokens) ÷ useful FLOP/s",
    source: sources.roofline,
    example: {
      of: "16 GB at 3.2 TB/s, 186 tokens and 64 more of 16 GFLOP at 800 TFLOP/s: 5 ms each, together 5 × 2^¼",
      given: {
        tokens: 186,
        bytes: 16e9,
        flopsPerToken: 16e9,
        flopsPerSecond: 8e14,
        bytesPerSecond: 3.2e12,
        halfTokens: 64,
      },
      gives: 0.005 * 2 ** 0.25,
      within: 1e-9,
    },
  },
  (given: Linear) =>
    given.tokens <= 0
      ? 0
      : both(
          given.bytes / given.bytesPerSecond,
          (given.flopsPerToken * filledTokens(given.tokens, given.halfTokens)) / given.flopsPerSecond,
        ),
);

type Reading = {
  sequences: number;
  contextTokens: number;
  bytesPerContextToken: readonly number[];
  flopsPerContextToken: readonly number[];
  windows: readonly number[];
  stateBytes: number;
  flopsPerSecond: number;
  bytesPerSecond: number;
};

/** Lists have one entry per kind of attention layer; a window caps what is looked at. State is read and written. */
export const decodeAttentionSeconds = formula(
  {
    id: "serving.decodeAttentionSeconds",
    title: "Attention of decoding sequences",
    unit: "s",
    reads:
      "sequences × (a⁴ + b⁴)^¼ of reading a = (Σ over kinds of layers min(context, window) × KV bytes + 2 × state) ÷ useful bandwidth and computing b = Σ min(context, window) × FLOPs ÷ useful FLOP/s",
    source: sources.inferenceArithmetic,
    example: {
      of: "10 sequences of 1,000 tokens at 128 KiB a token, 1 TB/s",
      given: {
        sequences: 10,
        contextTokens: 1000,
        bytesPerContextToken: [131_072],
        flopsPerContextToken: [524_288],
        windows: [1e9],
        stateBytes: 0,
        flopsPerSecond: 1e14,
        bytesPerSecond: 1e12,
      },
      gives: 0.001_310_72,
      within: 1e-6,
    },
  },
  (given: Reading) => {
    let bytes = 2 * given.stateBytes;
    let flops = 0;
    for (let kind = 0; kind < given.windows.length; kind += 1) {
      const seen = Math.min(given.contextTokens, given.windows[kind] ?? 0);
      bytes += seen * (given.bytesPerContextToken[kind] ?? 0);
      flops += seen * (given.flopsPerContextToken[kind] ?? 0);
    }
    return given.sequences * both(bytes / given.bytesPerSecond, flops / given.flopsPerSecond);
  },
);

type Prompting = {
  tokens: number;
  contextTokens: number;
  flopsPerPair: readonly number[];
  windows: readonly number[];
  flopsPerSecond: number;
};

export const prefillAttentionSeconds = formula(
  {
    id: "serving.prefillAttentionSeconds",
    title: "Attention of prompt tokens",
    unit: "s",
    reads: "tokens × Σ over kinds of layers min(tokens looked at on average, window) × FLOPs per pair ÷ useful FLOP/s",
    source: sources.flashAttention,
    example: {
      of: "a prompt of 1,000 tokens, each looking at 500 on average, 524,288 FLOP a pair",
      given: { tokens: 1000, contextTokens: 500, flopsPerPair: [524_288], windows: [1e9], flopsPerSecond: 1e14 },
      gives: 0.002_621_44,
    },
  },
  (given: Prompting) => {
    let flops = 0;
    for (let kind = 0; kind < given.windows.length; kind += 1) {
      flops += Math.min(given.contextTokens, given.windows[kind] ?? 0) * (given.flopsPerPair[kind] ?? 0);
    }
    return (given.tokens * flops) / given.flopsPerSecond;
  },
);

/** Much of a prompt's exchange hides behind its products; that of a decoding token does not. */
export const exchangeSeconds = formula(
  {
    id: "serving.exchangeSeconds",
    title: "Exchange between accelerators",
    unit: "s",
    reads:
      "starts of the collectives + (sequences + prompt tokens × share that nothing covers) × bytes per token ÷ useful rate of the link",
    source: sources.megatron,
    example: {
      of: "1 ms of starts, 100 tokens of 1 MB at 100 GB/s",
      given: {
        sequences: 100,
        promptTokens: 0,
        promptShare: 0.7,
        startSeconds: 0.001,
        bytesPerToken: 1e6,
        linkBytesPerSecond: 1e11,
      },
      gives: 0.002,
    },
  },
  (given: {
    sequences: number;
    promptTokens: number;
    promptShare: number;
    startSeconds: number;
    bytesPerToken: number;
    linkBytesPerSecond: number;
  }) =>
    given.sequences + given.promptTokens <= 0
      ? 0
      : given.startSeconds +
        ((given.sequences + given.promptTokens * given.promptShare) * given.bytesPerToken) / given.linkBytesPerSecond,
);

/** Graphs of kernels are recorded for decoding alone; a step with prompts starts them one by one. */
export const hostSeconds = formula(
  {
    id: "serving.hostSeconds",
    title: "Scheduler, sampling and small kernels",
    unit: "s",
    reads: "per step + small kernels + per sequence × sequences + starts of kernels where there are prompts",
    source: "definition",
    example: {
      of: "1 ms a step, 1 ms of kernels and 10 µs for each of 100 sequences",
      given: {
        sequences: 100,
        promptTokens: 0,
        secondsPerStep: 0.001,
        kernelSeconds: 0.001,
        secondsPerSequence: 1e-5,
        launchSeconds: 0.005,
      },
      gives: 0.003,
    },
  },
  (given: {
    sequences: number;
    promptTokens: number;
    secondsPerStep: number;
    kernelSeconds: number;
    secondsPerSequence: number;
    launchSeconds: number;
  }) =>
    given.secondsPerStep +
    given.kernelSeconds +
    given.sequences * given.secondsPerSequence +
    (given.promptTokens > 0 ? given.launchSeconds : 0),
);

export const stepSeconds = formula(
  {
    id: "serving.stepSeconds",
    title: "One step of the engine",
    unit: "s",
    reads: "sum of its operators × error factor (1 for the estimate itself)",
    source: sources.inferenceArithmetic,
    example: { of: "5, 2 and 1 ms", given: { parts: [0.005, 0.002, 0.001], slowdown: 1 }, gives: 0.008 },
  },
  ({ parts, slowdown }: { parts: readonly number[]; slowdown: number }) => {
    let sum = 0;
    for (const part of parts) sum += part;
    return sum * slowdown;
  },
);
