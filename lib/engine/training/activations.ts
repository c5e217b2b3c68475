import { type Plan, trainsAdapters } from "./run-plan";
import type { Shape } from "./shape";

/** What a pass leaves in memory for its way back, counted tensor by tensor (as Korthikanti et al. 2022 do for GPT). */

export type ActivationConstants = {
  /** Factor on what is counted from shapes. */
  activations: number;
  /** Share of a layer that selective checkpointing leaves where attention is fused. */
  selectiveShare: number;
  /** Gradients that stand beside a layer on the way back, as a share of what it keeps. */
  gradientShare: number;
  /** Bytes for each number that goes into an adapted matrix: a 32-bit copy, or a dropped-out one and its mask. */
  bytesPerAdaptedInput: number;
  /** Bytes that 4-bit matrices keep besides for each number of the feed-forward width: inputs and 32-bit outputs. */
  bytesPerQuantisedWidth: number;
};

/** Of a token in a layer, by flash attention: norms in 32 bits with their 16-bit outcome, q, k, v, attention's outcome, feed-forward. */
export function bytesPerTokenLayer(shape: Shape, plan: Plan, constants: ActivationConstants): number {
  const { hidden, queryWidth, keyValueWidth, feedForward, feedForwardMatrices } = shape;
  const adapters = trainsAdapters(plan.method);
  const norms = 12 * hidden;
  const attention = 4 * queryWidth + 2 * keyValueWidth;
  // A frozen matrix needs its input no more: the product before it is given up.
  const needsProduct = !adapters || plan.adaptsFeedForward;
  const tensors = feedForwardMatrices + (needsProduct ? 1 : 0) - (feedForwardMatrices === 2 ? 1 : 0);
  const middle = 2 * tensors * feedForward;
  const adapted = adapters ? constants.bytesPerAdaptedInput * plan.adaptedWidth : 0;
  const quantised = plan.method === "qlora" ? constants.bytesPerQuantisedWidth * feedForward : 0;
  const wide = plan.precision === "fp32" ? 2 : 1;
  return (norms + attention + middle) * wide * constants.activations + adapted + quantised;
}

/** Scores of unfused attention, their softmax and its dropout: 5 bytes for each pair of tokens and head (Korthikanti et al.). */
export const scoreBytesPerTokenLayer = ({ heads }: Shape, { flashAttention, seqLen, precision }: Plan): number =>
  flashAttention ? 0 : (precision === "fp32" ? 9 : 5) * heads * seqLen;

export type Activations = {
  /** Kept of all layers until the way back begins. */
  kept: number;
  /** What the layer at work takes on top, on the way back. */
  working: number;
};

/** Tensor parallelism divides all of it, as sequences are divided where tensors are not. */
export function activationBytes(shape: Shape, plan: Plan, constants: ActivationConstants): Activations {
  const tokens = (plan.seqLen * plan.microBatch) / plan.tp;
  const input = 2 * shape.hidden * (plan.precision === "fp32" ? 2 : 1);
  const layer = bytesPerTokenLayer(shape, plan, constants);
  const scores = scoreBytesPerTokenLayer(shape, plan);
  // Selective: with flash attention every second matrix product is kept (torchtitan), without it all but scores (Megatron).
  const share = plan.flashAttention ? constants.selectiveShare : 1;
  const keptOfLayer = { none: layer + scores, selective: layer * share, full: 0 }[plan.checkpointing];
  // What is not there has to be made again, and gradients of the widest tensors stand beside it.
  const madeAgain = layer + scores - keptOfLayer;
  return {
    kept: tokens * shape.layers * (input + keptOfLayer),
    working: tokens * (madeAgain + (layer + scores) * constants.gradientShare),
  };
}
