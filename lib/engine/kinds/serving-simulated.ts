import { sequenceBytes } from "../memory/kv-cache";
import { errorsOf } from "../serving/calibration/calibration";
import { limitOf } from "../serving/limits";
import type { Flight, Pool } from "../serving/simulate/flight";
import { type SimulatedLoad, type Stage, simulate } from "../serving/simulate/simulate";
import { type Spread, type Summary, summaryOf } from "../serving/simulate/summary";
import { capacityOf, fullestShare } from "../serving/steady/solve";
import { msFromSeconds } from "../units";
import { memoryAnswer } from "./memory";
import { around, arrivalsLimit, type Served, type ServingAnswer } from "./serving-answer";
import { reservesWhole, type ServingRequest } from "./serving-load";

/** Lanes that are simulated; more of the same kind behave alike, each with its share of the load. */
const mostLanes = 16;
/** Requests of a run: enough for its tails, few enough to answer while a person waits. */
const requests = { fewest: 1000, most: 20_000, perUser: 6, perPlace: 3 };
/** Users beyond so many for each place only wait longer, by Little's law. */
const usersPerPlace = 4;
const defaultSeed = 1;
/** Two pools that answer less than this share of what arrives fall behind; the rest is chance. */
const answeredShare = 0.97 * fullestShare;
/** Between machines a cache moves over the network of each accelerator: 400 Gbit/s. */
const networkBytesPerSecond = 50e9;

function poolOf({ deployment, memory }: Served): Pool {
  const { result, cache } = memory;
  const shape = {
    fullBytesPerToken: cache.fullBytesPerToken.value,
    windowBytesPerToken: cache.windowBytesPerToken.map(({ value }) => value),
    windowLimitTokens: cache.windowLimitTokens.map(({ value }) => value),
    stateBytes: cache.paddedStateBytes.value,
    block: cache.block.value,
  };
  const { fullBytesPerToken, stateBytes, block, windowBytesPerToken } = shape;
  return {
    bytes: result.kvPoolBytes.value / deployment.layout.pp.value,
    sequenceBytes:
      windowBytesPerToken.length === 0
        ? (contextTokens) => Math.ceil(contextTokens / block) * block * fullBytesPerToken + stateBytes
        : (contextTokens) => sequenceBytes({ ...shape, contextTokens }),
    mostBytesPerToken: windowBytesPerToken.reduce((sum, bytes) => sum + bytes, fullBytesPerToken),
    reservesWhole: reservesWhole(deployment.engine),
  };
}

/** Whole replicas, as many as are worth simulating. */
function lanesOf({ lanes: { each, all } }: Served): number {
  return all <= mostLanes ? all : Math.max(1, Math.floor(mostLanes / each)) * each;
}

/** The request's own limit on sequences bounds the places; memory does through the pool. */
function stageOf(served: Served, prefillOnly: boolean, lanes: number): Stage {
  const { system, deployment } = served;
  const { layout, maxNumSeqs } = deployment;
  const places = Math.max(1, Math.floor(maxNumSeqs.value / layout.pp.value));
  const kind = {
    costs: system.costs,
    demand: system.demand,
    places,
    pool: poolOf(served),
    prefillOnly,
    gatherSteps: system.gatherSteps ?? 0,
  };
  return { kind, lanes, lanesOfReplica: layout.dp.value };
}

type Plan = { load: SimulatedLoad; requests: number; waitingUsers: number };

const within = (value: number): number => Math.ceil(Math.min(requests.most, Math.max(requests.fewest, value)));

/** The part of the load that falls on the lanes simulated. */
function planOf({ load }: ServingRequest, { system }: Served, lanes: number, share: number): Plan {
  const places = lanes * system.mostSequences;
  switch (load.kind) {
    case "open": {
      const requestsPerSecond = load.requestsPerSecond * share;
      return {
        load: { kind: "open", requestsPerSecond, burstiness: load.burstiness ?? 1 },
        requests: within(requests.perPlace * places),
        waitingUsers: 0,
      };
    }
    case "offline":
      return { load: { kind: "offline" }, requests: within(requests.perPlace * places), waitingUsers: 0 };
    default: {
      const all = load.kind === "single" ? 1 : Math.max(1, Math.round(load.concurrency * share));
      const users = Math.ceil(Math.min(all, Math.max(1, usersPerPlace * places), requests.most / 2));
      return {
        load: { kind: "closed", users },
        requests: within(requests.perUser * users),
        waitingUsers: all - users,
      };
    }
  }
}

