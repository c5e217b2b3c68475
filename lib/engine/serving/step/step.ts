import { derive, type Figure, given } from "../../figure";
import type { Batch, StepCostFigures, StepCosts } from "./costs";
import * as op from "./operators";
import { expertSeconds } from "./operators-experts";

export type StepParts = {
  projections: number;
  feedForward: number;
  experts: number;
  head: number;
  decodeAttention: number;
  prefillAttention: number;
  exchange: number;
  host: number;
};

/** Only sequences that get a token need logits: those decoding, and the prompt that ends in this step. */
const headTokens = (sequences: number, promptTokens: number): number => sequences + Math.min(1, promptTokens);

const projections = (costs: StepCosts, tokens: number): number =>
  op.linearSeconds({
    tokens,
    bytes: costs.projectionBytes,
    flopsPerToken: costs.projectionFlopsPerToken,
    flopsPerSecond: costs.projectionFlopsPerSecond,
    bytesPerSecond: costs.projectionBytesPerSecond,
    halfTokens: costs.halfTokens,
  });

const feedForward = (costs: StepCosts, tokens: number): number =>
  op.linearSeconds({
    tokens,
    bytes: costs.feedForwardBytes,
    flopsPerToken: costs.feedForwardFlopsPerToken,
    flopsPerSecond: costs.feedForwardFlopsPerSecond,
    bytesPerSecond: costs.feedForwardBytesPerSecond,
    halfTokens: costs.halfTokens,
  });

const head = (costs: StepCosts, logits: number): number =>
  op.linearSeconds({
    tokens: logits,
    bytes: costs.headBytes,
    flopsPerToken: costs.headFlopsPerToken,
    flopsPerSecond: costs.headFlopsPerSecond,
    bytesPerSecond: costs.headBytesPerSecond,
    halfTokens: costs.halfTokens,
  });

const experts = (costs: StepCosts, tokens: number): number =>
  costs.experts <= 0
    ? 0
    : expertSeconds({
        tokens,
        ranks: costs.ranks,
        bytes: costs.expertBytes,
        flopsPerToken: costs.expertFlopsPerToken,
        flopsPerSecond: costs.expertFlopsPerSecond,
        bytesPerSecond: costs.expertBytesPerSecond,
        halfTokens: costs.expertHalfTokens,
        experts: costs.experts,
        expertsPerToken: costs.expertsPerToken,
        routedShare: costs.routedShare,
        expertRanks: costs.expertRanks,
        busiestRank: costs.busiestRank,
        imbalance: costs.imbalance,
        hitSeconds: costs.expertHitSeconds,
      });

const decodeAttention = (costs: StepCosts, { sequences, contextTokens }: Batch): number =>
  sequences <= 0
    ? 0
    : op.decodeAttentionSeconds({
        sequences,
        contextTokens,
        bytesPerContextToken: costs.bytesPerContextToken,
        flopsPerContextToken: costs.flopsPerContextToken,
        windows: costs.windows,
        stateBytes: costs.stateBytes,
        flopsPerSecond: costs.decodeAttentionFlopsPerSecond,
        bytesPerSecond: costs.attentionBytesPerSecond,
      });

const prefillAttention = (costs: StepCosts, { promptTokens, promptContextTokens }: Batch): number =>
  promptTokens <= 0
    ? 0
    : op.prefillAttentionSeconds({
        tokens: promptTokens,
        contextTokens: promptContextTokens,
        flopsPerPair: costs.flopsPerPair,
        windows: costs.windows,
        flopsPerSecond: costs.attentionFlopsPerSecond,
      });

const exchange = (costs: StepCosts, { sequences, promptTokens }: Batch): number =>
  op.exchangeSeconds({
    sequences,
    promptTokens,
    promptShare: costs.promptExchangeShare,
    startSeconds: costs.exchangeStartSeconds,
    bytesPerToken: costs.exchangeBytesPerToken,
    linkBytesPerSecond: costs.linkBytesPerSecond,
  });

const host = (costs: StepCosts, { sequences, promptTokens }: Batch): number =>
  op.hostSeconds({
    sequences,
    promptTokens,
    secondsPerStep: costs.hostSecondsPerStep,
    kernelSeconds: costs.kernelSeconds,
    secondsPerSequence: costs.hostSecondsPerSequence,
    launchSeconds: costs.launchSeconds,
  });

/** Seconds of each operator of a step, in plain numbers. */
export function stepParts(costs: StepCosts, batch: Batch): StepParts {
  const tokens = batch.sequences + batch.promptTokens;
  return {
    projections: projections(costs, tokens),
    feedForward: feedForward(costs, tokens),
    experts: experts(costs, tokens),
    head: head(costs, headTokens(batch.sequences, batch.promptTokens)),
    decodeAttention: decodeAttention(costs, batch),
    prefillAttention: prefillAttention(costs, batch),
    exchange: exchange(costs, batch),
    host: host(costs, batch),
  };
}

