import type { StepCosts } from "../step/costs";
import { prefillAttentionSeconds } from "../step/operators";
import { stepTime } from "../step/step";
import * as counts from "./counts";
import {
  type Demand,
  decodeSteps,
  meanContextTokens,
  promptContextTokens,
  randomChunkOf,
  tokensPerStep,
} from "./demand";
import { gatherSeconds } from "./gather";
import * as promptSteps from "./prompt-steps";
import * as rates from "./rates";
import * as spread from "./spread";

/** Requests of a kind on one lane of a replica that holds so many sequences at most. */
export type System = {
  costs: StepCosts;
  demand: Demand;
  mostSequences: number;
  /** Steps over which the engine is set to gather prompts before it works on them; none: each as it comes. */
  gatherSteps?: number;
};

/** What follows at once from the number of sequences decoding. */
type Times = promptSteps.StepsWithPrompts & {
  decoding: number;
  /** A step that works on a request's own prompt, while it may be that nobody decodes. */
  chunkStepSeconds: number;
  prefillSeconds: number;
  serviceSeconds: number;
  /** Of the time a prompt takes: standard deviation ÷ mean. */
  serviceVariation: number;
};

export function batchOf(demand: Demand, decoding: number, promptTokens: number) {
  return {
    sequences: decoding * (1 + demand.draftTokens),
    contextTokens: meanContextTokens(demand) / (1 + demand.draftTokens),
    promptTokens,
    promptContextTokens: promptContextTokens(demand),
  };
}

/** Sequences that decode in a step that works on prompts: none where prompts have steps of their own. */
const besidePrompts = ({ promptsAlone }: StepCosts, decoding: number): number => (promptsAlone > 0 ? 0 : decoding);

/** The step that those decoding would take: none where prompts have steps of their own. */
const stepWithout = ({ costs, demand }: System, decoding: number): number =>
  costs.promptsAlone > 0 ? 0 : stepTime(costs, batchOf(demand, decoding, 0));

function promptStep(system: System, decoding: number, promptTokens: number, stepWithoutSeconds: number): number {
  const { costs, demand } = system;
  const stepSeconds = stepTime(costs, batchOf(demand, besidePrompts(costs, decoding), promptTokens));
  return promptSteps.promptStepSeconds({ stepSeconds, stepWithoutSeconds, prefillFactor: costs.prefillFactor });
}

/** Steps with and without a prompt; one that decodes has one sequence at least. */
export function stepsAt(system: System, decoding: number, promptTokens: number) {
  const { costs, demand } = system;
  const chunks = demand.promptTokens / promptTokens;
  const atLeastOne = Math.max(1, decoding);
  const decodeStepSeconds = stepTime(costs, batchOf(demand, atLeastOne, 0));
  const stepWithoutSeconds = costs.promptsAlone > 0 ? 0 : decodeStepSeconds;
  const promptStepSeconds = promptStep(system, atLeastOne, promptTokens, stepWithoutSeconds);
  const prefillSeconds = promptSteps.prefillSeconds({ promptStepSeconds, stepWithoutSeconds, chunks });
  return { chunks, decodeStepSeconds, promptStepSeconds, stepWithoutSeconds, prefillSeconds };
}

/**
 * While a lone prompt is worked on, nothing else may decode. Prompts come first where the engine takes them first, or, where
 * `fair`, get steps as they are needed.
 */
function timesAt(system: System, decoding: number, fair = false): Times {
  const { costs, demand } = system;
  const { promptsAlone } = costs;
  const promptTokens = randomChunkOf(demand, decoding, system.gatherSteps);
  const steps = stepsAt(system, decoding, promptTokens);
  const { chunks, decodeStepSeconds, promptStepSeconds, prefillSeconds } = steps;
  const without = decoding < 1 ? stepWithout(system, decoding) : steps.stepWithoutSeconds;
  const chunkStepSeconds = decoding < 1 ? promptStep(system, decoding, promptTokens, without) : promptStepSeconds;
  const serviceSeconds = promptService(system, decoding, without);
  const serviceVariation = promptServiceVariation(system, serviceSeconds);
  const fullChunks = promptSteps.fullChunks(demand);
  return {
    decoding,
    decodeStepSeconds,
    promptStepSeconds,
    chunkStepSeconds,
    fullStepSeconds: promptSteps.fullStepSeconds({ serviceSeconds, fullChunks }),
    chunks,
    fullChunks,
    promptsAlone,
    lonePromptSeconds: promptsAlone > 0 && !fair ? lonePromptSeconds(system, decoding) : 0,
    prefillSeconds,
    serviceSeconds,
    serviceVariation,
  };
}

