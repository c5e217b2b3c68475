import { formula } from "../figure";
import { memorySources as sources } from "./sources";

const sum = (parts: readonly number[]) => parts.reduce((total, part) => total + part, 0);

export const sumBytes = formula(
  {
    id: "memory.sumBytes",
    title: "Together",
    unit: "B",
    reads: "sum of the parts",
    source: "definition",
    example: { of: "three parts", given: { parts: [1, 2, 3] }, gives: 6 },
  },
  ({ parts }: { parts: readonly number[] }) => sum(parts),
);

/** While contexts are short every layer keeps every token; longer ones cost less in windowed layers. */
export const sumBytesPerToken = formula(
  {
    id: "memory.kvBytesPerToken",
    title: "KV cache per token",
    unit: "B/token",
    reads: "sum over the kinds of layers; windowed layers keep a token only as long as it is in their window",
    source: "definition",
    example: { of: "Gemma 3 27B on vLLM: 81,920 + 491,520", given: { parts: [81_920, 491_520] }, gives: 573_440 },
  },
  ({ parts }: { parts: readonly number[] }) => sum(parts),
);

type Hybrid = { stateBytes: number; stateLayers: number; fullBytesPerToken: number; fullLayers: number };

export const hybridBlockTokens = formula(
  {
    id: "memory.hybridBlockTokens",
    title: "Tokens of a block in a model with recurrent layers",
    unit: "token",
    reads: "state of one layer ÷ bytes per token of one attention layer, rounded up to a multiple of 16",
    source: sources.hybridGroups,
    example: {
      of: "Qwen3.5 35B, bf16: 2,146,304 ÷ 2,048 = 1,048, in steps of 16 the 1,056 that vLLM logs",
      given: { stateBytes: 64_389_120, stateLayers: 30, fullBytesPerToken: 20_480, fullLayers: 10 },
      gives: 1056,
    },
  },
  (given: Hybrid) =>
    Math.max(
      16,
      Math.ceil(given.stateBytes / given.stateLayers / (given.fullBytesPerToken / given.fullLayers) / 16) * 16,
    ),
);

export const paddedStateBytes = formula(
  {
    id: "memory.paddedStateBytes",
    title: "Recurrent state per sequence, in whole pages",
    unit: "B",
    reads: "layers with a state × tokens of a block × bytes per token of one attention layer",
    source: sources.hybridGroups,
    example: {
      of: "Qwen3.5 35B, bf16: 30 × 1,056 × 2,048, 0.76 % more than the state, as vLLM logs",
      given: { stateBytes: 64_389_120, stateLayers: 30, fullBytesPerToken: 20_480, fullLayers: 10, block: 1056 },
      gives: 64_880_640,
    },
  },
  (given: Hybrid & { block: number }) => given.stateLayers * given.block * (given.fullBytesPerToken / given.fullLayers),
);
