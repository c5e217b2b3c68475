import type { AsFigures } from "../../figure";

/** Everything about a model on its accelerators that a step's time depends on; bytes and FLOPs of one accelerator. */
export type StepCosts = {
  linearBytes: number;
  linearFlopsPerToken: number;
  linearFlopsPerSecond: number;
  halfTokens: number;
  expertBytes: number;
  expertFlopsPerToken: number;
  expertFlopsPerSecond: number;
  expertHalfTokens: number;
  experts: number;
  expertsPerToken: number;
  headBytes: number;
  headFlopsPerToken: number;
  headFlopsPerSecond: number;
  bytesPerSecond: number;
  /** One entry per kind of attention layer. */
  windows: readonly number[];
  bytesPerContextToken: readonly number[];
  flopsPerContextToken: readonly number[];
  flopsPerPair: readonly number[];
  stateBytes: number;
  attentionFlopsPerSecond: number;
  attentionBytesPerSecond: number;
  exchangeStartSeconds: number;
  exchangeBytesPerToken: number;
  linkBytesPerSecond: number;
  hostSecondsPerStep: number;
  hostSecondsPerSequence: number;
  hostSecondsPerRequest: number;
  /** Attention-data parallel ranks, whose tokens meet in the experts. */
  ranks: number;
  /** Ranks × pipeline stages: groups of requests that move independently of each other. */
  lanes: number;
  /** 1, or a factor of the error interval. */
  slowdown: number;
};

export type StepCostFigures = AsFigures<StepCosts>;

/** What one step works on, on one rank. */
export type Batch = {
  sequences: number;
  contextTokens: number;
  promptTokens: number;
  /** Earlier tokens a prompt token looks at, on average. */
  promptContextTokens: number;
};
