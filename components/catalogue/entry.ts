import type { CatalogueRows } from "@/lib/contract/catalogue";
import type { Confidence, Source } from "@/lib/contract/source";
import { cellWords } from "./display-unit";
import type { BrowsedTable } from "./row-types";
import { tables } from "./tables";
import { type Facet, type ViewQuery, viewOf } from "./view";

/** A row ready to be drawn: words only, so that the page sends no more than it shows. */
export type Entry = {
  id: string;
  cells: string[];
  details: { label: string; value: string; unit: string | null }[];
  source: Source;
  confidence: Confidence | null;
  notes: string | null;
};
export type Page = {
  columns: { id: string; header: string; unit: string | null; numeric: boolean }[];
  entries: Entry[];
  facetTitle: string;
  facets: Facet[];
  total: number;
  page: number;
  pages: number;
};

/** One page of a table in words. */
export function pageOf<K extends BrowsedTable>(table: K, rows: readonly CatalogueRows[K][], query: ViewQuery): Page {
  const spec = tables[table];
  const view = viewOf(rows, spec, query);
  const columns = spec.columns.map(({ id, header, unit, value }) => ({
    id,
    header,
    unit: unit && unit !== "year" ? unit : null,
    numeric: unit !== undefined || view.rows.some((row) => typeof value(row) === "number"),
  }));
  const entries = view.rows.map((row) => ({
    id: spec.id(row),
    cells: spec.columns.map(({ value, unit }) => cellWords(value(row), unit)),
    details: spec
      .details(row)
      .filter(({ value }) => value !== null && value !== "")
      .map(({ label, value, unit }) => ({ label, value: cellWords(value, unit), unit: unit ?? null })),
    source: spec.source(row),
    confidence: spec.confidence(row),
    notes: spec.notes(row),
  }));
  const { facets, total, page, pages } = view;
  return { columns, entries, facetTitle: spec.facet.title, facets, total, page, pages };
}
