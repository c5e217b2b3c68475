import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { values } from "../figure";
import { figuresOf } from "../resolve/document";
import { normalQuantile } from "../statistics/intervals";
import { roundReference } from "../testing/reference";
import { roundScenario } from "../testing/scenario";
import { composeEvaluation } from "./compose";
import { wilsonHalfWidth, wilsonSampleSize } from "./sample-size";

/** By Wilson's half width of ½ at p = ½, n + z² = z² ÷ 4e²: n = z² (1 ÷ 4e² − 1), rounded up. */
const atHalf = (margin: number, z: number): number => Math.ceil(z * z * (1 / (4 * margin * margin) - 1));

describe("sample sizes by Wilson's interval", () => {
  test("the normal quantiles of 90, 95 and 99 % are those of the tables", () => {
    expect(normalQuantile(0.9)).toBeCloseTo(1.644_853_627, 8);
    expect(normalQuantile(0.95)).toBeCloseTo(1.959_963_985, 8);
    expect(normalQuantile(0.99)).toBeCloseTo(2.575_829_304, 8);
  });

  test.each([
    [0.1, 0.95],
    [0.05, 0.95],
    [0.03, 0.95],
    [0.01, 0.99],
  ])("at p = 0.5, ± %f, confidence %f the closed form agrees", (marginOfError, confidence) => {
    const n = wilsonSampleSize({ expectedShare: 0.5, marginOfError, confidence });
    expect(n).toBe(atHalf(marginOfError, normalQuantile(confidence)));
  });

  test("R's prop.test(5, 50, correct = FALSE): 0.0435 to 0.2136, so a half width of 0.0851", () => {
    expect(wilsonHalfWidth({ share: 0.1, items: 50, confidence: 0.95 })).toBeCloseTo(0.0851, 4);
  });

  test("one answer fewer would leave the interval too wide", () => {
    const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    const margin = fc.double({ min: 0.005, max: 0.3, noNaN: true });
    fc.assert(
      fc.property(share, margin, fc.constantFrom(0.8, 0.95, 0.99), (expectedShare, marginOfError, confidence) => {
        const items = wilsonSampleSize({ expectedShare, marginOfError, confidence });
        expect(wilsonHalfWidth({ share: expectedShare, items, confidence })).toBeLessThanOrEqual(marginOfError);
        if (items === 1) return;
        const fewer = wilsonHalfWidth({ share: expectedShare, items: items - 1, confidence });
        expect(fewer).toBeGreaterThan(marginOfError);
      }),
    );
  });
});

test("a round of the scenario: 93 answers, 2 people each, 4 minutes, 45 USD an hour", () => {
  const scenario = figuresOf(roundScenario(), roundReference());
  const { sampleSize, ratings, usdPerRound, daysPerRound, roundsPerYear } = values(composeEvaluation(scenario));
  expect([sampleSize, ratings, roundsPerYear]).toEqual([93, 186, 4]);
  // 186 × 4 ÷ 60 = 12.4 hours; two people with six productive hours a day
  expect(usdPerRound).toBeCloseTo(12.4 * 45, 9);
  expect(daysPerRound).toBeCloseTo(12.4 / 12, 9);
});
