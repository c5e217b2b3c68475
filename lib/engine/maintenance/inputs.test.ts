import { describe, expect, test } from "vitest";
import type { Scenario } from "@/lib/contract/scenario";
import { values } from "../figure";
import { roundResult } from "../testing/result";
import { roundScenario } from "../testing/scenario";

type Changes = NonNullable<NonNullable<Parameters<typeof roundScenario>[0]>["maintenance"]>;
type Others = NonNullable<Parameters<typeof roundScenario>[0]>;
type Work = Scenario["maintenance"]["work"][number];
type Correction = Scenario["maintenance"]["corrections"][number];

/** What a change of an input must reach: money, dates, or what is found. Figures alone do not count. */
function reached(maintenance: Changes, others: Others = {}): string {
  const { cost, findings, maintenance: result } = values(roundResult(roundScenario({ ...others, maintenance })));
  const lines = Object.values(cost).map((path) => path?.lines.map(({ id, monthlyUsd }) => [id, monthlyUsd]));
  return JSON.stringify([lines, findings, result.upkeep?.calendar]);
}

const work = (changes: Partial<Work> = {}): Work => ({
  kind: "securityPatches",
  timesPerYear: 12,
  hours: 2,
  role: "platform",
  on: "every",
  usdEach: 0,
  ...changes,
});
const correction = (changes: Partial<Correction> = {}): Correction => ({
  kind: "wrong",
  perMonth: 4,
  method: "unlearning",
  hours: null,
  days: null,
  residualShare: null,
  checkItems: null,
  ...changes,
});
const corrections = (changes: Partial<Correction>): Changes => ({ corrections: [correction(changes)] });

type Case = [before: Changes, after: Changes, others?: Others];
const security: Others = {
  team: {
    roles: [
      {
        role: "security",
        usdPerYear: 90_000,
        buildMonthsApi: 0,
        buildMonthsSelfHosted: 0,
        runFteApi: 0,
        runFteSelfHosted: 0,
      },
    ],
  },
};

/** Lists are tried by column below; what the hours of a fine-tune are worked out from belongs to training. */
type Elsewhere = "work" | "corrections" | "fineTuneMethod" | "fineTuneTokensPerExample" | "fineTuneEpochs";

const cases: Record<Exclude<keyof Scenario["maintenance"], Elsewhere>, Case> = {
  releasesPerYear: [{}, { releasesPerYear: 12 }],
  hoursPerRelease: [{}, { hoursPerRelease: 8 }],
  canaryShare: [{}, { canaryShare: 0.05 }],
  canaryHours: [{ canaryShare: 0.05 }, { canaryShare: 0.05, canaryHours: 72 }],
  rollbackVersions: [{}, { rollbackVersions: 3 }],
  fineTunesPerYear: [{}, { fineTunesPerYear: 4 }],
  hoursPerFineTune: [{}, { hoursPerFineTune: 16 }],
  acceleratorHoursPerFineTune: [{}, { acceleratorHoursPerFineTune: 200 }],
  coveredByTeamShare: [{ work: [work()] }, { work: [work()], coveredByTeamShare: 0.5 }],
  incidentsPerMonthApi: [{}, { incidentsPerMonthApi: 2 }],
  incidentsPerMonthSelfHosted: [{}, { incidentsPerMonthSelfHosted: 4 }],
  hoursPerIncident: [{}, { hoursPerIncident: 5 }],
  correctionRunsPerMonth: [corrections({}), { ...corrections({}), correctionRunsPerMonth: 1 }],
  correctionShards: [corrections({ method: "shards" }), { ...corrections({ method: "shards" }), correctionShards: 20 }],
  correctionSlices: [corrections({ method: "shards" }), { ...corrections({ method: "shards" }), correctionSlices: 1 }],
  legalDeadlineDays: [
    corrections({ kind: "legal", method: "shards" }),
    { ...corrections({ kind: "legal", method: "shards" }), legalDeadlineDays: 7 },
  ],
  apiModelLifetimeMonths: [{}, { apiModelLifetimeMonths: 12 }],
  apiNoticeDays: [
    { apiNoticeDays: 180, hoursPerApiMigration: 60 },
    { apiNoticeDays: 7, hoursPerApiMigration: 60 },
  ],
  hoursPerApiMigration: [{}, { hoursPerApiMigration: 40 }],
  roundsPerApiMigration: [{}, { roundsPerApiMigration: 2 }],
  monitoredPerMonth: [{}, { monitoredPerMonth: 100 }],
  driftDropShare: [{ monitoredPerMonth: 30 }, { monitoredPerMonth: 30, driftDropShare: 0.05 }],
  driftMonths: [{ monitoredPerMonth: 30 }, { monitoredPerMonth: 30, driftMonths: 6 }],
  alertsPerMonth: [{}, { alertsPerMonth: 30 }],
  minutesPerAlert: [{ alertsPerMonth: 30 }, { alertsPerMonth: 30, minutesPerAlert: 20 }],
  stalenessUsdPerMonth: [{}, { stalenessUsdPerMonth: 100 }],
};

describe("each input of the section reaches cost, calendar or a finding", () => {
  test.each(Object.entries(cases))("%s", (_, [before, after, others]) => {
    expect(reached(after, others)).not.toBe(reached(before, others));
  });

  const rows: Record<keyof Work, Case> = {
    kind: [{ work: [work()] }, { work: [work({ kind: "regression" })] }],
    timesPerYear: [{ work: [work()] }, { work: [work({ timesPerYear: 26 })] }],
    hours: [{ work: [work()] }, { work: [work({ hours: 3 })] }],
    role: [{ work: [work()] }, { work: [work({ role: "security" })] }, security],
    on: [{ work: [work()] }, { work: [work({ on: "api" })] }],
    usdEach: [{ work: [work()] }, { work: [work({ usdEach: 500 })] }],
  };
  test.each(Object.entries(rows))("recurring work: %s", (_, [before, after, others]) => {
    expect(reached(after, others)).not.toBe(reached(before, others));
  });

  const columns: Record<keyof Correction, [Partial<Correction>, Partial<Correction>]> = {
    kind: [{}, { kind: "legal" }],
    perMonth: [{}, { perMonth: 8 }],
    method: [{}, { method: "retraining" }],
    hours: [{}, { hours: 30 }],
    days: [{ kind: "legal" }, { kind: "legal", days: 40 }],
    residualShare: [{ kind: "legal" }, { kind: "legal", residualShare: 0 }],
    checkItems: [{}, { checkItems: 500 }],
  };
  test.each(Object.entries(columns))("corrections: %s", (_, [before, after]) => {
    expect(reached(corrections(after))).not.toBe(reached(corrections(before)));
  });
});
