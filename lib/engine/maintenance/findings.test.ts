import { describe, expect, test } from "vitest";
import { loadReferenceData } from "@/lib/catalogue/load";
import type { ModelLifetimes } from "@/lib/contract/catalogue";
import type { Scenario } from "@/lib/contract/scenario";
import { values } from "../figure";
import { figuresOf } from "../resolve/document";
import { roundReference } from "../testing/reference";
import { roundResult } from "../testing/result";
import { roundScenario } from "../testing/scenario";
import { resolveRetirement } from "./compose-retirement";
import { stalenessUsd } from "./refresh";

type Changes = NonNullable<Parameters<typeof roundScenario>[0]>;
type Maintenance = NonNullable<Changes["maintenance"]>;
const result = (changes: Changes = {}) => values(roundResult(roundScenario(changes)));
const found = (maintenance: Maintenance, others: Changes = {}) =>
  result({ ...others, maintenance }).findings.filter(({ id }) => id.startsWith("maintenance."));
const ids = (maintenance: Maintenance, others: Changes = {}) => found(maintenance, others).map(({ id }) => id);
const line = (changes: Changes, path: "api" | "selfHosted" | "hybrid", id: string) =>
  result(changes).cost[path]?.lines.find((each) => each.id === id)?.monthlyUsd ?? [];

const legal = (method: Scenario["maintenance"]["corrections"][number]["method"], perMonth = 1) => ({
  kind: "legal" as const,
  perMonth,
  method,
  hours: null,
  days: null,
  residualShare: null,
  checkItems: null,
});

describe("removals by legal right", () => {
  test("by training anew once a month are gone after 14 + 30.4 days: too late by 15, which bars ways that host the model", () => {
    const [late] = found({ corrections: [legal("retraining")], correctionRunsPerMonth: 1 });
    expect(late).toMatchObject({
      id: "maintenance.legalDeadline",
      severity: "blocker",
      bars: ["selfHosted", "hybrid"],
    });
    const { upkeep } = result({
      maintenance: { corrections: [legal("retraining")], correctionRunsPerMonth: 1 },
    }).maintenance;
    expect(upkeep?.legalSlackDays).toBeCloseTo(30 - 14 - 30.4375, 9);
  });

  test("are in time with a run a week, and from the documents at once", () => {
    expect(ids({ corrections: [legal("retraining")], correctionRunsPerMonth: 4 })).not.toContain(
      "maintenance.legalDeadline",
    );
    expect(ids({ corrections: [legal("retrieval")], correctionRunsPerMonth: 0.1 })).not.toContain(
      "maintenance.legalDeadline",
    );
  });

  test("by unlearning leave something in 21 % of 12 a year, and the model behind an API cannot be trained at all", () => {
    const { upkeep } = result({ maintenance: { corrections: [legal("unlearning")] } }).maintenance;
    const [hosted, api] = upkeep?.corrections ?? [];
    expect(hosted).toMatchObject({ on: "selfHosted", method: "unlearning", instead: false });
    expect(hosted?.leftPerYear).toBeCloseTo(12 * 0.21, 9);
    expect(api).toMatchObject({ on: "api", method: "promptPatch", instead: true });
    expect(ids({ corrections: [legal("unlearning")] })).toEqual(
      expect.arrayContaining(["maintenance.legalRemainder", "maintenance.apiNotTrained"]),
    );
    expect(
      ids({ corrections: [legal("shards")] }, { paths: { api: { enabled: false }, hybrid: { enabled: false } } }),
    ).toEqual(expect.not.arrayContaining(["maintenance.legalRemainder", "maintenance.apiNotTrained"]));
  });
});

test("personal data without any planned removal by legal right is found, and no longer once there is one", () => {
  const personal: Changes = { privacy: { dataClass: "personal" } };
  expect(ids({}, personal)).toContain("maintenance.noLegalRemovals");
  expect(ids({ corrections: [legal("retrieval")] }, personal)).not.toContain("maintenance.noLegalRemovals");
  expect(ids({})).not.toContain("maintenance.noLegalRemovals");
});

