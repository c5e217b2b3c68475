import type { Shape } from "./shape";

/** Memory of training on one device, in bytes. Constants are fitted to published peaks and dated in training/constants.ts. */

export type Method = "pretrain" | "full" | "lora" | "qlora" | "dora";
export type Sharding = "none" | "zero1" | "zero2" | "zero3" | "fsdp" | "hsdp";

export type Plan = {
  method: Method;
  optimizer: "adamw" | "adamw8bit" | "adafactor" | "sgd";
  precision: "bf16" | "fp16" | "fp32" | "fp8";
  sharding: Sharding;
  offload: "none" | "optimizer" | "all";
  checkpointing: "none" | "selective" | "full";
  flashAttention: boolean;
  fusedCrossEntropy: boolean;
  seqLen: number;
  microBatch: number;
  /** Micro-batches whose gradients are added up before a step; above 1 gradients stay. */
  accumulation: number;
  /** Trained parameters: all, or those of the adapters. */
  trainable: number;
  /** Whether matrices of the feed-forward part are adapted, so that their inputs have to be kept. */
  adaptsFeedForward: boolean;
  dataParallel: number;
  tp: number;
  pp: number;
  /** Accelerators within a machine, over which HSDP shards. */
  machine: number;
};

export type Part = "weights" | "gradients" | "optimizer" | "activations" | "logits" | "buffers";
export type Parts = Record<Part, number>;

/** 4 bits, a scale of 8 bits for 64 values and one of 32 for 256 of those scales (QLoRA, Dettmers et al. 2023). */
export const nf4BytesPerParameter = (4 + 8 / 64 + 32 / (64 * 256)) / 8;

export type MemoryConstants = {
  /** On top of everything, as a share: what an allocator cannot use again. */
  fragmentation: number;
  /** Library handles and workspaces, and communication where there is more than one device. */
  workspaceBytes: number;
  communicationBytes: number;
  /** Bytes for each logit: 16-bit, converted to 32-bit, and their gradients. */
  bytesPerLogit: number;
  bytesPerFusedLogit: number;
  /** Factor on activations counted from shapes. */
  activations: number;
  /** Activations that selective checkpointing leaves. */
  selectiveShare: number;
  /** Of a 4-bit base, beside its bits and scales: what it is unpacked into and cannot be used again. */
  bytesPerQuantisedParameter: number;
};

const adapters = (method: Method): boolean => method === "lora" || method === "qlora" || method === "dora";
const whole = (sharding: Sharding): boolean => sharding === "zero3" || sharding === "fsdp" || sharding === "hsdp";

/** Devices over which weights, gradients and optimizer states are divided. */
function shards({ sharding, dataParallel, machine }: Plan) {
  const over = sharding === "hsdp" ? Math.min(dataParallel, machine) : dataParallel;
  return {
    weights: whole(sharding) ? over : 1,
    gradients: whole(sharding) || sharding === "zero2" ? over : 1,
    optimizer: sharding === "none" ? 1 : over,
  };
}

/** Sharded training keeps a 32-bit copy of trained weights; on one device 16-bit training does without it. */
export const keepsMaster = ({ precision, sharding }: Pick<Plan, "precision" | "sharding">): boolean =>
  precision === "fp32" || sharding !== "none";

function optimizerBytes({ optimizer, precision, sharding, method }: Plan): number {
  const master = keepsMaster({ precision, sharding });
  const states = { adamw: master || adapters(method) ? 8 : 4, adamw8bit: 2, adafactor: 0.05, sgd: 0 }[optimizer];
  // The 32-bit copy stands with the optimizer unless weights are 32-bit themselves.
  return states + (master && precision !== "fp32" && !adapters(method) ? 4 : 0);
}

const bytesOfWeight = ({ precision }: Plan): number => (precision === "fp32" ? 4 : 2);

