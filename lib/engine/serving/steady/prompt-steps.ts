import { formula } from "../../figure";
import { servingSources as sources } from "../sources";
import { promptsHeld } from "./demand";

/** Steps that work on prompts, and what they take from those decoding. */

/** Every step with prompts takes the same way round, whether a prompt waits for it, takes it up or holds it up. */
export const promptStepSeconds = formula(
  {
    id: "serving.promptStepSeconds",
    title: "A step that works on prompts",
    unit: "s",
    reads: "step × engine's factor on the time of such steps, never less than the same step without prompts",
    source: sources.chunkedPrefill,
    example: {
      of: "20 ms, 1.1 times",
      given: { stepSeconds: 0.02, stepWithoutSeconds: 0.01, prefillFactor: 1.1 },
      gives: 0.022,
    },
  },
  (given: { stepSeconds: number; stepWithoutSeconds: number; prefillFactor: number }) =>
    Math.max(given.stepWithoutSeconds, given.prefillFactor * given.stepSeconds),
);

export const prefillSeconds = formula(
  {
    id: "serving.prefillSeconds",
    title: "Time a prompt takes from those decoding",
    unit: "s",
    reads:
      "steps of the prompt × (step that works on the prompt − step without it; where prompts have steps of their own, all of such a step)",
    source: sources.chunkedPrefill,
    example: {
      of: "two steps of 60 ms instead of 20 ms",
      given: { promptStepSeconds: 0.06, stepWithoutSeconds: 0.02, chunks: 2 },
      gives: 0.08,
    },
  },
  (given: { promptStepSeconds: number; stepWithoutSeconds: number; chunks: number }) =>
    given.chunks * (given.promptStepSeconds - given.stepWithoutSeconds),
);

export const promptServiceSeconds = formula(
  {
    id: "serving.promptServiceSeconds",
    title: "Time a prompt takes when steps are full of prompts",
    unit: "s",
    reads: "full step ÷ prompt tokens of a full step × prompt tokens of a request",
    source: sources.chunkedPrefill,
    example: {
      of: "2,048 of 8,192 tokens of a step of 0.4 s",
      given: { fullStepSeconds: 0.4, chunkTokens: 8192, promptTokens: 2048 },
      gives: 0.1,
    },
  },
  (given: { fullStepSeconds: number; chunkTokens: number; promptTokens: number }) =>
    (given.fullStepSeconds / given.chunkTokens) * given.promptTokens,
);

export const fullChunks = formula(
  {
    id: "serving.fullChunks",
    title: "Full steps of a prompt",
    unit: "1",
    reads: "prompt tokens ÷ prompt tokens a step may work on",
    source: "definition",
    example: { of: "1,000 of 8,000", given: { promptTokens: 1000, chunkTokens: 8000 }, gives: 0.125 },
  },
  ({ promptTokens, chunkTokens }: { promptTokens: number; chunkTokens: number }) => promptTokens / chunkTokens,
);

export const fullStepSeconds = formula(
  {
    id: "serving.fullStepSeconds",
    title: "A step full of prompts",
    unit: "s",
    reads: "time a prompt takes when steps are full of prompts ÷ part of such a step that it fills",
    source: "definition",
    example: { of: "0.1 s for a quarter of a step", given: { serviceSeconds: 0.1, fullChunks: 0.25 }, gives: 0.4 },
  },
  ({ serviceSeconds, fullChunks }: { serviceSeconds: number; fullChunks: number }) => serviceSeconds / fullChunks,
);

/** Steps without prompts, with as many prompt tokens as usual, and with as many as fit. */
export type StepsWithPrompts = {
  decodeStepSeconds: number;
  promptStepSeconds: number;
  fullStepSeconds: number;
  /** Of a prompt: usual steps, and full ones. */
  chunks: number;
  fullChunks: number;
  /** 1 where prompts have steps of their own. */
  promptsAlone: number;
  /** Steps of a lone prompt, where they are its own; 0: it waits until those who decode have had theirs. */
  lonePromptSeconds: number;
};

