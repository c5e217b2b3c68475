import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { evaluationRequestSchema } from "@/lib/contract/request";
import { evaluationKind } from "../kinds/evaluation";
import { majorityAccuracy } from "../statistics/judges";
import { cohenKappa, fleissKappa, fleissKappaOfCounts, type Level, type Rating } from "./agreement";
import { holmAdjusted } from "./holm";
import { wilsonHigh, wilsonLow } from "./interval";
import { rateBehindJudge } from "./judge";
import { krippendorffAlpha } from "./krippendorff";
import { waldItems } from "./plans";
import { wilsonHalfWidth } from "./sample-size";
import { suiteItemsNeeded, suitePower } from "./suite";

/** Worked examples that others have published, each with where. */

type Question = z.infer<typeof evaluationRequestSchema>["question"];

function answer(question: Question) {
  const request = evaluationRequestSchema.parse({ kind: "evaluation", question });
  const outcome = evaluationKind(request);
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.value;
}

/** Ratings of two judges from a table of counts: both yes, first only, second only, neither. */
const twoByTwo = (yes: number, first: number, second: number, no: number): Rating[][] => [
  ...Array<Rating[]>(yes).fill([1, 1]),
  ...Array<Rating[]>(first).fill([1, 0]),
  ...Array<Rating[]>(second).fill([0, 1]),
  ...Array<Rating[]>(no).fill([0, 0]),
];

describe("Cohen's κ", () => {
  test.each([
    ["Wikipedia, 50 grant proposals", twoByTwo(20, 5, 10, 15), 0.4],
    ["Wikipedia, same percentage, other margins: 45, 15, 25, 15", twoByTwo(45, 15, 25, 15), 0.1304],
    ["Wikipedia, same percentage, other margins: 25, 35, 5, 35", twoByTwo(25, 35, 5, 35), 0.2593],
  ])("%s", (_, ratings, expected) => {
    expect(cohenKappa(ratings)).toBeCloseTo(expected, 4);
  });

  test("Cohen (1960), 200 cases, as in the documentation of R's psych: 0.492", () => {
    // Shares of the table × 200; 0.70 alike, 0.41 by chance: 0.29 ÷ 0.59
    const table = [
      [0.44, 0.07, 0.09],
      [0.05, 0.2, 0.05],
      [0.01, 0.03, 0.06],
    ];
    const ratings = table.flatMap((row, one) =>
      row.flatMap((share, other) => Array.from({ length: Math.round(share * 200) }, () => [one, other])),
    );
    expect(ratings).toHaveLength(200);
    expect(answer({ kind: "agreement", measure: "cohen", ratings, rows: "items" }).coefficient).toBeCloseTo(0.492, 3);
  });

  test("scikit-learn's documentation of cohen_kappa_score: 0.6875", () => {
    const one = ["negative", "positive", "negative", "neutral", "positive"];
    const other = ["negative", "positive", "negative", "neutral", "negative"];
    const { coefficient } = answer({ kind: "agreement", measure: "cohen", ratings: [one, other] });
    expect(coefficient).toBeCloseTo(0.6875, 12);
  });
});

describe("Fleiss' κ", () => {
  /** Ten subjects, fourteen judges, five categories. */
  const counts = [
    [0, 0, 0, 0, 14],
    [0, 2, 6, 4, 2],
    [0, 0, 3, 5, 6],
    [0, 3, 9, 2, 0],
    [2, 2, 8, 1, 1],
    [7, 7, 0, 0, 0],
    [3, 2, 6, 3, 0],
    [2, 5, 3, 2, 2],
    [6, 5, 2, 1, 0],
    [0, 2, 2, 3, 7],
  ];

  test("Wikipedia's table: 0.210", () => {
    expect(fleissKappaOfCounts(counts)).toBeCloseTo(0.21, 3);
  });

  test("the same from the ratings behind the table, whichever way it lies", () => {
    const ratings = counts.map((row) => row.flatMap((count, category) => Array<number>(count).fill(category)));
    expect(fleissKappa(ratings)).toBeCloseTo(0.20993, 5);
    const asked = (rows: "items" | "judges", table: number[][]) =>
      answer({ kind: "agreement", measure: "fleiss", ratings: table, rows }).coefficient;
    const turned = (ratings[0] ?? []).map((_, judge) => ratings.map((row) => row[judge] ?? 0));
    expect(asked("items", ratings)).toBeCloseTo(0.20993, 5);
    expect(asked("judges", turned)).toBeCloseTo(0.20993, 5);
  });
});

