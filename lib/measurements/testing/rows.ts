import type { Compared, ScoredRow } from "../accuracy";

/** Rows for tests: plain unless said otherwise. */
export const aRow = (given: Partial<ScoredRow> = {}): ScoredRow => ({
  id: "row",
  area: "serving",
  model: "llama-3.1-70b",
  family: "Llama 3.1 70B",
  kind: "dense",
  accelerator: "H100 SXM",
  accelerators: 2,
  engine: "vllm",
  engineVersion: "0.17.0",
  weights: "fp8",
  load: "4 users, 1,024 in, 1,024 out",
  concurrency: 4,
  source: { title: "A run", url: "https://example.org/run", asOf: "2026-04" },
  compared: {},
  ...given,
});

/** The same prediction however it is scored, with an interval of a tenth to either side. */
export const compared = (measured: number, predicted: number, given: Partial<Compared> = {}): Compared => ({
  measured,
  predicted: { fitted: predicted, modelLeftOut: predicted, acceleratorLeftOut: predicted, sourceLeftOut: predicted },
  low: predicted * 0.9,
  high: predicted * 1.1,
  ...given,
});