/** Prompts beyond one step's worth fill it up: seconds for each more, between a usual step and a full one. */
const fillingSeconds = (given: StepsWithPrompts): number => {
  const more = 1 / given.fullChunks - 1 / given.chunks;
  return more > 0 ? Math.max(0, given.fullStepSeconds - given.promptStepSeconds) / more : 0;
};

const fullest = ({ promptStepSeconds, fullStepSeconds }: StepsWithPrompts): number =>
  Math.max(promptStepSeconds, fullStepSeconds);

/**
 * From one step that decodes to the next, with so many prompts met in it. Prompts that share the steps of those decoding
 * never make one longer than a full step; with steps of their own, any number comes in between.
 */
export function betweenTokensSeconds(given: StepsWithPrompts, promptsMet: number): number {
  const { decodeStepSeconds, promptStepSeconds, chunks } = given;
  if (given.promptsAlone > 0) return decodeStepSeconds + promptsMet * chunks * promptStepSeconds;
  const steps = promptsMet * chunks;
  if (steps <= 1) return decodeStepSeconds + steps * (promptStepSeconds - decodeStepSeconds);
  return Math.min(fullest(given), promptStepSeconds + (promptsMet - 1 / chunks) * fillingSeconds(given));
}

/** Share of the steps of those decoding that have prompts in them. */
const filledShare = (given: StepsWithPrompts, betweenSeconds: number): number => {
  const most = given.promptStepSeconds - given.decodeStepSeconds;
  return most > 0 ? Math.min(1, Math.max(0, betweenSeconds - given.decodeStepSeconds) / most) : 0;
};

export const anotherPromptAt = (given: StepsWithPrompts, prefillSeconds: number, betweenSeconds: number): number => {
  if (given.promptsAlone > 0) return prefillSeconds;
  const filled = filledShare(given, betweenSeconds);
  return (1 - filled) * prefillSeconds + filled * Math.min(prefillSeconds, fillingSeconds(given));
};

export const anotherPromptSeconds = formula(
  {
    id: "serving.anotherPromptSeconds",
    title: "What one more prompt adds to the time between tokens",
    unit: "s",
    reads:
      "prefill time in a step without prompts; in one that has some, what a prompt adds on the way to a full step; each by its share of steps",
    source: sources.chunkedPrefill,
    example: {
      of: "steps of 20 ms, 70 ms with a prompt and 400 ms with eight; half of them have one: (50 + 330 ÷ 7) ÷ 2",
      given: {
        decodeStepSeconds: 0.02,
        promptStepSeconds: 0.07,
        fullStepSeconds: 0.4,
        chunks: 1,
        fullChunks: 0.125,
        promptsAlone: 0,
        lonePromptSeconds: 0,
        prefillSeconds: 0.05,
        betweenSeconds: 0.045,
      },
      gives: (0.05 + 0.33 / 7) / 2,
      within: 1e-9,
    },
  },
  (given: StepsWithPrompts & { prefillSeconds: number; betweenSeconds: number }) =>
    anotherPromptAt(given, given.prefillSeconds, given.betweenSeconds),
);

/** An exponent beyond which nothing is left for those decoding. */
const starved = 50;

/** Rounds in which a step and the prompts that come during it settle; more change nothing that matters. */
const settling = 6;

/** Of prompts that have steps of their own: each works on those that came at random during the one before. */
function stepInARowSeconds(given: StepsWithPrompts, promptsPerSecond: number): number {
  const { lonePromptSeconds: lone, fullStepSeconds: full, fullChunks } = given;
  if (fullChunks >= 1) return lone;
  const filling = Math.max(0, full - lone) / (1 / fullChunks - 1);
  const longest = Math.max(lone, full);
  let seconds = lone;
  for (let round = 0; round < settling; round += 1) {
    seconds = Math.min(longest, lone + filling * (promptsHeld(promptsPerSecond * seconds) - 1));
  }
  return seconds;
}

/**
 * Where prompts have steps of their own, those that come meanwhile are worked on before anyone decodes again. Of steps of
 * s seconds in which x × s come at random, e^(x × s) follow on each other until one ends with nobody waiting.
 */