/** Of a prompt that has steps of its own to itself. */
function lonePromptSeconds(system: System, decoding: number): number {
  const { promptTokens, chunkTokens } = system.demand;
  const tokens = Math.min(promptTokens, chunkTokens);
  return (promptTokens / tokens) * promptStep(system, decoding, tokens, 0);
}

const rateOf = ({ costs, demand }: System, times: Times): number =>
  rates.requestRateAt(times, {
    decoding: times.decoding,
    decodeSteps: decodeSteps(demand),
    ownSteps: counts.ownSteps({ chunks: times.chunks }),
    chunkStepSeconds: times.chunkStepSeconds,
    serviceSeconds: times.serviceSeconds,
    variation: times.serviceVariation,
    heldUpRanks: costs.heldUpRanks,
  });

/** Requests a second that keep so many decoding. */
export const rateAt = (system: System, decoding: number): number => rateOf(system, timesAt(system, decoding));

/** What a lane carries with so many decoding for as long as it takes: once all places are taken, prompts let others go on. */
export function carriedAt(system: System, decoding: number) {
  const times = timesAt(system, decoding, true);
  return { requestsPerSecond: rateOf(system, times), serviceSeconds: times.serviceSeconds };
}

export function promptService(
  system: System,
  decoding: number,
  stepWithoutSeconds = stepWithout(system, decoding),
): number {
  const { chunkTokens, promptTokens } = system.demand;
  const fullStepSeconds = promptStep(system, decoding, chunkTokens, stepWithoutSeconds);
  return promptSteps.promptServiceSeconds({ fullStepSeconds, chunkTokens, promptTokens });
}

/**
 * The time of a prompt grows with its length, that of its attention with its square: for log-normal lengths of variation
 * v the square varies by √((1 + v²)⁴ − 1).
 */
export function promptServiceVariation({ costs, demand }: System, serviceSeconds: number): number {
  const { promptVariation: variation, promptTokens, cachedTokens } = demand;
  if (variation <= 0) return 0;
  const squared = prefillAttentionSeconds({
    tokens: promptTokens,
    contextTokens: promptContextTokens(demand) - cachedTokens,
    flopsPerPair: costs.flopsPerPair,
    windows: costs.windows,
    flopsPerSecond: costs.attentionFlopsPerSecond,
  });
  const share = Math.min(1, (costs.prefillFactor * costs.slowdown * squared) / serviceSeconds);
  return (1 - share) * variation + share * Math.sqrt((1 + variation ** 2) ** 4 - 1);
}

export type Moment = {
  decoding: number;
  requestsPerSecond: number;
  decodeStepSeconds: number;
  chunkStepSeconds: number;
  chunks: number;
  prefillSeconds: number;
  utilisation: number;
  promptWaitSeconds: number;
  slotWaitSeconds: number;
  tpot: { mean: number; spread: number };
  ttft: { mean: number; spread: number };
};

type Coming = { requestsPerSecond: number; promptWaitSeconds: number; ownSeconds: number };

