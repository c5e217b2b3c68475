import type { Accelerator, Offer } from "@/lib/contract/catalogue";
import type { ReferenceData } from "@/lib/contract/reference";
import { secondsPerHour } from "../units";
import type { TrainingConstants } from "./constants";
import { deviceOf, usableBytesOf } from "./device";
import { type TrainingMemory, trainingMemory } from "./memory";
import type { Checkpointing, Plan, Sharding } from "./run-plan";
import { planOf, type Settings } from "./settings";
import type { Shape } from "./shape";
import { trainingSpeed } from "./time";

/** Ways to run the same training: on how many accelerators of which kind, divided how, recomputing what. */

/** What is divided and recomputed, with the memory that takes: the same on every kind of accelerator. */
type Way = {
  accelerators: number;
  sharding: Sharding;
  checkpointing: Checkpointing;
  plan: Plan;
  memory: TrainingMemory;
};

export type Candidate = Omit<Way, "plan"> & {
  accelerator: Accelerator;
  usableBytes: number;
  fits: boolean;
  tokensPerSecond: number;
};

export const checkpointings = ["none", "selective", "full"] as const;
const counts: readonly number[] = [1, 2, 4, 8, 16, 32];
/** What is divided: nothing, gradients and optimizer, or weights too. */
const shardingsOf = (accelerators: number): readonly Sharding[] =>
  accelerators === 1 ? ["none"] : ["none", "zero2", "fsdp"];

type Asked = {
  shape: Shape;
  settings: Settings;
  constants: TrainingConstants;
  /** On what the model gives: what a method that it does not know takes besides. */
  memoryFactor?: number;
};

function scaled(memory: TrainingMemory, factor: number): TrainingMemory {
  const more = memory.reservedBytes * (factor - 1);
  return {
    ...memory,
    parts: { ...memory.parts, buffers: memory.parts.buffers + more },
    reservedBytes: memory.reservedBytes + more,
    deviceBytes: memory.deviceBytes + more,
  };
}

function waysOf({ shape, settings, constants, memoryFactor = 1 }: Asked): Way[] {
  return counts.flatMap((accelerators) =>
    shardingsOf(accelerators).flatMap((sharding) =>
      checkpointings.map((checkpointing) => {
        // A batch is at least a micro-batch of each accelerator.
        const globalBatch = settings.globalBatch && Math.max(settings.globalBatch, settings.microBatch * accelerators);
        const plan = planOf(
          {
            ...settings,
            ...(globalBatch && { globalBatch }),
            sharding,
            checkpointing,
            count: accelerators,
            tp: 1,
            pp: 1,
          },
          shape,
          accelerators,
        );
        const memory = scaled(trainingMemory(shape, plan, constants.memory), memoryFactor);
        return { accelerators, sharding, checkpointing, plan, memory };
      }),
    ),
  );
}

/** Ways on a kind of accelerator; none where its rate is not known. */
function waysOn({ shape, constants }: Asked, ways: readonly Way[], accelerator: Accelerator): Candidate[] {
  const usableBytes = usableBytesOf(accelerator);
  const devices = new Map(counts.map((count) => [count, deviceOf(accelerator, count)]));
  return ways.flatMap(({ plan, accelerators, sharding, checkpointing, memory }) => {
    const device = devices.get(accelerators);
    if (!device) return [];
    const { tokensPerSecond } = trainingSpeed(shape, plan, device, constants.time);
    const fits = memory.deviceBytes <= usableBytes;
    return [{ accelerators, sharding, checkpointing, memory, accelerator, usableBytes, fits, tokensPerSecond }];
  });
}

/** Every way on one kind of accelerator. */
export const candidatesOn = (asked: Asked, accelerator: Accelerator): Candidate[] =>
  waysOn(asked, waysOf(asked), accelerator);

export type Priced = Candidate & { offer: Offer; usdPerAcceleratorHour: number; usdPerToken: number };

/** The lowest listed price of an accelerator-hour without a commitment. */
export function lowestOffer(accelerator: Accelerator, offers: readonly Offer[]): Offer | null {
  const rate = ({ usdPerAcceleratorHour }: Offer) => usdPerAcceleratorHour.onDemand ?? Number.POSITIVE_INFINITY;
  return offers
    .filter((offer) => offer.acceleratorId === accelerator.id && offer.usdPerAcceleratorHour.onDemand !== null)
    .reduce<Offer | null>((best, offer) => (!best || rate(offer) < rate(best) ? offer : best), null);
}

/** Machines are rented whole: accelerators of the last one that stand idle are paid for too. */
export function usdPerTokenOf(accelerators: number, tokensPerSecond: number, offer: Offer): number {
  const paid = Math.ceil(accelerators / offer.accelerators) * offer.accelerators;
  return (paid * (offer.usdPerAcceleratorHour.onDemand ?? 0)) / secondsPerHour / tokensPerSecond;
}

/** Makers of devices on which the frameworks run whose runs are measured here. */
const makers = /nvidia|amd/i;
/** Costs closer than this are the same to an estimate: the fewest accelerators are taken then. */
const alike = 0.05;

/** Of each way to divide and recompute, on the fewest accelerators that hold it: a token costs no less on more of them. */
function fewestFitting(ways: readonly Way[], usableBytes: number): Way[] {
  const fewest = new Map<string, Way>();
  for (const way of ways) {
    const kind = `${way.sharding} ${way.checkpointing}`;
    if (way.memory.deviceBytes <= usableBytes && !fewest.has(kind)) fewest.set(kind, way);
  }
  return [...fewest.values()];
}

/** The cheapest way that fits, over all priced accelerators of the catalogue; null where none does. */
export function cheapestOfAll(asked: Asked, { accelerators, offers }: ReferenceData): Priced | null {
  const ways = waysOf(asked);
  const all = accelerators.flatMap((accelerator): Priced[] => {
    if (!accelerator.usableForSizing || !makers.test(accelerator.vendor)) return [];
    const offer = lowestOffer(accelerator, offers);
    if (!offer) return [];
    return waysOn(asked, fewestFitting(ways, usableBytesOf(accelerator)), accelerator).map((found) => {
      const usdPerToken = usdPerTokenOf(found.accelerators, found.tokensPerSecond, offer);
      return { ...found, offer, usdPerAcceleratorHour: offer.usdPerAcceleratorHour.onDemand ?? 0, usdPerToken };
    });
  });
  const least = Math.min(...all.map(({ usdPerToken }) => usdPerToken));
  const better = (a: Priced, b: Priced) =>
    a.accelerators < b.accelerators || (a.accelerators === b.accelerators && a.usdPerToken < b.usdPerToken);
  return all
    .filter(({ usdPerToken }) => usdPerToken <= least * (1 + alike))
    .reduce<Priced | null>((best, each) => (!best || better(each, best) ? each : best), null);
}
