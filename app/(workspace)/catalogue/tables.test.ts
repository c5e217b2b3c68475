import { describe, expect, it } from "vitest";
import { pageOf } from "@/components/catalogue/entry";
import { browsedTables } from "@/components/catalogue/row-types";
import { tables } from "@/components/catalogue/tables";
import { tableRows } from "@/lib/server/catalogue/browse";

const asked = { q: "", facet: "", sort: "", page: 1 };
const lifetimes = async (query: Partial<typeof asked> = {}) =>
  pageOf("lifetimes", await tableRows("lifetimes", "other"), { ...asked, ...query });
const terms = async (query: Partial<typeof asked> = {}) =>
  pageOf("terms", await tableRows("terms", "other"), { ...asked, ...query });

describe("every table of the catalogue", () => {
  it.each(browsedTables)("%s tells its rows apart and where and when each was read", async (table) => {
    const rows = await tableRows(table, "other");
    const spec = tables[table] as {
      id: (row: unknown) => string;
      source: (row: unknown) => { title: string; asOf: string };
    };
    expect(rows.length).toBeGreaterThan(10);
    expect(new Set(rows.map(spec.id)).size).toBe(rows.length);
    for (const row of rows) expect(spec.source(row)).toMatchObject({ title: /./, asOf: /^20\d\d/ });
  });
});

describe("lifetimes of models", () => {
  it("show what a provider promises beside the dates of its models, each with its own source", async () => {
    const { entries } = await lifetimes({ facet: "OpenAI" });
    const promise = entries.find(({ cells }) => cells[0] === "What it promises of all");
    expect(promise?.cells.at(-1)).toBe("182");
    const model = entries.find(({ cells }) => cells[0] === "gpt-4o-2024-05-13");
    expect(model?.cells).toContain("2026-10-23");
    expect(model?.source.title).not.toBe(promise?.source.title);
  });
  it("are ordered by the day a model goes, those without a day last", async () => {
    const { entries } = await lifetimes({ sort: "retires" });
    const days = entries.map(({ cells }) => cells[2] ?? "");
    const known = days.filter((day) => day !== "–");
    expect(days.slice(0, known.length)).toEqual([...known].sort());
    expect(known.length).toBeGreaterThan(10);
    expect(days.at(-1)).toBe("–");
  });
});

describe("terms of providers", () => {
  it("are found by name and filtered by how nothing is kept", async () => {
    expect((await terms({ q: "bedrock" })).entries.map(({ cells }) => cells[0])).toEqual(["Amazon Bedrock"]);
    const { entries, facets } = await terms({ facet: "On application" });
    expect(entries.length).toBe(facets.find(({ value }) => value === "On application")?.count);
    expect(entries.map(({ cells }) => cells[0])).toContain("OpenAI API");
  });
  it("say that a thing could not be read rather than that it is not so", async () => {
    const { entries } = await terms();
    expect(entries.flatMap(({ cells }) => cells)).toContain("Could not be read");
  });
});
