import type { z } from "zod";
import type { Accelerator, Offer } from "@/lib/contract/catalogue";
import { fail, type Outcome, succeed } from "@/lib/contract/errors";
import type { ReferenceData } from "@/lib/contract/reference";
import type { trainingAnswerSchema, trainingRequestSchema } from "@/lib/contract/request";
import { resolveAccelerator } from "../resolve/accelerator";
import { resolveModel } from "../resolve/model-config";
import { cheapestOfAll, lowestOffer, usdPerTokenOf } from "../training/candidates";
import { checkedSettings } from "../training/check";
import { spread, type TrainingConstants, trainingConstants } from "../training/constants";
import { deviceOf, machineOf, usableBytesOf } from "../training/device";
import { partIds, partLabels, trainingMemory } from "../training/memory";
import { type Plan, trainsAdapters } from "../training/run-plan";
import { planOf } from "../training/settings";
import { type Shape, shapeOf } from "../training/shape";
import { type Device, trainingSpeed } from "../training/time";
import { gibFromBytes, secondsPerHour } from "../units";

type Request = z.infer<typeof trainingRequestSchema>;
type Answer = z.infer<typeof trainingAnswerSchema>;
type Cost = NonNullable<Answer["cost"]>;

const perMillion = 1e6;
type Known = {
  shape: Shape;
  plan: Plan;
  device: Device;
  accelerator: Accelerator;
  model: { id: string; takenFor: string | null };
};

/** What a request comes to, before any fitted constant. Errors: unknown model or accelerator; degrees that do not divide. */
export function preparedTraining(request: Request, reference: ReferenceData): Outcome<Known> {
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
  const { meanTokens, seqLen } = request;
  if (meanTokens !== undefined && meanTokens > seqLen) {
    return fail("INVALID_INPUT", `\`meanTokens\` is ${meanTokens}: must be at most seqLen (${seqLen})`, "meanTokens");
  }
  const checked = checkedSettings(request, architecture, accelerator);
  if (!checked.ok) return checked;
  const untied = request.tiedEmbeddings === false && architecture.tiedEmbeddings;
  const head = untied ? architecture.vocabularySize * architecture.hiddenSize : 0;
  const shape = shapeOf({
    parameters: parameters.value + head,
    activeParameters: activeParameters.value + head,
    architecture: untied ? { ...architecture, tiedEmbeddings: false } : architecture,
  });
  const device = deviceOf(accelerator, request.count);
  if (!device) {
    const message = `\`accelerator\` is "${accelerator.id}": no 16-bit rate of it is published`;
    return fail("INFEASIBLE", message, "accelerator");
  }
  return succeed({
    shape,
    plan: planOf(request, shape, machineOf(accelerator)),
    device,
    accelerator,
    model: { id: model.value.id, takenFor: model.value.takenFor },
  });
}

/** Memory, speed and time of a training run. Errors: as those of what it comes to. */
export function trainingKind(
  request: Request,
  { reference }: { reference: ReferenceData },
  constants: TrainingConstants = trainingConstants,
): Outcome<Answer> {
  const prepared = preparedTraining(request, reference);
  if (!prepared.ok) return prepared;
  const { shape, plan, device, accelerator, model } = prepared.value;
  const memory = trainingMemory(shape, plan, constants.memory);
  const peakGib = gibFromBytes(memory.reservedBytes);
  const deviceGib = gibFromBytes(memory.deviceBytes);
  const components = partIds.map((id) => ({ id, label: partLabels[id], gib: gibFromBytes(memory.parts[id]) }));
  const usableGib = gibFromBytes(usableBytesOf(accelerator));
  const speed = trainingSpeed(shape, plan, device, constants.time);
  const usefulShare = usefulShareOf(request);
  const spent = (tokensPerSecond: number, count: number) =>
    timeOf(request.tokens, tokensPerSecond * usefulShare, count);
  const costOf = (offer: Offer, usdPerToken: number): Cost => ({
    offer: offer.id,
    usdPerAcceleratorHour: offer.usdPerAcceleratorHour.onDemand ?? 0,
    usdPerMillionTokens: (usdPerToken / usefulShare) * perMillion,
    ...(request.tokens !== undefined && { usd: (usdPerToken / usefulShare) * request.tokens }),
  });
  const offer = lowestOffer(accelerator, reference.offers);
  const cheapest = cheapestOfAll({ shape, settings: request, constants }, reference);
  const around = (value: number, { low, high }: { low: number; high: number }) => ({
    low: value * low,
    high: value * high,
  });
  return succeed({
    peakGib,
    allocatedGib: gibFromBytes(memory.allocatedBytes),
    deviceGib,
    usableGib,
    components,
    fits: deviceGib <= usableGib,
    trainableParameters: plan.trainable,
    tokensPerSecond: speed.tokensPerSecond,
    tokensPerSecondPerAccelerator: speed.tokensPerSecondPerAccelerator,
    mfu: speed.mfu,
    usefulShare,
    ...spent(speed.tokensPerSecond, request.count),
    cost: offer && costOf(offer, usdPerTokenOf(request.count, speed.tokensPerSecond, offer)),
    cheapest: cheapest && {
      accelerator: cheapest.accelerator.id,
      count: cheapest.accelerators,
      sharding: cheapest.sharding,
      checkpointing: cheapest.checkpointing,
      deviceGib: gibFromBytes(cheapest.memory.deviceBytes),
      usableGib: gibFromBytes(cheapest.usableBytes),
      tokensPerSecond: cheapest.tokensPerSecond,
      ...spent(cheapest.tokensPerSecond, cheapest.accelerators),
      cost: costOf(cheapest.offer, cheapest.usdPerToken),
    },
    interval: {
      peakGib: around(peakGib, spread.peak),
      tokensPerSecond: around(speed.tokensPerSecond, spread.speed),
    },
    model,
    notes: notesOf(request, components, deviceGib, usableGib),
  });
}

/** Packed examples fill the length; others are filled up to it, and what fills them is computed all the same. */
const usefulShareOf = ({ packing = true, meanTokens, seqLen }: Request): number =>
  packing || meanTokens === undefined ? 1 : Math.min(1, meanTokens / seqLen);

function timeOf(tokens: number | undefined, tokensPerSecond: number, count: number) {
  if (tokens === undefined) return {};
  const hours = tokens / tokensPerSecond / secondsPerHour;
  return { hours, acceleratorHours: hours * count };
}

function notesOf(
  { method, count, sharding = "none", precision = "bf16" }: Request,
  components: Answer["components"],
  deviceGib: number,
  usableGib: number,
): string[] {
  const notes = [
    "`peakGib` is what an allocator reserves at most; `allocatedGib` what is in use of it; `deviceGib`, which has to fit, what a driver shows.",
  ];
  if (!trainsAdapters(method) && sharding === "none" && count === 1 && precision !== "fp32") {
    notes.push("On one accelerator 16-bit training is taken to keep no 32-bit copy of its weights.");
  }
  if (deviceGib > usableGib) {
    const largest = components.reduce((most, each) => (each.gib > most.gib ? each : most));
    notes.push(
      `It does not fit: ${deviceGib.toFixed(1)} of ${usableGib.toFixed(1)} GiB, of which ${largest.label.toLowerCase()} ${largest.gib.toFixed(1)}. \`cheapest\` is a way that does, if there is one.`,
    );
  }
  if (deviceGib > usableGib * 0.93 && deviceGib <= usableGib)
    notes.push("It fits narrowly: other lengths or a fragmented memory may fail.");
  return notes;
}
