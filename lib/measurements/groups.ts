import { type Metric, metrics, type ScoredGroup, type ScoredRow, type Scoring, scorings } from "./accuracy";
import { pairOf, scoreOf } from "./statistics";

export type Dimension = ScoredGroup["by"];

/** Users at once, in the steps in which an engine's behaviour changes: alone, small, middling and large batches. */
export function loadSize(users: number): string {
  if (users <= 4) return "1–4 users";
  if (users <= 16) return "5–16 users";
  if (users <= 64) return "17–64 users";
  return "over 64 users";
}

/** The group that a row falls into; null where the row has nothing of the kind. */
const nameBy: Record<Dimension, (row: ScoredRow) => string | null> = {
  all: () => "all",
  kind: ({ kind }) => kind,
  family: ({ family }) => family,
  accelerator: ({ accelerator }) => accelerator,
  engine: ({ engine }) => engine,
  source: ({ source }) => source.title,
  accelerators: ({ accelerators }) => (accelerators === 1 ? "one accelerator" : "several accelerators"),
  "load size": ({ concurrency }) => (concurrency === null ? null : loadSize(concurrency)),
  format: ({ weights }) => weights,
};

export const dimensions = Object.keys(nameBy) as Dimension[];

export const groupName = (row: ScoredRow, by: Dimension): string | null => nameBy[by](row);

function rowsByName(rows: readonly ScoredRow[], by: Dimension): Map<string, ScoredRow[]> {
  const groups = new Map<string, ScoredRow[]>();
  for (const row of rows) {
    const name = groupName(row, by);
    if (name === null) continue;
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  }
  return groups;
}

/** The rows' values of one metric as pairs; rows without it are left out. */
export const pairsOf = (rows: readonly ScoredRow[], metric: Metric, scoring: Scoring) =>
  rows.flatMap(({ compared }) => {
    const values = compared[metric];
    return values ? [pairOf(values, scoring)] : [];
  });

function scored(rows: readonly ScoredRow[], metric: Metric, by: Dimension): ScoredGroup[] {
  const groups = [...rowsByName(rows, by)].sort(([a], [b]) => a.localeCompare(b, "en", { numeric: true }));
  return scorings.flatMap((scoring) =>
    groups.map(([name, group]) => ({ metric, scoring, by, name, score: scoreOf(pairsOf(group, metric, scoring)) })),
  );
}

/** A score for every metric, every way of leaving out, and every group of rows, from the largest view to the smallest. */
export function groupScores(rows: readonly ScoredRow[]): ScoredGroup[] {
  return metrics.flatMap((metric) => {
    const having = rows.filter(({ compared }) => compared[metric]);
    return dimensions.flatMap((by) => scored(having, metric, by));
  });
}
