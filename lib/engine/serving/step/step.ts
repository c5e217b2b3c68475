import { derive, type Figure, given } from "../../figure";
import type { Batch, StepCostFigures, StepCosts } from "./costs";
import * as op from "./operators";

export type StepParts = {
  linear: number;
  experts: number;
  head: number;
  decodeAttention: number;
  prefillAttention: number;
  exchange: number;
  host: number;
};

const linearGiven = (costs: StepCosts, tokens: number) => ({
  tokens,
  bytes: costs.linearBytes,
  flopsPerToken: costs.linearFlopsPerToken,
  flopsPerSecond: costs.linearFlopsPerSecond,
  bytesPerSecond: costs.bytesPerSecond,
  halfTokens: costs.halfTokens,
});

/** Seconds of each operator of a step, in plain numbers: the inner loop of every search. */
export function stepParts(
  costs: StepCosts,
  { sequences, contextTokens, promptTokens, promptContextTokens }: Batch,
): StepParts {
  const tokens = sequences + promptTokens;
  return {
    linear: op.linearSeconds(linearGiven(costs, tokens)),
    experts: op.expertSeconds({
      tokens,
      bytes: costs.expertBytes,
      flopsPerToken: costs.expertFlopsPerToken,
      flopsPerSecond: costs.expertFlopsPerSecond,
      bytesPerSecond: costs.bytesPerSecond,
      halfTokens: costs.expertHalfTokens,
      ranks: costs.ranks,
      experts: costs.experts,
      expertsPerToken: costs.expertsPerToken,
    }),
    head: op.linearSeconds({
      tokens: headTokens({ sequences, promptTokens }),
      bytes: costs.headBytes,
      flopsPerToken: costs.headFlopsPerToken,
      flopsPerSecond: costs.headFlopsPerSecond,
      bytesPerSecond: costs.bytesPerSecond,
      halfTokens: costs.halfTokens,
    }),
    decodeAttention: op.decodeAttentionSeconds({
      sequences,
      contextTokens,
      bytesPerContextToken: costs.bytesPerContextToken,
      flopsPerContextToken: costs.flopsPerContextToken,
      windows: costs.windows,
      stateBytes: costs.stateBytes,
      flopsPerSecond: costs.attentionFlopsPerSecond,
      bytesPerSecond: costs.attentionBytesPerSecond,
    }),
    prefillAttention: op.prefillAttentionSeconds({
      tokens: promptTokens,
      contextTokens: promptContextTokens,
      flopsPerPair: costs.flopsPerPair,
      windows: costs.windows,
      flopsPerSecond: costs.attentionFlopsPerSecond,
    }),
    exchange: op.exchangeSeconds({
      tokens,
      startSeconds: costs.exchangeStartSeconds,
      bytesPerToken: costs.exchangeBytesPerToken,
      linkBytesPerSecond: costs.linkBytesPerSecond,
    }),
    host: op.hostSeconds({
      sequences,
      secondsPerStep: costs.hostSecondsPerStep,
      secondsPerSequence: costs.hostSecondsPerSequence,
    }),
  };
}

/** Only sequences that get a token need logits: those decoding, and the prompt that ends in this step. */
const headTokens = ({ sequences, promptTokens }: Pick<Batch, "sequences" | "promptTokens">): number =>
  sequences + Math.min(1, promptTokens);

export function stepTime(costs: StepCosts, batch: Batch): number {
  const parts = stepParts(costs, batch);
  return (
    (parts.linear +
      parts.experts +
      parts.head +
      parts.decodeAttention +
      parts.prefillAttention +
      parts.exchange +
      parts.host) *
    costs.slowdown
  );
}

export type BatchFigures = { [K in keyof Batch]: Figure<number> } & { tokens: Figure<number>; logits: Figure<number> };

/** The same step as figures, for the working. A test holds both to the same value. */
export function composeStep(costs: StepCostFigures, batch: BatchFigures): Figure<number> {
  const { sequences, contextTokens, promptTokens, promptContextTokens, tokens, logits } = batch;
  const { bytesPerSecond, halfTokens, windows } = costs;
  const parts = [
    derive(op.linearSeconds, {
      tokens,
      bytes: costs.linearBytes,
      flopsPerToken: costs.linearFlopsPerToken,
      flopsPerSecond: costs.linearFlopsPerSecond,
      bytesPerSecond,
      halfTokens,
    }),
    ...(costs.experts.value > 0
      ? [
          derive(op.expertSeconds, {
            tokens,
            bytes: costs.expertBytes,
            flopsPerToken: costs.expertFlopsPerToken,
            flopsPerSecond: costs.expertFlopsPerSecond,
            bytesPerSecond,
            halfTokens: costs.expertHalfTokens,
            ranks: costs.ranks,
            experts: costs.experts,
            expertsPerToken: costs.expertsPerToken,
          }),
        ]
      : []),
    derive(op.linearSeconds, {
      tokens: logits,
      bytes: costs.headBytes,
      flopsPerToken: costs.headFlopsPerToken,
      flopsPerSecond: costs.headFlopsPerSecond,
      bytesPerSecond,
      halfTokens,
    }),
    derive(op.decodeAttentionSeconds, {
      sequences,
      contextTokens,
      bytesPerContextToken: costs.bytesPerContextToken,
      flopsPerContextToken: costs.flopsPerContextToken,
      windows,
      stateBytes: costs.stateBytes,
      flopsPerSecond: costs.attentionFlopsPerSecond,
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
    derive(op.exchangeSeconds, {
      tokens,
      startSeconds: costs.exchangeStartSeconds,
      bytesPerToken: costs.exchangeBytesPerToken,
      linkBytesPerSecond: costs.linkBytesPerSecond,
    }),
    derive(op.hostSeconds, {
      sequences,
      secondsPerStep: costs.hostSecondsPerStep,
      secondsPerSequence: costs.hostSecondsPerSequence,
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
