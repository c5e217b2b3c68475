import { describe, expect, test } from "vitest";
import { readScenario } from "@/lib/contract/migrations";
import type { ScenarioResult } from "@/lib/contract/result";
import type { Scenario } from "@/lib/contract/scenario";
import { values } from "../figure";
import { roundResult } from "../testing/result";
import { roundDocument, roundScenario } from "../testing/scenario";

type Changes = Parameters<typeof roundScenario>[0];
type Evaluation = Scenario["evaluation"];
type Row = Evaluation["results"][number];

/** Each plan is worked out once; several tests ask for the same. */
const known = new Map<string, ScenarioResult>();

function result(evaluation: Partial<Evaluation> = {}, rest: Changes = {}): ScenarioResult {
  const key = JSON.stringify([evaluation, rest]);
  const found = known.get(key) ?? (values(roundResult(roundScenario({ ...rest, evaluation }))) as ScenarioResult);
  known.set(key, found);
  return found;
}

const accuracy: Evaluation["criteria"][number] = {
  perspective: "accuracy",
  measure: "people",
  expectedShare: 0.9,
  passShare: 0.8,
  weight: 1,
  blocking: true,
};
const family: Evaluation["families"][number] = { name: "Orders", trafficShare: 0.5, variations: 5, correlation: 0.3 };
const tested: Row = { perspective: "accuracy", path: "all", items: 400, passed: 360, agreement: null };

const lineOf = (of: ScenarioResult, id: string) => of.cost.api?.lines.find((line) => line.id === id)?.totalUsd ?? 0;
const ids = (of: ScenarioResult) => of.findings.map(({ id }) => id);

/** What a person decides by: cost of every way, days, go or no-go, and what is found. Words and chances do not count. */
const decidedBy = ({ cost, evaluation, verdict, findings }: ScenarioResult) => {
  const { decision, suite } = evaluation;
  const days = [evaluation.daysPerRound, suite?.daysPerRelease];
  const gates = findings.map(({ id, severity, bars }) => [id, severity, bars]);
  return JSON.stringify([Object.values(cost).map((path) => path?.monthlyUsd), days, decision, verdict.path, gates]);
};

describe("every input of the test changes cost, days, the gate or what is found", () => {
  const several: Partial<Evaluation> = {
    criteria: [accuracy, { ...accuracy, perspective: "safety", measure: "judge", expectedShare: 0.85 }],
    families: [family, { ...family, name: "Refunds", trafficShare: 0.3, variations: 2 }],
    itemsPerFamily: 10,
    marginOfError: 0.1,
    powerShare: 0.8,
    overallPassShare: 0.8,
    raterAccuracyShare: 0.9,
    adjudicationMinutes: 5,
    criticalFailureShare: 0.02,
    suiteDropShare: 0.05,
    results: [tested],
  };
  const changes: { [K in keyof Evaluation]: Evaluation[K] } = {
    criteria: [accuracy],
    families: [family],
    coverageShare: 0.4,
    itemsPerFamily: 200,
    marginOfError: 0.02,
    confidence: 0.99,
    powerShare: 0.99,
    correctsForSeveral: false,
    overallPassShare: 0.88,
    ratingsPerItem: 3,
    overlapShare: 0.5,
    minutesPerRating: 6,
    raterUsdPerHour: 60,
    raters: 4,
    raterAccuracyShare: 0.8,
    adjudicationMinutes: 0,
    criticalFailureShare: 0.001,
    judgeUsdPerItem: 0.1,
    judgeSensitivity: 0.8,
    judgeSpecificity: 0.9,
    suiteDropShare: 0.1,
    suiteItems: 100,
    suiteChangedShare: 0.2,
    suiteMeasure: "automatic",
    results: [{ ...tested, passed: 200 }],
  };
  const before = decidedBy(result(several));
  test.each(Object.entries(changes))("%s", (name, value) => {
    expect(decidedBy(result({ ...several, [name]: value }))).not.toBe(before);
  });

  test.each([
    ["perspective", "tone"],
    ["measure", "people"],
    ["expectedShare", 0.95],
    ["passShare", 0.7],
    ["blocking", false],
  ] as const)("a criterion's %s", (column, value) => {
    const [first = accuracy, second = accuracy] = several.criteria ?? [];
    const changed = [first, { ...second, [column]: value }] as Evaluation["criteria"];
    expect(decidedBy(result({ ...several, criteria: changed }))).not.toBe(before);
  });

  test("a criterion's weight, by the score of all: 90 % and 70 % good are a go at 0.8 once the first counts for more", () => {
    const goAt = (weight: number) => {
      const [first = accuracy, second = accuracy] = several.criteria ?? [];
      const criteria = [
        { ...first, passShare: 0.5, weight },
        { ...second, passShare: 0.5, weight: 1 },
      ];
      const results = [tested, { ...tested, perspective: "safety" as const, passed: 280 }];
      return result({ ...several, criteria, results }).evaluation.decision?.paths.map(({ state }) => state);
    };
    expect(goAt(1)).not.toContain("go");
    expect(goAt(20)).toContain("go");
  });

  test.each([
    ["trafficShare", 0.2],
    ["variations", 9],
    ["correlation", 0.9],
  ] as const)("a family's %s", (column, value) => {
    const [, second = family] = several.families ?? [];
    expect(decidedBy(result({ ...several, families: [{ ...family, [column]: value }, second] }))).not.toBe(before);
  });

  test.each([
    ["perspective", "safety"],
    ["path", "api"],
    ["items", 1000],
    ["passed", 399],
    ["agreement", 0.4],
  ] as const)("a result's %s", (column, value) => {
    expect(decidedBy(result({ ...several, results: [{ ...tested, [column]: value } as Row] }))).not.toBe(before);
  });
});

