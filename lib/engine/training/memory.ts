import { type ActivationConstants, activationBytes } from "./activations";
import { dividesWeights, type Plan, shards, trainsAdapters } from "./run-plan";
import type { Shape } from "./shape";
import { computeBytesPerParameter, nf4BytesPerParameter, stateBytes } from "./states";

/** Memory of training on one device, in bytes. Constants are fitted to published peaks: see training/constants.ts. */

export type Part = "weights" | "gradients" | "optimizer" | "activations" | "logits" | "buffers";
export type Parts = Record<Part, number>;

export const partLabels: Record<Part, string> = {
  weights: "Weights",
  gradients: "Gradients",
  optimizer: "Optimizer",
  activations: "Activations",
  logits: "Logits and loss",
  buffers: "Buffers",
};
export const partIds = Object.keys(partLabels) as Part[];

export type MemoryConstants = ActivationConstants & {
  /** Bytes for each logit: 16-bit, converted to 32-bit, and their gradients. */
  bytesPerLogit: number;
  bytesPerFusedLogit: number;
  /** Of what is allocated, as a share: what an allocator reserves and cannot use. */
  fragmentation: number;
  /** Reserved besides, however small a run. */
  workspaceBytes: number;
  /** Of a driver and its libraries, outside what an allocator reserves; and of links where there are several devices. */
  contextBytes: number;
  communicationBytes: number;
};

export type TrainingMemory = {
  /** What an allocator has reserved at the peak, by what it holds: the parts add up to it. */
  parts: Parts;
  allocatedBytes: number;
  reservedBytes: number;
  /** Of the driver and its libraries, outside the allocator. */
  driverBytes: number;
  /** Both: what has to fit on a device. */
  deviceBytes: number;
};

/** Weights gathered whole where they are divided: the layer at work, the next one, and the tables. */
function gatheredBytes(shape: Shape, plan: Plan): number {
  // DeepSpeed copies what it works with even where one device holds all.
  const divided = dividesWeights(plan.sharding) && (shards(plan).weights > 1 || plan.sharding === "zero3");
  if (!divided && plan.offload !== "all") return 0;
  const layer = (shape.parameters - shape.tables) / shape.layers;
  const each = computeBytesPerParameter(plan);
  const layers = 2 * layer * (plan.method === "qlora" ? nf4BytesPerParameter : each);
  // A layer's gradients are whole until they have been divided.
  const gradients = trainsAdapters(plan.method) ? 0 : layer * 4;
  return (layers + gradients + shape.tables * each) / plan.tp;
}

/** The largest matrix of a 4-bit base is unpacked to 16 bits while it multiplies. */
const unpackedBytes = (shape: Shape, { method, tp }: Plan): number =>
  method === "qlora" ? (2 * shape.hidden * Math.max(shape.denseFeedForward, shape.expertFeedForward)) / tp : 0;

/** Parameters that DeepSpeed steps at once (its sub_group_size). */
const stepGroup = 1e9;

/** DeepSpeed steps by 32-bit copies of the gradients, and takes as much again in between. */
function stepBytes(plan: Plan): number {
  if (!plan.sharding.startsWith("zero") || plan.precision === "fp32" || plan.offload !== "none") return 0;
  const own = plan.trainable / shards(plan).optimizer / (plan.tp * plan.pp);
  return 8 * Math.min(own, stepGroup);
}

/** Gradients stay where micro-batches add up, or where buffers hold them to be exchanged; else they come as activations go. */
const gradientsStay = ({ accumulation, sharding, dataParallel }: Plan): boolean =>
  accumulation > 1 || sharding.startsWith("zero") || (sharding === "none" && dataParallel > 1);

/** Three moments may hold the most: the loss, a layer on the way back, the step. Ranges: as the request's schema has them. */
export function trainingMemory(shape: Shape, plan: Plan, constants: MemoryConstants): TrainingMemory {
  const states = stateBytes(shape, plan);
  const { kept, working } = activationBytes(shape, plan, constants);
  const perLogit = plan.fusedCrossEntropy ? constants.bytesPerFusedLogit : constants.bytesPerLogit;
  const logits = (plan.seqLen * plan.microBatch * shape.vocabulary * perLogit) / plan.tp;
  const early = gradientsStay(plan) ? states.gradients : 0;
  const moments = [
    { gradients: early, activations: kept, logits, step: 0 },
    { gradients: early, activations: kept + working, logits: 0, step: 0 },
    { gradients: states.gradients, activations: 0, logits: 0, step: stepBytes(plan) },
  ];
  const held = (each: (typeof moments)[number]) => each.gradients + each.activations + each.logits + each.step;
  const peak = moments.reduce((most, each) => (held(each) > held(most) ? each : most));
  const transient = gatheredBytes(shape, plan) + unpackedBytes(shape, plan) + peak.step;
  const allocatedBytes = states.weights + states.optimizer + held(peak) - peak.step + transient;
  const slack = allocatedBytes * constants.fragmentation + constants.workspaceBytes;
  const reservedBytes = allocatedBytes + slack;
  const several = plan.dataParallel * plan.tp * plan.pp > 1;
  const driverBytes = constants.contextBytes + (several ? constants.communicationBytes : 0);
  return {
    parts: {
      weights: states.weights,
      gradients: peak.gradients,
      optimizer: states.optimizer,
      activations: peak.activations,
      logits: peak.logits,
      buffers: transient + slack,
    },
    allocatedBytes,
    reservedBytes,
    driverBytes,
    deviceBytes: reservedBytes + driverBytes,
  };
}
