import type { Confidence, Source } from "@/lib/contract/source";
import type { DisplayUnit } from "./display-unit";

/** One page of a table as asked for in the address: searched, filtered, ordered, cut. */

export type Cell = string | number | boolean | null;

export type Column<T> = {
  id: string;
  header: string;
  /** Stands under the header, so that cells hold bare numbers. */
  unit?: DisplayUnit;
  /** What the column shows and is ordered by; numbers are SI and shown in the column's unit. */
  value: (row: T) => Cell;
};

/** A line of what a row shows when it is opened. */
export type Detail = { label: string; value: Cell; unit?: DisplayUnit };

export type TableSpec<T> = {
  title: string;
  columns: readonly Column<T>[];
  id: (row: T) => string;
  /** Text the search looks through. */
  text: (row: T) => string;
  facet: { title: string; value: (row: T) => string };
  source: (row: T) => Source;
  confidence: (row: T) => Confidence | null;
  /** Everything else there is to know of a row. */
  details: (row: T) => Detail[];
  notes: (row: T) => string | null;
};

export type ViewQuery = { q: string; facet: string; sort: string; page: number };
export type Facet = { value: string; count: number };
export type View<T> = { rows: T[]; total: number; page: number; pages: number; facets: Facet[] };

export const rowsPerPage = 50;

/** Empty cells come last whichever way the column is ordered. */
export function compareCells(a: Cell, b: Cell, descending: boolean): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  const order =
    typeof a === "number" && typeof b === "number"
      ? a - b
      : String(a).localeCompare(String(b), "en", { numeric: true, sensitivity: "base" });
  return descending ? -order : order;
}

function facetsOf<T>(rows: readonly T[], spec: TableSpec<T>): Facet[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const value = spec.facet.value(row);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => a.value.localeCompare(b.value, "en"));
}

function ordered<T>(rows: T[], spec: TableSpec<T>, sort: string): T[] {
  const descending = sort.startsWith("-");
  const column = spec.columns.find(({ id }) => id === sort.replace(/^-/, ""));
  return column ? rows.sort((a, b) => compareCells(column.value(a), column.value(b), descending)) : rows;
}

export function viewOf<T>(all: readonly T[], spec: TableSpec<T>, { q, facet, sort, page }: ViewQuery): View<T> {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  const found = all.filter((row) => {
    const text = spec.text(row).toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const kept = ordered(facet === "" ? found : found.filter((row) => spec.facet.value(row) === facet), spec, sort);
  const pages = Math.max(1, Math.ceil(kept.length / rowsPerPage));
  const shown = Math.min(Math.max(1, page), pages);
  return {
    rows: kept.slice((shown - 1) * rowsPerPage, shown * rowsPerPage),
    total: kept.length,
    page: shown,
    pages,
    facets: facetsOf(found, spec),
  };
}