describe("what is tested", () => {
  test("five wordings of a question at a likeness of 0.3 ask for 2.2 times as many answers", () => {
    const { evaluation } = result({ families: [{ ...family, trafficShare: 1 }] });
    expect(evaluation.sampleSize).toBe(Math.ceil(93 * 2.2));
    expect(evaluation.plan?.families[0]).toMatchObject({ items: 205, questions: 41 });
    expect(evaluation.plan?.tailItems).toBe(0);
  });

  test("the largest families up to four fifths of the volume are tested, the long tail is sampled", () => {
    const shares = [0.5, 0.3, 0.15];
    const families = shares.map((trafficShare, at) => ({ ...family, name: `${at}`, trafficShare, variations: 1 }));
    const { plan, sampleSize } = result({ families, coverageShare: 0.8, itemsPerFamily: 40 }).evaluation;
    // 93 answers: 47 and at least 40 of the families, 0.2 × 93 = 18.6 of all else
    expect(plan?.families.map(({ items }) => items)).toEqual([47, 40, 0]);
    expect(plan?.tailItems).toBe(19);
    expect(sampleSize).toBe(47 + 40 + 19);
    expect(plan?.coveredShare).toBeCloseTo(0.8, 12);
  });

  test("it is said where the families named hold too little of the volume, or more than all", () => {
    expect(ids(result({ families: [family] }))).toContain("evaluation.uncovered");
    expect(ids(result({ families: [{ ...family, trafficShare: 0.8 }] }))).not.toContain("evaluation.uncovered");
    expect(ids(result({ families: [family, { ...family, trafficShare: 0.9 }] }))).toContain(
      "evaluation.familiesAboveAll",
    );
  });

  test("critical failures below 1 in 100 ask for 299 answers", () => {
    const { evaluation } = result({ criticalFailureShare: 0.01 });
    expect(evaluation.sampleSize).toBe(299);
    expect(evaluation.ratings).toBe(2 * 299);
  });
});

