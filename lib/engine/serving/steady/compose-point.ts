import type { Latency, LoadPoint } from "@/lib/contract/result";
import { type AsFigures, derive, type Figure, type Figured, given } from "../../figure";
import type { Percentile } from "../percentile";
import type { StepCostFigures } from "../step/costs";
import { composeStep, noTokens } from "../step/step";
import * as counts from "./counts";
import type { Demand } from "./demand";
import * as promptSteps from "./prompt-steps";
import * as rates from "./rates";
import * as solved from "./solved";
import * as spread from "./spread";

export type DemandFigures = AsFigures<Demand>;
export type SystemFigures = { costs: StepCostFigures; demand: DemandFigures; mostSequences: Figure<number> };
export type TargetFigures = {
  percentile: Percentile;
  quantile: Figure<number>;
  ttftTargetSeconds: Figure<number>;
  tpotTargetSeconds: Figure<number>;
};

/** Everything a search needs, as inputs of one step of working. */
export const loadFigures = ({ costs, demand, mostSequences }: SystemFigures) => ({
  ...costs,
  ...demand,
  mostSequences,
});

const constant = (value: number, label: string, path: string, note: string): Figure<number> =>
  given(value, { kind: "default", label, unit: "1", path, note });

const noStep = given(0, { kind: "default", label: "Step without prompts", unit: "s", path: "serving.promptsAlone" });

const shared = given(0, {
  kind: "default",
  label: "Steps of a lone prompt",
  unit: "s",
  path: "serving.promptsAlone",
  note: "Prompts share the steps of those decoding.",
});

const nobody = constant(
  0,
  "Sequences decoding beside prompts",
  "serving.promptsAlone",
  "Prompts have their own steps.",
);

const quantiles = Object.fromEntries(
  Object.entries(spread.normalQuantile).map(([name, value]) => [
    name,
    constant(value, `Normal quantile of ${name}`, `serving.quantile.${name}`, "Standard normal distribution."),
  ]),
) as Record<Percentile, Figure<number>>;
export const quantileOf = (percentile: Percentile): Figure<number> => quantiles[percentile];

const latency = (mean: Figure<number>, deviation: Figure<number>): Figured<Latency> => {
  const at = (name: Percentile) =>
    derive(spread.percentileSeconds, { mean, spread: deviation, quantile: quantiles[name] });
  return { mean, p50: at("p50"), p90: at("p90"), p95: at("p95"), p99: at("p99") };
};

/** The step with and without a prompt's tokens, at so many decoding. */
function steps({ costs, demand }: SystemFigures, decoding: Figure<number>) {
  const contextTokens = derive(solved.contextInFlight, {
    promptTokens: demand.promptTokens,
    cachedTokens: demand.cachedTokens,
    outputTokens: demand.outputTokens,
    outputVariation: demand.outputVariation,
  });
  const promptContextTokens = derive(solved.promptLooksAt, {
    promptTokens: demand.promptTokens,
    cachedTokens: demand.cachedTokens,
    promptVariation: demand.promptVariation,
  });
  const step = (sequences: Figure<number>, promptTokens: Figure<number>) =>
    composeStep(costs, {
      sequences,
      contextTokens,
      promptTokens,
      promptContextTokens,
      tokens: derive(counts.stepTokens, { sequences, promptTokens }),
      logits: derive(counts.stepLogits, { sequences, promptTokens }),
    });
  const { promptTokens, chunkTokens, outputTokens, draftTokens, acceptedShare } = demand;
  const arriving = { promptTokens, chunkTokens, outputTokens, draftTokens, acceptedShare };
  const chunk = derive(counts.chunkTokens, { ...arriving, decoding });
  const sequences = derive(counts.atLeastOne, { decoding });
  const chunks = derive(counts.chunks, { promptTokens, chunk });
  const alone = costs.promptsAlone.value > 0;
  const { prefillFactor } = costs;
  const decodeStepSeconds = step(sequences, noTokens);
  const promptStep = (of: Figure<number>, stepWithoutSeconds: Figure<number>) =>
    derive(promptSteps.promptStepSeconds, {
      stepSeconds: step(alone ? nobody : of, chunk),
      stepWithoutSeconds,
      prefillFactor,
    });
  const stepWithoutSeconds = alone ? noStep : decodeStepSeconds;
  const promptStepSeconds = promptStep(sequences, stepWithoutSeconds);
  const chunkStepSeconds =
    decoding.value < 1 ? promptStep(decoding, alone ? noStep : step(decoding, noTokens)) : promptStepSeconds;
  const ownSteps = derive(counts.ownSteps, { chunks });
  const lonePrompt = () => {
    const tokens = derive(counts.tokensOfOneStep, { promptTokens, chunkTokens });
    const seconds = derive(promptSteps.promptStepSeconds, {
      stepSeconds: step(nobody, tokens),
      stepWithoutSeconds: noStep,
      prefillFactor,
    });
    return derive(counts.times, { count: derive(counts.chunks, { promptTokens, chunk: tokens }), seconds });
  };
  return {
    decodeStepSeconds,
    promptStepSeconds,
    prefillSeconds: derive(promptSteps.prefillSeconds, { promptStepSeconds, stepWithoutSeconds, chunks }),
    chunkStepSeconds,
    chunks,
    fullChunks: derive(promptSteps.fullChunks, { promptTokens, chunkTokens }),
    promptsAlone: costs.promptsAlone,
    lonePromptSeconds: alone ? lonePrompt() : shared,
    ownSteps,
  };
}

