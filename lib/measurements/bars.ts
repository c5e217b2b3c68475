import type { Metric, Score, ScoredRow, Scoring } from "./accuracy";
import { pairsOf } from "./groups";
import { scoreOf } from "./statistics";

/** What the estimates have to reach on rows that were not fitted. */
export type Bar = {
  id: string;
  title: string;
  metric: Metric;
  scoring: Scoring;
  rows: (row: ScoredRow) => boolean;
  figure: keyof Score;
  least?: number;
  most?: number;
};

export type BarResult = Omit<Bar, "rows" | "least" | "most"> & {
  least: number | null;
  most: number | null;
  rows: number;
  /** Null where no row is of the kind. */
  reached: number | null;
  met: boolean | null;
};

const servers = new Set(["vllm", "sglang", "trtllm", "tensorrtllm"]);
const plain = (engine: string): string => engine.toLowerCase().replace(/[^a-z]/g, "");

/** Datacentre accelerators under a fixed number of users: the rows that the bars for latency are about. */
const served = ({ area, concurrency, engine }: ScoredRow): boolean =>
  area === "serving" && concurrency !== null && servers.has(plain(engine));
const dense = (row: ScoredRow) => served(row) && row.kind === "dense";
const experts = (row: ScoredRow) => served(row) && row.kind === "mixture of experts";
const few = (row: ScoredRow) => served(row) && (row.concurrency ?? Number.POSITIVE_INFINITY) <= 4;
const any = () => true;

type Limits = { least?: number; most?: number };
const bar = (
  metric: Metric,
  name: string,
  title: string,
  figure: keyof Score,
  limits: Limits,
  rows: Bar["rows"] = served,
  scoring: Scoring = "modelLeftOut",
): Bar => ({ id: `${metric}.${name}`, title, metric, scoring, rows, figure, ...limits });

const fixed: readonly Bar[] = [
  bar("tpotMs", "median", "Typical error", "medianError", { most: 0.1 }),
  bar("tpotMs", "p90", "Error that 9 of 10 stay under", "p90Error", { most: 0.3 }),
  bar("tpotMs", "bias", "Predicted ÷ measured in the middle", "medianRatio", { least: 0.95, most: 1.05 }),
  bar("tpotMs", "dense", "Typical error, dense models", "medianError", { most: 0.08 }, dense),
  bar("tpotMs", "experts", "Typical error, mixtures of experts", "medianError", { most: 0.13 }, experts),
  bar("tpotMs", "few", "Typical error, 1–4 users", "medianError", { most: 0.12 }, few),
  bar(
    "tpotMs",
    "accelerator",
    "Typical error, accelerator left out",
    "medianError",
    { most: 0.18 },
    served,
    "acceleratorLeftOut",
  ),
  bar("ttftMs", "median", "Typical error", "medianError", { most: 0.25 }),
  bar("e2eMs", "median", "Typical error", "medianError", { most: 0.09 }),
  bar("weightsGib", "median", "Typical error", "medianError", { most: 0.01 }, any),
  bar("weightsGib", "p90", "Error that 9 of 10 stay under", "p90Error", { most: 0.03 }, any),
  bar("kvBytesPerToken", "median", "Typical error", "medianError", { most: 0.001 }, any),
  bar("kvPoolGib", "median", "Typical error", "medianError", { most: 0.03 }, any),
  bar("maxConcurrency", "median", "Typical error", "medianError", { most: 0.03 }, any),
  bar("totalGib", "median", "Typical error", "medianError", { most: 0.06 }, any),
  bar("trainingPeakGib", "median", "Typical error", "medianError", { most: 0.1 }, any),
  bar("trainingPeakGib", "p90", "Error that 9 of 10 stay under", "p90Error", { most: 0.25 }, any),
  bar("trainingTokensPerSecond", "median", "Typical error", "medianError", { most: 0.25 }, any),
];

const held = { least: 0.75, most: 0.85 };

/** An interval that is said to hold 80 % has to hold about as much, and for each engine, not on average only. */
function coverageBars(rows: readonly ScoredRow[]): Bar[] {
  const engines = [...new Set(rows.filter(served).map(({ engine }) => engine))].sort();
  return (["tpotMs", "ttftMs", "e2eMs"] as const).flatMap((metric) => [
    bar(metric, "coverage", "Measured inside the range shown", "coverage", held),
    ...engines.map((engine) =>
      bar(
        metric,
        `coverage.${engine}`,
        `Measured inside the range shown, ${engine}`,
        "coverage",
        held,
        (row) => served(row) && row.engine === engine,
      ),
    ),
  ]);
}

/** Rounding in the last binary digit must not decide. */
const slack = 1e-9;

function resultOf({ rows: belongs, ...rest }: Bar, all: readonly ScoredRow[]): BarResult {
  const limits = { least: rest.least ?? null, most: rest.most ?? null };
  const pairs = pairsOf(all.filter(belongs), rest.metric, rest.scoring);
  if (pairs.length === 0) return { ...rest, ...limits, rows: 0, reached: null, met: null };
  const reached = scoreOf(pairs)[rest.figure];
  const enough = limits.least === null || reached >= limits.least - slack;
  const notTooMuch = limits.most === null || reached <= limits.most + slack;
  return { ...rest, ...limits, rows: pairs.length, reached, met: enough && notTooMuch };
}

export const barResults = (rows: readonly ScoredRow[]): BarResult[] =>
  [...fixed, ...coverageBars(rows)].map((each) => resultOf(each, rows));
