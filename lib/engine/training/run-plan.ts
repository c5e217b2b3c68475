/** How a run is set up, as far as its memory and speed follow from it. */

export type Method = "pretrain" | "full" | "lora" | "qlora" | "dora";
export type Sharding = "none" | "zero1" | "zero2" | "zero3" | "fsdp" | "hsdp";
export type Checkpointing = "none" | "selective" | "full";

export type Plan = {
  method: Method;
  optimizer: "adamw" | "adamw8bit" | "adafactor" | "sgd";
  precision: "bf16" | "fp16" | "fp32" | "fp8";
  sharding: Sharding;
  offload: "none" | "optimizer" | "all";
  checkpointing: Checkpointing;
  flashAttention: boolean;
  fusedCrossEntropy: boolean;
  seqLen: number;
  microBatch: number;
  /** Micro-batches whose gradients are added up before a step; above 1 gradients stay. */
  accumulation: number;
  /** Trained parameters: all, or those of the adapters. */
  trainable: number;
  /** Width of the inputs of a layer's adapted matrices, added up. */
  adaptedWidth: number;
  /** Whether matrices of the feed-forward part are adapted, so that their inputs have to be kept. */
  adaptsFeedForward: boolean;
  /** FSDP that holds frozen and trained weights in one unit keeps gradients of both. */
  adaptersWrapped: "apart" | "together";
  /** FSDP that exchanges gradients at a step only holds them whole until then. */
  gradientSync: "microBatch" | "step";
  /** Each layer is stepped as soon as its gradients are there, which then go. */
  optimizerInBackward: boolean;
  dataParallel: number;
  tp: number;
  pp: number;
  /** Accelerators within a machine, over which HSDP shards. */
  machine: number;
};

export const trainsAdapters = (method: Method): boolean => method === "lora" || method === "qlora" || method === "dora";

/** Whether weights themselves are divided, and not the optimizer's states or gradients alone. */
export const dividesWeights = (sharding: Sharding): boolean =>
  sharding === "zero3" || sharding === "fsdp" || sharding === "hsdp";

/** The FSDP of PyTorch trains the 32-bit weights that it divides; DeepSpeed keeps them beside 16-bit ones. */
export const trainsFullCopy = (sharding: Sharding): boolean => sharding === "fsdp" || sharding === "hsdp";

/** Devices over which weights, gradients and optimizer states are divided. */
export function shards({ sharding, dataParallel, machine }: Pick<Plan, "sharding" | "dataParallel" | "machine">) {
  const over = sharding === "hsdp" ? Math.min(dataParallel, machine) : dataParallel;
  const whole = dividesWeights(sharding);
  return {
    weights: whole ? over : 1,
    gradients: whole || sharding === "zero2" ? over : 1,
    optimizer: sharding === "none" ? 1 : over,
  };
}