/** Bytes kept for each token of a layer until its gradients are known. */
export function activationBytesPerTokenLayer(shape: Shape, plan: Plan): number {
  const { hidden, queryWidth, keyValueWidth, feedForward, heads } = shape;
  const norms = 12 * hidden;
  const attention = 4 * queryWidth + 2 * keyValueWidth;
  const scores = plan.flashAttention ? 0 : 5 * heads * plan.seqLen;
  const trainsFeedForward = !adapters(plan.method) || plan.adaptsFeedForward;
  const middle = (trainsFeedForward ? 8 : 6) * feedForward;
  return (norms + attention + scores + middle) * (plan.precision === "fp32" ? 2 : 1);
}

function activationBytes(shape: Shape, plan: Plan, constants: MemoryConstants): number {
  const tokens = plan.seqLen * plan.microBatch;
  const perLayer = activationBytesPerTokenLayer(shape, plan) * constants.activations;
  const kept = 2 * shape.hidden * (plan.precision === "fp32" ? 2 : 1);
  const perToken =
    plan.checkpointing === "full"
      ? kept * shape.layers + perLayer * 1.5
      : plan.checkpointing === "selective"
        ? (kept + perLayer * constants.selectiveShare) * shape.layers
        : (kept + perLayer) * shape.layers;
  return (tokens * perToken) / plan.tp;
}

/** Where weights are divided, the layer at work and the next one are gathered whole. */
function gatheredBytes(shape: Shape, plan: Plan): number {
  if (!whole(plan.sharding) && plan.offload !== "all") return 0;
  const layer = (shape.parameters - shape.tables) / shape.layers;
  const stored = plan.method === "qlora" ? nf4BytesPerParameter : bytesOfWeight(plan);
  return (2 * layer * stored + (shape.vocabulary * shape.hidden * bytesOfWeight(plan)) / 1) / plan.tp;
}

/** Ranges: as the request's schema has them. */
export function trainingParts(shape: Shape, plan: Plan, constants: MemoryConstants): Parts {
  const over = shards(plan);
  const split = plan.tp * plan.pp;
  const frozen = adapters(plan.method);
  const each = bytesOfWeight(plan);
  const base =
    plan.method === "qlora"
      ? (shape.parameters - shape.tables) * (nf4BytesPerParameter + constants.bytesPerQuantisedParameter) +
        shape.tables * 2
      : shape.parameters * each;
  const adapterBytes = frozen ? plan.trainable * 4 : 0;
  const offWeights = plan.offload === "all" ? 0 : 1;
  const offOptimizer = plan.offload === "none" ? 1 : 0;
  const weights = ((base / over.weights) * offWeights + adapterBytes / over.weights) / split;
  // Where a 32-bit copy is kept, gradients are added up in 32 bits too.
  const gradientBytes = frozen || keepsMaster(plan) ? 4 : each;
  const gradients = (plan.trainable * gradientBytes * offWeights) / over.gradients / split;
  const optimizer = (plan.trainable * optimizerBytes(plan) * offOptimizer) / over.optimizer / split;
  const activations = activationBytes(shape, plan, constants);
  const perLogit = plan.fusedCrossEntropy ? constants.bytesPerFusedLogit : constants.bytesPerLogit;
  const logits = (plan.seqLen * plan.microBatch * shape.vocabulary * perLogit) / plan.tp;
  const gathered = gatheredBytes(shape, plan);
  // Without accumulation gradients appear while activations go: whichever is more counts beside the rest.
  const stay =
    plan.accumulation > 1 || plan.sharding === "zero1" || plan.sharding === "zero2" || plan.sharding === "zero3";
  const passing = stay ? gradients : Math.max(0, gradients - (activations + logits));
  const sum = weights + passing + optimizer + activations + logits + gathered;
  const devices = plan.dataParallel * plan.tp * plan.pp;
  const buffers =
    gathered +
    constants.workspaceBytes +
    (devices > 1 ? constants.communicationBytes : 0) +
    sum * constants.fragmentation;
  return { weights, gradients: passing, optimizer, activations, logits, buffers };
}
