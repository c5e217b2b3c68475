import { describe, expect, it } from "vitest";
import type { FieldMeta } from "./field";
import { fieldAt, leavesOf } from "./field-at";
import { scenarioSchema } from "./scenario";

describe("the field at a path", () => {
  it("is described in the schema's words, through unions and optional groups", () => {
    expect(fieldAt("workload.isl")).toMatchObject({ title: "Prompt length (ISL)", unit: "token/request" });
    expect(fieldAt("paths.selfHosted.acquisition.lifeYears")).toMatchObject({ title: "Useful life", unit: "year" });
    expect(fieldAt("paths.api.ownPrice.inputUsdPerMtoken")).toMatchObject({ title: "Own input price" });
    expect(fieldAt("privacy.dataClass")?.choices).toHaveProperty("personal", "Personal data");
  });
  it("is described in a cell of a list of rows, whatever the row", () => {
    expect(fieldAt("team.roles.7.usdPerYear")).toMatchObject({ title: "Pay a year", unit: "USD/person·year" });
    expect(fieldAt("team.roles.7")).toBeUndefined();
  });
  it("is unknown for a path that is no field", () => {
    expect(fieldAt("workload.colour")).toBeUndefined();
  });
});

/** Every list of rows of the document, by path. */
function listsOf(node: Node, path: string): [string, Node][] {
  if (node.meta?.()?.rows) return [[path, node]];
  const fields = Object.entries(node.shape ?? {});
  return fields.flatMap(([key, child]) => listsOf(child, path === "" ? key : `${path}.${key}`));
}
type Node = {
  meta?: () => FieldMeta | undefined;
  shape?: Record<string, Node>;
  safeParse: (value: unknown) => { success: boolean };
};

describe("a list of rows", () => {
  it.each(listsOf(scenarioSchema as unknown as Node, ""))(
    "%s starts a row that is valid, with words for each cell",
    (path, node) => {
      const { blank = {} } = fieldAt(path)?.rows ?? {};
      expect(node.safeParse([blank]).success).toBe(true);
      for (const column of Object.keys(blank)) expect(fieldAt(`${path}.0.${column}`)?.title).toBeTruthy();
    },
  );
});

describe("the leaves of a document", () => {
  it("keep the document's order, take lists whole and show an empty group as empty", () => {
    expect(leavesOf({ tags: ["a"], workload: { isl: 5 }, own: null })).toEqual([
      { path: "tags", value: ["a"] },
      { path: "workload.isl", value: 5 },
      { path: "own", value: null },
    ]);
  });
});
