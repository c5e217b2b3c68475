import { describe, expect, test } from "vitest";
import { axisRange } from "./axis-range";
import { markedSeries, outline } from "./marks";

const series = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    name: `group ${index}`,
    points: [[index + 1, index + 2, "row"] as [number, number, string]],
  }));

describe("marks of groups", () => {
  test("no two that are drawn look alike, by shape nor by colour", () => {
    const marked = markedSeries(series(7));
    expect(new Set(marked.map(({ mark }) => outline(mark, 0, 0))).size).toBe(7);
    expect(new Set(marked.map(({ colour }) => colour)).size).toBe(7);
  });

  test("groups beyond share one, and none of their points is lost", () => {
    const marked = markedSeries(series(20));
    expect(marked).toHaveLength(7);
    expect(marked.at(-1)?.name).toBe("14 other groups");
    expect(marked.flatMap(({ points }) => points)).toHaveLength(20);
  });
});

describe("the range of both axes", () => {
  test("holds every value with its ticks inside", () => {
    const { low, high, ticks } = axisRange([7, 300]);
    expect(low).toBeLessThan(7);
    expect(high).toBeGreaterThan(300);
    expect(ticks).toEqual([10, 20, 50, 100, 200]);
  });
  test("has single powers of ten over many decades", () =>
    expect(axisRange([0.5, 9000]).ticks).toEqual([1, 10, 100, 1000, 10_000]));
  test("still has ticks where values lie close together", () =>
    expect(axisRange([14, 17]).ticks.length).toBeGreaterThanOrEqual(1));
  test("is there without values", () => expect(axisRange([]).ticks).toEqual([1, 10]));
});
