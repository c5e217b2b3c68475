import { describe, expect, test } from "vitest";
import { type Pair, quantile, scoreOf } from "./statistics";

describe("a quantile lies on the line between its two neighbours, as in spreadsheets", () => {
  test.each([
    // 5 values: position (5 − 1) × 0.9 = 3.6, so 5 + 0.6 × (9 − 5).
    [[5, 1, 2, 9, 4], 0.9, 7.4],
    [[5, 1, 2, 9, 4], 0.5, 4],
    // Position 0.9 of the way from the first of two values to the second.
    [[1, 2], 0.9, 1.9],
    [[7], 0.9, 7],
  ])("of %j at %d: %d", (values, share, expected) => expect(quantile(values, share)).toBeCloseTo(expected, 12));

  test("of nothing there is none", () => expect(() => quantile([], 0.5)).toThrow("0 values"));
});

const pair = (measured: number, predicted: number, low: number, high: number): Pair => ({
  measured,
  predicted,
  low,
  high,
});

describe("a score", () => {
  // Errors 10, 20, 50 and 0 %; sorted 0, 10, 20, 50.
  const pairs = [
    pair(100, 110, 95, 125), // inside
    pair(100, 80, 70, 90), // measured above the interval
    pair(10, 15, 10, 20), // on its lower end, which counts as inside
    pair(4, 4, 3, 5), // inside
  ];
  const score = scoreOf(pairs);

  test("counts its rows", () => expect(score.rows).toBe(4));
  test("has the middle error: halfway between 10 and 20 %", () => expect(score.medianError).toBeCloseTo(0.15, 12));
  // Position (4 − 1) × 0.9 = 2.7, so 20 + 0.7 × (50 − 20).
  test("has the error that nine of ten stay under", () => expect(score.p90Error).toBeCloseTo(0.41, 12));
  // Ratios 0.8, 1, 1.1, 1.5.
  test("has the middle ratio", () => expect(score.medianRatio).toBeCloseTo(1.05, 12));
  test("counts an error of exactly 20 % as within it, above and below", () => {
    expect(score.within20).toBe(0.75);
    expect(scoreOf([pair(100, 120, 1, 2), pair(100, 80, 1, 2), pair(100, 121, 1, 2)]).within20).toBeCloseTo(2 / 3, 12);
  });
  test("has the share of measured values inside their intervals", () => expect(score.coverage).toBe(0.75));

  test("refuses what cannot be compared", () => {
    expect(() => scoreOf([pair(0, 1, 1, 1)])).toThrow("Not a pair");
    expect(() => scoreOf([pair(1, Number.NaN, 1, 1)])).toThrow("Not a pair");
  });
});