describe("who judges", () => {
  test("each perspective is judged by itself: two take twice the judgements, and a program none", () => {
    const two = (measure: "people" | "automatic") =>
      result({ criteria: [accuracy, { ...accuracy, perspective: "tone", measure }] }).evaluation.ratings;
    const one = result({ criteria: [accuracy] }).evaluation.ratings;
    expect(two("people")).toBe(2 * one);
    expect(two("automatic")).toBe(one);
  });

  test("a good judging model takes over most of the work, at the certainty people alone would give", () => {
    const judged = {
      criteria: [{ ...accuracy, measure: "judge" as const }],
      judgeSensitivity: 0.98,
      judgeSpecificity: 0.98,
    };
    const byModel = result({ ...judged, marginOfError: 0.03 }).evaluation;
    const byPeople = result({ criteria: [accuracy], marginOfError: 0.03 }).evaluation;
    expect(byModel.sampleSize).toBe(byPeople.sampleSize);
    expect(byModel.usdPerRound).toBeLessThan(byPeople.usdPerRound * 0.5);
    expect(byModel.daysPerRound).toBeLessThan(byPeople.daysPerRound * 0.5);
    const criterion = byModel.plan?.criteria[0];
    expect(criterion?.judged).toBeGreaterThan(byPeople.sampleSize);
    for (const { usd } of criterion?.labelCurve ?? []) expect(usd).toBeGreaterThanOrEqual(byModel.usdPerRound - 7);
  });

  test("judges who err make a good system look worse; settling what they differ on mends most of it", () => {
    const chance = (more: Partial<Evaluation>) =>
      result({ criteria: [accuracy], marginOfError: 0.03, ...more }).evaluation.plan?.chanceGoodPasses ?? 0;
    // 90 % good look like 0.9 × 0.9 + 0.1 × 0.1 = 82 %, hardly above the 80 % that must be shown.
    expect(chance({ raterAccuracyShare: 0.9 })).toBeLessThan(0.2);
    expect(chance({ raterAccuracyShare: 0.9, adjudicationMinutes: 5 })).toBeGreaterThan(0.9);
    expect(ids(result({ criteria: [accuracy], raterAccuracyShare: 0.85 }))).toContain("evaluation.judgesBlur");
  });

  test("disagreements cost: 2 × 0.9 × 0.1 of 93 answers, 6 minutes each at 45 USD", () => {
    const with_ = result({ raterAccuracyShare: 0.9, adjudicationMinutes: 6 }).evaluation.usdPerRound;
    expect(with_ - result().evaluation.usdPerRound).toBeCloseTo(((93 * 0.18 * 6) / 60) * 45, 9);
  });

  test("one judge for most answers and two for a tenth cost 1.1 judgements an answer", () => {
    expect(result({ overlapShare: 0.1 }).evaluation.ratings).toBe(Math.ceil(93 * 1.1));
  });
});

describe("go or no-go", () => {
  const go = (results: Row[], more: Partial<Evaluation> = {}) => result({ criteria: [accuracy], results, ...more });
  const stateOf = (of: ScenarioResult) =>
    Object.fromEntries((of.evaluation.decision?.paths ?? []).map(({ path, state }) => [path, state]));

  test("needs the lower end of the interval above the limit: 360 of 400 pass 80 %, 330 do not", () => {
    // Wilson, 95 %: 0.8667 to 0.9258 and 0.7847 to 0.8591
    expect(stateOf(go([tested]))).toEqual({ api: "go", selfHosted: "go", hybrid: "go" });
    const open = go([{ ...tested, passed: 330 }]);
    expect(stateOf(open).api).toBe("open");
    expect(ids(open)).toContain("evaluation.undecided.accuracy.all");
    expect(open.findings.find(({ id }) => id === "evaluation.undecided.accuracy.all")?.severity).toBe("warning");
  });

  test("a clear miss bars what was tested: the API and the mix, not self-hosting", () => {
    const missed = go([
      { ...tested, path: "api", passed: 280 },
      { ...tested, path: "selfHosted" },
    ]);
    expect(stateOf(missed)).toEqual({ api: "noGo", selfHosted: "go", hybrid: "noGo" });
    expect(missed.findings.find(({ id }) => id === "evaluation.failed.accuracy.api")).toMatchObject({
      severity: "blocker",
      bars: ["api", "hybrid"],
    });
    expect(missed.verdict.barred.map(({ path }) => path)).toEqual(expect.arrayContaining(["api", "hybrid"]));
    expect(missed.considerations.find(({ id }) => id === "evaluation")?.state).toBe("failing");
  });

  test("a result of a way by itself counts before one of every way", () => {
    expect(
      stateOf(
        go([
          { ...tested, passed: 280 },
          { ...tested, path: "selfHosted" },
        ]),
      ).selfHosted,
    ).toBe("go");
  });

  test("is open while a criterion that must be passed has no result", () => {
    const criteria = [accuracy, { ...accuracy, perspective: "safety" as const }];
    const { decision } = result({ criteria, results: [tested] }).evaluation;
    expect(decision?.paths[0]).toMatchObject({ state: "open", missing: ["safety"] });
  });

  test("Holm asks more of the surest of several: 337 of 400 clear 80 % alone, not as one of two", () => {
    const row = { ...tested, passed: 337 };
    const other = { ...tested, perspective: "safety" as const, passed: 336 };
    expect(stateOf(go([row])).api).toBe("go");
    const criteria = [accuracy, { ...accuracy, perspective: "safety" as const }];
    expect(stateOf(go([row, other], { criteria })).api).toBe("open");
    expect(stateOf(go([row, other], { criteria, correctsForSeveral: false })).api).toBe("go");
  });

  test("wordings of the same questions make results less sure", () => {
    const wordings = [{ ...family, trafficShare: 1 }];
    expect(stateOf(go([{ ...tested, passed: 337 }])).api).toBe("go");
    expect(stateOf(go([{ ...tested, passed: 337 }], { families: wordings })).api).toBe("open");
  });

  test("the score of all may stop what its criteria let through", () => {
    const criteria = [accuracy, { ...accuracy, perspective: "tone" as const, weight: 4, blocking: false }];
    const results = [tested, { ...tested, perspective: "tone" as const, passed: 200 }];
    expect(stateOf(result({ criteria, results })).api).toBe("go");
    // (0.9 + 4 × 0.5) ÷ 5 = 0.58
    const stopped = result({ criteria, results, overallPassShare: 0.7 });
    expect(stateOf(stopped).api).toBe("noGo");
    expect(stopped.evaluation.decision?.paths[0]?.score).toBeCloseTo(0.58, 12);
    expect(ids(stopped)).toContain("evaluation.failed.overall");
  });

  test("latency and cost are judged by the plan's own estimates", () => {
    const gates = (of: ScenarioResult) =>
      Object.fromEntries(
        (of.evaluation.decision?.gates ?? []).map((gate) => [`${gate.path}.${gate.criterion}`, gate.state]),
      );
    expect(gates(result({}, { requirements: { budgetUsdPerMonth: 1e9 } }))).toMatchObject({
      "api.latency": "passed",
      "api.cost": "passed",
    });
    expect(gates(result({}, { requirements: { budgetUsdPerMonth: 1, ttftSeconds: 0.5 } }))).toMatchObject({
      "api.latency": "failed",
      "api.cost": "failed",
    });
    expect(gates(result())["api.cost"]).toBe("unknown");
  });

  test("poor agreement, and more good answers than judged, are said", () => {
    expect(ids(go([{ ...tested, agreement: 0.5 }]))).toContain("evaluation.agreement.accuracy.all");
    expect(ids(go([{ ...tested, agreement: 0.9 }]))).not.toContain("evaluation.agreement.accuracy.all");
    expect(ids(go([{ ...tested, passed: 500 }]))).toContain("evaluation.passedAbove.0");
  });
});

