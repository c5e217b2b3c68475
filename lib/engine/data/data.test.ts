import { describe, expect, test } from "vitest";
import type { ScenarioResult } from "@/lib/contract/result";
import { type Scenario, scenarioSchema } from "@/lib/contract/scenario";
import { given, values } from "../figure";
import { roundInputs, roundResult } from "../testing/result";
import { roundScenario } from "../testing/scenario";
import { composeData } from "./compose";

type Changes = NonNullable<Parameters<typeof roundScenario>[0]>;
type Source = Scenario["data"]["sources"][number];
type Step = Scenario["data"]["steps"][number];

const result = (changes: Changes = {}) => values(roundResult(roundScenario(changes)));
const data = (changes: Changes = {}) => result(changes).data;

/** 10,000 documents of two pages each. */
const source = (changes: Partial<Source> = {}): Source => ({
  name: "Handbook",
  owner: "Quality office",
  documents: 10_000,
  bytesPerDocument: 6000,
  format: "text",
  language: "english",
  sensitivity: "internal",
  rights: "settled",
  changedSharePerMonth: 0,
  toleratedAgeDays: null,
  ...changes,
});
const step = (kind: Step["step"], changes: Partial<Step> = {}): Step => ({
  step: kind,
  removedShare: null,
  usdPerThousandDocuments: null,
  minutesPerThousandDocuments: null,
  documentsPerDay: null,
  ...changes,
});
const withSource = (changes: Partial<Source> = {}, others: Changes["data"] = {}): Changes => ({
  privacy: { dataClass: "internal" },
  data: { sources: [source(changes)], ...others },
});
const findings = (changes: Changes) => result(changes).findings.map(({ id }) => id);
const line = (changes: Changes, id: string) =>
  result(changes).cost.api?.lines.find((each) => each.id === id)?.monthlyUsd ?? [];

describe("labels", () => {
  test("1,000 examples, two people each, a tenth again: 2,200 labels of 3 minutes at 30 USD", () => {
    const { labels, labellingUsd, labellingDays, upkeepUsdPerMonth } = data();
    expect(labels).toBeCloseTo(2200, 9);
    // 110 hours; four people with six productive hours a day
    expect(labellingUsd).toBeCloseTo(3300, 9);
    expect(labellingDays).toBeCloseTo(110 / 24, 9);
    // half of it renewed in a year
    expect(upkeepUsdPerMonth).toBeCloseTo(137.5, 9);
  });

  test("two who agree on four in five: a third person decides the fifth that differs", () => {
    const { labels, examples } = data({ data: { agreementShare: 0.8 } });
    expect(examples?.disagreeingShare).toBeCloseTo(0.2, 12);
    expect(labels).toBeCloseTo(2400, 9);
    expect(findings({ data: { agreementShare: 0.8 } })).toContain("data.agreement");
    expect(findings({ data: { agreementShare: 0.9 } })).not.toContain("data.agreement");
  });
});

describe("examples for fine-tuning", () => {
  test("a task needs 5,000; of 1,000 planned a tenth is held out, so 4,100 to train on or 4,556 in all are missing", () => {
    const changes: Changes = { data: { fineTuneGoal: "skill", heldOutShare: 0.1 } };
    const { examples } = data(changes);
    expect(examples?.trainable).toBeCloseTo(900, 9);
    expect(examples?.missing).toBeCloseTo(4100 / 0.9, 9);
    // × 2 people × 1.1 × 3 minutes at 30 USD an hour
    expect(line(changes, "missingExamples")[0]).toBeCloseTo((4100 / 0.9) * 2.2 * 1.5, 6);
    expect(findings(changes)).toContain("data.examplesMissing");
  });

  test("half of the missing ones written by a model cost 0.11 each", () => {
    const changes: Changes = { data: { fineTuneGoal: "skill", syntheticShare: 0.5 } };
    expect(line(changes, "missingExamples")[0]).toBeCloseTo(2000 * 2.2 * 1.5 + 2000 * 0.11, 9);
  });

  test("a pilot's own figure takes the place of what is usual", () => {
    expect(data({ data: { fineTuneGoal: "skill", examplesNeeded: 1200 } }).examples?.missing).toBeCloseTo(200, 9);
  });
});

