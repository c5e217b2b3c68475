import { decodeSteps } from "./demand";
import { type Moment, momentAt, paceAt, type System } from "./moment";
import { normalQuantile, percentileSeconds } from "./spread";

const endless = Number.POSITIVE_INFINITY;
const halvings = 48;
/** Beyond this the wait for prompts grows faster than the model can tell. */
const fullestPrompts = 0.98;
/** Load carried beyond which the queue is taken to grow without end. */
export const fullestShare = 0.999;

/** Largest number between the bounds that still holds a condition which holds below some point and not above it. */
export function largest(low: number, high: number, holds: (value: number) => boolean): number {
  if (holds(high)) return high;
  let [good, bad] = [low, high];
  for (let round = 0; round < halvings; round += 1) {
    const middle = (good + bad) / 2;
    if (holds(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

/** Most sequences that decode at once: bounded by their places, and by prompts filling the steps. */
export const mostDecoding = (system: System): number =>
  largest(0, system.mostSequences, (decoding) => {
    const { requestsPerSecond, serviceSeconds } = paceAt(system, decoding, endless);
    return decoding === 0 || requestsPerSecond * serviceSeconds < fullestPrompts;
  });

export const capacityOf = (system: System): number => paceAt(system, mostDecoding(system), endless).requestsPerSecond;

/** Sequences decoding at a rate of arrivals; the most there can be where the rate is beyond capacity. */
export const decodingAt = (system: System, requestsPerSecond: number): number => {
  const most = mostDecoding(system);
  const carried = Math.min(requestsPerSecond, fullestShare * paceAt(system, most, endless).requestsPerSecond);
  return largest(0, most, (decoding) => paceAt(system, decoding, endless).requestsPerSecond <= carried);
};

export type Targets = { ttftTargetSeconds: number; tpotTargetSeconds: number; quantile: number };

export const meets = ({ ttft, tpot }: Pick<Moment, "ttft" | "tpot">, targets: Targets): boolean =>
  percentileSeconds({ ...ttft, quantile: targets.quantile }) <= targets.ttftTargetSeconds &&
  percentileSeconds({ ...tpot, quantile: targets.quantile }) <= targets.tpotTargetSeconds;

/** A hair below the bound, so that a point worked out at this rate meets the targets. */
const withinTargets = 1 - 1e-6;
const almostNone = 1e-6;

/** Most requests a second that arrive at random with every target met; 0 where even a lone request misses one. */
export function goodputOf(system: System, targets: Targets): number {
  const most = mostDecoding(system);
  const capacity = paceAt(system, most, endless).requestsPerSecond;
  const meetsAt = (decoding: number) => meets(momentAt(system, capacity, decoding, endless), targets);
  if (!meetsAt(almostNone)) return 0;
  const decoding = largest(almostNone, decodingAt(system, capacity), meetsAt);
  return paceAt(system, decoding, endless).requestsPerSecond * withinTargets;
}

export type Closed = { moment: Moment; queueSeconds: number; startSeconds: number };

/** So many users, each sending again when answered. Of a benchmark's requests a share arrives all at its start. */
export function closedMoment(system: System, users: number, startShare: number): Closed {
  const capacity = capacityOf(system);
  const { demand, mostSequences } = system;
  // A step takes in no more prompt tokens than it may work on, so no more start to decode than those of full steps.
  const fed = (demand.chunkTokens * decodeSteps(demand)) / demand.promptTokens;
  const most = Math.min(mostSequences, users, fed);
  const start = (moment: Moment) => startShare * Math.max(0, Math.min(users, most) - 1) * (moment.serviceSeconds / 2);
  const inFlight = (moment: Moment) => moment.decoding + moment.requestsPerSecond * (moment.ttft.mean + start(moment));
  const at = (decoding: number) => momentAt(system, capacity, decoding, users);
  const moment = at(largest(0, most, (decoding) => inFlight(at(decoding)) <= users));
  const excess = Math.max(0, users - inFlight(moment));
  return { moment, startSeconds: start(moment), queueSeconds: excess / moment.requestsPerSecond };
}

export { normalQuantile };
