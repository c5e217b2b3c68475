import { describe, expect, test } from "vitest";
import { derive, type Figure, formula, given } from "@/lib/engine/figure";
import { working } from "@/lib/engine/working";
import { packWorking, pinnedWorking, pinWorking, unpackWorking } from "./pinned-working";

const product = formula(
  {
    id: "test.product",
    title: "Product",
    unit: "1",
    reads: "a × b",
    source: "definition",
    example: { of: "two and three", given: { a: 2, b: 3 }, gives: 6 },
  },
  ({ a, b }: { a: number; b: number }) => a * b,
);
const total = formula(
  {
    id: "test.total",
    title: "Total",
    unit: "1",
    reads: "sum of parts",
    source: "definition",
    example: { of: "one and two", given: { parts: [1, 2] }, gives: 3 },
  },
  ({ parts }: { parts: readonly number[] }) => parts.reduce((sum, part) => sum + part, 0),
);

const entered = (value: number, path: string): Figure<number> =>
  given(value, { kind: "entered", label: `The value at ${path}`, unit: "1", path });
const a = entered(2, "a");
const b = given(3, { kind: "default", label: "B", unit: "1", path: "b", source: { title: "A book", asOf: "2026" } });
const ab = derive(product, { a, b });
const sum = derive(total, { parts: [ab, ab, a] });
const result = { name: "x", parts: [{ usd: ab }, { usd: a }], total: sum, none: null };
const paths = ["total", "parts.0.usd", "parts.1.usd"];

describe("a working kept with a revision", () => {
  const pinned = pinWorking(result);

  test("tells the same as the engine did, at every path and depth", async () => {
    const kept = await unpackWorking(await packWorking(pinned));
    for (const path of paths) {
      for (const depth of [0, 1, 6]) expect(pinnedWorking(kept, path, depth)).toEqual(working(result, path, depth));
    }
  });

  test("keeps a figure once, however often it is used", () => {
    expect(pinned.nodes).toHaveLength(4);
    expect(pinned.formulas).toHaveLength(2);
  });

  test.each(["", "name", "none", "parts", "parts.7.usd", "total.value", "__proto__", "constructor.name"])(
    "has no figure at %j",
    (path) => {
      expect(pinnedWorking(pinned, path)).toBeUndefined();
    },
  );
});