describe("documents", () => {
  test("10,000 less a tenth and 15 %: 7,650 are kept, with 1,500 tokens each", () => {
    const { pipeline } = data(withSource());
    expect(pipeline?.steps.map(({ documents }) => Math.round(documents))).toEqual([
      10_000, 9000, 7650, 7650, 7650, 7650,
    ]);
    expect(pipeline?.steps[2]?.tokens).toBeCloseTo(7650 * 1500, 3);
    expect(pipeline?.read.tokens).toBeCloseTo(15e6, 6);
  });

  test("scans cost 1.50 USD a thousand pages, speech 20; what is entered for a step wins", () => {
    const usd = (changes: Partial<Source>, steps: Step[]) =>
      data(withSource(changes, { steps })).pipeline?.preparationUsd;
    expect(usd({ format: "scan" }, [step("extract")])).toBeCloseTo(30, 9);
    expect(usd({ format: "audio" }, [step("extract")])).toBeCloseTo(400, 9);
    expect(usd({ format: "scan" }, [step("extract", { usdPerThousandDocuments: 2 })])).toBeCloseTo(20, 9);
    // 20,000 pages of 3,000 characters at 0.0001 USD a hundred
    expect(usd({ sensitivity: "personal" }, [step("scrub")])).toBeCloseTo(60, 9);
    expect(usd({}, [step("scrub")])).toBe(0);
    // 15 million tokens at 0.02 a million
    expect(usd({}, [step("index")])).toBeCloseTo(0.3, 9);
  });

  test("people's minutes cost their hour: annotators review, engineers see to machines", () => {
    const review = data(withSource({}, { steps: [step("review", { minutesPerThousandDocuments: 60 })] })).pipeline;
    expect(review?.annotatorHours).toBeCloseTo(10, 9);
    expect(review?.preparationUsd).toBeCloseTo(300, 9);
    const filter = data(
      withSource({}, { steps: [step("filter", { minutesPerThousandDocuments: 60, usdPerThousandDocuments: 0 })] }),
    ).pipeline;
    expect(filter?.engineerHours).toBeCloseTo(10, 9);
    // 180,000 × 1.4 ÷ 1,800 hours
    expect(filter?.preparationUsd).toBeCloseTo(1400, 9);
  });

  test("the slower of machines and people decides the days of a step, and steps follow one another", () => {
    const steps = [
      step("filter", { documentsPerDay: 2000 }),
      step("review", { minutesPerThousandDocuments: 1440, documentsPerDay: 1e9 }),
    ];
    const { pipeline, leadDays, labellingDays } = data(withSource({}, { steps, toleratedDefectShare: 1 }));
    expect(pipeline?.steps.map(({ days }) => days)[0]).toBeCloseTo(5, 9);
    // 8,500 × 1.44 minutes = 204 hours of four people, six hours a day
    expect(pipeline?.steps.map(({ days }) => days)[1]).toBeCloseTo(8.5, 6);
    expect(leadDays).toBeCloseTo(13.5 + labellingDays, 6);
  });

  test("personal data: 7,650 × 2 identifiers, 5 % stay; without a scrubbing step all do", () => {
    const personal = (steps: Step[]) => withSource({ sensitivity: "personal" }, { steps });
    const scrubbed = data(personal([step("deduplicate"), step("filter"), step("scrub")])).pipeline;
    expect(scrubbed?.identifiersLeft).toBeCloseTo(765, 9);
    expect(data(personal([step("deduplicate"), step("filter")])).pipeline?.identifiersLeft).toBeCloseTo(15_300, 9);
    expect(data(withSource()).pipeline?.identifiersLeft).toBe(0);
  });

  test("a tenth changing a month costs nearly a tenth of the preparation each month", () => {
    const changes = withSource(
      { changedSharePerMonth: 0.1, sensitivity: "personal" },
      { steps: [step("scrub")], updateEveryDays: 1 },
    );
    const usd = line(changes, "documentUpkeep")[5] ?? 0;
    expect(usd).toBeGreaterThan(5.98);
    expect(usd).toBeLessThan(6);
  });

  test("seven days between updates are too many where a change may wait two", () => {
    expect(findings(withSource({ changedSharePerMonth: 0.1, toleratedAgeDays: 2 }))).toContain("data.stale");
    expect(findings(withSource({ changedSharePerMonth: 0.1, toleratedAgeDays: 8 }))).not.toContain("data.stale");
  });
});

