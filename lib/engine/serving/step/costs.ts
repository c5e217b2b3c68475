import type { AsFigures } from "../../figure";

/** What a model asks of one accelerator in a step, before any calibration; bytes and FLOPs of one accelerator. */
export type Asked = {
  /** Projections of attention and of recurrent layers. */
  projectionBytes: number;
  projectionFlopsPerToken: number;
  /** Feed-forward layers that every token passes: dense layers, shared experts, routers. */
  feedForwardBytes: number;
  feedForwardFlopsPerToken: number;
  expertBytes: number;
  expertFlopsPerToken: number;
  experts: number;
  expertsPerToken: number;
  /** Ranks that hold different experts, and how many standard deviations the busiest is above the mean. */
  expertRanks: number;
  busiestRank: number;
  headBytes: number;
  headFlopsPerToken: number;
  /** One entry per kind of attention layer. */
  windows: readonly number[];
  bytesPerContextToken: readonly number[];
  flopsPerContextToken: readonly number[];
  flopsPerPair: readonly number[];
  stateBytes: number;
  exchangeBytesPerToken: number;
  /** Attention-data parallel ranks, whose tokens meet in the experts. */
  ranks: number;
  /** Ranks × pipeline stages: groups of requests that move independently of each other. */
  lanes: number;
};

/** What the calibration makes of the accelerator and the engine. */
export type Calibrated = {
  projectionFlopsPerSecond: number;
  feedForwardFlopsPerSecond: number;
  headFlopsPerSecond: number;
  expertFlopsPerSecond: number;
  halfTokens: number;
  expertHalfTokens: number;
  routedShare: number;
  imbalance: number;
  projectionBytesPerSecond: number;
  feedForwardBytesPerSecond: number;
  headBytesPerSecond: number;
  expertBytesPerSecond: number;
  attentionFlopsPerSecond: number;
  decodeAttentionFlopsPerSecond: number;
  attentionBytesPerSecond: number;
  exchangeStartSeconds: number;
  linkBytesPerSecond: number;
  promptExchangeShare: number;
  kernelSeconds: number;
  /** Of each expert that a step's tokens reach, in all layers together. */
  expertHitSeconds: number;
  launchSeconds: number;
  hostSecondsPerStep: number;
  hostSecondsPerSequence: number;
  hostSecondsPerRequest: number;
  hostSecondsPerPromptToken: number;
  prefillFactor: number;
  /** Ranks that prompts of one rank hold up: 1 where there is one, at most all. */
  heldUpRanks: number;
};

/** Everything about a model on its accelerators that a step's time depends on. */
export type StepCosts = Asked &
  Calibrated & {
    /** 1: prompts are worked on in steps of their own; 0: in those of sequences decoding. */
    promptsAlone: number;
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
