import { formula } from "../../figure";
import { servingSources as sources } from "../sources";
import { betweenTokensAtRate, betweenTokensSeconds, ownStepAt, type StepsWithPrompts } from "./prompt-steps";
import { largestWithin } from "./root";

/** How steps, requests and waiting hang together while a load lasts. */

type Wait = {
  requestsPerSecond: number;
  serviceSeconds: number;
  variation: number;
  heldUpRanks: number;
};

/** One server, first come first served, service as varied as prompt lengths. Range: load below 1; capped there. */
export const promptWaitSeconds = formula(
  {
    id: "serving.promptWaitSeconds",
    title: "Wait for the prompts ahead",
    unit: "s",
    reads:
      "load × service × (1 + variation²) ÷ 2 ÷ (1 − load), load = requests a second × ranks that hold each other up × service",
    source: sources.queues,
    example: {
      of: "half loaded, 0.1 s, as varied as exponential: one service",
      given: { requestsPerSecond: 5, serviceSeconds: 0.1, variation: 1, heldUpRanks: 1 },
      gives: 0.1,
    },
  },
  ({ requestsPerSecond, serviceSeconds, variation, heldUpRanks }: Wait) => {
    const load = Math.min(0.999, heldUpRanks * requestsPerSecond * serviceSeconds);
    return (load * serviceSeconds * (1 + variation ** 2)) / 2 / (1 - load);
  },
);

/** What is left behind at the end of a prompt is what is there on average (Poisson arrivals see and leave averages). */
export const promptsBehind = formula(
  {
    id: "serving.promptsBehind",
    title: "Prompts still waiting when a request starts to decode",
    unit: "request",
    reads: "requests a second × ranks that hold each other up × (wait for the prompts ahead + own steps)",
    source: sources.queues,
    example: {
      of: "5 a second, 0.1 s of wait and 0.1 s of steps",
      given: { requestsPerSecond: 5, promptWaitSeconds: 0.1, ownSeconds: 0.1, heldUpRanks: 1 },
      gives: 1,
    },
  },
  (given: { requestsPerSecond: number; promptWaitSeconds: number; ownSeconds: number; heldUpRanks: number }) =>
    given.heldUpRanks * given.requestsPerSecond * (given.promptWaitSeconds + given.ownSeconds),
);

type Arriving = {
  decodeSteps: number;
  promptsBehind: number;
  requestsPerSecond: number;
  heldUpRanks: number;
  tokensPerStep: number;
  mostSequences: number;
};

const exampleSteps: StepsWithPrompts = {
  decodeStepSeconds: 0.02,
  promptStepSeconds: 0.07,
  fullStepSeconds: 0.4,
  chunks: 1,
  fullChunks: 0.125,
  promptsAlone: 0,
  lonePromptSeconds: 0,
};

export function tokenAt(steps: StepsWithPrompts, arriving: Arriving): number {
  const { requestsPerSecond, decodeSteps } = arriving;
  const seconds = betweenTokensAtRate(steps, {
    promptsPerSecond: arriving.heldUpRanks * requestsPerSecond,
    behind: arriving.promptsBehind,
    decodeSteps,
    mostSeconds: arriving.mostSequences / (requestsPerSecond * decodeSteps),
  });
  return seconds / arriving.tokensPerStep;
}

export const tokenSeconds = formula(
  {
    id: "serving.tokenSeconds",
    title: "Time per output token, mean",
    unit: "s",
    reads:
      "(decode step + prompts still waiting × prefill time ÷ steps of an answer) ÷ (1 − requests a second × ranks that hold each other up × prefill time × (1 − 1 ÷ steps)) ÷ tokens a step yields; where prompts fill the steps of those decoding, the step that holds as many as come, a full one at most; where they have steps of their own, at least decode step + steps of prompts that follow on each other until one ends with nobody waiting, e^(prompts that come in one) of them, or the time at which all places are taken",
    source: sources.chunkedPrefill,
    example: {
      of: "a step of 20 ms, one prompt of 50 ms behind over 10 steps, a fifth of the time of 9 of them goes to prompts: 25 ÷ 0.82",
      given: {
        ...exampleSteps,
        decodeSteps: 10,
        promptsBehind: 1,
        requestsPerSecond: 4,
        heldUpRanks: 1,
        tokensPerStep: 1,
        mostSequences: 100,
      },
      within: 1e-9,
      gives: (0.02 + 0.005) / (1 - 0.9 * 0.2),
    },
  },
  (given: StepsWithPrompts & Arriving) => tokenAt(given, given),
);

