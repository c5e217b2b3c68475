import { describe, expect, test } from "vitest";
import { values } from "../figure";
import { roundResult } from "../testing/result";
import { roundScenario } from "../testing/scenario";
import { daysPerMonth } from "../units";

const result = (changes: Parameters<typeof roundScenario>[0]) => values(roundResult(roundScenario(changes)));

describe("hours by role", () => {
  test("add up what each way needs: the mix needs that of both", () => {
    const work = [
      {
        kind: "index" as const,
        timesPerYear: 12,
        hours: 2,
        role: "dataEngineer" as const,
        on: "every" as const,
        usdEach: 0,
      },
      {
        kind: "upgrade" as const,
        timesPerYear: 6,
        hours: 8,
        role: "platform" as const,
        on: "selfHosted" as const,
        usdEach: 0,
      },
    ];
    const hours = result({ maintenance: { work } }).maintenance.upkeep?.hoursByRole ?? [];
    const of = (path: string, role: string) =>
      hours.find((each) => each.path === path && each.role === role)?.hoursPerMonth;
    expect([of("api", "dataEngineer"), of("selfHosted", "dataEngineer"), of("hybrid", "dataEngineer")]).toEqual([
      2, 2, 2,
    ]);
    expect([of("api", "platform"), of("selfHosted", "platform"), of("hybrid", "platform")]).toEqual([undefined, 4, 4]);
    // Incidents of 4 hours: 1 with the API, 3 self-hosted
    expect([of("api", "onCall"), of("selfHosted", "onCall"), of("hybrid", "onCall")]).toEqual([4, 12, 16]);
    // Four rounds a year of 93 answers by 2 people, 4 minutes each: 12.4 h ÷ 3
    expect(of("api", "evaluator")).toBeCloseTo((93 * 2 * 4) / 60 / 3, 9);
  });

  test("count those of documents that change and of examples renewed, on every automated way", () => {
    const minutes = (step: "extract" | "review", minutesPerThousandDocuments: number) => ({
      step,
      removedShare: 0,
      usdPerThousandDocuments: 0,
      minutesPerThousandDocuments,
      documentsPerDay: null,
    });
    const source = {
      name: "Handbook",
      owner: "Operations",
      format: "text",
      language: "english",
      documents: 10_000,
      bytesPerDocument: 6000,
      sensitivity: "internal",
      rights: "settled",
      changedSharePerMonth: 0.1,
      toleratedAgeDays: null,
    } as const;
    // Brought up to date each month: 1 − e^(−0.1) of the documents, so 951.6
    const data = {
      sources: [source],
      steps: [minutes("extract", 30), minutes("review", 60)],
      updateEveryDays: daysPerMonth,
    };
    const { maintenance, data: worked } = result({ privacy: { dataClass: "internal" }, data });
    const of = (path: string, role: string) =>
      maintenance.upkeep?.hoursByRole.find((each) => each.path === path && each.role === role)?.hoursPerMonth;
    for (const path of ["api", "selfHosted", "hybrid"]) {
      expect(of(path, "dataEngineer")).toBeCloseTo((951.625_819_64 / 1000) * 0.5, 9);
      // 2,200 labels of 3 minutes, half of them renewed in a year, besides the hour a thousand documents of review
      expect(of(path, "annotator")).toBeCloseTo(951.625_819_64 / 1000 + (2200 * 3) / 60 / 2 / 12, 9);
    }
    expect(worked.pipeline?.upkeepHoursPerMonth).toBeCloseTo((951.625_819_64 / 1000) * 1.5, 9);
  });

  test("pay no document twice: what is worked here is the money of data's own lines", () => {
    const renewed = result({ data: { refreshSharePerYear: 0.5, annotatorUsdPerHour: 30 } });
    const hours = renewed.maintenance.upkeep?.hoursByRole.find(({ role }) => role === "annotator")?.hoursPerMonth ?? 0;
    const line = renewed.cost.api?.lines.find(({ id }) => id === "dataUpkeep")?.monthlyUsd[5];
    expect(hours * 30).toBeCloseTo(line ?? 0, 9);
    expect(
      result({ data: { refreshSharePerYear: 0 } }).maintenance.upkeep?.hoursByRole.map(({ role }) => role),
    ).not.toContain("annotator");
  });
});
