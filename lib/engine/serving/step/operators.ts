import { formula } from "../../figure";
import { servingSources as sources } from "../sources";

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
      "the larger of: weights ÷ useful bandwidth; FLOPs per token × (tokens + tokens at half efficiency) ÷ useful FLOP/s",
    source: sources.roofline,
    example: {
      of: "16 GB of weights, 16 GFLOP a token, 1 token at 3.2 TB/s: reading takes 5 ms",
      given: {
        tokens: 1,
        bytes: 16e9,
        flopsPerToken: 16e9,
        flopsPerSecond: 8e14,
        bytesPerSecond: 3.2e12,
        halfTokens: 64,
      },
      gives: 0.005,
    },
  },
  (given: Linear) =>
    given.tokens <= 0
      ? 0
      : Math.max(
          given.bytes / given.bytesPerSecond,
          (given.flopsPerToken * (given.tokens + given.halfTokens)) / given.flopsPerSecond,
        ),
);

export const expertsHitShare = formula(
  {
    id: "serving.expertsHitShare",
    title: "Share of experts that a step's tokens reach",
    unit: "share",
    reads: "1 − (1 − experts per token ÷ experts)^tokens, routing taken as even",
    source: "definition",
    example: {
      of: "4 of 128 experts, one token",
      given: { tokens: 1, experts: 128, expertsPerToken: 4 },
      gives: 0.031_25,
    },
  },
  ({ tokens, experts, expertsPerToken }: { tokens: number; experts: number; expertsPerToken: number }) =>
    experts <= 0 || tokens <= 0 ? 0 : 1 - (1 - expertsPerToken / experts) ** Math.max(1, tokens),
);

type Experts = Linear & { ranks: number; experts: number; expertsPerToken: number };

/** Experts are shared by all attention-data ranks, so their tokens come from all of them. */
export const expertSeconds = formula(
  {
    id: "serving.expertSeconds",
    title: "Experts",
    unit: "s",
    reads:
      "with T tokens of all ranks and share s of experts hit, the larger of: s × weights ÷ useful bandwidth; FLOPs per token × (T + tokens at half efficiency × s × experts ÷ experts per token) ÷ useful FLOP/s",
    source: sources.roofline,
    example: {
      of: "one token, 2 of 8 experts, 8 GB at 1 TB/s: a quarter is read",
      given: {
        tokens: 1,
        ranks: 1,
        bytes: 8e9,
        flopsPerToken: 1e9,
        flopsPerSecond: 1e14,
        bytesPerSecond: 1e12,
        halfTokens: 0,
        experts: 8,
        expertsPerToken: 2,
      },
      gives: 0.002,
    },
  },
  (given: Experts) => {
    if (given.experts <= 0 || given.tokens <= 0) return 0;
    const tokens = given.tokens * given.ranks;
    const share = expertsHitShare({ tokens, experts: given.experts, expertsPerToken: given.expertsPerToken });
    const tiles = given.halfTokens * share * (given.experts / given.expertsPerToken);
    return Math.max(
      (share * given.bytes) / given.bytesPerSecond,
      (given.flopsPerToken * (tokens + tiles)) / given.flopsPerSecond,
    );
  },
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
      "sequences × the larger of: (Σ over kinds of layers min(context, window) × KV bytes + 2 × state) ÷ useful bandwidth; Σ min(context, window) × FLOPs ÷ useful FLOP/s",
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
    return given.sequences * Math.max(bytes / given.bytesPerSecond, flops / given.flopsPerSecond);
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

export const exchangeSeconds = formula(
  {
    id: "serving.exchangeSeconds",
    title: "Exchange between accelerators",
    unit: "s",
    reads: "starts of the collectives + tokens × bytes per token ÷ useful rate of the link",
    source: sources.megatron,
    example: {
      of: "1 ms of starts, 100 tokens of 1 MB at 100 GB/s",
      given: { tokens: 100, startSeconds: 0.001, bytesPerToken: 1e6, linkBytesPerSecond: 1e11 },
      gives: 0.002,
    },
  },
  (given: { tokens: number; startSeconds: number; bytesPerToken: number; linkBytesPerSecond: number }) =>
    given.tokens <= 0 ? 0 : given.startSeconds + (given.tokens * given.bytesPerToken) / given.linkBytesPerSecond,
);

export const hostSeconds = formula(
  {
    id: "serving.hostSeconds",
    title: "Scheduler, sampling and starts of kernels",
    unit: "s",
    reads: "per step + per sequence × sequences",
    source: "definition",
    example: {
      of: "2 ms a step and 10 µs for each of 100 sequences",
      given: { sequences: 100, secondsPerStep: 0.002, secondsPerSequence: 1e-5 },
      gives: 0.003,
    },
  },
  (given: { sequences: number; secondsPerStep: number; secondsPerSequence: number }) =>
    given.secondsPerStep + given.sequences * given.secondsPerSequence,
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