describe("what corrections cost", () => {
  // 4 requests in 4 runs: 48 h × 140 = 6,720; 4 × 100 answers × 2 people × 4 min = 53.33 h × 45 = 2,400
  const changes: Changes = { maintenance: { corrections: [{ ...legal("unlearning", 4), kind: "wrong" }] } };
  test("four by unlearning: 48 hours, 400 checked answers, four runs of a tenth of 100 accelerator-hours at 2 USD", () => {
    expect(line(changes, "selfHosted", "corrections")[0]).toBeCloseTo(9120, 6);
    expect(line(changes, "selfHosted", "correctionRuns")[0]).toBeCloseTo(80, 9);
  });
  test("behind an API four patches in their place: 4 h, and 20 checked answers", () => {
    // 4 × 140 + 20 × 2 × 4 ÷ 60 × 45 = 560 + 120
    expect(line(changes, "api", "corrections")[0]).toBeCloseTo(680, 6);
    expect(line(changes, "api", "correctionRuns")).toEqual([]);
  });
  test("a mix does both, but mends its documents once", () => {
    expect(line(changes, "hybrid", "corrections")[0]).toBeCloseTo(9800, 6);
    const documents: Changes = { maintenance: { corrections: [{ ...legal("retrieval", 4), kind: "outdated" }] } };
    expect(line(documents, "hybrid", "corrections")[0]).toBeCloseTo(line(documents, "api", "corrections")[0] ?? 0, 9);
  });
  test("ten requests in one run of 10 shards of 10 slices retrain what all of them touch", () => {
    const upkeep = result({
      maintenance: { corrections: [legal("shards", 10)], correctionRunsPerMonth: 1 },
    }).maintenance.upkeep;
    let share = 0;
    for (let step = 1; step <= 10; step += 1) share += (step / 55) * (1 - (1 - step / 100) ** 10);
    expect(upkeep?.corrections[0]?.acceleratorHoursPerMonth).toBeCloseTo(100 * share, 9);
  });
});

describe("recurring work", () => {
  const patches = {
    kind: "securityPatches" as const,
    timesPerYear: 26,
    hours: 3,
    role: "platform" as const,
    on: "selfHosted" as const,
    usdEach: 120,
  };
  test("26 patches a year of 3 hours: 6.5 h at 140 USD, half within the team; 260 USD bought in; on hosts alone", () => {
    const changes: Changes = { maintenance: { work: [patches], coveredByTeamShare: 0.5 } };
    expect(line(changes, "selfHosted", "upkeepSecurityPatches")[0]).toBeCloseTo(455, 9);
    expect(line(changes, "selfHosted", "goodsForUpkeep")[0]).toBeCloseTo(260, 9);
    expect(line(changes, "api", "upkeepSecurityPatches")).toEqual([]);
    const months = result(changes).maintenance.upkeep?.calendar.filter(({ kind }) => kind === "securityPatches");
    // More often than monthly stands once in every month after launch: 26 a year reach month 0 as well
    expect(months).toHaveLength(36);
    expect(months?.[0]?.what).toContain("26 times a year");
  });
  test("a role of the team is paid as there, any other at the pay for hours of upkeep", () => {
    const security = {
      role: "security" as const,
      usdPerYear: 90_000,
      buildMonthsApi: 0,
      buildMonthsSelfHosted: 0,
      runFteApi: 0,
      runFteSelfHosted: 0,
    };
    const row = { ...patches, role: "security" as const, timesPerYear: 12, hours: 10 };
    // 90,000 × 1.4 ÷ 1,800 = 70 USD an hour; else 180,000 gives 140
    expect(line({ maintenance: { work: [row] } }, "selfHosted", "upkeepSecurityPatches")[0]).toBeCloseTo(1400, 9);
    expect(
      line({ maintenance: { work: [row] }, team: { roles: [security] } }, "selfHosted", "upkeepSecurityPatches")[0],
    ).toBeCloseTo(700, 9);
  });
  test("a regression evaluation brings its round with it", () => {
    const row = {
      ...patches,
      kind: "regression" as const,
      timesPerYear: 4,
      hours: 0,
      usdEach: 0,
      on: "every" as const,
    };
    const round = result().evaluation.usdPerRound;
    expect(line({ maintenance: { work: [row] } }, "api", "regressionTests")[0]).toBeCloseTo(round / 3, 9);
  });
  test("that outgrows the team's hours is found", () => {
    const row = { ...patches, timesPerYear: 52, hours: 60 };
    expect(ids({ work: [row], coveredByTeamShare: 1 })).toContain("maintenance.teamFull");
    expect(ids({ work: [row], coveredByTeamShare: 0 })).not.toContain("maintenance.teamFull");
  });
  test("patches less than monthly are found, as a warning where cards are paid with", () => {
    const rare = { work: [{ ...patches, timesPerYear: 4 }] };
    expect(found(rare).find(({ id }) => id === "maintenance.patchesTooRare")?.severity).toBe("info");
    const cards = found(rare, { privacy: { dataClass: "payment" } });
    expect(cards.find(({ id }) => id === "maintenance.patchesTooRare")?.severity).toBe("warning");
    expect(ids({ work: [patches] })).not.toContain("maintenance.patchesTooRare");
  });
});

