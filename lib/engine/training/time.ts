import { trainsAdapters as adapters, dividesWeights, type Plan, shards } from "./run-plan";
import type { Shape } from "./shape";
import { nf4BytesPerParameter } from "./states";

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
  /** Between a device and its host; null where nothing is published. */
  hostLinkBytesPerSecond: number | null;
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
  /** Of what large matrices reach: attention, whose softmax runs beside matrix units. */
  attentionFactor: number;
  /** Experts get few tokens each, and these travel between devices. */
  expertFactor: number;
  /** Of what is reached without recomputing: whole layers done again are the efficient ones. */
  recomputeFactor: number;
  /** Least time of a layer, forward and back: what launching its kernels takes, however small the batch. */
  secondsPerLayer: number;
  /** Of its published rate, what gathering and reducing reach of a link. */
  linkEfficiency: number;
  /** How well arithmetic, links and launches overlap: 1 is one after the other, many is the longest alone. */
  overlap: number;
  /** Unpacking one 4-bit weight in each pass. */
  secondsPerQuantisedParameter: number;
  /** Bytes that a step reads and writes for each parameter it trains. */
  bytesPerSteppedParameter: number;
};

type Flops = { matrices: number; attention: number };

/** Of a token. Forward 2, gradients of activations 2, of weights 2; a frozen base needs none of its weights. Attention is causal. */
export function flopsPerToken(shape: Shape, plan: Plan): { needed: Flops; done: Flops } {
  // The input table is looked up, not multiplied.
  const multiplied = shape.activeParameters - (shape.tables > shape.vocabulary * shape.hidden ? shape.tables / 2 : 0);
  const frozen = adapters(plan.method);
  const matrices = (frozen ? 4 : 6) * multiplied + (frozen ? 2 * plan.trainable : 0);
  const attention = 6 * shape.attendingLayers * shape.queryWidth * plan.seqLen;
  const again = againShares(plan);
  return {
    needed: { matrices, attention },
    done: {
      matrices: matrices + again.matrices * 2 * multiplied,
      attention: attention + (again.attention * attention) / 3,
    },
  };
}

/** Of a forward pass, what is done once more: see `activations.ts` for what selective checkpointing leaves. */
function againShares({ checkpointing, flashAttention }: Plan): Flops {
  if (checkpointing === "full") return { matrices: 1, attention: 1 };
  if (checkpointing === "none") return { matrices: 0, attention: 0 };
  return flashAttention ? { matrices: 0.5, attention: 0 } : { matrices: 0, attention: 1 };
}

export type Speed = { tokensPerSecond: number; tokensPerSecondPerAccelerator: number; mfu: number };

/** Share of its peak that a device reaches, before the layers' own limits. */
function reachedShare(shape: Shape, plan: Plan, family: Family, constants: TimeConstants): number {
  const tokens = plan.seqLen * plan.microBatch;
  const width = shape.hidden / plan.tp;
  return (
    constants.efficiency[family] *
    (tokens / (tokens + constants.halfTokens)) *
    (width / (width + constants.halfHidden)) *
    (adapters(plan.method) ? constants.adapterFactor : 1) *
    (plan.method === "qlora" ? constants.quantisedFactor : 1) *
    (plan.flashAttention ? 1 : constants.unflashedFactor) *
    (shape.experts > 0 ? constants.expertFactor : 1) *
    (plan.checkpointing === "full" ? constants.recomputeFactor : 1)
  );
}

/** Passes over the weights, forward and back, and forward again where layers are recomputed. */
const passes = ({ checkpointing }: Plan): number => (checkpointing === "full" ? 3 : 2);