/** The inner loop of every search: the same sum without an object in between. */
export function stepTime(costs: StepCosts, batch: Batch): number {
  const tokens = batch.sequences + batch.promptTokens;
  return (
    (projections(costs, tokens) +
      feedForward(costs, tokens) +
      experts(costs, tokens) +
      head(costs, headTokens(batch.sequences, batch.promptTokens)) +
      decodeAttention(costs, batch) +
      prefillAttention(costs, batch) +
      exchange(costs, batch) +
      host(costs, batch)) *
    costs.slowdown
  );
}

export type BatchFigures = { [K in keyof Batch]: Figure<number> } & { tokens: Figure<number>; logits: Figure<number> };

function productFigures(costs: StepCostFigures, { tokens, logits }: BatchFigures): Figure<number>[] {
  const { halfTokens } = costs;
  return [
    derive(op.linearSeconds, {
      tokens,
      bytes: costs.projectionBytes,
      flopsPerToken: costs.projectionFlopsPerToken,
      flopsPerSecond: costs.projectionFlopsPerSecond,
      bytesPerSecond: costs.projectionBytesPerSecond,
      halfTokens,
    }),
    derive(op.linearSeconds, {
      tokens,
      bytes: costs.feedForwardBytes,
      flopsPerToken: costs.feedForwardFlopsPerToken,
      flopsPerSecond: costs.feedForwardFlopsPerSecond,
      bytesPerSecond: costs.feedForwardBytesPerSecond,
      halfTokens,
    }),
    derive(op.linearSeconds, {
      tokens: logits,
      bytes: costs.headBytes,
      flopsPerToken: costs.headFlopsPerToken,
      flopsPerSecond: costs.headFlopsPerSecond,
      bytesPerSecond: costs.headBytesPerSecond,
      halfTokens,
    }),
  ];
}

function expertFigures(costs: StepCostFigures, { tokens }: BatchFigures): Figure<number>[] {
  if (costs.experts.value <= 0) return [];
  return [
    derive(expertSeconds, {
      tokens,
      ranks: costs.ranks,
      bytes: costs.expertBytes,
      flopsPerToken: costs.expertFlopsPerToken,
      flopsPerSecond: costs.expertFlopsPerSecond,
      bytesPerSecond: costs.expertBytesPerSecond,
      halfTokens: costs.expertHalfTokens,
      experts: costs.experts,
      expertsPerToken: costs.expertsPerToken,
      routedShare: costs.routedShare,
      expertRanks: costs.expertRanks,
      busiestRank: costs.busiestRank,
      imbalance: costs.imbalance,
      hitSeconds: costs.expertHitSeconds,
    }),
  ];
}

function attentionFigures(costs: StepCostFigures, batch: BatchFigures): Figure<number>[] {
  const { sequences, contextTokens, promptTokens, promptContextTokens } = batch;
  const { windows } = costs;
  return [
    derive(op.decodeAttentionSeconds, {
      sequences,
      contextTokens,
      bytesPerContextToken: costs.bytesPerContextToken,
      flopsPerContextToken: costs.flopsPerContextToken,
      windows,
      stateBytes: costs.stateBytes,
      flopsPerSecond: costs.decodeAttentionFlopsPerSecond,
      bytesPerSecond: costs.attentionBytesPerSecond,
    }),
    ...(promptTokens.value > 0
      ? [
          derive(op.prefillAttentionSeconds, {
            tokens: promptTokens,
            contextTokens: promptContextTokens,
            flopsPerPair: costs.flopsPerPair,
            windows,
            flopsPerSecond: costs.attentionFlopsPerSecond,
          }),
        ]
      : []),
  ];
}

/** The same step as figures, for the working. A test holds both to the same value. */
export function composeStep(costs: StepCostFigures, batch: BatchFigures): Figure<number> {
  const { sequences, promptTokens } = batch;
  const parts = [
    ...productFigures(costs, batch),
    ...expertFigures(costs, batch),
    ...attentionFigures(costs, batch),
    derive(op.exchangeSeconds, {
      sequences,
      promptTokens,
      promptShare: costs.promptExchangeShare,
      startSeconds: costs.exchangeStartSeconds,
      bytesPerToken: costs.exchangeBytesPerToken,
      linkBytesPerSecond: costs.linkBytesPerSecond,
    }),
    derive(op.hostSeconds, {
      sequences,
      promptTokens,
      secondsPerStep: costs.hostSecondsPerStep,
      kernelSeconds: costs.kernelSeconds,
      secondsPerSequence: costs.hostSecondsPerSequence,
      launchSeconds: costs.launchSeconds,
    }),
  ];
  return derive(op.stepSeconds, { parts, slowdown: costs.slowdown });
}

/** No prompt tokens in a step that only decodes. */
export const noTokens = given(0, {
  kind: "default",
  label: "Prompt tokens",
  unit: "token",
  path: "serving.decodeStep",
  note: "A step that only decodes.",
});