function timePerToken(system: System, times: Times, coming: Coming): Moment["tpot"] {
  const { costs, demand, mostSequences } = system;
  const { decoding, decodeStepSeconds, fullStepSeconds, promptsAlone } = times;
  const { heldUpRanks } = costs;
  const { requestsPerSecond, promptWaitSeconds, ownSeconds } = coming;
  const promptsBehind = rates.promptsBehind({ requestsPerSecond, promptWaitSeconds, ownSeconds, heldUpRanks });
  const perStep = tokensPerStep(demand);
  const mean = rates.tokenAt(times, {
    decodeSteps: decodeSteps(demand),
    promptsBehind,
    requestsPerSecond,
    heldUpRanks,
    tokensPerStep: perStep,
    mostSequences,
  });
  const busier = Math.max(1, decoding) + Math.sqrt(decoding);
  const deviation = spread.tokenSpread({
    tpotSeconds: mean,
    tokensPerStep: perStep,
    decodeSteps: decodeSteps(demand),
    decodeStepSeconds,
    busierStepSeconds: stepTime(costs, batchOf(demand, busier, 0)),
    anotherPromptSeconds: promptSteps.anotherPromptAt(times, times.prefillSeconds, mean * perStep),
    fullStepSeconds,
    promptsAlone,
    requestsPerSecond,
    promptsBehind,
    promptVariation: times.serviceVariation,
  });
  return { mean, spread: deviation };
}

/** Latencies while so many decode and requests arrive at random, at a rate of its own where all places are taken. */
export function momentAt(system: System, capacity: number, decoding: number, rate?: number): Moment {
  const { costs, demand, mostSequences } = system;
  const times = timesAt(system, decoding);
  const requestsPerSecond = rate ?? rateOf(system, times);
  const { decodeStepSeconds, chunkStepSeconds, prefillSeconds, serviceSeconds, serviceVariation, chunks } = times;
  const ownSteps = counts.ownSteps({ chunks });
  const ownStepSeconds = promptSteps.ownStepAt(times, chunkStepSeconds, costs.heldUpRanks * requestsPerSecond);
  const ownSeconds = ownSteps * ownStepSeconds;
  const promptLoad = requestsPerSecond * serviceSeconds;
  const promptWaitSeconds = rates.promptWaitSeconds({
    requestsPerSecond,
    serviceSeconds,
    variation: serviceVariation,
    heldUpRanks: costs.heldUpRanks,
  });
  const tpot = timePerToken(system, times, { requestsPerSecond, promptWaitSeconds, ownSeconds });
  const betweenSeconds = tpot.mean * tokensPerStep(demand);
  const underWaySeconds = rates.stepUnderWaySeconds({ stepSeconds: betweenSeconds, decodeStepSeconds, ownStepSeconds });
  const residualSeconds = rates.residualSeconds({ stepSeconds: underWaySeconds, busy: decoding + promptLoad });
  const utilisation = Math.min(1, requestsPerSecond / capacity);
  const slotWaitSeconds = rates.slotWaitSeconds({
    utilisation,
    mostSequences,
    residenceSeconds: decodeSteps(demand) * betweenSeconds,
    variation: demand.outputVariation,
  });
  const gathering = gatherSeconds({
    steps: system.gatherSteps ?? 0,
    atIntervals: costs.promptsAlone > 0,
    stepSeconds: Math.min(1, decoding) * decodeStepSeconds,
    arrivalsPerStep: requestsPerSecond * costs.ranks * betweenSeconds,
  });
  const firstTokenSeconds = rates.firstTokenSeconds({
    hostSecondsPerRequest: costs.hostSecondsPerRequest,
    hostSecondsPerPromptToken: costs.hostSecondsPerPromptToken,
    promptTokens: demand.promptTokens,
    cachedTokens: demand.cachedTokens,
    residualSeconds,
    promptWaitSeconds,
    slotWaitSeconds,
    ownSteps,
    chunkStepSeconds: ownStepSeconds,
  });
  const deviation = spread.firstTokenSpread({
    promptWaitSeconds,
    slotWaitSeconds,
    promptSeconds: ownSeconds,
    promptVariation: serviceVariation,
    stepSeconds: underWaySeconds,
    promptLoad,
    utilisation,
  });
  return {
    decoding,
    requestsPerSecond,
    decodeStepSeconds,
    chunkStepSeconds,
    chunks,
    prefillSeconds,
    utilisation,
    promptWaitSeconds,
    slotWaitSeconds,
    tpot,
    ttft: { mean: firstTokenSeconds + gathering, spread: deviation },
  };
}
