import {
  type AccuracyDimension,
  type AccuracyMetric,
  type AccuracyScore,
  type AccuracyScoring,
  accuracyMetrics,
} from "@/lib/contract/accuracy";

/** What `npm run accuracy` writes and the accuracy page shows. */

export const metrics = accuracyMetrics;
export type Metric = AccuracyMetric;

/** Which rows the fit behind a prediction had seen. Memory has no fit per row, so its predictions are all alike. */
export const scorings = [
  "fitted",
  "modelLeftOut",
  "acceleratorLeftOut",
  "sourceLeftOut",
] as const satisfies readonly AccuracyScoring[];
export type Scoring = AccuracyScoring;

/** One measured value beside what the engine says, and the 10–90 % interval shown to users. */
export type Compared = {
  measured: number;
  predicted: Record<Scoring, number>;
  low: number;
  high: number;
};

export type ScoredRow = {
  id: string;
  area: "serving" | "memory" | "training";
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

export type Score = AccuracyScore;

export type ScoredGroup = {
  metric: Metric;
  scoring: Scoring;
  /** What the rows have in common: a field of the row, or all of them. */
  by: AccuracyDimension;
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
