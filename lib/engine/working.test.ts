import { describe, expect, test } from "vitest";
import type { StepNode, WorkingNode } from "@/lib/contract/working";
import { derive, formula, given } from "./figure";
import { workingOf } from "./working";

const sum = formula(
  {
    id: "test.sum",
    title: "Sum",
    unit: "1",
    reads: "a + b",
    source: "definition",
    example: { of: "1 and 2", given: { a: 1, b: 2 }, gives: 3 },
  },
  ({ a, b }: { a: number; b: number }) => a + b,
);
const one = given(1, { kind: "entered", label: "One", unit: "1", path: "one" });
const two = derive(sum, { a: one, b: one });
const four = derive(sum, { a: two, b: two });
const eight = derive(sum, { a: four, b: four });

const step = (node: WorkingNode | undefined): StepNode => {
  if (node?.kind !== "step") throw new Error("no step");
  return node;
};
const count = (node: WorkingNode): number =>
  1 + (node.kind === "step" ? node.inputs.reduce((total, input) => total + count(input), 0) : 0);

describe("the working of a figure", () => {
  test("repeats what went in twice, wherever it stands", () => {
    const node = step(workingOf(eight, "eight"));
    expect(count(node)).toBe(15);
    expect(node.inputs[0]).toEqual({ ...node.inputs[1], name: "a" });
    expect(JSON.stringify(node)).not.toMatch(/"id"|sameAs/);
  });

  test("says it once where asked to, and names the place", () => {
    const node = step(workingOf(eight, "eight", 12, true));
    const [first, second] = node.inputs.map(step);
    expect(first?.sameAs).toBeUndefined();
    expect(second).toMatchObject({ value: 4, reads: "a + b", inputs: [], sameAs: first?.id });
    expect(count(node)).toBe(7);
  });

  test("is cut at a depth, and says so", () => {
    expect(step(workingOf(eight, "eight", 0))).toMatchObject({ inputs: [], truncated: true });
    const cut = step(workingOf(eight, "eight", 1, true));
    expect(cut.inputs).toMatchObject([
      { truncated: true, inputs: [] },
      { truncated: true, inputs: [] },
    ]);
  });
});