type Flow = ReturnType<typeof flowAt>;

/** Counts and times that both latencies go back to. */
function flowAt(system: SystemFigures, requestsPerSecond: Figure<number>, capacity: Figure<number>) {
  const { demand } = system;
  const load = loadFigures(system);
  const carried = derive(solved.carriedRequestsPerSecond, { requestsPerSecond, capacity });
  const decoding = derive(solved.decodingSequences, { ...load, requestsPerSecond });
  const stepping = steps(system, decoding);
  const { draftTokens, acceptedShare, outputTokens } = demand;
  const { fullChunks } = stepping;
  const serviceSeconds = derive(solved.fullPromptSeconds, { ...load, decoding });
  const serviceVariation = derive(solved.serviceVariation, { ...load, serviceSeconds });
  const { decodeStepSeconds, promptStepSeconds, chunkStepSeconds, chunks, promptsAlone, lonePromptSeconds } = stepping;
  const withPrompts = {
    decodeStepSeconds,
    promptStepSeconds,
    fullStepSeconds: derive(promptSteps.fullStepSeconds, { serviceSeconds, fullChunks }),
    chunks,
    fullChunks,
    promptsAlone,
    lonePromptSeconds,
  };
  const ownStepSeconds = derive(promptSteps.ownStepSeconds, {
    ...withPrompts,
    chunkStepSeconds,
    requestsPerSecond: carried,
    heldUpRanks: system.costs.heldUpRanks,
  });
  return {
    carried,
    decoding,
    withPrompts,
    prefillSeconds: stepping.prefillSeconds,
    ownSteps: stepping.ownSteps,
    decodeSteps: derive(counts.decodeSteps, { outputTokens, draftTokens, acceptedShare }),
    tokensPerStep: derive(counts.tokensPerStep, { draftTokens, acceptedShare }),
    serviceSeconds,
    ownStepSeconds,
    ownSeconds: derive(counts.times, { count: stepping.ownSteps, seconds: ownStepSeconds }),
    serviceVariation,
    promptWaitSeconds: derive(rates.promptWaitSeconds, {
      requestsPerSecond: carried,
      serviceSeconds,
      variation: serviceVariation,
      heldUpRanks: system.costs.heldUpRanks,
    }),
    promptLoad: derive(counts.promptLoad, { requestsPerSecond: carried, serviceSeconds }),
    utilisation: derive(counts.shareOfCapacity, { carried, capacity }),
    busierStepSeconds: derive(solved.busierStepSeconds, { ...load, decoding }),
  };
}