test("13.5 working days of preparation and nearly five of labelling begin a month before launch, in the calendar too", () => {
  const steps = [step("filter", { documentsPerDay: 2000 }), step("review", { documentsPerDay: 1000 })];
  const { data: of, maintenance } = result(withSource({}, { steps, toleratedDefectShare: 1 }));
  expect(of.leadDays).toBeCloseTo(13.5 + of.labellingDays, 6);
  expect(of.beginBy).toBe("2026-11");
  expect(maintenance.upkeep?.calendar[0]).toMatchObject({ kind: "data", month: -1, label: "2026-11" });
});

describe("gates", () => {
  test("a source without the right to use it bars every way that a model takes part in", () => {
    const { findings: all, verdict, data: of } = result(withSource({ rights: "none" }));
    expect(all.find(({ id }) => id === "data.rights")?.bars).toEqual(["api", "selfHosted", "hybrid"]);
    expect(verdict.path).toBe("people");
    expect(of.readiness?.gates[0]).toMatchObject({ id: "rights", state: "failed" });
    expect(of.readiness?.nextStep).toContain("Handbook");
  });

  test("a right that is not clear yet is a warning", () => {
    expect(findings(withSource({ rights: "unclear" }))).toContain("data.rightsUnclear");
  });

  test("health data in a plan for internal data bars an API without an agreement, and names the source", () => {
    const { findings: all } = result(withSource({ sensitivity: "special" }));
    expect(all.map(({ id }) => id)).toContain("data.classAbove");
    const barred = all.find(({ id }) => id === "data.barred.api.businessAssociate");
    expect(barred?.bars).toContain("api");
    expect(barred?.why).toContain("Handbook");
  });

  test("a source nobody answers for is named", () => {
    expect(findings(withSource({ owner: " " }))).toContain("data.owner");
  });
});

describe("quality", () => {
  const inspected = (defectiveItems: number, others: Changes["data"] = {}) =>
    withSource(
      {},
      { steps: [], inspections: [{ dimension: "accuracy", inspectedItems: 200, defectiveItems }], ...others },
    );

  test("20 of 200 faulty: 1,000 expected, up to 1,493; half must be gone through to be within 5 %", () => {
    const { quality } = data(inspected(20));
    const [accuracy] = quality?.dimensions ?? [];
    expect(accuracy?.expectedDefects).toBeCloseTo(1000, 9);
    expect(accuracy?.mostDefects).toBeCloseTo(1493.8, 0);
    expect(quality?.toGoThrough).toBeCloseTo(5000, 9);
    expect(quality?.toMend).toBeCloseTo(500, 9);
    // (5,000 × 3 + 500 × 10) ÷ 60 × 30
    expect(line(inspected(20), "cleaning")[0]).toBeCloseTo(10_000, 6);
    expect(findings(inspected(20))).toContain("data.faulty");
  });

  test("2 of 200 faulty: within 5 % for sure, nothing is left to do", () => {
    const { quality, readiness } = data(inspected(2));
    expect(quality?.dimensions[0]?.high).toBeLessThan(0.05);
    expect([quality?.toInspect, quality?.toMend]).toEqual([0, 0]);
    expect(readiness?.facts.find(({ id }) => id === "quality")?.share).toBe(1);
  });

  test("nothing inspected: 59 without a fault would do", () => {
    expect(data(withSource()).quality?.toInspect).toBe(59);
    expect(findings(withSource())).toContain("data.notInspected");
  });
});

