/** What `npm run accuracy` writes and the accuracy page shows. */

export const metrics = [
  "tpotMs",
  "ttftMs",
  "e2eMs",
  "weightsGib",
  "kvBytesPerToken",
  "kvPoolGib",
  "maxConcurrency",
  "totalGib",
] as const;
export type Metric = (typeof metrics)[number];

/** Which rows the fit behind a prediction had seen. Memory has no fit per row, so its predictions are all alike. */
export const scorings = ["fitted", "modelLeftOut", "acceleratorLeftOut", "sourceLeftOut"] as const;
export type Scoring = (typeof scorings)[number];

/** One measured value beside what the engine says, and the 10–90 % interval shown to users. */
export type Compared = {
  measured: number;
  predicted: Record<Scoring, number>;
  low: number;
  high: number;
};

export type ScoredRow = {
  id: string;
  area: "serving" | "memory";
  model: string;
  /** Models of one design share a family, which is left out as a whole. */
  family: string;
  kind: "dense" | "mixture of experts";
  accelerator: string;
  accelerators: number;
  engine: string;
  engineVersion: string;
  weights: string;
  /** What was asked of it, in words: `64 users, 1,024 in, 1,024 out`. */
  load: string;
  concurrency: number | null;
  source: { title: string; url: string; asOf: string };
  compared: Partial<Record<Metric, Compared>>;
};

/** A row that is not scored, for a stated fault of the measurement. */
export type ExcludedRow = { id: string; reason: string };

export type Score = {
  rows: number;
  medianError: number;
  p90Error: number;
  /** Predicted ÷ measured at the median; above 1 is too high. */
  medianRatio: number;
  within20: number;
  /** Share of measured values inside the 10–90 % interval. */
  coverage: number;
};

export type ScoredGroup = {
  metric: Metric;
  scoring: Scoring;
  /** What the rows have in common: a field of the row, or all of them. */
  by: "all" | "kind" | "family" | "accelerator" | "engine" | "source" | "accelerators" | "load size" | "format";
  name: string;
  score: Score;
};

export type Accuracy = {
  calibrationVersion: string;
  computedOn: string;
  groups: ScoredGroup[];
  rows: ScoredRow[];
  excluded: ExcludedRow[];
};