type Filling = {
  decoding: number;
  decodeSteps: number;
  /** Steps of a request's own prompt, each of so many seconds where it shares them. */
  ownSteps: number;
  chunkStepSeconds: number;
  serviceSeconds: number;
  variation: number;
  heldUpRanks: number;
};

/** Little's law: decoding = rate × steps × time per step, in which prompts take a part that grows with the rate. */
export function requestRateAt(steps: StepsWithPrompts, filling: Filling): number {
  const { decoding, decodeSteps, ownSteps, chunkStepSeconds, serviceSeconds, variation, heldUpRanks } = filling;
  const later = heldUpRanks * (1 - 1 / Math.max(1, decodeSteps));
  const most = decoding / (decodeSteps * betweenTokensSeconds(steps, (later * decoding) / decodeSteps));
  if (serviceSeconds <= 0) return most;
  return largestWithin(0, most, (requestsPerSecond) => {
    const promptWait = promptWaitSeconds({ requestsPerSecond, serviceSeconds, variation, heldUpRanks });
    const ownSeconds = ownSteps * ownStepAt(steps, chunkStepSeconds, heldUpRanks * requestsPerSecond);
    const seconds = betweenTokensAtRate(steps, {
      promptsPerSecond: heldUpRanks * requestsPerSecond,
      behind: promptsBehind({ requestsPerSecond, promptWaitSeconds: promptWait, ownSeconds, heldUpRanks }),
      decodeSteps,
      mostSeconds: Number.POSITIVE_INFINITY,
    });
    return requestsPerSecond * decodeSteps * seconds - decoding;
  });
}

export const requestRate = formula(
  {
    id: "serving.requestRate",
    title: "Requests a second at so many decoding",
    unit: "request/s",
    reads: "found by search: the rate at which decoding = rate × steps of an answer × time per step",
    source: sources.continuousBatching,
    example: {
      of: "30 decoding, 100 steps of 20 ms, prompts of 50 ms that wait for nobody and come in all steps but the last: 30 ÷ (2 + 0.99 × 30 × 0.05)",
      given: {
        ...exampleSteps,
        decoding: 30,
        decodeSteps: 100,
        ownSteps: 1,
        chunkStepSeconds: 0.07,
        serviceSeconds: 0,
        variation: 0,
        heldUpRanks: 1,
      },
      gives: 30 / 3.485,
    },
  },
  (given: StepsWithPrompts & Filling) => requestRateAt(given, given),
);

type Slot = { utilisation: number; mostSequences: number; residenceSeconds: number; variation: number };

/** Places for sequences as servers. Range: utilisation below 1; capped at 0.999. */
export const slotWaitSeconds = formula(
  {
    id: "serving.slotWaitSeconds",
    title: "Wait for a place among the sequences",
    unit: "s",
    reads: "residence ÷ places × utilisation^(√(2 × (places + 1)) − 1) ÷ (1 − utilisation) × (1 + variation²) ÷ 2",
    source: sources.sakasegawa,
    example: {
      of: "one place half used, 1 s each, as varied as exponential",
      given: { utilisation: 0.5, mostSequences: 1, residenceSeconds: 1, variation: 1 },
      gives: 1,
    },
  },
  ({ utilisation, mostSequences, residenceSeconds, variation }: Slot) => {
    const used = Math.min(0.999, Math.max(0, utilisation));
    const queue = used ** (Math.sqrt(2 * (mostSequences + 1)) - 1) / (1 - used);
    return (residenceSeconds / mostSequences) * queue * ((1 + variation ** 2) / 2);
  },
);