describe("storage", () => {
  test("logs: 2,629,800 requests × 1,500 tokens × 4 bytes a month, kept for six", () => {
    const { logBytesPerMonth, storageUsdPerMonth } = data();
    expect(logBytesPerMonth).toBeCloseTo(2_629_800 * 6000, 3);
    // (500 GB + 6 × 15.78 GB) × 0.02, and the 2.2 MB of test results below
    expect(storageUsdPerMonth).toBeCloseTo((500 + 0.002_232 + 6 * 15.7788) * 0.02, 6);
  });

  test("test results: a round of 93 and 4 releases a year of as many for six months, 8,000 bytes an answer", () => {
    const tests = (changes: Changes) => data(changes).storage?.parts.find(({ id }) => id === "tests")?.bytes;
    // 93 + 6 × 31, each of 1,500 tokens × 4 bytes and a record of 2,000
    expect(tests({})).toBeCloseTo(279 * 8000, 6);
    // A thousand live answers a month more; nothing but the round where no prompt or answer is kept
    expect(tests({ maintenance: { monitoredPerMonth: 1000 } })).toBeCloseTo(6279 * 8000, 6);
    expect(tests({ data: { logRetentionMonths: 0 } })).toBeCloseTo(93 * 8000, 6);
  });

  test("kept logs pile up until the retention is reached", () => {
    const logs = line({}, "logs");
    const ratio = (month: number) => (logs[month] ?? 0) / (logs[0] ?? 1);
    expect([0, 1, 4, 5, 6, 35].map((month) => Math.round(ratio(month)))).toEqual([1, 2, 5, 6, 6, 6]);
  });

  test("logs archived after two of six months cost a fifth from then on", () => {
    const logs = line({ data: { archiveAfterMonths: 2, archiveUsdPerGbMonth: 0.004 } }, "logs");
    expect((logs[35] ?? 0) / (logs[0] ?? 1)).toBeCloseTo(2 + 4 * 0.2, 9);
  });

  test("scans of 600 MB of text: 1.8 GB of originals, the text kept, and an index of its own price", () => {
    const { storage } = data(withSource({ format: "scan" }, { steps: [], storedBytes: 0, logRetentionMonths: 0 }));
    const bytes = Object.fromEntries(storage?.parts.map((part) => [part.id, part.bytes]) ?? []);
    expect(bytes.originals).toBeCloseTo(10_000 * 6000 * 30, 3);
    expect(bytes.text).toBeCloseTo(60e6, 3);
    // 15 million tokens ÷ 400 × 1,536 × 4 × 1.5
    expect(bytes.index).toBeCloseTo(37_500 * 9216, 3);
    // The round of tests before launch is 0.744 MB
    expect(storage?.documentsUsdPerMonth).toBeCloseTo(1.860_744 * 0.02 + 0.3456 * 0.33, 9);
  });

  test("60 GB of weights in two versions, loaded at 1.25 GB a second", () => {
    const { storage } = data();
    expect(storage?.parts.find(({ id }) => id === "weights")?.bytes).toBe(120e9);
    expect(storage?.loadSeconds).toBe(48);
    expect(storage?.hostedUsdPerMonth).toBeCloseTo(2.4, 9);
  });
});

test("three checkpoints of a billion trained parameters are 48 GB, stored at 0.02 a GB with the weights", () => {
  const { scenario, traffic } = roundInputs(roundScenario({ data: { checkpointsKept: 3 } }));
  const exactly = (value: number, unit: "B" | "parameter") =>
    given(value, { kind: "entered", label: "Test value", unit, path: "test" });
  const hosted = { weightsTotalBytes: exactly(60e9, "B"), trainedParameters: exactly(1e9, "parameter") };
  const { storage } = composeData(scenario, traffic, hosted);
  expect(storage.parts.find(({ id }) => id === "checkpoints")?.bytes.value).toBe(48e9);
  expect(storage.hostedUsd.value).toBeCloseTo((120 + 48) * 0.02, 9);
});

describe("readiness", () => {
  test("all points where everything is settled, known and enough", () => {
    const dimensions = ["accuracy", "completeness", "consistency", "currentness", "uniqueness"] as const;
    const { readiness } = data(
      withSource(
        {},
        {
          inspections: dimensions.map((dimension) => ({ dimension, inspectedItems: 400, defectiveItems: 0 })),
        },
      ),
    );
    expect(readiness?.score).toBeCloseTo(100, 9);
    expect(readiness?.nextStep).toBe("Nothing: every point is reached.");
  });

  test("says what gains most: inspecting, where rights are settled and nothing was looked at", () => {
    const { readiness } = data(withSource());
    expect(readiness?.nextStep).toBe("Inspect 59 documents drawn at random.");
    // rights 25, owner 10, freshness 10 and agreement 10 of 80
    expect(readiness?.score).toBeCloseTo((100 * 55) / 80, 9);
  });

  test("is not asked where there is neither a source nor an example", () => {
    expect(data({ data: { labelledExamples: 0 } }).readiness).toBeUndefined();
  });
});

