/** What the requests of a load look like. Lengths are means; variations are standard deviation ÷ mean. */
export type Demand = {
  /** Prompt tokens that have to be computed. */
  promptTokens: number;
  /** Prompt tokens read from a prefix cache. */
  cachedTokens: number;
  outputTokens: number;
  promptVariation: number;
  outputVariation: number;
  /** Prompt tokens a step may work on. */
  chunkTokens: number;
  /** Tokens proposed ahead by speculation; 0: none. */
  draftTokens: number;
  /** Share of proposed tokens that are accepted. */
  acceptedShare: number;
};

/** Steps after the first token, never none, so that a one-token answer has a rate. */
const fewestSteps = 0.01;

/** Tokens a step of speculation yields: 1 + a + a² + … + aᵏ. */
export const tokensPerStep = ({
  draftTokens,
  acceptedShare,
}: Pick<Demand, "draftTokens" | "acceptedShare">): number => {
  let tokens = 1;
  for (let ahead = 1; ahead <= draftTokens; ahead += 1) tokens += acceptedShare ** ahead;
  return tokens;
};

export const decodeSteps = (demand: Demand): number =>
  Math.max(fewestSteps, (demand.outputTokens - 1) / tokensPerStep(demand));

/** Prompts that come in the time of one step, while so many decode. */
const arrivingPrompts = (demand: Demand, decoding: number, gatherSteps: number): number =>
  ((1 + gatherSteps) * decoding) / decodeSteps(demand);

/** Prompt tokens in a step that works on prompts: a whole prompt where it fits, several where so many come in a step. */
export function chunkOf(demand: Demand, decoding: number, gatherSteps = 0): number {
  const { promptTokens, chunkTokens } = demand;
  return Math.min(chunkTokens, promptTokens * Math.max(1, arrivingPrompts(demand, decoding, gatherSteps)));
}

/** Of the steps that have any, prompts in each where so many come in the time of a step at random. */
export const promptsHeld = (coming: number): number => (coming > 1e-6 ? coming / -Math.expm1(-coming) : 1);

/** Prompt tokens in a step that works on prompts, where they come at random. */
export function randomChunkOf(demand: Demand, decoding: number, gatherSteps = 0): number {
  const { promptTokens, chunkTokens } = demand;
  return Math.min(chunkTokens, promptTokens * promptsHeld(arrivingPrompts(demand, decoding, gatherSteps)));
}

/** Long answers are in flight longer: what is seen at a moment weighs them by their length. */
export const meanContextTokens = (demand: Demand): number =>
  demand.promptTokens + demand.cachedTokens + (demand.outputTokens / 2) * (1 + demand.outputVariation ** 2);

/** Earlier tokens that a prompt token looks at, on average over prompts of varying length. */
export const promptContextTokens = (demand: Demand): number =>
  demand.cachedTokens + (demand.promptTokens / 2) * (1 + demand.promptVariation ** 2);
