import { type Moment, momentAt, paceAt, type System } from "./moment";
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
    const { requestsPerSecond, serviceSeconds } = paceAt(system, decoding);
    return system.costs.heldUpRanks * requestsPerSecond * serviceSeconds - fullestPrompts;
  });
  mostOf.set(system, most);
  return most;
}

export const capacityOf = (system: System): number => paceAt(system, mostDecoding(system)).requestsPerSecond;

/** Sequences decoding at a rate of arrivals; the most there can be where the rate is beyond capacity. */
export const decodingAt = (system: System, requestsPerSecond: number): number => {
  const most = mostDecoding(system);
  const carried = Math.min(requestsPerSecond, fullestShare * paceAt(system, most).requestsPerSecond);
  return largestWithin(0, most, (decoding) => paceAt(system, decoding).requestsPerSecond / carried - 1);
};

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

/** Most requests a second that arrive at random with every target met; 0 where even a lone request misses one. */
export function goodputOf(system: System, targets: Targets): number {
  const most = mostDecoding(system);
  const capacity = paceAt(system, most).requestsPerSecond;
  const missed = (decoding: number) => missedBy(momentAt(system, capacity, decoding), targets);
  if (missed(almostNone) > 0) return 0;
  const fullest = largestWithin(
    0,
    most,
    (decoding) => paceAt(system, decoding).requestsPerSecond / (fullestShare * capacity) - 1,
  );
  const decoding = largestWithin(almostNone, fullest, missed);
  return paceAt(system, decoding).requestsPerSecond * withinTargets;
}

export { normalQuantile };
