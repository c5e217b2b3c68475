import { describe, expect, test } from "vitest";
import { values } from "../figure";
import { roundResult } from "../testing/result";
import { roundPurchase, roundScenario } from "../testing/scenario";

type Changes = Parameters<typeof roundScenario>[0];
const result = (changes: Changes = {}) => values(roundResult(roundScenario(changes)));
const line = (changes: Changes, path: "api" | "selfHosted" | "hybrid", id: string) =>
  result(changes).cost[path]?.lines.find((each) => each.id === id)?.monthlyUsd ?? [];

const calendarOf = (changes: Changes = {}) => result(changes).maintenance.upkeep?.calendar ?? [];

describe("what falls due", () => {
  test("four releases and two fine-tunes a year over three years, and an API model that ends after 18 months", () => {
    const calendar = calendarOf();
    const of = (kind: string) => calendar.filter((event) => event.kind === kind).map(({ month }) => month);
    expect(of("release")).toEqual([3, 6, 9, 12, 15, 18, 21, 24, 27, 30, 33]);
    expect(of("fineTune")).toEqual([6, 12, 18, 24, 30]);
    expect(of("migration")).toEqual([18]);
    expect(calendar.find(({ kind }) => kind === "migration")?.label).toBe("2028-06");
  });

  test("bought machines reach the end of their life, and a way that is not considered has no dates", () => {
    const bought: Changes = {
      paths: {
        selfHosted: { acquisition: { ...roundPurchase, lifeYears: 2 } },
        api: { enabled: false },
        hybrid: { enabled: false },
      },
    };
    const kinds = calendarOf(bought).map(({ kind, month }) => `${kind} ${month}`);
    expect(kinds).toContain("hardware 24");
    expect(kinds.some((each) => each.startsWith("migration"))).toBe(false);
    const people = { api: { enabled: false }, selfHosted: { enabled: false }, hybrid: { enabled: false } };
    expect(calendarOf({ paths: people })).toEqual([]);
  });
});

describe("upkeep costs", () => {
  test("a move of 40 hours at 140 USD and a round of tests, in the month the model ends, on ways with an API alone", () => {
    const changes: Changes = { maintenance: { hoursPerApiMigration: 40, roundsPerApiMigration: 1 } };
    const round = result(changes).evaluation.usdPerRound;
    expect(line(changes, "api", "migrations")[18]).toBeCloseTo(5600 + round, 9);
    expect(line(changes, "api", "migrations").filter((usd) => usd !== 0)).toHaveLength(1);
    expect(line(changes, "selfHosted", "migrations")).toEqual([]);
    expect(line(changes, "hybrid", "migrations")[18]).toBeCloseTo(5600 + round, 9);
  });

  test("a hundred live answers of 4 minutes at 45 USD an hour: 300 USD a month", () => {
    expect(line({ maintenance: { monitoredPerMonth: 100 } }, "api", "monitoring")[5]).toBeCloseTo(300, 9);
  });

  test("pay that rises raises the work and not the tokens; tax raises what is bought and not the work", () => {
    const rising: Changes = { economics: { inflationPerYear: 0.1 } };
    expect(
      (line(rising, "api", "staffPlatform")[12] ?? 0) / (line(rising, "api", "staffPlatform")[0] ?? 1),
    ).toBeCloseTo(1.1, 12);
    expect(line(rising, "api", "apiOutput")[12]).toBeCloseTo(line(rising, "api", "apiOutput")[0] ?? 0, 9);
    const taxed: Changes = { economics: { purchaseTaxShare: 0.2 } };
    expect((line(taxed, "api", "apiOutput")[0] ?? 0) / (line({}, "api", "apiOutput")[0] ?? 1)).toBeCloseTo(1.2, 12);
    expect(line(taxed, "api", "staffPlatform")[0]).toBeCloseTo(line({}, "api", "staffPlatform")[0] ?? 0, 9);
  });
});

describe("reviewing answers", () => {
  const wrong: Changes = { outcome: { errorShare: 0.02, errorUsd: 10 } };
  test("costs 2,629,800 requests × a tenth × a minute at 45 USD an hour, and takes 8 % off the harm", () => {
    const reviewed: Changes = {
      outcome: { errorShare: 0.02, errorUsd: 10, reviewShare: 0.1, reviewMinutes: 1, detectionShare: 0.8 },
    };
    expect(line(reviewed, "api", "review")[0]).toBeCloseTo((2_629_800 * 0.1 * 45) / 60, 3);
    expect((line(reviewed, "api", "errors")[0] ?? 0) / (line(wrong, "api", "errors")[0] ?? 1)).toBeCloseTo(0.92, 12);
  });
});

describe("known risks", () => {
  const states = (privacy: NonNullable<Changes>["privacy"]) =>
    Object.fromEntries((result({ privacy }).privacy.protection?.risks ?? []).map(({ id, state }) => [id, state]));

  test("follow from what the plan says: tools without approval are open, with it covered, without tools no risk", () => {
    expect(states({}).LLM06).toBe("notApplicable");
    expect(states({ usesTools: true }).LLM06).toBe("open");
    expect(states({ usesTools: true, approvesActions: true }).LLM06).toBe("covered");
  });

  test("stand in the policy while they are open", () => {
    const policy = result({ privacy: { usesTools: true, publicUsers: true } }).privacy.protection?.policy ?? "";
    expect(policy).toContain("LLM06 Excessive agency");
    expect(policy).toContain("Gap: the model acts without a person's approval");
    expect(result().privacy.protection?.policy).not.toContain("LLM06");
  });
});
