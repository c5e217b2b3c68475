import { carriedAt, type Moment, momentAt, rateAt, type System } from "./moment";
import { largestWithin } from "./root";
import { normalQuantile, percentileSeconds } from "./spread";

/** Beyond this the wait for prompts grows faster than the model can tell. */
const fullestPrompts = 0.98;
/** Load carried beyond which the queue is taken to grow without end. */
export const fullestShare = 0.999;

const mostOf = new WeakMap<System, number>();

/** Most sequences that decode at once: bounded by their places, and by prompts filling the steps. Asked for more than once. */
export function mostDecoding(system: System): number {
  const known = mostOf.get(system);
  if (known !== undefined) return known;
  const most = largestWithin(0, system.mostSequences, (decoding) => {
    if (decoding === 0) return -fullestPrompts;
    const { requestsPerSecond, serviceSeconds } = carriedAt(system, decoding);
    return system.costs.heldUpRanks * requestsPerSecond * serviceSeconds - fullestPrompts;
  });
  mostOf.set(system, most);
  return most;
}

export const capacityOf = (system: System): number => carriedAt(system, mostDecoding(system)).requestsPerSecond;

/** Where prompts come first, all places may be taken long before the steps are full. */
const mostHeld = (system: System): number =>
  system.costs.promptsAlone > 0 ? system.mostSequences : mostDecoding(system);

/** Sequences decoding at a rate of arrivals that is carried. */
const heldAt = (system: System, carried: number): number =>
  largestWithin(0, mostHeld(system), (decoding) => rateAt(system, decoding) / carried - 1);

/** The same at any rate: the most there can be where it is beyond capacity. */
export const decodingAt = (system: System, requestsPerSecond: number): number =>
  heldAt(system, Math.min(requestsPerSecond, fullestShare * capacityOf(system)));

/** Latencies at a rate of random arrivals; beyond capacity those of a replica that is just not full. */
export function arrivalsAt(system: System, requestsPerSecond: number, capacity = capacityOf(system)): Moment {
  const carried = Math.min(requestsPerSecond, fullestShare * capacity);
  return momentAt(system, capacity, heldAt(system, carried), carried);
}

export type Targets = { ttftTargetSeconds: number; tpotTargetSeconds: number; quantile: number };

export const meets = ({ ttft, tpot }: Pick<Moment, "ttft" | "tpot">, targets: Targets): boolean =>
  percentileSeconds({ ...ttft, quantile: targets.quantile }) <= targets.ttftTargetSeconds &&
  percentileSeconds({ ...tpot, quantile: targets.quantile }) <= targets.tpotTargetSeconds;

/** How far the worse of both latencies is from its target; above 0 it is missed. */
const missedBy = ({ ttft, tpot }: Pick<Moment, "ttft" | "tpot">, targets: Targets): number =>
  Math.max(
    percentileSeconds({ ...ttft, quantile: targets.quantile }) / targets.ttftTargetSeconds,
    percentileSeconds({ ...tpot, quantile: targets.quantile }) / targets.tpotTargetSeconds,
  ) - 1;

/** A hair below the bound, so that a point worked out at this rate meets the targets. */
const withinTargets = 1 - 1e-6;
const almostNone = 1e-6;

/**
 * Most requests a second that arrive at random with every target met; 0 where even a lone request misses one. Once all
 * places are taken, more arrive than those decoding say.
 */
export function goodputOf(system: System, targets: Targets): number {
  const capacity = capacityOf(system);
  const most = mostHeld(system);
  const missed = (decoding: number) => missedBy(momentAt(system, capacity, decoding), targets);
  if (missed(almostNone) > 0) return 0;
  const decoding = largestWithin(almostNone, heldAt(system, fullestShare * capacity), missed);
  const rate = rateAt(system, decoding);
  if (decoding < most * (1 - 1e-6)) return rate * withinTargets;
  const over = (more: number) => missedBy(momentAt(system, capacity, most, more), targets);
  return Math.max(rate, largestWithin(rate, fullestShare * capacity, over)) * withinTargets;
}

export { normalQuantile };
