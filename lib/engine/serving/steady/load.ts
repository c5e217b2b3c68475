import type { Load } from "@/lib/contract/request";
import { closedMoment, type Users } from "./closed";
import type { Moment, System } from "./moment";
import { arrivalsAt, capacityOf, fullestShare } from "./solve";

/** Groups of requests that move on their own: in each replica, and in all. */
export type Lanes = { each: number; all: number };

export type Steady = {
  /** Of one lane. */
  requestsPerSecond: number;
  moment: Moment;
  ttft: { mean: number; spread: number };
  stable: boolean | null;
};

/** The steady state of any load of the contract, for one lane of many that share it evenly. */
export function steadyOf(system: System, load: Load, lanes: Lanes, users: Users): Steady {
  switch (load.kind) {
    case "open":
      return open(system, load.requestsPerSecond / lanes.all, load.burstiness ?? 1);
    case "offline":
      return offline(system);
    case "single":
      return closed(system, 1, lanes, users);
    case "closed":
      return closed(system, load.concurrency, lanes, users);
  }
}

/** Beyond capacity the queue grows without end: latencies are then those of a replica that is just not full. */
function open(system: System, requestsPerSecond: number, burstiness: number): Steady {
  const capacity = capacityOf(system);
  const moment = arrivalsAt(system, requestsPerSecond, capacity);
  // Allen and Cunneen: waits grow with the mean of the variations of arrivals and service; ours are for burstiness 1.
  const factor = (1 / burstiness + 1) / 2;
  const waits = moment.promptWaitSeconds + moment.slotWaitSeconds;
  const ttft = { mean: moment.ttft.mean + waits * (factor - 1), spread: moment.ttft.spread * Math.max(1, factor) };
  const stable = requestsPerSecond < fullestShare * capacity;
  return { requestsPerSecond: Math.min(requestsPerSecond, capacity), moment, ttft, stable };
}

/** All requests are there from the start, so every place is taken anew as soon as it is free. */
function offline(system: System): Steady {
  const { moment } = closedMoment(system, Math.max(1, system.mostSequences), { startShare: 0, crowding: 0 });
  const full = { ...moment, utilisation: 1 };
  return { requestsPerSecond: moment.requestsPerSecond, moment: full, ttft: moment.ttft, stable: null };
}

/** Users spread over the lanes; fewer users than lanes leave some of them idle. */
function closed(system: System, concurrency: number, lanes: Lanes, how: Users): Steady {
  const users = Math.max(1, concurrency / lanes.all);
  const idle = Math.min(1, concurrency / lanes.all);
  const { moment, queueSeconds, startSeconds } = closedMoment(system, users, how);
  const ttft = {
    mean: moment.ttft.mean + queueSeconds + startSeconds,
    spread: Math.hypot(moment.ttft.spread, startSeconds * startSpread, queueSeconds * queueSpread),
  };
  const utilisation = Math.min(1, moment.requestsPerSecond / capacityOf(system));
  return { requestsPerSecond: moment.requestsPerSecond * idle, moment: { ...moment, utilisation }, ttft, stable: null };
}

/** Few requests wait long at a start, the rest not at all; a full system's queue moves with the lengths of answers. */
const startSpread = 2;
const queueSpread = 0.3;