function tokenLatency({ costs, mostSequences }: SystemFigures, flow: Flow) {
  const { carried: requestsPerSecond, promptWaitSeconds, ownSeconds, tokensPerStep, decodeSteps, withPrompts } = flow;
  const { heldUpRanks } = costs;
  const promptsBehind = derive(rates.promptsBehind, { requestsPerSecond, promptWaitSeconds, ownSeconds, heldUpRanks });
  const coming = { requestsPerSecond, promptsBehind, decodeSteps, tokensPerStep };
  const mean = derive(rates.tokenSeconds, { ...withPrompts, ...coming, heldUpRanks, mostSequences });
  const betweenSeconds = derive(promptSteps.betweenSeconds, { tokenSeconds: mean, tokensPerStep });
  const { prefillSeconds, busierStepSeconds, serviceVariation: promptVariation } = flow;
  const { decodeStepSeconds, fullStepSeconds, promptsAlone } = withPrompts;
  const deviation = derive(spread.tokenSpread, {
    ...coming,
    tpotSeconds: mean,
    decodeStepSeconds,
    fullStepSeconds,
    promptsAlone,
    anotherPromptSeconds: derive(promptSteps.anotherPromptSeconds, { ...withPrompts, prefillSeconds, betweenSeconds }),
    busierStepSeconds,
    promptVariation,
  });
  return { mean, deviation, betweenSeconds };
}

function firstLatency({ costs, demand, mostSequences }: SystemFigures, flow: Flow, betweenSeconds: Figure<number>) {
  const { promptWaitSeconds, promptLoad, utilisation, decodeSteps, ownSteps, ownStepSeconds, withPrompts } = flow;
  const { decodeStepSeconds } = withPrompts;
  const slotWaitSeconds = derive(rates.slotWaitSeconds, {
    utilisation,
    mostSequences,
    residenceSeconds: derive(counts.times, { count: decodeSteps, seconds: betweenSeconds }),
    variation: demand.outputVariation,
  });
  const stepSeconds = derive(rates.stepUnderWaySeconds, {
    stepSeconds: betweenSeconds,
    decodeStepSeconds,
    ownStepSeconds,
  });
  const busy = derive(counts.busy, { decoding: flow.decoding, promptLoad });
  const mean = derive(rates.firstTokenSeconds, {
    hostSecondsPerRequest: costs.hostSecondsPerRequest,
    hostSecondsPerPromptToken: costs.hostSecondsPerPromptToken,
    promptTokens: demand.promptTokens,
    cachedTokens: demand.cachedTokens,
    residualSeconds: derive(rates.residualSeconds, { stepSeconds, busy }),
    promptWaitSeconds,
    slotWaitSeconds,
    ownSteps,
    chunkStepSeconds: ownStepSeconds,
  });
  const deviation = derive(spread.firstTokenSpread, {
    promptWaitSeconds,
    slotWaitSeconds,
    promptSeconds: flow.ownSeconds,
    promptVariation: flow.serviceVariation,
    stepSeconds,
    promptLoad,
    utilisation,
  });
  return { mean, deviation };
}

/** What users of one replica feel while requests arrive at random at this rate. */
export function composePoint(
  system: SystemFigures,
  capacity: Figure<number>,
  requestsPerSecond: Figure<number>,
  targets: TargetFigures,
): Figured<LoadPoint> {
  const { outputTokens, outputVariation } = system.demand;
  const flow = flowAt(system, requestsPerSecond, capacity);
  const token = tokenLatency(system, flow);
  const first = firstLatency(system, flow, token.betweenSeconds);
  const ttftSeconds = latency(first.mean, first.deviation);
  const tpotSeconds = latency(token.mean, token.deviation);
  const whole = derive(rates.wholeAnswerSeconds, { ttftSeconds: first.mean, tpotSeconds: token.mean, outputTokens });
  const wholeSpread = derive(spread.wholeAnswerSpread, {
    ttftSpread: first.deviation,
    tpotSpread: token.deviation,
    tpotSeconds: token.mean,
    outputTokens,
    outputVariation,
  });
  const { carried, decoding, utilisation } = flow;
  return {
    requestsPerSecond,
    concurrency: derive(rates.inSystem, { decoding, requestsPerSecond: carried, ttftSeconds: first.mean }),
    utilisation,
    ttftSeconds,
    tpotSeconds,
    e2eSeconds: latency(whole, wholeSpread),
    outputTokensPerSecond: derive(counts.outputTokensPerSecond, { carried, outputTokens }),
    meetsTargets: derive(counts.meetsTargets, {
      requestsPerSecond,
      carried,
      ttftSeconds: ttftSeconds[targets.percentile],
      ttftTargetSeconds: targets.ttftTargetSeconds,
      tpotSeconds: tpotSeconds[targets.percentile],
      tpotTargetSeconds: targets.tpotTargetSeconds,
    }),
  };
}