export const stepUnderWaySeconds = formula(
  {
    id: "serving.stepUnderWaySeconds",
    title: "Step under way when a request arrives",
    unit: "s",
    reads: "time from token to token, but no longer than a step that decodes or one that works on prompts",
    source: "definition",
    example: {
      of: "20 ms, decode steps of 15 ms, steps with prompts of 70 ms",
      given: { stepSeconds: 0.02, decodeStepSeconds: 0.015, ownStepSeconds: 0.07 },
      gives: 0.02,
    },
  },
  (given: { stepSeconds: number; decodeStepSeconds: number; ownStepSeconds: number }) =>
    Math.min(given.stepSeconds, Math.max(given.decodeStepSeconds, given.ownStepSeconds)),
);

export const residualSeconds = formula(
  {
    id: "serving.residualSeconds",
    title: "Rest of the step under way",
    unit: "s",
    reads: "half a step × share of time in which one runs (at most 1)",
    source: sources.queues,
    example: { of: "20 ms, always busy", given: { stepSeconds: 0.02, busy: 3 }, gives: 0.01 },
  },
  ({ stepSeconds, busy }: { stepSeconds: number; busy: number }) => (stepSeconds / 2) * Math.min(1, busy),
);

type First = {
  hostSecondsPerRequest: number;
  hostSecondsPerPromptToken: number;
  promptTokens: number;
  cachedTokens: number;
  residualSeconds: number;
  promptWaitSeconds: number;
  slotWaitSeconds: number;
  ownSteps: number;
  chunkStepSeconds: number;
};

export const firstTokenSeconds = formula(
  {
    id: "serving.firstTokenSeconds",
    title: "Time to first token, mean",
    unit: "s",
    reads:
      "taking the request in + prompt tokens × taking one in + rest of the step under way + wait for the prompts ahead + wait for a place + steps of the prompt × step with its tokens",
    source: "definition",
    example: {
      of: "10 + 10 + 20 + 0 ms and two steps of 60 ms",
      given: {
        hostSecondsPerRequest: 0.008,
        hostSecondsPerPromptToken: 1e-6,
        promptTokens: 1500,
        cachedTokens: 500,
        residualSeconds: 0.01,
        promptWaitSeconds: 0.02,
        slotWaitSeconds: 0,
        ownSteps: 2,
        chunkStepSeconds: 0.06,
      },
      gives: 0.16,
    },
  },
  (given: First) =>
    given.hostSecondsPerRequest +
    (given.promptTokens + given.cachedTokens) * given.hostSecondsPerPromptToken +
    given.residualSeconds +
    given.promptWaitSeconds +
    given.slotWaitSeconds +
    given.ownSteps * given.chunkStepSeconds,
);

export const wholeAnswerSeconds = formula(
  {
    id: "serving.wholeAnswerSeconds",
    title: "Time to the last token, mean",
    unit: "s",
    reads: "time to first token + (output tokens − 1) × time per output token",
    source: "definition",
    example: {
      of: "0.5 s and 99 × 20 ms",
      given: { ttftSeconds: 0.5, tpotSeconds: 0.02, outputTokens: 100 },
      gives: 2.48,
    },
  },
  (given: { ttftSeconds: number; tpotSeconds: number; outputTokens: number }) =>
    given.ttftSeconds + Math.max(0, given.outputTokens - 1) * given.tpotSeconds,
);

export const inSystem = formula(
  {
    id: "serving.inSystem",
    title: "Requests waiting, reading or answering at once",
    unit: "request",
    reads: "decoding + requests a second × time to first token",
    source: "definition",
    example: {
      of: "30 decoding, 4 a second at 0.5 s",
      given: { decoding: 30, requestsPerSecond: 4, ttftSeconds: 0.5 },
      gives: 32,
    },
  },
  (given: { decoding: number; requestsPerSecond: number; ttftSeconds: number }) =>
    given.decoding + given.requestsPerSecond * given.ttftSeconds,
);
