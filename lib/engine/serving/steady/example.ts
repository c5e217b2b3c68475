import type { StepCosts } from "../step/costs";
import type { Demand } from "./demand";

/** Round numbers for worked examples: a model of 16 GB that reads them in 5 ms, and nothing else costs time. */
export const exampleCosts: StepCosts = {
  linearBytes: 16e9,
  linearFlopsPerToken: 16e9,
  linearFlopsPerSecond: 8e14,
  halfTokens: 0,
  expertBytes: 0,
  expertFlopsPerToken: 0,
  expertFlopsPerSecond: 8e14,
  expertHalfTokens: 0,
  experts: 0,
  expertsPerToken: 0,
  headBytes: 0,
  headFlopsPerToken: 0,
  headFlopsPerSecond: 8e14,
  bytesPerSecond: 3.2e12,
  windows: [],
  bytesPerContextToken: [],
  flopsPerContextToken: [],
  flopsPerPair: [],
  stateBytes: 0,
  attentionFlopsPerSecond: 4e14,
  attentionBytesPerSecond: 2e12,
  exchangeStartSeconds: 0,
  exchangeBytesPerToken: 0,
  linkBytesPerSecond: 1e11,
  hostSecondsPerStep: 0,
  hostSecondsPerSequence: 0,
  hostSecondsPerRequest: 0,
  ranks: 1,
  lanes: 1,
  slowdown: 1,
};

/** Prompts of 1,000 tokens (20 ms of computing at 8·10¹⁴ FLOP/s), answers of 101. */
export const exampleDemand: Demand = {
  promptTokens: 1000,
  cachedTokens: 0,
  outputTokens: 101,
  promptVariation: 0,
  outputVariation: 0,
  chunkTokens: 8192,
  draftTokens: 0,
  acceptedShare: 0,
};
