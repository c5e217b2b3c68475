import { describe, expect, test } from "vitest";
import { failureFromZod } from "@/lib/contract/errors";
import { evaluationRequestSchema } from "@/lib/contract/request";
import { evaluationKind } from "./evaluation";

function ask(question: unknown) {
  const input = { kind: "evaluation", question };
  const request = evaluationRequestSchema.safeParse(input);
  return request.success ? evaluationKind(request.data) : failureFromZod(request.error, input);
}
function answer(question: unknown) {
  const outcome = ask(question);
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.value;
}
const refusal = (question: unknown) => {
  const outcome = ask(question);
  return outcome.ok ? "answered" : outcome.message;
};

describe("the contract's four questions", () => {
  test("answer with a sample size or a coefficient, and the working", () => {
    const proportion = answer({
      kind: "proportion",
      expected: 0.5,
      marginOfError: 0.05,
      confidence: 0.95,
      method: "wald",
    });
    expect(proportion.sampleSize).toBe(385);
    expect(proportion.working.length).toBeGreaterThan(0);
    const finite = { kind: "proportion", expected: 0.5, marginOfError: 0.05, confidence: 0.95, method: "wald" };
    expect(answer({ ...finite, population: 1000 }).sampleSize).toBe(278);
    expect(answer({ kind: "compare", p1: 0.85, p2: 0.8, alpha: 0.05, power: 0.8 }).sampleSize).toBe(906);
    expect(answer({ kind: "zero-failures", maxFailureRate: 0.01, confidence: 0.95 }).sampleSize).toBe(299);
    const ratings = [
      [1, 1, 0, 0],
      [1, 1, 0, 1],
    ];
    expect(answer({ kind: "agreement", ratings, measure: "cohen" }).coefficient).toBeCloseTo(0.5, 12);
  });
});

describe("what cannot be answered", () => {
  const proportion = { kind: "proportion", expected: 0.5, marginOfError: 0.05, confidence: 0.95 };
  test.each([
    [{ ...proportion, expected: 1.2 }, "`question.expected` is 1.2: must be a number from 0 to 1"],
    [{ ...proportion, marginOfError: 0 }, "`question.marginOfError` is 0: must be a number from 0.00001 to 0.5"],
    [{ ...proportion, method: "exact" }, '`question.method` is "exact": must be wald or wilson'],
    [{ kind: "zero-failures", maxFailureRate: 0.01 }, "`question.confidence` is missing: must be a number from"],
    [{ kind: "agreement", ratings: [[1, 0]], measure: "kendall" }, "must be one of cohen, fleiss, krippendorff"],
    [{ kind: "power" }, "must be an object whose `kind` is one of proportion, compare"],
    [
      { kind: "agreement", ratings: [[1, 0], [1]], measure: "fleiss", rows: "items" },
      "`question.ratings.1` has 1 ratings: must have 2, as the first row",
    ],
    [
      {
        kind: "agreement",
        ratings: [
          [1, 2],
          [3, "x"],
          [1, 1],
        ],
        measure: "krippendorff",
        level: "interval",
      },
      '`question.ratings.1.1` is "x": must be a number or null, as level interval needs numbers',
    ],
    [{ kind: "score", items: 10, passed: 11 }, "`question.passed` is 11: must be a whole number from 0 to 10"],
    [
      { kind: "ratings", ratings: [[1, 0]], judgeColumn: 2 },
      "`question.judgeColumn` is 2: must be a column from 0 to 1",
    ],
    [
      { kind: "judge", labelled: { bothGood: 1, onlyPeople: 0, onlyJudge: 0, bothBad: 0 }, judged: 9, judgedGood: 5 },
      "`question.labelled` holds 1 answers: must hold at least 2",
    ],
    [
      { kind: "judge", labelled: { bothGood: 5, onlyPeople: 0, onlyJudge: 0, bothBad: 5 }, judged: 9, judgedGood: 10 },
      "`question.judgedGood` is 10: must be a whole number from 0 to 9",
    ],
  ])("%j is refused by field, value and what is allowed", (question, message) => {
    expect(refusal(question)).toContain(message);
  });
});

