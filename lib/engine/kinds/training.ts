import type { z } from "zod";
import type { Accelerator } from "@/lib/contract/catalogue";
import { fail, type Outcome, succeed } from "@/lib/contract/errors";
import type { ReferenceData } from "@/lib/contract/reference";
import type { trainingAnswerSchema, trainingRequestSchema } from "@/lib/contract/request";
import { resolveAccelerator } from "../resolve/accelerator";
import { resolveModel } from "../resolve/model-config";
import { familyOf, spread, trainingConstants } from "../training/constants";
import { type MemoryConstants, type Part, type Plan, trainingParts } from "../training/memory";
import { adapterParameters, type ModuleName, moduleNames, type Shape, shapeOf } from "../training/shape";
import { type Device, type TimeConstants, trainingSpeed } from "../training/time";
import { gibFromBytes, secondsPerHour } from "../units";

type Request = z.infer<typeof trainingRequestSchema>;
type Answer = z.infer<typeof trainingAnswerSchema>;

const labels: Record<Part, string> = {
  weights: "Weights",
  gradients: "Gradients",
  optimizer: "Optimizer",
  activations: "Activations",
  logits: "Logits and loss",
  buffers: "Buffers",
};

const usualRank = 16;
const usualMachine = 8;
/** Where nothing is published of a link: PCIe of the fourth generation. */
const usualLinkBytesPerSecond = 25e9;
/** Between machines, for each accelerator: 400 Gbit/s. */
const networkBytesPerSecond = 50e9;
/** Kept free by a driver where a usable figure is not published. */
const usableShare = 0.985;

export const isAdapter = (method: Request["method"]): boolean =>
  method === "lora" || method === "qlora" || method === "dora";

export type TrainingConstants = { memory: MemoryConstants; time: TimeConstants };

/** Memory, speed and time of a training run. Errors: unknown model or accelerator; degrees that do not divide. */
export function trainingKind(
  request: Request,
  { reference }: { reference: ReferenceData },
  constants: TrainingConstants = trainingConstants,
): Outcome<Answer> {
  const model = resolveModel(request.model, reference);
  if (!model.ok) return { ...model, path: model.path ?? "model" };
  const found = resolveAccelerator(request.accelerator, reference);
  if (!found.ok) return { ...found, path: found.path ?? "accelerator" };
  const { accelerator } = found.value;
  const { architecture, parameters, activeParameters } = model.value;
  if (!architecture) {
    const message = `\`model\` is "${model.value.id}": only its parameters are known; give its config.json to count activations`;
    return fail("INFEASIBLE", message, "model");
  }
  const { count, tp = 1, pp = 1 } = request;
  if (count % (tp * pp) !== 0) {
    return fail("INVALID_INPUT", `\`count\` is ${count}: must be a multiple of tp × pp (${tp * pp})`, "count");
  }
  const shape = shapeOf({ parameters: parameters.value, activeParameters: activeParameters.value, architecture });
  const plan = planOf(request, shape, accelerator);
  const device = deviceOf(accelerator, count);
  if (!device) {
    return fail(
      "INFEASIBLE",
      `\`accelerator\` is "${accelerator.id}": no 16-bit rate of it is published`,
      "accelerator",
    );
  }
  const parts = trainingParts(shape, plan, constants.memory);
  const peakGib = gibFromBytes(Object.values(parts).reduce((sum, bytes) => sum + bytes, 0));
  const usableGib = gibFromBytes(accelerator.usableMemoryBytes ?? accelerator.memoryBytes * usableShare);
  const speed = trainingSpeed(shape, plan, device, constants.time);
  const hours = request.tokens === undefined ? undefined : request.tokens / speed.tokensPerSecond / secondsPerHour;
  const around = (value: number, { low, high }: { low: number; high: number }) => ({
    low: value * low,
    high: value * high,
  });
  return succeed({
    peakGib,
    usableGib,
    components: (Object.keys(parts) as Part[]).map((id) => ({ id, label: labels[id], gib: gibFromBytes(parts[id]) })),
    fits: peakGib <= usableGib,
    trainableParameters: plan.trainable,
    tokensPerSecond: speed.tokensPerSecond,
    tokensPerSecondPerAccelerator: speed.tokensPerSecondPerAccelerator,
    mfu: speed.mfu,
    ...(hours !== undefined && { hours, acceleratorHours: hours * count }),
    interval: {
      peakGib: around(peakGib, spread.peak),
      tokensPerSecond: around(speed.tokensPerSecond, spread.speed),
    },
    model: { id: model.value.id, takenFor: model.value.takenFor },
    notes: notesOf(request, peakGib, usableGib),
  });
}

function targetsOf({ loraTargets }: Request): readonly ModuleName[] {
  if (loraTargets === undefined || loraTargets === "all-linear") return moduleNames;
  if (loraTargets === "attention") return moduleNames.slice(0, 4);
  return loraTargets;
}

/** What a request leaves out is as it is usually run. */
export function planOf(request: Request, shape: Shape, accelerator: Accelerator): Plan {
  const { method, count, tp = 1, pp = 1, microBatch, globalBatch } = request;
  const dataParallel = count / (tp * pp);
  const targets = targetsOf(request);
  const rank = request.loraRank ?? usualRank;
  const adapters = isAdapter(method);
  return {
    method,
    optimizer: request.optimizer ?? "adamw",
    precision: request.precision ?? "bf16",
    sharding: request.sharding ?? "none",
    offload: request.offload ?? "none",
    checkpointing: request.checkpointing ?? "none",
    flashAttention: request.flashAttention ?? true,
    fusedCrossEntropy: request.fusedCrossEntropy ?? false,
    seqLen: request.seqLen,
    microBatch,
    accumulation: Math.max(1, Math.round((globalBatch ?? microBatch * dataParallel) / (microBatch * dataParallel))),
    trainable: adapters ? adapterParameters(shape, rank, targets, method === "dora") : shape.parameters,
    adaptsFeedForward: adapters && targets.some((target) => /gate|up|down/.test(target)),
    dataParallel,
    tp,
    pp,
    machine: Math.max(accelerator.scaleUp.domain, usualMachine),
  };
}

/** Above a machine's accelerators the network between machines carries the traffic. */
export function deviceOf(
  { id, peakFlopsPerSecond, memoryBytesPerSecond, scaleUp }: Accelerator,
  count: number,
): Device | null {
  const rate = peakFlopsPerSecond.bf16 ?? peakFlopsPerSecond.fp32;
  if (rate === null) return null;
  const within = scaleUp.bytesPerSecondPerDirection || usualLinkBytesPerSecond;
  const machine = Math.max(scaleUp.domain, usualMachine);
  return {
    family: familyOf(id),
    bf16FlopsPerSecond: rate,
    fp8FlopsPerSecond: peakFlopsPerSecond.fp8,
    memoryBytesPerSecond,
    linkBytesPerSecond: count > machine ? Math.min(within, networkBytesPerSecond) : within,
  };
}

function notesOf(
  { method, sharding = "none", precision = "bf16" }: Request,
  peakGib: number,
  usableGib: number,
): string[] {
  const notes = [
    "Peaks are what an allocator holds at most after the first step; a driver's own context is not in them.",
  ];
  if (!isAdapter(method) && sharding === "none" && precision !== "fp32") {
    notes.push("On unsharded devices 16-bit training is taken to keep no 32-bit copy of its weights.");
  }
  if (peakGib > usableGib * 0.93 && peakGib <= usableGib)
    notes.push("It fits narrowly: other lengths or a fragmented memory may fail.");
  return notes;
}
