import type { Architecture } from "@/lib/contract/catalogue";
import { planOf, type Settings } from "../settings";
import { type Shape, shapeOf } from "../shape";

type Sizes = {
  parameters: number;
  layers: number;
  hidden: number;
  heads: number;
  kvHeads?: number;
  feedForward: number;
  vocabulary: number;
  tied?: boolean;
};

/** Models of tests, with all attention full and heads as wide as the hidden size divided by them. */
export function shapeFrom(sizes: Sizes): Shape {
  const { parameters, layers, hidden, heads, kvHeads = heads, feedForward, vocabulary, tied = false } = sizes;
  const architecture: Architecture = {
    kind: "dense",
    layers,
    hiddenSize: hidden,
    attentionHeads: heads,
    intermediateSize: feedForward,
    vocabularySize: vocabulary,
    tiedEmbeddings: tied,
    maxContextTokens: 131_072,
    experts: null,
    attention: [{ kind: "full", layers, kvHeads, keySize: hidden / heads, valueSize: hidden / heads }],
  };
  return shapeOf({ parameters, activeParameters: parameters, architecture });
}

const gpt = { vocabulary: 50_257, tied: true };
const llama = { vocabulary: 32_000 };
export const shapes = {
  robertaBase: shapeFrom({ ...gpt, parameters: 125e6, layers: 12, hidden: 768, heads: 12, feedForward: 3072 }),
  robertaLarge: shapeFrom({ ...gpt, parameters: 355e6, layers: 24, hidden: 1024, heads: 16, feedForward: 4096 }),
  gpt3: shapeFrom({ ...gpt, parameters: 174.6e9, layers: 96, hidden: 12_288, heads: 96, feedForward: 49_152 }),
  gpt530: shapeFrom({ ...gpt, parameters: 530e9, layers: 105, hidden: 20_480, heads: 128, feedForward: 81_920 }),
  gpt13: shapeFrom({ ...gpt, parameters: 13e9, layers: 65, hidden: 4096, heads: 32, feedForward: 16_384 }),
  llama7: shapeFrom({ ...llama, parameters: 6.738e9, layers: 32, hidden: 4096, heads: 32, feedForward: 11_008 }),
  llama13: shapeFrom({ ...llama, parameters: 13.016e9, layers: 40, hidden: 5120, heads: 40, feedForward: 13_824 }),
  llama65: shapeFrom({ ...llama, parameters: 65.29e9, layers: 80, hidden: 8192, heads: 64, feedForward: 22_016 }),
  llama3of8: shapeFrom({
    parameters: 8.03e9,
    layers: 32,
    hidden: 4096,
    heads: 32,
    kvHeads: 8,
    feedForward: 14_336,
    vocabulary: 128_256,
  }),
  llama3of405: shapeFrom({
    parameters: 405.85e9,
    layers: 126,
    hidden: 16_384,
    heads: 128,
    kvHeads: 8,
    feedForward: 53_248,
    vocabulary: 128_256,
  }),
  llama32of3: shapeFrom({
    parameters: 3.213e9,
    layers: 28,
    hidden: 3072,
    heads: 24,
    kvHeads: 8,
    feedForward: 8192,
    vocabulary: 128_256,
    tied: true,
  }),
};

export const machine = 8;
export const planFor = (shape: Shape, settings: Partial<Settings> = {}) =>
  planOf({ method: "full", seqLen: 2048, microBatch: 1, count: 1, ...settings }, shape, machine);