describe("Fleiss (1971): 30 patients, 6 psychiatrists, 5 diagnoses", () => {
  const counts = [
    "00060 03003 01401 00006 03030 20400 00402 20310 20040 00006 10050 11040 03300 10050 02031",
    "00501 30012 51000 02040 10203 00006 01050 02013 20040 10041 05010 40002 02040 10500 00006",
  ].flatMap((line) => line.split(" ").map((row) => [...row].map(Number)));

  test("has the totals of the article: 26, 26, 30, 55 and 43 of 180", () => {
    expect([0, 1, 2, 3, 4].map((at) => counts.reduce((sum, row) => sum + (row[at] ?? 0), 0))).toEqual([
      26, 26, 30, 55, 43,
    ]);
  });

  test("κ = 0.430", () => {
    expect(fleissKappaOfCounts(counts)).toBeCloseTo(0.43, 3);
    const ratings = counts.map((row) => row.flatMap((count, category) => Array<number>(count).fill(category)));
    expect(answer({ kind: "agreement", measure: "fleiss", ratings, rows: "items" }).coefficient).toBeCloseTo(0.43, 3);
  });
});

const parse = (text: string): Rating[] =>
  text.split(" ").map((each) => (each === "." ? null : /^\d+$/.test(each) ? Number(each) : each));

describe("Krippendorff's α", () => {
  const computing = [
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
  ].map(parse);
  const wikipedia = [
    ". . . . . 3 4 1 2 1 1 3 3 . 3",
    "1 . 2 1 3 3 4 3 . . . . . . .",
    ". . 2 1 3 4 4 . 2 1 1 3 3 . 4",
  ].map(parse);
  const alpha = (ratings: Rating[][], level: Level) =>
    answer({ kind: "agreement", measure: "krippendorff", ratings, level }).coefficient;

  test.each([
    ["nominal", 0.743],
    ["ordinal", 0.815],
    ["interval", 0.849],
    ["ratio", 0.797],
  ] as const)(
    "Computing Krippendorff's Alpha-Reliability (2011), four observers with gaps, %s: %d",
    (level, expected) => {
      expect(Math.abs((alpha(computing, level) ?? 0) - expected)).toBeLessThan(5.1e-4);
    },
  );

  test.each([
    ["nominal", 0.691],
    ["interval", 0.811],
  ] as const)("Wikipedia, three coders of fifteen units, %s: %d", (level, expected) => {
    expect(Math.abs((alpha(wikipedia, level) ?? 0) - expected)).toBeLessThan(5.1e-4);
  });

  test("Computing Krippendorff's Alpha-Reliability, two observers, yes or no: 0.095", () => {
    const ratings = ["0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"].map(parse);
    expect(alpha(ratings, "nominal")).toBeCloseTo(0.095, 3);
  });

  test("Computing Krippendorff's Alpha-Reliability, two observers, five categories: 0.692", () => {
    const ratings = ["a a b b d c c c e d d a", "b a b b b c c c e d d d"].map(parse);
    expect(alpha(ratings, "nominal")).toBeCloseTo(0.692, 3);
  });

  test("is 1 for judges who agree, whatever the level, and has an interval around it", () => {
    const levels = fc.constantFrom<Level>("nominal", "ordinal", "interval", "ratio");
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 30 }),
        levels,
        (column, level) => {
          expect(
            krippendorffAlpha(
              column.map((rating) => [rating, rating, rating]),
              level,
            ),
          ).toBeCloseTo(1, 12);
        },
      ),
    );
    const { interval, coefficient } = answer({ kind: "agreement", measure: "krippendorff", ratings: computing });
    expect(interval?.low).toBeLessThan(coefficient ?? 0);
    expect(interval?.high).toBeGreaterThanOrEqual(coefficient ?? 1);
  });
});

