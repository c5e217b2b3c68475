import type { StepCosts } from "../step/costs";
import { prefillAttentionSeconds } from "../step/operators";
import { stepTime } from "../step/step";
import * as counts from "./counts";
import { chunkOf, type Demand, decodeSteps, meanContextTokens, promptContextTokens, tokensPerStep } from "./demand";
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
export type Pace = {
  decoding: number;
  decodeStepSeconds: number;
  /** A step that works on prompts while others decode; of a request on its own, while it may be that nobody does. */
  promptStepSeconds: number;
  chunkStepSeconds: number;
  fullStepSeconds: number;
  chunks: number;
  fullChunks: number;
  promptsAlone: number;
  prefillSeconds: number;
  serviceSeconds: number;
  /** Of the time a prompt takes: standard deviation ÷ mean. */
  serviceVariation: number;
  requestsPerSecond: number;
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
export function stepsAt(system: System, decoding: number) {
  const { costs, demand } = system;
  const promptTokens = chunkOf(demand, decoding, system.gatherSteps);
  const chunks = demand.promptTokens / promptTokens;
  const atLeastOne = Math.max(1, decoding);
  const decodeStepSeconds = stepTime(costs, batchOf(demand, atLeastOne, 0));
  const stepWithoutSeconds = costs.promptsAlone > 0 ? 0 : decodeStepSeconds;
  const promptStepSeconds = promptStep(system, atLeastOne, promptTokens, stepWithoutSeconds);
  const prefillSeconds = promptSteps.prefillSeconds({ promptStepSeconds, stepWithoutSeconds, chunks });
  return { promptTokens, chunks, decodeStepSeconds, promptStepSeconds, stepWithoutSeconds, prefillSeconds };
}

/** While a lone prompt is worked on, nothing else may decode. */
export function paceAt(system: System, decoding: number): Pace {
  const { costs, demand } = system;
  const { heldUpRanks, promptsAlone } = costs;
  const steps = stepsAt(system, decoding);
  const { promptTokens, chunks, decodeStepSeconds, promptStepSeconds, prefillSeconds } = steps;
  const without = decoding < 1 ? stepWithout(system, decoding) : steps.stepWithoutSeconds;
  const chunkStepSeconds = decoding < 1 ? promptStep(system, decoding, promptTokens, without) : promptStepSeconds;
  const serviceSeconds = promptService(system, decoding, without);
  const serviceVariation = promptServiceVariation(system, serviceSeconds);
  const fullChunks = demand.promptTokens / demand.chunkTokens;
  const fullStepSeconds = serviceSeconds / fullChunks;
  const requestsPerSecond = rates.requestRate({
    decoding,
    decodeSteps: decodeSteps(demand),
    decodeStepSeconds,
    promptStepSeconds,
    fullStepSeconds,
    chunks,
    fullChunks,
    promptsAlone,
    serviceSeconds,
    variation: serviceVariation,
    heldUpRanks,
  });
  return {
    decoding,
    decodeStepSeconds,
    promptStepSeconds,
    chunkStepSeconds,
    fullStepSeconds,
    chunks,
    fullChunks,
    promptsAlone,
    prefillSeconds,
    serviceSeconds,
    serviceVariation,
    requestsPerSecond,
  };
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

export type Moment = Pace & {
  promptLoad: number;
  utilisation: number;
  promptWaitSeconds: number;
  slotWaitSeconds: number;
  tpot: { mean: number; spread: number };
  ttft: { mean: number; spread: number };
};

function timePerToken(system: System, pace: Pace, promptWaitSeconds: number): Moment["tpot"] {
  const { costs, demand } = system;
  const { decoding, decodeStepSeconds, promptStepSeconds, fullStepSeconds, chunks, fullChunks, promptsAlone } = pace;
  const { prefillSeconds, serviceSeconds, requestsPerSecond } = pace;
  const { heldUpRanks } = costs;
  const promptsBehind = rates.promptsBehind({ requestsPerSecond, promptWaitSeconds, serviceSeconds, heldUpRanks });
  const mean = rates.tokenSeconds({
    decodeSteps: decodeSteps(demand),
    decodeStepSeconds,
    promptStepSeconds,
    fullStepSeconds,
    chunks,
    fullChunks,
    promptsAlone,
    promptsBehind,
    requestsPerSecond,
    heldUpRanks,
    tokensPerStep: tokensPerStep(demand),
  });
  const busier = Math.max(1, decoding) + Math.sqrt(decoding);
  const deviation = spread.tokenSpread({
    tpotSeconds: mean,
    tokensPerStep: tokensPerStep(demand),
    decodeSteps: decodeSteps(demand),
    decodeStepSeconds,
    busierStepSeconds: stepTime(costs, batchOf(demand, busier, 0)),
    prefillSeconds,
    fullStepSeconds,
    promptsAlone,
    requestsPerSecond,
    promptsBehind,
    promptVariation: pace.serviceVariation,
  });
  return { mean, spread: deviation };
}

/** Latencies while so many decode and requests arrive at random. */
export function momentAt(system: System, capacity: number, decoding: number): Moment {
  const { costs, demand, mostSequences } = system;
  const pace = paceAt(system, decoding);
  const { requestsPerSecond, serviceSeconds, serviceVariation, chunks, chunkStepSeconds } = pace;
  const ownSteps = counts.ownSteps({ chunks });
  const promptLoad = requestsPerSecond * serviceSeconds;
  const promptWaitSeconds = rates.promptWaitSeconds({
    requestsPerSecond,
    serviceSeconds,
    variation: serviceVariation,
    heldUpRanks: costs.heldUpRanks,
  });
  const tpot = timePerToken(system, pace, promptWaitSeconds);
  const stepSeconds = tpot.mean * tokensPerStep(demand);
  const residualSeconds = rates.residualSeconds({
    stepSeconds,
    decodeStepSeconds: pace.decodeStepSeconds,
    promptStepSeconds: pace.promptStepSeconds,
    busy: decoding + promptLoad,
  });
  const utilisation = Math.min(1, requestsPerSecond / capacity);
  const slotWaitSeconds = rates.slotWaitSeconds({
    utilisation,
    mostSequences,
    residenceSeconds: decodeSteps(demand) * stepSeconds,
    variation: demand.outputVariation,
  });
  const gathering = gatherSeconds({
    steps: system.gatherSteps ?? 0,
    atIntervals: costs.promptsAlone > 0,
    stepSeconds: Math.min(1, decoding) * pace.decodeStepSeconds,
    arrivalsPerStep: requestsPerSecond * costs.ranks * stepSeconds,
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
    chunkStepSeconds,
  });
  const deviation = spread.firstTokenSpread({
    promptWaitSeconds,
    slotWaitSeconds,
    promptSeconds: ownSteps * chunkStepSeconds,
    promptVariation: serviceVariation,
    stepSeconds,
    promptLoad,
    utilisation,
  });
  const waits = { promptWaitSeconds, slotWaitSeconds };
  const ttft = { mean: firstTokenSeconds + gathering, spread: deviation };
  return { ...pace, promptLoad, utilisation, ...waits, tpot, ttft };
}
