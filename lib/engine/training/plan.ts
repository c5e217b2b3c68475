import type { Accelerator, Model } from "@/lib/contract/catalogue";
import type { Scenario } from "@/lib/contract/scenario";
import { gibFromBytes, secondsPerHour } from "../units";
import { familyOf, trainingConstants } from "./constants";
import { type Plan, trainingParts } from "./memory";
import { adapterParameters, moduleNames, type Shape, shapeOf } from "./shape";
import { trainingSpeed } from "./time";

/** Ways to run a fine-tune on so many accelerators, each with its memory and time. */
export type Choice = {
  accelerators: number;
  checkpointing: Plan["checkpointing"];
  sharding: Plan["sharding"];
  peakGib: number;
  usableGib: number;
  fits: boolean;
  hours: number;
  acceleratorHours: number;
};

const rank = 16;
const counts = [1, 2, 4, 8, 16, 32];
const machine = 8;
const usableShare = 0.985;
const usualLinkBytesPerSecond = 25e9;
const networkBytesPerSecond = 50e9;
const checkpointings = ["none", "selective", "full"] as const;

type Wanted = { method: "lora" | "qlora" | "full"; examples: number; tokensPerExample: number; epochs: number };

function planOf(shape: Shape, wanted: Wanted, accelerators: number, checkpointing: Plan["checkpointing"]): Plan {
  const adapters = wanted.method !== "full";
  return {
    method: wanted.method,
    optimizer: "adamw",
    precision: "bf16",
    sharding: accelerators === 1 ? "none" : "fsdp",
    offload: "none",
    checkpointing,
    flashAttention: true,
    fusedCrossEntropy: false,
    seqLen: Math.max(1, Math.ceil(wanted.tokensPerExample)),
    microBatch: 1,
    accumulation: 8,
    trainable: adapters ? adapterParameters(shape, rank, moduleNames) : shape.parameters,
    adaptsFeedForward: adapters,
    dataParallel: accelerators,
    tp: 1,
    pp: 1,
    machine,
  };
}

/** Every choice of accelerators and checkpointing; empty where the model's shape or the accelerator's rate is not known. */
export function fineTuneChoices(
  model: Pick<Model, "parameters" | "activeParameters" | "architecture">,
  accelerator: Accelerator,
  wanted: Wanted,
): Choice[] {
  const rate = accelerator.peakFlopsPerSecond.bf16;
  if (!model.architecture || rate === null) return [];
  const shape = shapeOf({ ...model, architecture: model.architecture });
  const usableGib = gibFromBytes(accelerator.usableMemoryBytes ?? accelerator.memoryBytes * usableShare);
  const link = accelerator.scaleUp.bytesPerSecondPerDirection || usualLinkBytesPerSecond;
  const tokens = wanted.examples * wanted.tokensPerExample * wanted.epochs;
  return counts.flatMap((accelerators) =>
    checkpointings.map((checkpointing): Choice => {
      const plan = planOf(shape, wanted, accelerators, checkpointing);
      const parts = trainingParts(shape, plan, trainingConstants.memory);
      const peakGib = gibFromBytes(Object.values(parts).reduce((sum, bytes) => sum + bytes, 0));
      const device = {
        family: familyOf(accelerator.id),
        bf16FlopsPerSecond: rate,
        fp8FlopsPerSecond: null,
        memoryBytesPerSecond: accelerator.memoryBytesPerSecond,
        linkBytesPerSecond: accelerators > machine ? Math.min(link, networkBytesPerSecond) : link,
      };
      const { tokensPerSecond } = trainingSpeed(shape, plan, device, trainingConstants.time);
      const hours = tokens / tokensPerSecond / secondsPerHour;
      return {
        accelerators,
        checkpointing,
        sharding: plan.sharding,
        peakGib,
        usableGib,
        fits: peakGib <= usableGib,
        hours,
        acceleratorHours: hours * accelerators,
      };
    }),
  );
}

/** The fewest accelerator-hours of those that fit; null where none does. */
export const cheapestChoice = (choices: readonly Choice[]): Choice | null =>
  choices
    .filter(({ fits }) => fits)
    .reduce<Choice | null>(
      (best, each) => (!best || each.acceleratorHours < best.acceleratorHours ? each : best),
      null,
    );

export const wantedBy = ({ data, maintenance }: Pick<Scenario, "data" | "maintenance">): Wanted => ({
  method: maintenance.fineTuneMethod,
  examples: data.labelledExamples,
  tokensPerExample: maintenance.fineTuneTokensPerExample,
  epochs: maintenance.fineTuneEpochs,
});
