/** A prompt that comes at any moment waits half an interval for the next look at the queue. */
const meanShare = 0.5;

type Gathering = {
  steps: number;
  /** SGLang looks for new requests every so many steps; TensorRT-LLM waits so many from the first on. */
  atIntervals: boolean;
  stepSeconds: number;
  arrivalsPerStep: number;
};

/**
 * Wait of a prompt that is gathered with others: half an interval; where the first of them starts the clock, that one
 * waits for all of it and those after for half.
 */
export function gatherSeconds({ steps, atIntervals, stepSeconds, arrivalsPerStep }: Gathering): number {
  const later = steps * arrivalsPerStep;
  const share = atIntervals ? meanShare : (1 + meanShare * later) / (1 + later);
  return share * steps * stepSeconds;
}
