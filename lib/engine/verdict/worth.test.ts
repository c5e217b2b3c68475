import { describe, expect, test } from "vitest";
import { fieldAt } from "@/lib/contract/field-at";
import { values } from "../figure";
import { roundResult } from "../testing/result";
import { roundScenario } from "../testing/scenario";
import { own } from "./worth";

type Changes = NonNullable<Parameters<typeof roundScenario>[0]>;
const standings = (changes: Changes = {}) =>
  Object.fromEntries(values(roundResult(roundScenario(changes))).considerations.map((each) => [each.id, each]));

describe("the most valuable next step of a consideration", () => {
  test("names the input that moves the answer's cost most, and by how much", () => {
    const { data } = standings({ data: { labelledExamples: 100_000 } });
    expect(data?.worth?.path).toBe("data.labelledExamples");
    expect(data?.nextStep).toMatch(/^Find out “Examples to label”: from 50% lower to 100% higher/);
  });

  test("is worth what its lines cost between half and twice: one and a half times their total", () => {
    const scenario = roundScenario({ privacy: { redTeamDaysPerYear: 120, auditUsdPerYear: 1000 } });
    const { considerations, cost, verdict } = values(roundResult(scenario));
    const testing = cost[verdict.path ?? "api"]?.lines.find(({ id }) => id === "attackTesting")?.totalUsd ?? 0;
    const worth = considerations.find(({ id }) => id === "privacy")?.worth;
    const gap = verdict.savingUsd ?? 0;
    expect(worth?.usd).toBeCloseTo(Math.max(1.5 * testing, gap), 3);
  });

  test("tests grow with the square of the margin: half of it costs four times, twice a quarter", () => {
    const { evaluation } = standings({ evaluation: { minutesPerRating: 60, marginOfError: 0.02 } });
    expect(evaluation?.worth?.path).toBe("evaluation.marginOfError");
    const { cost, verdict } = values(
      roundResult(roundScenario({ evaluation: { minutesPerRating: 60, marginOfError: 0.02 } })),
    );
    const tests = (cost[verdict.path ?? "api"]?.lines ?? [])
      .filter(({ id }) => id === "launchTest" || id === "releaseTests")
      .reduce((sum, { totalUsd }) => sum + totalUsd, 0);
    expect(evaluation?.worth?.usd).toBeCloseTo(3.75 * tests, 2);
  });

  test("of a gate is what the next way costs more, where nothing asked there is dearer", () => {
    const scenario = roundScenario();
    const { considerations, verdict } = values(roundResult(scenario));
    const { worth, nextStep } = considerations.find(({ id }) => id === "privacy") ?? {};
    expect(worth?.usd).toBeCloseTo(verdict.savingUsd ?? Number.NaN, 6);
    expect(nextStep).toMatch(/should they bar the cheapest way/);
  });

  test("is looked for among fields that there are, each under its own consideration or where it is paid", () => {
    for (const [consideration, path] of own) expect([consideration, "cost"]).toContain(fieldAt(path)?.section);
  });

  test("points at a field, and is left to a finding where one is more pressing", () => {
    for (const each of Object.values(standings({ data: { labelledExamples: 100_000 } })))
      if (each.worth && each.worth.path !== "paths.selfHosted.acquisition") {
        const { path } = each.worth;
        expect(fieldAt(path) ?? path.startsWith("team.")).toBeTruthy();
      }
    const { privacy } = standings({ privacy: { dataClass: "personal" } });
    expect(privacy).toMatchObject({ state: "failing", nextStep: "Sign the provider's data processing agreement." });
  });
});