function promptsInARowSeconds(given: StepsWithPrompts, promptsPerSecond: number): number {
  const seconds = stepInARowSeconds(given, promptsPerSecond);
  const starting = -Math.expm1(-promptsPerSecond * given.decodeStepSeconds);
  return starting * Math.exp(Math.min(starved, promptsPerSecond * seconds)) * seconds;
}

export const ownStepAt = (given: StepsWithPrompts, chunkStepSeconds: number, promptsPerSecond: number): number =>
  given.lonePromptSeconds > 0 && given.chunks < 1
    ? Math.min(chunkStepSeconds, stepInARowSeconds(given, promptsPerSecond))
    : chunkStepSeconds;

type Own = StepsWithPrompts & { chunkStepSeconds: number; requestsPerSecond: number; heldUpRanks: number };

export const ownStepSeconds = formula(
  {
    id: "serving.ownStepSeconds",
    title: "Step that works on a request's own prompt",
    unit: "s",
    reads:
      "step with as many prompts as come from one step that decodes to the next; where prompts have steps of their own, no more than come during such a step s: steps of a lone prompt + (x × s ÷ (1 − e^(−x × s)) − 1) × what each more adds on the way to a full step",
    source: sources.chunkedPrefill,
    example: {
      of: "50 a second, 15 ms for one and 5 ms for each more: 1.5 share a step of 17.5 ms",
      given: {
        decodeStepSeconds: 0.01,
        promptStepSeconds: 0.03,
        chunkStepSeconds: 0.03,
        fullStepSeconds: 0.05,
        chunks: 0.25,
        fullChunks: 0.125,
        promptsAlone: 1,
        lonePromptSeconds: 0.015,
        requestsPerSecond: 50,
        heldUpRanks: 1,
      },
      gives: 0.0175,
      within: 1e-3,
    },
  },
  (given: Own) => ownStepAt(given, given.chunkStepSeconds, given.heldUpRanks * given.requestsPerSecond),
);

/** The least that is left of a second for those decoding. */
const leastLeft = 1e-3;

export type Coming = {
  promptsPerSecond: number;
  /** Waiting when a request starts to decode. */
  behind: number;
  /** Of an answer; the last brings no prompts any more. */
  decodeSteps: number;
  /** Time between two tokens at which all places are taken, so that no more prompts are let in. */
  mostSeconds: number;
};

/** The same where prompts keep coming: those met make the time longer, in which more come. */
export function betweenTokensAtRate(given: StepsWithPrompts, coming: Coming): number {
  const { decodeStepSeconds, promptStepSeconds, chunks } = given;
  const steps = Math.max(1, coming.decodeSteps);
  const behind = coming.behind / steps;
  const promptsPerSecond = (coming.promptsPerSecond * (steps - 1)) / steps;
  const alone = given.promptsAlone > 0;
  const each = prefillSeconds({ promptStepSeconds, stepWithoutSeconds: alone ? 0 : decodeStepSeconds, chunks });
  const left = 1 - promptsPerSecond * each;
  const apart = (decodeStepSeconds + behind * each) / Math.max(leastLeft, left);
  if (alone) {
    if (given.lonePromptSeconds <= 0) return apart;
    const inARow = decodeStepSeconds + promptsInARowSeconds(given, coming.promptsPerSecond);
    return Math.max(apart, Math.min(inARow, coming.mostSeconds));
  }
  if (left > 0 && (promptsPerSecond * apart + behind) * chunks <= 1) return apart;
  const filling = fillingSeconds(given);
  const room = 1 - promptsPerSecond * filling;
  if (room <= 0) return fullest(given);
  return Math.min(fullest(given), (promptStepSeconds + (behind - 1 / chunks) * filling) / room);
}

export const betweenSeconds = formula(
  {
    id: "serving.betweenSeconds",
    title: "Time from one step that decodes to the next",
    unit: "s",
    reads: "time per output token × tokens a step yields",
    source: "definition",
    example: { of: "10 ms, two a step", given: { tokenSeconds: 0.01, tokensPerStep: 2 }, gives: 0.02 },
  },
  ({ tokenSeconds, tokensPerStep }: { tokenSeconds: number; tokensPerStep: number }) => tokenSeconds * tokensPerStep,
);
