import { describe, expect, it } from "vitest";
import { fieldAt, leavesOf } from "./field-at";

describe("the field at a path", () => {
  it("is described in the schema's words, through unions and optional groups", () => {
    expect(fieldAt("workload.isl")).toMatchObject({ title: "Prompt length (ISL)", unit: "token/request" });
    expect(fieldAt("paths.selfHosted.acquisition.lifeYears")).toMatchObject({ title: "Useful life", unit: "year" });
    expect(fieldAt("paths.api.ownPrice.inputUsdPerMtoken")).toMatchObject({ title: "Own input price" });
    expect(fieldAt("privacy.dataClass")?.choices).toHaveProperty("personal", "Personal data");
  });
  it("is unknown for a path that is no field", () => {
    expect(fieldAt("workload.colour")).toBeUndefined();
  });
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