describe("retirement of the API's model", () => {
  const source = { title: "Made up for tests", asOf: "2026-11-01" };
  const maker = (changes: Partial<ModelLifetimes>): ModelLifetimes => ({
    id: "maker",
    name: "Maker",
    promisedMonths: null,
    promisedNoticeDays: null,
    models: [],
    confidence: "high",
    notes: "",
    source,
    ...changes,
  });
  const retired = (model: string, releasedOn: string | null, announcedOn: string | null, retiresOn: string | null) => ({
    model,
    releasedOn,
    announcedOn,
    retiresOn,
    source,
  });
  const retirement = (published: ModelLifetimes | null, maintenance: Maintenance = {}) => {
    const scenario = roundScenario({ maintenance: { apiModelLifetimeMonths: null, ...maintenance } });
    const reference = { ...roundReference(), findLifetimes: () => published };
    const { lifetimeMonths, noticeDays, firstMonth } = resolveRetirement(figuresOf(scenario, reference), reference);
    return { lifetime: lifetimeMonths?.value, notice: noticeDays?.value, first: firstMonth?.value };
  };

  test("is not known where nothing is published: nothing is made up, and it is said", () => {
    expect(retirement(null)).toEqual({ lifetime: undefined, notice: undefined, first: undefined });
    expect(retirement(maker({}))).toEqual({ lifetime: undefined, notice: undefined, first: undefined });
    expect(ids({ apiModelLifetimeMonths: null })).toEqual(
      expect.arrayContaining(["maintenance.lifetimeUnknown", "maintenance.noticeUnknown"]),
    );
  });

  test("follows the promise, or the models that have come and gone where there are several", () => {
    const promised = maker({ promisedMonths: 12, promisedNoticeDays: 60 });
    expect(retirement(promised)).toMatchObject({ lifetime: 12, notice: 60, first: 12 });
    const models = [
      retired("a", "2024-01-01", "2025-01-01", "2025-03-01"),
      retired("b", "2024-01-01", "2025-11-01", "2026-01-01"),
      retired("c", "2024-01-01", null, "2026-03-01"),
    ];
    const observed = retirement(maker({ models }));
    expect(observed.lifetime).toBeCloseTo(731 / 30.4375, 9);
    expect(observed.notice).toBe(59);
  });

  test("takes the announced day of the chosen model, else its age: a launch in December 2026", () => {
    const announced = maker({ promisedMonths: 18, models: [retired("round-large", "2025-06-01", null, "2027-04-10")] });
    expect(retirement(announced).first).toBe(4);
    const aged = maker({ promisedMonths: 18, models: [retired("round-large", "2026-09-02", null, null)] });
    expect(retirement(aged).first).toBe(15);
    expect(retirement(aged, { apiModelLifetimeMonths: 24 }).first).toBe(21);
  });

  test("of the shipped table is found for the default models of plans", async () => {
    const reference = await loadReferenceData();
    const scenario = roundScenario({
      paths: { api: { provider: "google", model: "gemini-3.8-flash" } },
      maintenance: { apiModelLifetimeMonths: null },
    });
    const google = resolveRetirement(figuresOf(scenario, reference), reference);
    // Median of 15.2, 15.8, 17.5, 17.5 and 12.0 months, less the three since September 2026
    expect(google.lifetimeMonths?.value).toBeCloseTo(15.84, 1);
    expect(google.firstMonth?.value).toBeCloseTo(12.84, 1);
    expect(google.noticeDays).toBeNull();
  });

  test("a move of 60 hours and two rounds takes longer than two weeks of notice", () => {
    const changes = { hoursPerApiMigration: 60, roundsPerApiMigration: 2, apiNoticeDays: 14 };
    expect(ids(changes)).toContain("maintenance.noticeTooShort");
    expect(ids({ ...changes, apiNoticeDays: 90 })).not.toContain("maintenance.noticeTooShort");
    const { calendar, migration } = result({ maintenance: changes }).maintenance.upkeep ?? {};
    // 93 × 2 × 4 min ÷ 60 ÷ 12 h a day = 1.03 days a round; (10 + 2.07) × 7/5
    expect(migration?.leadDays).toBeCloseTo(((10 + (2 * 93 * 2 * 4) / 60 / 12) * 7) / 5, 9);
    expect(calendar?.find(({ kind }) => kind === "migrationStart")?.month).toBe(17);
    expect(migration).toMatchObject({ expected: 2, planned: 1 });
  });
});

