import { describe, expect, it } from "vitest";
import { rowsPerPage, type TableSpec, viewOf } from "./view";

type Row = { name: string; maker: string; price: number | null };
const spec: TableSpec<Row> = {
  title: "Rows",
  columns: [
    { id: "name", header: "Name", value: (row) => row.name },
    { id: "price", header: "Price", value: (row) => row.price },
  ],
  id: (row) => row.name,
  text: (row) => `${row.name} ${row.maker}`,
  facet: { title: "Maker", value: (row) => row.maker },
  source: () => ({ title: "A data sheet", asOf: "2026-11" }),
  confidence: () => "high",
  details: () => [],
  notes: () => null,
};
const rows: Row[] = [
  { name: "H100 SXM", maker: "NVIDIA", price: 4 },
  { name: "H20", maker: "NVIDIA", price: null },
  { name: "MI300X", maker: "AMD", price: 2 },
];
const asked = { q: "", facet: "", sort: "", page: 1 };
const names = (query: Partial<typeof asked>) => viewOf(rows, spec, { ...asked, ...query }).rows.map(({ name }) => name);

describe("a page of the catalogue", () => {
  it("holds the rows in which every word occurs, whatever its case", () => {
    expect(names({ q: "nvidia sxm" })).toEqual(["H100 SXM"]);
    expect(names({ q: "tpu" })).toEqual([]);
  });
  it("puts rows without a value last in either order", () => {
    expect(names({ sort: "price" })).toEqual(["MI300X", "H100 SXM", "H20"]);
    expect(names({ sort: "-price" })).toEqual(["H100 SXM", "MI300X", "H20"]);
  });
  it("orders names by the numbers in them, and ignores an order it does not know", () => {
    expect(names({ sort: "name" })).toEqual(["H20", "H100 SXM", "MI300X"]);
    expect(names({ sort: "colour" })).toEqual(["H100 SXM", "H20", "MI300X"]);
  });
  it("counts the makers among what the search found, not among what the filter left", () => {
    const view = viewOf(rows, spec, { ...asked, facet: "AMD" });
    expect(view.total).toBe(1);
    expect(view.facets).toEqual([
      { value: "AMD", count: 1 },
      { value: "NVIDIA", count: 2 },
    ]);
  });
  it("cuts long tables into pages and shows the last one to whoever asks beyond it", () => {
    const many = Array.from({ length: rowsPerPage + 3 }, (_, index) => ({
      name: `${index}`,
      maker: "A",
      price: index,
    }));
    const view = viewOf(many, spec, { ...asked, page: 99 });
    expect(view).toMatchObject({ page: 2, pages: 2, total: rowsPerPage + 3 });
    expect(view.rows).toHaveLength(3);
  });
});
