import { describe, expect, test } from "vitest";
import { barLimit, biasWords, signedError } from "./words";

test.each([
  [100, 112, "+12%"],
  [100, 92, "−8%"],
  [100, 100, "0%"],
])("%d measured, %d predicted: %s", (measured, predicted, text) => expect(signedError(measured, predicted)).toBe(text));

test("a bias says which way it goes", () => {
  expect(biasWords(1.03)).toBe("3% too high");
  expect(biasWords(0.95)).toBe("5% too low");
  expect(biasWords(1)).toBe("neither way");
});

describe("a bar", () => {
  const bar = { id: "b", title: "", metric: "tpotMs", scoring: "fitted", rows: 1, reached: 1, met: true } as const;
  test("on either side", () =>
    expect(barLimit({ ...bar, figure: "medianRatio", least: 0.95, most: 1.05 })).toBe("0.95 to 1.05"));
  test("above", () => expect(barLimit({ ...bar, figure: "medianError", least: null, most: 0.1 })).toBe("at most 10%"));
});
