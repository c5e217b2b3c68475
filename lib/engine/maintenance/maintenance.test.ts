import { expect, test } from "vitest";
import { values } from "../figure";
import { roundResult } from "../testing/result";
import { roundPurchase, roundScenario } from "../testing/scenario";

const maintenance = (changes: Parameters<typeof roundScenario>[0] = {}) =>
  values(roundResult(roundScenario(changes)).maintenance);

test("three incidents of four hours by an engineer of 140 USD an hour", () => {
  const { hoursPerMonthSelfHosted, usdPerMonthSelfHosted, usdPerMonthApi } = maintenance();
  expect(hoursPerMonthSelfHosted).toBe(12);
  // 180,000 × 1.4 ÷ 1,800 = 140
  expect(usdPerMonthSelfHosted).toBeCloseTo(1680, 9);
  expect(usdPerMonthApi).toBeCloseTo(560, 9);
});

test("two fine-tunes of 100 accelerator-hours at the rent of 2 USD", () => {
  expect(maintenance().fineTuneUsdPerYear).toBeCloseTo(400, 9);
});

test("an owned accelerator's hour is what it loses in worth: 100,000 × 0.9 ÷ 35,064 h ÷ 8", () => {
  const bought = maintenance({ paths: { selfHosted: { acquisition: roundPurchase } } });
  expect(bought.fineTuneUsdPerYear).toBeCloseTo((200 * 90_000) / 35_064 / 8, 9);
});

test("only paths that host a model pay for fine-tuning", () => {
  const { cost } = values(roundResult(roundScenario()));
  const ids = (path: keyof typeof cost) => cost[path]?.lines.map(({ id }) => id) ?? [];
  expect(ids("api")).not.toContain("fineTuning");
  expect(ids("selfHosted")).toContain("fineTuning");
  expect(ids("hybrid")).toContain("fineTuning");
});