const later = (spread: Spread, seconds: number) => {
  const at = (value: number) => msFromSeconds(value + seconds);
  return {
    mean: at(spread.mean),
    p50: at(spread.p50),
    p90: at(spread.p90),
    p95: at(spread.p95),
    p99: at(spread.p99),
  };
};

/** Bytes of a prompt's cache on one accelerator, over its own link. */
function handOverOf({ memory, system }: Served): (flight: Flight) => number {
  const bytesPerSecond = Math.min(system.costs.linkBytesPerSecond, networkBytesPerSecond);
  const bytesPerToken = memory.cache.kvBytesPerToken.value;
  return ({ contextTokens }) => (contextTokens * bytesPerToken) / bytesPerSecond;
}

/** Worked step by step. With `prefill`, prompts are worked on there and the rest by the pool that decodes. */
export function simulatedAnswer(request: ServingRequest, served: Served, prefill?: Served): ServingAnswer {
  const lanes = lanesOf(served);
  const share = lanes / served.lanes.all;
  const whole = stageOf(served, false, lanes);
  // Sequences that are handed over have no prompt left to gather.
  const decode = prefill ? { ...whole, kind: { ...whole.kind, gatherSteps: 0 } } : whole;
  const plan = planOf(request, served, lanes, share);
  const stages = prefill
    ? ([stageOf(prefill, true, Math.max(1, Math.round(prefill.lanes.all * share))), decode] as const)
    : ([decode] as const);
  const handOverSeconds = prefill ? handOverOf(prefill) : () => 0;
  const run = simulate({ stages, handOverSeconds }, plan.load, plan.requests, request.seed ?? defaultSeed);
  const summary = summaryOf(run, plan.load.kind === "offline", prefill ? lanes : run.lanes.length);
  return answerOf(request, served, summary, plan, share, prefill !== undefined);
}

function answerOf(
  request: ServingRequest,
  served: Served,
  summary: Summary,
  plan: Plan,
  share: number,
  apart: boolean,
): ServingAnswer {
  const { deployment, memory, system, calibration, lanes } = served;
  const offered = request.load.kind === "open" ? request.load.requestsPerSecond : null;
  const capacity = capacityOf(system) * lanes.all;
  const utilization = offered === null || apart ? summary.busy : Math.min(1, offered / capacity);
  const requestsPerSecond = summary.requestsPerSecond / share;
  const queueSeconds = plan.waitingUsers > 0 ? plan.waitingUsers / summary.requestsPerSecond : 0;
  const errors = errorsOf(calibration, deployment.accelerator.accelerator, deployment.engine);
  const outputTokensPerSecond = summary.outputTokensPerSecond / share;
  const ttftMs = later(summary.ttftSeconds, queueSeconds);
  const tpotMs = later({ ...summary.tpotSeconds, mean: summary.tokenSeconds }, 0);
  const carried = apart ? requestsPerSecond / answeredShare : fullestShare * capacity;
  const keepsUp = offered === null ? null : offered < carried;
  const relaxed = offered !== null && keepsUp === true && utilization < arrivalsLimit;
  return {
    outputTokensPerSecond,
    requestsPerSecond,
    ttftMs,
    tpotMs,
    itlMs: later(summary.itlSeconds, 0),
    e2eMs: later(summary.e2eSeconds, queueSeconds),
    interval: {
      outputTokensPerSecond: around(outputTokensPerSecond, errors.throughput),
      ttftMs: around(ttftMs.mean, errors.ttft),
      tpotMs: around(tpotMs.mean, errors.tpot),
    },
    utilization,
    kvOccupancy: summary.kvOccupancy,
    limitedBy: relaxed ? "arrivals" : limitOf(system, summary.decoding),
    stable: keepsUp,
    method: "simulate",
    memory: memoryAnswer(deployment, memory, false),
  };
}
