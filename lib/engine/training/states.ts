import { dividesWeights, type Plan, shards, trainsAdapters, trainsFullCopy } from "./run-plan";
import type { Shape } from "./shape";

/** Weights, gradients and states of the optimizer on one device, in bytes. */

/** 4 bits, a scale of 8 bits for 64 values and one of 32 for 256 of those scales (QLoRA, Dettmers et al. 2023). */
export const nf4BytesPerParameter = (4 + 8 / 64 + 32 / (64 * 256)) / 8;

/** Whether 32-bit weights are trained: several devices do; on one, 16-bit training does without them. */
export const keepsMaster = ({ precision, sharding, dataParallel, tp, pp }: Plan): boolean =>
  precision === "fp32" || sharding !== "none" || dataParallel * tp * pp > 1;

const adapterBytes = 4;

/** Of a trained parameter: moments, and a 32-bit copy where the weights beside it are 16-bit. */
export function optimizerBytesPerParameter(plan: Plan): number {
  const { optimizer, precision, sharding, method } = plan;
  const adapters = trainsAdapters(method);
  const master = keepsMaster(plan);
  const moments = { adamw: master || adapters ? 8 : 4, adamw8bit: 2, adafactor: 0.05, sgd: 0 }[optimizer];
  const copy = master && precision !== "fp32" && !adapters && !trainsFullCopy(sharding) ? 4 : 0;
  return moments + copy;
}

/** Of a weight as it is stored: 32-bit where FSDP trains those it divides. */
export function weightBytesPerParameter({ precision, sharding, method }: Plan): number {
  if (precision === "fp32") return 4;
  return !trainsAdapters(method) && trainsFullCopy(sharding) ? 4 : 2;
}

/** Of a weight while it computes. */
export const computeBytesPerParameter = ({ precision }: Plan): number => (precision === "fp32" ? 4 : 2);

export type States = { weights: number; gradients: number; optimizer: number };

function gradientBytes(shape: Shape, plan: Plan): number {
  const over = plan.gradientSync === "step" ? 1 : shards(plan).gradients;
  if (trainsAdapters(plan.method)) {
    const beside =
      plan.adaptersWrapped === "together" && dividesWeights(plan.sharding)
        ? (shape.parameters * computeBytesPerParameter(plan)) / over
        : 0;
    return (plan.trainable * adapterBytes) / over + beside;
  }
  // Stepped in the backward pass, or by a host's processors, a layer's gradients go as soon as they are there.
  const passing = plan.optimizerInBackward || plan.offload !== "none";
  const there = passing ? plan.trainable / shape.layers : plan.trainable;
  return (there * weightBytesPerParameter(plan)) / over;
}

export function stateBytes(shape: Shape, plan: Plan): States {
  const over = shards(plan);
  const split = plan.tp * plan.pp;
  const base =
    plan.method === "qlora"
      ? (shape.parameters - shape.tables) * nf4BytesPerParameter + shape.tables * 2
      : shape.parameters * weightBytesPerParameter(plan);
  const adapters = trainsAdapters(plan.method) ? plan.trainable * adapterBytes : 0;
  const onDevice = plan.offload === "all" ? 0 : 1;
  return {
    weights: (base * onDevice + adapters) / over.weights / split,
    gradients: gradientBytes(shape, plan) / split,
    optimizer:
      plan.offload === "none" ? (plan.trainable * optimizerBytesPerParameter(plan)) / over.optimizer / split : 0,
  };
}
