import type { StepCosts } from "../step/costs";
import { stepTime } from "../step/step";
import * as counts from "./counts";
import { chunkOf, type Demand, decodeSteps, meanContextTokens, promptContextTokens, tokensPerStep } from "./demand";
import * as rates from "./rates";
import * as spread from "./spread";

/** Requests of a kind on one lane of a replica that holds so many sequences at most. */
export type System = { costs: StepCosts; demand: Demand; mostSequences: number };

/** What follows at once from the number of sequences decoding. */
export type Pace = {
  decoding: number;
  decodeStepSeconds: number;
  chunkStepSeconds: number;
  chunks: number;
  prefillSeconds: number;
  serviceSeconds: number;
  requestsPerSecond: number;
};

/** Share of the interference that comes from others: all of it in an endless population. */
export const othersShare = (population: number): number =>
  population === Number.POSITIVE_INFINITY ? 1 : Math.max(0, (population - 1) / population);

export function batchOf(demand: Demand, decoding: number, promptTokens: number) {
  return {
    sequences: decoding * (1 + demand.draftTokens),
    contextTokens: meanContextTokens(demand) / (1 + demand.draftTokens),
    promptTokens,
    promptContextTokens: promptContextTokens(demand),
  };
}

/** A step that decodes has one sequence at least; while a prompt is worked on, only others decode. */
export function paceAt(system: System, decoding: number, population: number): Pace {
  const { costs, demand } = system;
  const promptTokens = chunkOf(demand, decoding);
  const chunks = demand.promptTokens / promptTokens;
  const others = othersShare(population);
  const decodeStepSeconds = stepTime(costs, batchOf(demand, Math.max(1, decoding), 0));
  const mixedStepSeconds = stepTime(costs, batchOf(demand, Math.max(1, decoding), promptTokens));
  const chunkStepSeconds = stepTime(costs, batchOf(demand, decoding * others, promptTokens));
  const prefillSeconds = rates.prefillSeconds({ mixedStepSeconds, decodeStepSeconds, chunks });
  const serviceSeconds = promptService(system, decoding);
  const requestsPerSecond = rates.requestRate({
    decoding,
    decodeSteps: decodeSteps(demand),
    decodeStepSeconds,
    prefillSeconds,
    serviceSeconds,
    variation: demand.promptVariation,
    othersShare: others,
    closed: population !== Number.POSITIVE_INFINITY,
  });
  return { decoding, decodeStepSeconds, chunkStepSeconds, chunks, prefillSeconds, serviceSeconds, requestsPerSecond };
}

export const promptService = ({ costs, demand }: System, decoding: number): number =>
  rates.promptServiceSeconds({
    fullStepSeconds: stepTime(costs, batchOf(demand, decoding, demand.chunkTokens)),
    chunkTokens: demand.chunkTokens,
    promptTokens: demand.promptTokens,
  });

export type Moment = Pace & {
  promptLoad: number;
  utilisation: number;
  residualSeconds: number;
  promptWaitSeconds: number;
  slotWaitSeconds: number;
  tpot: { mean: number; spread: number };
  ttft: { mean: number; spread: number };
};

function timePerToken(system: System, pace: Pace, promptWaitSeconds: number, others: number): Moment["tpot"] {
  const { costs, demand } = system;
  const { decoding, decodeStepSeconds, prefillSeconds, serviceSeconds, requestsPerSecond } = pace;
  const promptsBehind = rates.promptsBehind({
    requestsPerSecond,
    promptWaitSeconds,
    serviceSeconds,
    othersShare: others,
  });
  const common = {
    decodeStepSeconds,
    decodeSteps: decodeSteps(demand),
    prefillSeconds,
    requestsPerSecond,
    promptsBehind,
  };
  const mean = rates.tokenSeconds({ ...common, othersShare: others, tokensPerStep: tokensPerStep(demand) });
  const busier = Math.max(1, decoding) + Math.sqrt(decoding);
  const deviation = spread.tokenSpread({
    ...common,
    tpotSeconds: mean,
    busierStepSeconds: stepTime(costs, batchOf(demand, busier, 0)),
    promptVariation: demand.promptVariation,
  });
  return { mean, spread: deviation };
}

/** Latencies while so many decode, arriving at random (an endless population) or from a fixed number of users. */
export function momentAt(system: System, capacity: number, decoding: number, population: number): Moment {
  const { costs, demand, mostSequences } = system;
  const pace = paceAt(system, decoding, population);
  const others = othersShare(population);
  const { requestsPerSecond, serviceSeconds, chunks, chunkStepSeconds } = pace;
  const ownSteps = counts.ownSteps({ chunks });
  const promptLoad = requestsPerSecond * serviceSeconds;
  const closed = population !== Number.POSITIVE_INFINITY;
  const promptWaitSeconds = rates.promptWaitSeconds({
    requestsPerSecond,
    serviceSeconds,
    variation: demand.promptVariation,
    othersShare: others,
    closed,
  });
  const tpot = timePerToken(system, pace, promptWaitSeconds, others);
  const stepSeconds = tpot.mean * tokensPerStep(demand);
  const residualSeconds = rates.residualSeconds({ stepSeconds, busy: others * (decoding + promptLoad) });
  const utilisation = Math.min(1, requestsPerSecond / capacity);
  const slotWaitSeconds = closed
    ? 0
    : rates.slotWaitSeconds({
        utilisation,
        mostSequences,
        residenceSeconds: decodeSteps(demand) * stepSeconds,
        variation: demand.outputVariation,
      });
  const mean = rates.firstTokenSeconds({
    hostSecondsPerRequest: costs.hostSecondsPerRequest,
    residualSeconds,
    promptWaitSeconds,
    slotWaitSeconds,
    ownSteps,
    chunkStepSeconds,
  });
  const deviation = spread.firstTokenSpread({
    promptWaitSeconds,
    slotWaitSeconds,
    promptSeconds: ownSteps * chunkStepSeconds,
    promptVariation: demand.promptVariation,
    stepSeconds,
    promptLoad,
    utilisation,
  });
  const waits = { residualSeconds, promptWaitSeconds, slotWaitSeconds };
  return { ...pace, promptLoad, utilisation, ...waits, tpot, ttft: { mean, spread: deviation } };
}
