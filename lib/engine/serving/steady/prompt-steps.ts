import { formula } from "../../figure";
import { servingSources as sources } from "../sources";

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

/** The least that is left of a second for those decoding. */
const leastLeft = 1e-3;

/** The same where so many are behind for each step and more come with every second: those met make the time longer. */
export function betweenTokensAtRate(given: StepsWithPrompts, behind: number, promptsPerSecond: number): number {
  const { decodeStepSeconds, promptStepSeconds, chunks } = given;
  const alone = given.promptsAlone > 0;
  const each = chunks * (promptStepSeconds - (alone ? 0 : decodeStepSeconds));
  const left = 1 - promptsPerSecond * each;
  const apart = (decodeStepSeconds + behind * each) / Math.max(leastLeft, left);
  if (alone) return apart;
  if (left > 0 && (promptsPerSecond * apart + behind) * chunks <= 1) return apart;
  const filling = fillingSeconds(given);
  const room = 1 - promptsPerSecond * filling;
  if (room <= 0) return fullest(given);
  return Math.min(fullest(given), (promptStepSeconds + (behind - 1 / chunks) * filling) / room);
}
