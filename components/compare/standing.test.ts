import { describe, expect, it } from "vitest";
import { bestOf, differenceFrom } from "./standing";

const reading = (value: number) => ({ value, path: null });

describe("the best of a row", () => {
  it("is the lowest cost or the highest throughput, and a tie has several", () => {
    expect([...bestOf("lower", [reading(3), reading(2), reading(2)])]).toEqual([1, 2]);
    expect([...bestOf("higher", [reading(3), null, reading(2)])]).toEqual([0]);
  });
  it("is not named when all are level, only one is known, or neither end is good", () => {
    expect(bestOf("lower", [reading(2), reading(2)]).size).toBe(0);
    expect(bestOf("lower", [reading(2), null]).size).toBe(0);
    expect(bestOf(null, [reading(2), reading(1)]).size).toBe(0);
  });
});

describe("the difference from the baseline", () => {
  it("is absolute and relative to the baseline's size", () => {
    expect(differenceFrom(reading(200), reading(150))).toEqual({ absolute: -50, share: -0.25 });
    expect(differenceFrom(reading(-100), reading(-50))).toEqual({ absolute: 50, share: 0.5 });
  });
  it("has no percentage against a baseline of nothing, and is missing where a value is", () => {
    expect(differenceFrom(reading(0), reading(5))).toEqual({ absolute: 5, share: null });
    expect(differenceFrom(reading(5), null)).toBeNull();
  });
});