describe("real ratings", () => {
  const ratings = [
    [1, 1, 1],
    [1, 1, 0],
    [0, 0, 1],
    [0, 0, null],
    [1, 0, null],
    [null, null, null],
  ];

  test("give agreement, and the score by the majority: 2 of 5, a tie is bad, an answer nobody rated does not count", () => {
    const found = answer({ kind: "ratings", ratings, goodFrom: 1, threshold: 0.9 });
    expect(found.score).toMatchObject({ items: 5, passed: 2, share: 0.4, tied: 1 });
    expect(found.decision).toBe("failed");
    expect(found.coefficient).toBe(
      answer({ kind: "agreement", ratings, measure: "krippendorff", rows: "items" }).coefficient,
    );
    expect(found.interval?.low).toBeLessThanOrEqual(found.coefficient ?? -1);
  });

  test("may be words, some of which say that an answer is good", () => {
    const words = ratings.map((row) => row.map((each) => (each === null ? null : each === 1 ? "Good" : "bad")));
    expect(answer({ kind: "ratings", ratings: words, goodWords: ["good"] }).score).toMatchObject({
      items: 5,
      passed: 2,
    });
  });

  test("by one judge alone have a score and no agreement", () => {
    const found = answer({ kind: "ratings", ratings: [[1], [0], [1], [1]], goodFrom: 1 });
    expect(found.coefficient).toBeUndefined();
    expect(found.score).toMatchObject({ items: 4, passed: 3 });
  });

  test("of thousands of answers are worked out in a second or so", () => {
    const many = Array.from({ length: 5000 }, (_, at) => [at % 5, (at * 7) % 5, at % 3 === 0 ? null : (at + 1) % 5]);
    const from = performance.now();
    const found = answer({ kind: "ratings", ratings: many, level: "ordinal", goodFrom: 3 });
    expect(found.interval).not.toBeNull();
    expect(performance.now() - from).toBeLessThan(10_000);
  });

  test("with a judging model among the judges, its bias is taken out by what people judged as well", () => {
    // 100 judged by both: 63 of 70 good and 12 of 30 bad ones passed; 900 by the model alone, 675 passed.
    const both = [
      ...Array.from({ length: 63 }, () => [1, 1]),
      ...Array.from({ length: 7 }, () => [1, 0]),
      ...Array.from({ length: 12 }, () => [0, 1]),
      ...Array.from({ length: 18 }, () => [0, 0]),
    ];
    const alone = Array.from({ length: 900 }, (_, at) => [null, at < 675 ? 1 : 0]);
    const found = answer({ kind: "ratings", ratings: [...both, ...alone], goodFrom: 1, judgeColumn: 1 });
    expect(found.judge).toMatchObject({ labelled: 100, alone: 900, sensitivity: 0.9, specificity: 0.6 });
    // (0.75 + 0.6 − 1) ÷ (0.9 + 0.6 − 1) = 0.7; 0.75 + (7 − 12) ÷ 100 = 0.7
    expect(found.judge?.roganGladen?.share).toBeCloseTo(0.7, 9);
    expect(found.judge?.predictionPowered?.share).toBeCloseTo(0.7, 9);
    expect(found.score?.share).toBeCloseTo(0.7, 2);
    expect(found.score?.items).toBeGreaterThan(100);
    const counts = { bothGood: 63, onlyPeople: 7, onlyJudge: 12, bothBad: 18 };
    expect(answer({ kind: "judge", labelled: counts, judged: 900, judgedGood: 675 }).judge).toEqual(found.judge);
  });
});

test("a score of 360 of 400 clears 80 % and not 88 %, and less surely where answers are alike", () => {
  const score = { kind: "score", items: 400, passed: 360 };
  expect(answer({ ...score, threshold: 0.8 }).decision).toBe("passed");
  expect(answer({ ...score, threshold: 0.88 }).decision).toBe("undecided");
  expect(answer({ ...score, threshold: 0.95 }).decision).toBe("failed");
  expect(answer({ ...score, designEffect: 4 }).score?.low).toBeLessThan(answer(score).score?.low ?? 0);
});

test("labels by people and judgements by a model at the lowest cost, against people alone", () => {
  const asked = {
    kind: "labels",
    expected: 0.5,
    marginOfError: 0.05,
    confidence: 0.95,
    sensitivity: 0.9,
    specificity: 0.9,
  };
  const { labels } = answer({ ...asked, usdPerLabel: 3, usdPerJudgement: 0.01 });
  expect(labels?.peopleAlone).toBe(381);
  expect(labels?.labels).toBeLessThan(200);
  expect(labels?.usd).toBeLessThan((labels?.peopleAloneUsd ?? 0) / 2);
  expect(answer({ ...asked, usdPerLabel: 1, usdPerJudgement: 5 }).labels).toMatchObject({ labels: 381, judged: 0 });
});