describe("sample sizes", () => {
  const proportion = (more: object) =>
    answer({ kind: "proportion", expected: 0.5, marginOfError: 0.05, confidence: 0.95, method: "wald", ...more })
      .sampleSize;

  test("Cochran's 385 for ± 5 points at 95 %", () => {
    expect(proportion({})).toBe(385);
  });

  test.each([
    [10, 10],
    [50, 44],
    [100, 80],
    [200, 132],
    [300, 169],
    [400, 196],
    [500, 217],
    [1000, 278],
    [2000, 322],
    [2800, 338],
    [5000, 357],
    [10_000, 370],
    [15_000, 375],
    [50_000, 381],
    [1_000_000, 384],
  ])("Krejcie and Morgan's table (1970): of %d, %d", (population, expected) => {
    const items = waldItems({ expectedShare: 0.5, marginOfError: 0.05, confidence: 0.95 });
    const exact = items / (1 + (items - 1) / population);
    // The table rounds to the nearest; a sample that must suffice is rounded up.
    expect(Math.round(exact)).toBe(expected);
    expect(proportion({ population })).toBe(Math.ceil(exact));
  });

  test("R's documentation of power.prop.test: 50 % against 75 %, power 0.9: 76.7, so 77 of each", () => {
    expect(answer({ kind: "compare", p1: 0.5, p2: 0.75, alpha: 0.05, power: 0.9 }).sampleSize).toBe(77);
  });

  test.each([
    [0.05, 59],
    [0.01, 299],
    [0.001, 2995],
  ])(
    "no failure at a rate of %d, 95 %% sure (Hanley and Lippman-Hand; tables of attribute sampling): %d",
    (maxFailureRate, expected) => {
      expect(answer({ kind: "zero-failures", maxFailureRate, confidence: 0.95 }).sampleSize).toBe(expected);
    },
  );

  test("Connor (1987) as in powerandsamplesize.com: 45 % change one way, 5 % the other, power 0.8: 23 pairs", () => {
    // (1.96 × √0.5 + 0.8416 × √0.34)² ÷ 0.16 = 22.01
    const asked = { kind: "compare", alpha: 0.05, power: 0.8, paired: true, discordance: 0.5 } as const;
    expect(answer({ ...asked, p1: 0.9, p2: 0.5 }).sampleSize).toBe(23);
    expect(suiteItemsNeeded({ dropShare: 0.4, changedShare: 0.5, confidence: 0.95, powerShare: 0.8 })).toBe(23);
    expect(suitePower({ items: 22, dropShare: 0.4, changedShare: 0.5, confidence: 0.95 })).toBeLessThan(0.8);
    expect(suitePower({ items: 23, dropShare: 0.4, changedShare: 0.5, confidence: 0.95 })).toBeGreaterThan(0.8);
  });

  test("Hanley and Lippman-Hand's rule: 3 ÷ n bounds what no failure in n rules out, from 30 on to a tenth", () => {
    for (const items of [30, 100, 1000]) {
      const rate = 3 / items;
      expect(answer({ kind: "zero-failures", maxFailureRate: rate, confidence: 0.95 }).sampleSize).toBeLessThanOrEqual(
        items,
      );
      expect(
        answer({ kind: "zero-failures", maxFailureRate: rate * 0.9, confidence: 0.95 }).sampleSize,
      ).toBeGreaterThan(items);
    }
  });

  test("fewer pairs than unpaired answers where both systems err on much the same", () => {
    const two = { kind: "compare", p1: 0.85, p2: 0.8, alpha: 0.05, power: 0.8 } as const;
    const paired = answer({ ...two, paired: true, discordance: 0.15 }).sampleSize ?? 0;
    expect(paired).toBeLessThan(answer(two).sampleSize ?? 0);
  });

  test("a difference of nothing, or on more answers than differ, is refused by name", () => {
    const refused = (question: Question) =>
      evaluationKind(evaluationRequestSchema.parse({ kind: "evaluation", question }));
    expect(refused({ kind: "compare", p1: 0.8, p2: 0.8, alpha: 0.05, power: 0.8 })).toMatchObject({
      path: "question.p2",
    });
    expect(
      refused({ kind: "compare", p1: 0.9, p2: 0.8, alpha: 0.05, power: 0.8, paired: true, discordance: 0.05 }),
    ).toMatchObject({ path: "question.discordance" });
  });
});

describe("Wilson's interval, Newcombe (1998), table I", () => {
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("%d of %d: %d to %d", (right, items, low, high) => {
    const half = wilsonHalfWidth({ share: right / items, items, confidence: 0.95 });
    expect(Math.abs(half - (high - low) / 2)).toBeLessThan(1e-4);
    const seen = { share: right / items, items, confidence: 0.95 };
    expect(wilsonLow(seen)).toBeCloseTo(low, 4);
    expect(wilsonHigh(seen)).toBeCloseTo(high, 4);
    const { score } = answer({ kind: "score", items, passed: right });
    expect([score?.low, score?.high]).toEqual([wilsonLow(seen), wilsonHigh(seen)]);
  });
});

describe("Holm's correction", () => {
  test("Wikipedia's four p-values 0.01, 0.04, 0.03, 0.005 become 0.03, 0.06, 0.06, 0.02", () => {
    const adjusted = holmAdjusted([0.01, 0.04, 0.03, 0.005]);
    [0.03, 0.06, 0.06, 0.02].forEach((expected, at) => {
      expect(adjusted[at]).toBeCloseTo(expected, 12);
    });
  });
});

describe("a judging model's bias", () => {
  test("epiR's documentation: 23 of 150 cows positive, sensitivity 0.96, specificity 0.89: 5.1 %, 0 to 13 %", () => {
    const behind = (seenShare: number) => rateBehindJudge({ seenShare, sensitivity: 0.96, specificity: 0.89 });
    const seen = { share: 23 / 150, items: 150, confidence: 0.95 };
    expect(behind(23 / 150)).toBeCloseTo(0.051, 3);
    expect(behind(wilsonLow(seen))).toBe(0);
    expect(behind(wilsonHigh(seen))).toBeCloseTo(0.13, 2);
  });
});

describe("a majority of judges (Condorcet)", () => {
  test.each([
    [3, 0.6, 0.648],
    [5, 0.6, 0.682_56],
    [3, 0.8, 0.896],
  ])("%d judges, each right with %d: %d", (judges, accuracy, expected) => {
    expect(majorityAccuracy({ judges, accuracy })).toBeCloseTo(expected, 9);
  });
});