/** Arithmetic, links and launches overlap in part; unpacking and the step come on top. */
export function trainingSpeed(shape: Shape, plan: Plan, device: Device, constants: TimeConstants): Speed {
  const tokens = plan.seqLen * plan.microBatch;
  const devices = plan.dataParallel * plan.tp * plan.pp;
  const split = plan.tp * plan.pp;
  const eight = plan.precision === "fp8" && device.fp8FlopsPerSecond !== null;
  const peak = eight
    ? (device.fp8FlopsPerSecond ?? 0) * constants.fp8Factor
    : device.bf16FlopsPerSecond * (plan.precision === "fp32" ? 0.5 : 1);
  const { needed, done } = flopsPerToken(shape, plan);
  const reached = reachedShare(shape, plan, device.family, constants);
  // Attention stays in 16 bits, and reaches less of its peak than large matrices do.
  const attentionPeak = Math.min(peak, device.bf16FlopsPerSecond) * constants.attentionFactor;
  const computeSeconds = ((tokens / split) * (done.matrices / peak + done.attention / attentionPeak)) / reached;
  const movedSeconds = movedBytes(shape, plan) / (device.linkBytesPerSecond * constants.linkEfficiency);
  // Hooks that gather weights launch about as much again.
  const hooks = plan.sharding === "zero3" ? 2 : 1;
  const launchSeconds = ((constants.secondsPerLayer * shape.layers) / plan.pp) * hooks * (passes(plan) / 2);
  const together =
    (computeSeconds ** constants.overlap + movedSeconds ** constants.overlap + launchSeconds ** constants.overlap) **
    (1 / constants.overlap);
  const unpacking =
    plan.method === "qlora" ? (constants.secondsPerQuantisedParameter * shape.parameters * passes(plan)) / split : 0;
  const stepped = plan.trainable / split / shards(plan).optimizer;
  const step = (stepped * constants.bytesPerSteppedParameter) / device.memoryBytesPerSecond / plan.accumulation;
  const bubble = plan.pp > 1 ? 1 + (plan.pp - 1) / Math.max(plan.pp, plan.accumulation) : 1;
  const perReplica = tokens / ((together + unpacking) * bubble + step + offloadSeconds(shape, plan, device));
  const tokensPerSecond = perReplica * plan.dataParallel;
  return {
    tokensPerSecond,
    tokensPerSecondPerAccelerator: tokensPerSecond / devices,
    mfu: (tokensPerSecond * (needed.matrices + needed.attention)) / (devices * device.bf16FlopsPerSecond),
  };
}

/** Of a host's link, where a data sheet is silent: PCIe of the fourth generation. */
const hostBytesPerSecond = 25e9;
/** A step on a host's processors: what its memory gives, shared by a machine's accelerators. */
const hostMemoryBytesPerSecond = 50e9;

/** What is kept on the host crosses its link: gradients out and weights back at each step, weights in at each pass. */
function offloadSeconds(shape: Shape, plan: Plan, { hostLinkBytesPerSecond }: Device): number {
  if (plan.offload === "none") return 0;
  const link = hostLinkBytesPerSecond ?? hostBytesPerSecond;
  const split = plan.tp * plan.pp;
  const stepped = plan.trainable / split / shards(plan).optimizer;
  const step = (stepped * (2 + 2)) / link + (stepped * 28) / hostMemoryBytesPerSecond;
  const stored = plan.method === "qlora" ? nf4BytesPerParameter : 2;
  const weights =
    plan.offload === "all" ? (passes(plan) * shape.parameters * stored) / shards(plan).weights / split / link : 0;
  return step / plan.accumulation + weights;
}

/** Bytes that a device takes in for a micro-batch: weights gathered forward and back (where recomputing finds them), gradients reduced. */
function movedBytes(shape: Shape, plan: Plan): number {
  if (plan.dataParallel === 1) return 0;
  const share = (plan.dataParallel - 1) / plan.dataParallel / (plan.tp * plan.pp);
  const stored = plan.method === "qlora" ? nf4BytesPerParameter : 2;
  const gathered = dividesWeights(plan.sharding) ? 2 * shape.parameters * stored : 0;
  const reduced = (plan.trainable * 2 * (plan.sharding === "none" ? 2 : 1)) / plan.accumulation;
  return (gathered + reduced) * share;
}
