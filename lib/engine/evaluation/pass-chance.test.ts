import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wilsonEnds } from "../statistics/intervals";
import { atLeast } from "./binomial";
import { holmConfidence } from "./holm";
import { fewestToPass } from "./interval";
import { chanceAllPass, chanceToPass, chanceWorstPasses, itemsForPower } from "./pass-chance";

const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k);
const exactly = (right: number, items: number, share: number) =>
  choose(items, right) * share ** right * (1 - share) ** (items - right);

const share = fc.double({ min: 0.02, max: 0.98, noNaN: true });

describe("the chance to pass", () => {
  test("sums the binomial distribution, from whichever end", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 41 }), share, (items, fewest, p) => {
        let sum = 0;
        for (let right = fewest; right <= items; right += 1) sum += exactly(right, items, p);
        expect(atLeast(fewest, items, p)).toBeCloseTo(Math.min(1, sum), 10);
      }),
    );
    // In whole numbers: Σ C(10000, k) × 17^k × 3^(10000 − k) from k = 8500, ÷ 20^10000
    expect(atLeast(8500, 10_000, 0.85)).toBeCloseTo(0.506_889_195_27, 9);
  });

  test("counts from the fewest good answers whose interval clears the limit", () => {
    const test_ = fc.record({
      items: fc.integer({ min: 1, max: 3000 }),
      threshold: share,
      confidence: fc.constantFrom(0.8, 0.95, 0.99),
    });
    fc.assert(
      fc.property(test_, (test) => {
        const fewest = fewestToPass(test);
        const low = (right: number) => wilsonEnds({ ...test, share: right / test.items }).low;
        if (fewest <= test.items) expect(low(fewest)).toBeGreaterThanOrEqual(test.threshold - 1e-9);
        if (fewest > 0) expect(low(fewest - 1)).toBeLessThan(test.threshold);
      }),
    );
  });

  test("is at most α/2 for a system at the limit, and rises with what is true", () => {
    const at = (trueShare: number) => chanceToPass({ trueShare, threshold: 0.8, items: 300, confidence: 0.95 });
    expect(at(0.8)).toBeLessThan(0.03);
    const chances = Array.from({ length: 21 }, (_, index) => at(index / 20));
    chances.slice(1).forEach((chance, index) => {
      expect(chance).toBeGreaterThanOrEqual((chances[index] ?? 0) - 1e-12);
    });
  });
});

describe("several criteria", () => {
  const two = { trueShares: [0.9, 0.8], thresholds: [0.6, 0.5], items: [12, 9], confidence: 0.9 };

  test("pass together as often as Holm lets them, counted over everything that may come out", () => {
    let counted = 0;
    for (let one = 0; one <= 12; one += 1) {
      for (let other = 0; other <= 9; other += 1) {
        const shares = [one / 12, other / 9];
        const clears = shares.every((seen, at) => {
          const confidence = holmConfidence({
            shares,
            thresholds: two.thresholds,
            items: two.items,
            at,
            criteria: 2,
            confidence: two.confidence,
            corrected: true,
          });
          const items = two.items[at] ?? 1;
          return wilsonEnds({ share: seen, items, confidence }).low >= (two.thresholds[at] ?? 1) - 1e-12;
        });
        if (clears) counted += exactly(one, 12, 0.9) * exactly(other, 9, 0.8);
      }
    }
    expect(chanceAllPass({ ...two, corrected: true })).toBeCloseTo(counted, 10);
  });

  test("are harder to pass than the hardest of them, and harder with the correction than without", () => {
    const chance = (at: number) =>
      chanceToPass({
        trueShare: two.trueShares[at] ?? 0,
        threshold: two.thresholds[at] ?? 0,
        items: two.items[at] ?? 0,
        confidence: two.confidence,
      });
    const plain = chanceAllPass({ ...two, corrected: false });
    expect(plain).toBeCloseTo(chance(0) * chance(1), 12);
    expect(chanceAllPass({ ...two, corrected: true })).toBeLessThan(plain);
  });

  test("let a system with one of them at its limit through no more often than that one alone", () => {
    const corrected = {
      trueShares: [0.95, 0.95],
      limits: [0.8, 0.8],
      thresholds: [0.8, 0.8],
      items: [200, 200],
      confidence: 0.95,
    };
    expect(chanceWorstPasses({ ...corrected, corrected: true })).toBeLessThanOrEqual(0.03);
  });
});

describe("answers for a good system to pass", () => {
  test("are the fewest that do, one fewer does not", () => {
    const given = fc.record({
      threshold: fc.double({ min: 0.3, max: 0.85, noNaN: true }),
      above: fc.double({ min: 0.05, max: 0.14, noNaN: true }),
      powerShare: fc.constantFrom(0.8, 0.9),
      criteria: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(given, ({ threshold, above, powerShare, criteria }) => {
        const asked = {
          trueShare: threshold + above,
          threshold,
          confidence: 0.95,
          powerShare,
          criteria,
          corrected: true,
        };
        const items = itemsForPower(asked);
        const confidence = 1 - 0.05 / criteria;
        const chance = (each: number) =>
          chanceToPass({ trueShare: asked.trueShare, threshold, items: each, confidence });
        expect(chance(items)).toBeGreaterThanOrEqual(powerShare ** (1 / criteria));
        for (let fewer = 1; fewer < items; fewer += 1) expect(chance(fewer)).toBeLessThan(powerShare ** (1 / criteria));
      }),
      { numRuns: 25 },
    );
  });
});
