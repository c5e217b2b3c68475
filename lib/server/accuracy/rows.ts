import type { AccuracyQuery, AccuracyRow, AccuracySort } from "@/lib/contract/accuracy";
import type { ScoredRow } from "@/lib/measurements/accuracy";
import { groupName } from "@/lib/measurements/groups";
import { errorOf, pairOf } from "@/lib/measurements/statistics";

const rowsPerPage = 25;

type Choice = Pick<AccuracyQuery, "metric" | "scoring" | "by">;

/** Rows of the metric as the answer gives them; others have nothing to show. */
export function shownRows(rows: readonly ScoredRow[], { metric, scoring, by }: Choice): AccuracyRow[] {
  return rows.flatMap((row) => {
    const values = row.compared[metric];
    if (!values) return [];
    const { id, model, accelerator, accelerators, engine, engineVersion, weights, load, source } = row;
    const what = { id, model, accelerator, accelerators, engine, engineVersion, weights, load, source };
    return [{ ...what, group: groupName(row, by), ...pairOf(values, scoring) }];
  });
}

const keys: Record<AccuracySort, (row: AccuracyRow) => string | number> = {
  model: ({ model }) => model,
  accelerator: ({ accelerator, accelerators }) => `${accelerator} ${accelerators}`,
  engine: ({ engine, engineVersion }) => `${engine} ${engineVersion}`,
  load: ({ load }) => load,
  measured: ({ measured }) => measured,
  predicted: ({ predicted }) => predicted,
  error: errorOf,
};

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
const inOrder = (a: string | number, b: string | number): number =>
  typeof a === "number" && typeof b === "number" ? a - b : collator.compare(String(a), String(b));

function ordered(rows: readonly AccuracyRow[], sort: AccuracyQuery["sort"]): AccuracyRow[] {
  const key = keys[sort.replace("-", "") as AccuracySort];
  const sign = sort.startsWith("-") ? -1 : 1;
  return rows
    .map((row) => ({ row, at: key(row) }))
    .sort((a, b) => sign * inOrder(a.at, b.at))
    .map(({ row }) => row);
}

const textOf = ({ id, model, accelerator, engine, engineVersion, weights, load, source }: AccuracyRow): string =>
  [id, model, accelerator, engine, engineVersion, weights, load, source.title].join(" ").toLowerCase();

/** Rows of a group whose texts hold every word, in order, one page of them. */
export function pageOf(rows: readonly AccuracyRow[], { name, q = "", sort, page, limit = rowsPerPage }: AccuracyQuery) {
  const words = q
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  const found = rows.filter((row) => {
    if (name !== undefined && row.group !== name) return false;
    const text = textOf(row);
    return words.every((word) => text.includes(word));
  });
  const pages = Math.max(1, Math.ceil(found.length / limit));
  const shown = Math.min(page, pages);
  return {
    total: found.length,
    page: shown,
    pages,
    rows: ordered(found, sort).slice((shown - 1) * limit, shown * limit),
  };
}