describe("the regression suite", () => {
  test("costs what its answers do, four times a year over three years", () => {
    const whole = result();
    expect(lineOf(whole, "releaseTests")).toBeCloseTo(12 * whole.evaluation.usdPerRound, 6);
    // Connor: 10 points, 20 % changing, 95 %, 0.8: 155 answers × 2 people × 4 min ÷ 60 × 45 USD
    const suite = result({ suiteDropShare: 0.1, suiteChangedShare: 0.2 });
    expect(suite.evaluation.suite).toMatchObject({ items: 155, usdPerRelease: 930 });
    expect(suite.evaluation.suite?.power).toBeGreaterThanOrEqual(0.8);
    // 1.96 × √(0.2 × 155) = 10.9
    expect(suite.evaluation.suite?.stopsAt).toBe(11);
    expect(lineOf(suite, "releaseTests")).toBeCloseTo(12 * 930, 6);
    expect(lineOf(suite, "launchTest")).toBeCloseTo(lineOf(whole, "launchTest"), 9);
  });

  test("is what a regression evaluation between releases takes too: 6 a year at 930 USD", () => {
    const work = {
      kind: "regression",
      timesPerYear: 6,
      hours: 0,
      role: "mlEngineer",
      on: "every",
      usdEach: 0,
    } as const;
    const suite = result({ suiteDropShare: 0.1, suiteChangedShare: 0.2 }, { maintenance: { work: [work] } });
    expect(lineOf(suite, "regressionTests")).toBeCloseTo(18 * 930, 6);
  });

  test("judged by a model or a program it costs little, and one too small is said", () => {
    const suite = (more: Partial<Evaluation>) => result({ suiteDropShare: 0.1, suiteChangedShare: 0.2, ...more });
    expect(suite({ suiteMeasure: "judge" }).evaluation.suite?.usdPerRelease).toBeCloseTo(1.55, 9);
    expect(suite({ suiteMeasure: "automatic" }).evaluation.suite?.usdPerRelease).toBe(0);
    expect(ids(suite({ suiteItems: 50 }))).toContain("evaluation.suiteTooSmall");
    expect(ids(suite({}))).not.toContain("evaluation.suiteTooSmall");
    expect(ids(suite({ suiteChangedShare: 0.05 }))).toContain("evaluation.suiteChange");
  });
});

