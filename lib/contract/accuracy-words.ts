import type { AccuracyDimension, AccuracyMetric, AccuracyScore, AccuracyScoring } from "./accuracy";

/** Words for what is scored: one description for the page and for the written report. */

export type MetricWords = {
  /** Plain words first, the term in brackets. */
  title: string;
  unit: string;
  area: "serving" | "memory" | "training";
  /** What an error in it means for a plan. */
  meaning: string;
};

export const metricWords: Record<AccuracyMetric, MetricWords> = {
  tpotMs: {
    title: "Time per output token (TPOT)",
    unit: "ms",
    area: "serving",
    meaning: "It sets how fast text appears, how long an answer takes, and how many accelerators a load needs.",
  },
  ttftMs: {
    title: "Time to first token (TTFT)",
    unit: "ms",
    area: "serving",
    meaning: "It is what a person waits before anything appears.",
  },
  e2eMs: {
    title: "Time for a whole answer (E2E)",
    unit: "ms",
    area: "serving",
    meaning: "It sets how many requests an accelerator gets through, and with that the cost per request.",
  },
  weightsGib: {
    title: "Memory for weights",
    unit: "GiB",
    area: "memory",
    meaning: "It decides whether a model fits on an accelerator at all.",
  },
  kvBytesPerToken: {
    title: "Memory per token of context (KV cache)",
    unit: "B/token",
    area: "memory",
    meaning: "It follows from the model's shape and has to be exact: every other memory figure multiplies it.",
  },
  kvPoolGib: {
    title: "Memory left for context (KV pool)",
    unit: "GiB",
    area: "memory",
    meaning: "It limits how many users one replica holds at once.",
  },
  maxConcurrency: {
    title: "Most full-length requests at once",
    unit: "requests",
    area: "memory",
    meaning: "It is what an engine reports as its maximum concurrency when it starts.",
  },
  totalGib: {
    title: "Total memory under load",
    unit: "GiB",
    area: "memory",
    meaning: "It decides which accelerator has to be rented or bought.",
  },
  trainingPeakGib: {
    title: "Peak memory of training",
    unit: "GiB",
    area: "training",
    meaning: "It decides whether a fine-tune runs at all, and on what.",
  },
  trainingTokensPerSecond: {
    title: "Training speed of an accelerator",
    unit: "tokens/s",
    area: "training",
    meaning: "It sets how long a fine-tune takes and what it costs.",
  },
};

export const scoringWords: Record<AccuracyScoring, { title: string; meaning: string }> = {
  modelLeftOut: {
    title: "Model left out",
    meaning:
      "Each model was predicted by a fit that had seen no measurement of it, nor of any other model of its family. It is what you get for a model that nobody here has measured.",
  },
  acceleratorLeftOut: {
    title: "Accelerator left out",
    meaning:
      "Each accelerator was predicted by a fit that had seen no measurement on it. It is what you get for hardware that nobody here has measured.",
  },
  sourceLeftOut: {
    title: "Source left out",
    meaning:
      "Each source's rows were predicted by a fit on the other sources alone. It shows whether one publisher's way of measuring was learnt.",
  },
  fitted: {
    title: "Fitted on all rows",
    meaning:
      "The fit had seen the very rows it is scored on. It flatters, and stands here only to show how much of the error comes from what is not known.",
  },
};

/** Memory follows from shapes and engines' rules, not from a fit to rows, so nothing can be left out of it. */
export const memoryScoring =
  "Memory is worked out from the model's shape and the engine's own rules. No row was fitted, so leaving rows out changes nothing.";

export const dimensionWords: Record<AccuracyDimension, string> = {
  all: "All rows together",
  kind: "Kind of model",
  family: "Model family",
  accelerator: "Accelerator",
  accelerators: "One or several accelerators",
  engine: "Engine",
  "load size": "Users at once",
  format: "Number format of the weights",
  source: "Source",
};

export const scoreWords: Record<keyof AccuracyScore, string> = {
  rows: "Rows",
  medianError: "Typical error (median)",
  p90Error: "9 of 10 within (90th percentile)",
  medianRatio: "Predicted ÷ measured (median)",
  within20: "Within ±20%",
  coverage: "Inside the range shown",
};
