import type { z } from "zod";
import type { trainingRequestSchema } from "@/lib/contract/request";
import { type Plan, trainsAdapters } from "./run-plan";
import { adaptedWidth, adapterParameters, type ModuleName, moduleNames, type Shape } from "./shape";

type Request = z.infer<typeof trainingRequestSchema>;
export type Settings = Omit<
  Request,
  "id" | "kind" | "model" | "accelerator" | "tokens" | "tiedEmbeddings" | "packing" | "meanTokens"
>;

export const usualRank = 16;

function targetsOf({ loraTargets }: Settings): readonly ModuleName[] {
  if (loraTargets === undefined || loraTargets === "all-linear") return moduleNames;
  if (loraTargets === "attention") return moduleNames.slice(0, 4);
  return [...new Set(loraTargets)];
}

/** What a request leaves out is as it is usually run. */
export function planOf(settings: Settings, shape: Shape, machine: number): Plan {
  const { method, count, tp = 1, pp = 1, microBatch, globalBatch, loraRank: rank = usualRank } = settings;
  const dataParallel = count / (tp * pp);
  const targets = targetsOf(settings);
  const adapters = trainsAdapters(method);
  return {
    method,
    optimizer: settings.optimizer ?? "adamw",
    precision: settings.precision ?? "bf16",
    sharding: settings.sharding ?? "none",
    offload: settings.offload ?? "none",
    checkpointing: settings.checkpointing ?? "none",
    flashAttention: settings.flashAttention ?? true,
    fusedCrossEntropy: settings.fusedCrossEntropy ?? false,
    seqLen: settings.seqLen,
    microBatch,
    accumulation: Math.max(1, Math.round((globalBatch ?? microBatch * dataParallel) / (microBatch * dataParallel))),
    trainable: adapters ? adapterParameters(shape, rank, targets, method === "dora") : shape.parameters,
    adaptedWidth: adapters ? adaptedWidth(shape, targets) : 0,
    adaptsFeedForward: adapters && targets.some((target) => /gate|up|down/.test(target)),
    adaptersWrapped: settings.adaptersWrapped ?? "apart",
    gradientSync: settings.gradientSync ?? "microBatch",
    optimizerInBackward: settings.optimizerInBackward ?? false,
    dataParallel,
    tp,
    pp,
    machine,
  };
}