describe("drift", () => {
  test("is not seen by anyone where nothing is reviewed, and too little review is found with what would do", () => {
    expect(ids({ monitoredPerMonth: 0 })).toContain("maintenance.nothingReviewed");
    const few = found({ monitoredPerMonth: 10, driftDropShare: 0.1, driftMonths: 3 });
    const unseen = few.find(({ id }) => id === "maintenance.driftUnseen");
    // From a half, 95 % sure: ((1.645 × 0.5 + 0.842 × 0.4899) ÷ 0.1)² = 152.5, over three months 51
    expect(unseen?.todo).toContain("Review 51 answers a month");
    expect(ids({ monitoredPerMonth: 51, driftDropShare: 0.1, driftMonths: 3 })).not.toContain(
      "maintenance.driftUnseen",
    );
  });
});

describe("releases on trial", () => {
  test("rent as many accelerators as their share of the requests needs, for their hours", () => {
    // One replica of 2 accelerators: 2 × 24 h × 4 ÷ 12 × 2 USD
    const changes: Changes = { maintenance: { canaryShare: 0.05, canaryHours: 24 } };
    expect(line(changes, "selfHosted", "canary")[0]).toBeCloseTo(32, 9);
    expect(line(changes, "api", "canary")).toEqual([]);
  });
  test("that outlast the time between releases, or meet too few requests, are found", () => {
    expect(ids({ canaryShare: 0.05, canaryHours: 1000, releasesPerYear: 12 })).toContain("maintenance.trialsOverlap");
    const few: Changes = { workload: { requestsPerDay: 1000 } };
    expect(ids({ canaryShare: 0.05, canaryHours: 24 }, few)).toContain("maintenance.trialTooSmall");
    expect(ids({ canaryShare: 0.5, canaryHours: 24 }, few)).not.toContain("maintenance.trialTooSmall");
  });
  test("earlier versions kept are stored: 60 GB each", () => {
    const stored = (rollbackVersions: number) =>
      line({ maintenance: { rollbackVersions } }, "selfHosted", "weightsStorage")[0] ?? 0;
    expect(stored(3) / stored(0)).toBeCloseTo(4, 12);
  });
});

describe("growing stale", () => {
  const refresh = {
    kind: "refresh" as const,
    timesPerYear: 2,
    hours: 5,
    role: "platform" as const,
    on: "every" as const,
    usdEach: 0,
  };
  test("every six months costs 100 USD × mean age; without renewal it only grows", () => {
    const six: Changes = { maintenance: { work: [refresh], stalenessUsdPerMonth: 100 } };
    expect(line(six, "api", "staleness").slice(0, 7)).toEqual(
      [50, 150, 250, 350, 450, 550, 50].map((usd) => expect.closeTo(usd, 6)),
    );
    expect(line({ maintenance: { stalenessUsdPerMonth: 100 } }, "api", "staleness")[35]).toBeCloseTo(3550, 6);
  });
  test("sums over whole cycles to the rule's half: s × T ÷ 2 a month, for any cadence", () => {
    for (const everyMonths of [0.25, 0.7, 1, 1.5, 2.5, 6]) {
      let sum = 0;
      for (let month = 0; month < 210; month += 1)
        sum += stalenessUsd({ stalenessUsdPerMonth: 100, everyMonths, month });
      expect(sum / 210).toBeCloseTo((100 * everyMonths) / 2, 0);
    }
  });
  test("shows the best cadence beside one's own, with the cost of being off", () => {
    // 700 of work + 4,400 of a fine-tune's rent (100 h × 2 = 200) + a round; releases take no hours here
    const { refresh: shown } =
      result({ maintenance: { work: [refresh], stalenessUsdPerMonth: 100 } }).maintenance.upkeep ?? {};
    const each = 700 + 200 + result().evaluation.usdPerRound;
    expect(shown?.usdEach).toBeCloseTo(each, 6);
    expect(shown?.bestMonths).toBeCloseTo(Math.sqrt((2 * each) / 100), 9);
    expect(shown?.ownMonths).toBe(6);
    expect(shown?.extraUsdPerMonth).toBeCloseTo(each / 6 + 300 - Math.sqrt(2 * each * 100), 6);
    expect(ids({ stalenessUsdPerMonth: 100 })).toContain("maintenance.neverRenewed");
    expect(ids({ work: [{ ...refresh, timesPerYear: 52 }], stalenessUsdPerMonth: 100 })).toContain(
      "maintenance.refreshCadence",
    );
  });
});
