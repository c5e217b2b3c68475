import { formula } from "../../figure";
import { servingSources as sources } from "../sources";

/** How much latencies differ between requests: standard deviations from lengths and queues, percentiles from both. */

type First = {
  promptWaitSeconds: number;
  slotWaitSeconds: number;
  promptSeconds: number;
  promptVariation: number;
  stepSeconds: number;
  promptLoad: number;
  utilisation: number;
};

/** Waits are exponential for those who wait at all; prompts vary as their lengths; a step under way is uniform. */
export const firstTokenSpread = formula(
  {
    id: "serving.firstTokenSpread",
    title: "Time to first token, standard deviation",
    unit: "s",
    reads:
      "√(wait² × (2 ÷ share that waits − 1) for prompts and for places + (prompt's own time × variation)² + step² ÷ 12)",
    source: sources.queues,
    example: {
      of: "no waiting: 0.1 s of prompt with variation 0.5",
      given: {
        promptWaitSeconds: 0,
        slotWaitSeconds: 0,
        promptSeconds: 0.1,
        promptVariation: 0.5,
        stepSeconds: 0,
        promptLoad: 0,
        utilisation: 0,
      },
      gives: 0.05,
    },
  },
  (given: First) => {
    const waiting = (seconds: number, share: number) =>
      seconds <= 0 ? 0 : seconds ** 2 * (2 / Math.min(1, Math.max(1e-3, share)) - 1);
    return Math.sqrt(
      waiting(given.promptWaitSeconds, given.promptLoad) +
        waiting(given.slotWaitSeconds, given.utilisation) +
        (given.promptSeconds * given.promptVariation) ** 2 +
        given.stepSeconds ** 2 / 12,
    );
  },
);

type Token = {
  tpotSeconds: number;
  tokensPerStep: number;
  decodeStepSeconds: number;
  busierStepSeconds: number;
  anotherPromptSeconds: number;
  fullStepSeconds: number;
  promptsAlone: number;
  requestsPerSecond: number;
  promptsBehind: number;
  decodeSteps: number;
  promptVariation: number;
};

/** The number in flight drifts while a request lasts: its average over a request has about 0.74 of the variance. */
const averagedVariance = 0.736;

export const tokenSpread = formula(
  {
    id: "serving.tokenSpread",
    title: "Time per output token, standard deviation",
    unit: "s",
    reads:
      "√(0.74 × (time between steps × (step with √n more sequences ÷ step − 1))² + (prompts met × (1 + variation²) + prompts behind × (1 + prompts behind)) × (what one more adds)² ÷ steps² ÷ (1 − requests a second × what one more adds)²) ÷ tokens a step yields; where prompts share the steps of those decoding, the second part is (full step − time between steps) × (time between steps − decode step) at most, since no step is longer or shorter than those two",
    source: {
      title: "R. Bhatia and C. Davis, A better bound on the variance, American Mathematical Monthly 107(4)",
      url: "https://doi.org/10.1080/00029890.2000.12005203",
      asOf: "2000",
    },
    example: {
      of: "10 % longer steps one deviation up, no prompts: 20 ms × 0.1 × √0.736",
      given: {
        tpotSeconds: 0.02,
        tokensPerStep: 1,
        decodeStepSeconds: 0.02,
        busierStepSeconds: 0.022,
        anotherPromptSeconds: 0,
        fullStepSeconds: 0.4,
        promptsAlone: 0,
        requestsPerSecond: 1,
        promptsBehind: 0,
        decodeSteps: 100,
        promptVariation: 0,
      },
      gives: 0.001_715_808,
      within: 1e-6,
    },
  },
  (given: Token) => {
    const { promptsBehind, anotherPromptSeconds, decodeStepSeconds, fullStepSeconds } = given;
    const stepSeconds = given.tpotSeconds * given.tokensPerStep;
    const drift = stepSeconds * (given.busierStepSeconds / decodeStepSeconds - 1);
    const met = given.requestsPerSecond * given.decodeSteps * stepSeconds;
    const steps = Math.max(1, given.decodeSteps);
    const prompts = met * (1 + given.promptVariation ** 2) + promptsBehind * (1 + promptsBehind);
    // A stretch full of prompts lets more arrive before it ends.
    const left = Math.max(1e-3, 1 - given.requestsPerSecond * anotherPromptSeconds);
    const apart = (prompts * anotherPromptSeconds ** 2) / steps ** 2 / left ** 2;
    const most = Math.max(0, fullStepSeconds - stepSeconds) * Math.max(0, stepSeconds - decodeStepSeconds);
    const meeting = given.promptsAlone > 0 ? apart : Math.min(apart, most);
    return Math.sqrt(averagedVariance * drift ** 2 + meeting) / given.tokensPerStep;
  },
);

type Whole = {
  ttftSpread: number;
  tpotSpread: number;
  tpotSeconds: number;
  outputTokens: number;
  outputVariation: number;
};

export const wholeAnswerSpread = formula(
  {
    id: "serving.wholeAnswerSpread",
    title: "Time to the last token, standard deviation",
    unit: "s",
    reads:
      "√(that of the first token² + (output tokens × time per token × variation of lengths)² + (tokens × that of a token)²)",
    source: "definition",
    example: {
      of: "3 s and 100 tokens of 40 ms, variation 1",
      given: { ttftSpread: 3, tpotSpread: 0, tpotSeconds: 0.04, outputTokens: 100, outputVariation: 1 },
      gives: 5,
    },
  },
  (given: Whole) =>
    Math.hypot(
      given.ttftSpread,
      given.outputTokens * given.tpotSeconds * given.outputVariation,
      given.outputTokens * given.tpotSpread,
    ),
);

/** Standard normal quantiles of the percentiles that are shown. */
export const normalQuantile = { p50: 0, p90: 1.281_551_565_5, p95: 1.644_853_627, p99: 2.326_347_874 } as const;

export const percentileSeconds = formula(
  {
    id: "serving.percentileSeconds",
    title: "Percentile of a latency",
    unit: "s",
    reads: "of the log-normal distribution with this mean and standard deviation, at this standard normal quantile",
    source: {
      title: "NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.6.9 (lognormal distribution)",
      url: "https://www.itl.nist.gov/div898/handbook/eda/section3/eda3669.htm",
      asOf: "2012",
    },
    example: {
      of: "mean 1, deviation 0.5, median: 1 ÷ √1.25",
      given: { mean: 1, spread: 0.5, quantile: 0 },
      gives: 1 / Math.sqrt(1.25),
    },
  },
  ({ mean, spread, quantile }: { mean: number; spread: number; quantile: number }) => {
    if (mean <= 0) return 0;
    const variance = Math.log(1 + (spread / mean) ** 2);
    return mean * Math.exp(quantile * Math.sqrt(variance) - variance / 2);
  },
);