describe("accurate against credible", () => {
  const outcome = { errorShare: 0.04, errorUsd: 50, reviewMinutes: 1, detectionShare: 0.9 };
  const review = (more: object = {}) => result({}, { outcome: { ...outcome, ...more } }).evaluation.review;

  test("1,000 answers, 4 % wrong, half of them credible, a fifth read and 90 % noticed, 50 USD each: 820 USD of harm", () => {
    const found = review({ credibleShare: 0.5 });
    const at = found?.curve.find(({ reviewShare }) => reviewShare === 0.2);
    expect(at?.harmUsd).toBeCloseTo(820, 9);
    // 200 minutes at 45 USD an hour
    expect(at?.reviewUsd).toBeCloseTo(150, 9);
  });

  test("at random all or nothing is best; where doubt is told apart, some", () => {
    expect(review()?.bestShare).toBe(1);
    expect(review({ errorUsd: 5 })?.bestShare).toBe(0);
    const some = review({ errorUsd: 15, doubtAuc: 0.79 });
    expect(some?.bestShare).toBeGreaterThan(0.05);
    expect(some?.bestShare).toBeLessThan(0.95);
    for (const { totalUsd } of some?.curve ?? []) expect(totalUsd).toBeGreaterThanOrEqual((some?.bestUsd ?? 0) - 1e-9);
  });

  test("every input of it moves the cost of what is acted on", () => {
    const errors = (more: object) =>
      lineOf(result({}, { outcome: { ...outcome, reviewShare: 0.2, ...more } }), "errors");
    const before = errors({});
    expect(errors({ credibleShare: 0.5 })).toBeCloseTo(before / 2, 6);
    expect(errors({ doubtAuc: 0.8 })).toBeLessThan(before);
    expect(errors({ detectionShare: 0.5 })).toBeGreaterThan(before);
    expect(errors({ reviewShare: 0.5 })).toBeLessThan(before);
  });
});

test("a document of the second version is tested as before: 93 answers, two people, the same cost", () => {
  const { criteria, ...rest } = roundDocument.evaluation;
  const { marginOfError, confidence, ratingsPerItem, minutesPerRating, raterUsdPerHour, raters } = rest;
  const kept = { marginOfError, confidence, ratingsPerItem, minutesPerRating, raterUsdPerHour, raters };
  const old = { ...roundDocument, schemaVersion: 2, evaluation: { expectedPassShare: 0.5, ...kept } };
  const { roles, ...team } = roundDocument.team;
  const { role: _, usdPerYear: __, ...work } = roles[0] ?? {};
  const read = readScenario({ ...old, team: { ...team, ...work } });
  if (!read.ok) throw new Error(read.message);
  expect(read.value.evaluation.criteria).toEqual(criteria);
  const { evaluation } = values(roundResult(read.value)) as ScenarioResult;
  expect([evaluation.sampleSize, evaluation.ratings]).toEqual([93, 186]);
  expect(evaluation.usdPerRound).toBeCloseTo(12.4 * 45, 9);
});

describe("how many people are worth their cost", () => {
  const raters = (more: Partial<Evaluation>) => result({ criteria: [accuracy], ...more }).evaluation.plan;

  test("one, where nobody errs", () => {
    expect(raters({})?.cheapestJudges).toBe(1);
  });

  test("several, where one judge alone makes 90 % look hardly above the 80 % that must be shown", () => {
    const plan = raters({ raterAccuracyShare: 0.88 });
    // 0.9 × 0.88 + 0.1 × 0.12 = 80.4 %: one judge would need thousands of answers
    expect(plan?.cheapestJudges).toBeGreaterThan(1);
    expect(plan?.raters[0]?.usd ?? Number.POSITIVE_INFINITY).toBeGreaterThan(5 * (plan?.raters[2]?.usd ?? 0));
  });

  test("none, where even seven cannot show it", () => {
    const plan = raters({ raterAccuracyShare: 0.55 });
    expect(plan?.cheapestJudges).toBe(0);
    expect(plan?.raters.every(({ usd }) => usd === null)).toBe(true);
  });
});