/** Money and what is found, without the words. */
const decidedBy = (cost: ScenarioResult["cost"], found: ScenarioResult["findings"]) => ({
  money: Object.values(cost).map((path) => path?.monthlyUsd),
  gates: found.map(({ id, severity, bars }) => [id, severity, bars]),
});

const changedInputs = [
  ["labelledExamples", 2000],
  ["ratingsPerExample", 3],
  ["minutesPerLabel", 6],
  ["annotatorUsdPerHour", 60],
  ["rejectedShare", 0.3],
  ["agreementShare", 0.8],
  ["annotators", 8],
  ["refreshSharePerYear", 1],
  ["storedBytes", 1e12],
  ["logRetentionMonths", 12],
  ["archiveAfterMonths", 1],
  ["storageUsdPerGbMonth", 0.1],
  ["fineTuneGoal", "style"],
  ["steps", []],
  ["identifiersPerDocument", 0],
  ["scrubRecallShare", 1],
  ["updateEveryDays", 90],
  ["inspections", [{ dimension: "accuracy", inspectedItems: 10, defectiveItems: 9 }]],
  ["toleratedDefectShare", 0.01],
  ["minutesPerInspection", 9],
  ["minutesPerRepair", 60],
  ["examplesNeeded", 10],
  ["heldOutShare", 0.5],
  ["leakedShare", 0.5],
  ["syntheticShare", 0.5],
  ["usdPerSyntheticExample", 9],
  ["passageTokens", 100],
  ["vectorDimensions", 3072],
  ["vectorUsdPerGbMonth", 3],
  ["copiesKept", 3],
] as const;

test("every input of the section is tried, here or elsewhere", () => {
  // Lists are tried by column; the archive's price below; checkpoints in lib/engine/training/inputs.test.ts.
  const elsewhere = ["sources", "archiveUsdPerGbMonth", "checkpointsKept"];
  const tried = [...changedInputs.map(([field]) => field), ...elsewhere];
  expect(tried.sort()).toEqual(Object.keys(scenarioSchema.shape.data.shape).sort());
});

test.each(changedInputs)("changing %s changes cost, calendar or a finding", (field, value) => {
  const others = {
    sources: [source({ sensitivity: "personal", changedSharePerMonth: 0.1, toleratedAgeDays: 30 })],
    inspections: [{ dimension: "accuracy" as const, inspectedItems: 100, defectiveItems: 9 }],
    fineTuneGoal: "skill" as const,
    syntheticShare: 0.2,
  };
  const whole = (changes: Changes["data"]) => {
    const {
      cost,
      findings: found,
      data: of,
    } = result({
      privacy: { dataClass: "personal", agreementSigned: true },
      data: { ...others, ...changes },
    });
    return { ...decidedBy(cost, found), days: of.leadDays };
  };
  expect(whole({ [field]: value } as Changes["data"])).not.toEqual(whole({}));
});

test.each([
  ["owner", ""],
  ["documents", 20_000],
  ["bytesPerDocument", 9000],
  ["format", "scan"],
  ["language", "latin"],
  ["sensitivity", "special"],
  ["rights", "unclear"],
  ["changedSharePerMonth", 0.3],
  ["toleratedAgeDays", 1],
] as const)("changing %s of a source changes cost, calendar or a finding", (column, value) => {
  const whole = (changes: Partial<Source>) => {
    const { cost, findings: found, data: of } = result(withSource({ changedSharePerMonth: 0.1, ...changes }));
    return { ...decidedBy(cost, found), days: of.leadDays };
  };
  expect(whole({ [column]: value })).not.toEqual(whole({}));
});

test("the archive's price counts where logs are archived", () => {
  const archived = (price: number) =>
    line({ data: { archiveAfterMonths: 1, archiveUsdPerGbMonth: price } }, "logs")[35];
  expect(archived(0.01)).toBeGreaterThan(archived(0.004) ?? 0);
});
