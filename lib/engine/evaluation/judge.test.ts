import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { randomFrom } from "../random";
import {
  judgedFor,
  judgeReliability,
  type Labelled,
  labelsByPeople,
  predictionPowered,
  roganGladen,
  sizeOf,
} from "./judge";

const counts = fc.integer({ min: 1, max: 60 });
const labelled = fc.record({ bothGood: counts, onlyPeople: counts, onlyJudge: counts, bothBad: counts });

/** Answers one by one: what people said and what the model said. */
const pairsOf = ({ bothGood, onlyPeople, onlyJudge, bothBad }: Labelled): [number, number][] => [
  ...Array<[number, number]>(bothGood).fill([1, 1]),
  ...Array<[number, number]>(onlyPeople).fill([1, 0]),
  ...Array<[number, number]>(onlyJudge).fill([0, 1]),
  ...Array<[number, number]>(bothBad).fill([0, 0]),
];
const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const varianceOf = (values: readonly number[]) => {
  const mean = meanOf(values);
  return meanOf(values.map((value) => (value - mean) ** 2));
};

describe("prediction-powered inference", () => {
  test("is the model's mean where it judged alone, plus the mean of people − model, with both variances (algorithm 1)", () => {
    fc.assert(
      fc.property(
        labelled,
        fc.integer({ min: 50, max: 500 }),
        fc.double({ min: 0.2, max: 0.8, noNaN: true }),
        (both, judged, share) => {
          const judgedGood = Math.round(judged * share);
          const rest = pairsOf(both).map(([people, model]) => people - model);
          const alone = judgedGood / judged;
          const error = Math.sqrt((alone * (1 - alone)) / judged + varianceOf(rest) / rest.length);
          const found = predictionPowered(both, { judged, judgedGood }, 0.95);
          expect(found?.error).toBeCloseTo(error, 10);
          const expected = alone + meanOf(rest);
          if (expected > 0 && expected < 1) expect(found?.share).toBeCloseTo(expected, 10);
        },
      ),
    );
  });

  test("tuned is never less certain than people alone", () => {
    fc.assert(
      fc.property(labelled, fc.integer({ min: 10, max: 5000 }), (both, judged) => {
        const n = sizeOf(both);
        const model = (both.bothGood + both.onlyJudge) / n;
        const people = (both.bothGood + both.onlyPeople) / n;
        const found = predictionPowered(both, { judged, judgedGood: Math.round(judged * model) }, 0.95, true);
        // The model's share alone is rounded to whole answers, which moves its variance a little.
        expect(found?.error ?? 1).toBeLessThanOrEqual(Math.sqrt((people * (1 - people)) / n) * 1.02);
      }),
    );
  });
});

test("both corrections hold the true share in about 95 of 100 tests, where the model alone is far off", () => {
  const random = randomFrom(7);
  const held = { roganGladen: 0, tuned: 0, uncorrected: 0 };
  const rounds = 400;
  for (let round = 0; round < rounds; round += 1) {
    const both: Labelled = { bothGood: 0, onlyPeople: 0, onlyJudge: 0, bothBad: 0 };
    const alone = { judged: 1000, judgedGood: 0 };
    const draw = () => {
      const good = random.uniform() < 0.7;
      return { good, model: random.uniform() < (good ? 0.9 : 0.4) };
    };
    for (let at = 0; at < 200; at += 1) {
      const { good, model } = draw();
      both[good ? (model ? "bothGood" : "onlyPeople") : model ? "onlyJudge" : "bothBad"] += 1;
    }
    for (let at = 0; at < alone.judged; at += 1) if (draw().model) alone.judgedGood += 1;
    const within = (found: { low: number; high: number } | null) =>
      Number(found !== null && found.low <= 0.7 && found.high >= 0.7);
    held.roganGladen += within(roganGladen(both, alone, 0.95));
    held.tuned += within(predictionPowered(both, alone, 0.95, true));
    const seen = alone.judgedGood / alone.judged;
    held.uncorrected += Number(Math.abs(seen - 0.7) < 1.96 * Math.sqrt((seen * (1 - seen)) / alone.judged));
  }
  // Binomial: 380 of 400 expected, four standard deviations are 17.
  expect(held.roganGladen).toBeGreaterThan(360);
  expect(held.tuned).toBeGreaterThan(360);
  expect(held.uncorrected).toBeLessThan(200);
});

describe("answers that people judge to check a model", () => {
  test("cost no more than any other number of them with the same certainty", () => {
    const share = fc.double({ min: 0.05, max: 0.95, noNaN: true });
    const rate = fc.double({ min: 0.6, max: 0.99, noNaN: true });
    const price = fc.double({ min: 0.001, max: 0.2, noNaN: true });
    fc.assert(
      fc.property(
        share,
        rate,
        rate,
        price,
        fc.integer({ min: 50, max: 400 }),
        (expected, sensitivity, specificity, usd, items) => {
          const reliability = judgeReliability({ share: expected, sensitivity, specificity });
          const plan = { items, reliability, usdPerLabel: 1, usdPerJudgement: usd, fewestLabels: 1 };
          const cost = (labels: number) =>
            labels >= items ? items : labels + usd * judgedFor({ items, reliability, labels });
          const chosen = cost(labelsByPeople(plan));
          for (let labels = 1; labels <= items; labels += 1) {
            const judged = labels >= items ? 0 : judgedFor({ items, reliability, labels });
            // Whole answers: the chosen number may lie one off, and at most 50 times as many are judged by the model.
            if (judged <= 50 * items) expect(chosen).toBeLessThanOrEqual(cost(labels) + 1 + usd);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test("leave the variance of the share at what so many answers by people alone would give", () => {
    const items = 200;
    const reliability = judgeReliability({ share: 0.5, sensitivity: 0.9, specificity: 0.9 });
    const labels = labelsByPeople({ items, reliability, usdPerLabel: 1, usdPerJudgement: 0.01, fewestLabels: 30 });
    const judged = judgedFor({ items, reliability, labels });
    expect((1 - reliability) / labels + reliability / judged).toBeLessThanOrEqual(1 / items + 1e-12);
    expect((1 - reliability) / labels + reliability / (judged - 1)).toBeGreaterThan(1 / items);
  });

  test("are all of them where the model tells nothing or costs as much as people", () => {
    const plan = { items: 100, reliability: 0.5, usdPerLabel: 1, usdPerJudgement: 1, fewestLabels: 30 };
    expect(labelsByPeople(plan)).toBe(100);
    expect(labelsByPeople({ ...plan, reliability: 0, usdPerJudgement: 0 })).toBe(100);
    expect(labelsByPeople({ ...plan, reliability: 1, usdPerJudgement: 0.001 })).toBe(30);
  });
});
