import type { Plan } from "./memory";
import type { Shape } from "./shape";

/** Speed of training from the arithmetic it takes and what of a device's peak it reaches. */

export const families = ["ampere", "hopper", "blackwell", "tpu", "other"] as const;
export type Family = (typeof families)[number];

export type Device = {
  family: Family;
  /** Peak rates by number format, dense. */
  bf16FlopsPerSecond: number;
  fp8FlopsPerSecond: number | null;
  memoryBytesPerSecond: number;
  /** Of the link that the slowest part of the traffic takes, per direction. */
  linkBytesPerSecond: number;
};

export type TimeConstants = {
  /** Share of the peak that large steps reach, by what the device is. */
  efficiency: Record<Family, number>;
  /** Of 8-bit rates, relative to that. */
  fp8Factor: number;
  /** Tokens in a micro-batch at which half of it is reached. */
  halfTokens: number;
  /** Hidden size at which half of it is reached: small models leave large matrix units idle. */
  halfHidden: number;
  adapterFactor: number;
  quantisedFactor: number;
  unflashedFactor: number;
  /** Experts get few tokens each, and these travel between devices. */
  expertFactor: number;
  /** Of what is reached without recomputing: whole layers done again are the efficient ones. */
  recomputeFactor: number;
  /** Least time of a layer, forward and back: what launching its kernels takes, however small the batch. */
  secondsPerLayer: number;
};

const adapters = (method: Plan["method"]): boolean => method === "lora" || method === "qlora" || method === "dora";

/** Forward 2, gradients of activations 2, of weights 2; a frozen base needs none of its weights. Attention is causal. */
export function flopsPerToken(shape: Shape, plan: Plan): { needed: number; done: number } {
  const matrices = shape.activeParameters - (shape.tables > shape.vocabulary * shape.hidden ? shape.tables / 2 : 0);
  const frozen = adapters(plan.method);
  const weights = (frozen ? 4 : 6) * matrices + (frozen ? 2 * plan.trainable : 0);
  const attention = 6 * shape.attendingLayers * shape.queryWidth * plan.seqLen;
  const needed = weights + attention;
  const again = 2 * matrices + attention / 3;
  const selective = attention / 3;
  return {
    needed,
    done: needed + (plan.checkpointing === "full" ? again : plan.checkpointing === "selective" ? selective : 0),
  };
}

export type Speed = { tokensPerSecond: number; tokensPerSecondPerAccelerator: number; mfu: number };

/** Gathering and reducing weights overlaps with arithmetic: the longer of both counts. */
export function trainingSpeed(shape: Shape, plan: Plan, device: Device, constants: TimeConstants): Speed {
  const tokens = plan.seqLen * plan.microBatch;
  const devices = plan.dataParallel * plan.tp * plan.pp;
  const eight = plan.precision === "fp8" && device.fp8FlopsPerSecond !== null;
  const peak = eight
    ? (device.fp8FlopsPerSecond ?? 0)
    : device.bf16FlopsPerSecond * (plan.precision === "fp32" ? 0.5 : 1);
  const reached =
    constants.efficiency[device.family] *
    (eight ? constants.fp8Factor : 1) *
    (tokens / (tokens + constants.halfTokens)) *
    (shape.hidden / plan.tp / (shape.hidden / plan.tp + constants.halfHidden)) *
    (adapters(plan.method) ? constants.adapterFactor : 1) *
    (plan.method === "qlora" ? constants.quantisedFactor : 1) *
    (plan.flashAttention ? 1 : constants.unflashedFactor) *
    (shape.experts > 0 ? constants.expertFactor : 1) *
    (plan.checkpointing === "full" ? constants.recomputeFactor : 1);
  const { needed, done } = flopsPerToken(shape, plan);
  const computeSeconds = (tokens * done) / (plan.tp * plan.pp) / (peak * reached);
  const moved = movedBytes(shape, plan);
  const launching = (constants.secondsPerLayer * shape.layers) / plan.pp;
  const seconds = Math.max(computeSeconds, moved / device.linkBytesPerSecond, launching);
  const bubble = plan.pp > 1 ? 1 + (plan.pp - 1) / Math.max(plan.pp, plan.accumulation) : 1;
  const perReplica = tokens / (seconds * bubble);
  const tokensPerSecond = perReplica * plan.dataParallel;
  return {
    tokensPerSecond,
    tokensPerSecondPerAccelerator: tokensPerSecond / devices,
    mfu: (tokensPerSecond * needed) / (devices * device.bf16FlopsPerSecond),
  };
}

/** Bytes that a device takes in for a micro-batch: weights gathered forward and backward, gradients reduced. */
function movedBytes(shape: Shape, plan: Plan): number {
  if (plan.dataParallel === 1) return 0;
  const share = (plan.dataParallel - 1) / plan.dataParallel / (plan.tp * plan.pp);
  const stored = plan.method === "qlora" ? 0.516 : 2;
  const gathered =
    plan.sharding === "zero3" || plan.sharding === "fsdp" || plan.sharding === "hsdp"
      ? 2 * shape.parameters * stored
      : 0;
  const reduced = (plan.trainable * 2 * (plan.sharding === "none" ? 2 : 1)) / plan.accumulation;
  return (gathered + reduced) * share;
}
