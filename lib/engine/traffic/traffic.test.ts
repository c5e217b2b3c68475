import { expect, test } from "vitest";
import { values } from "../figure";
import { figuresOf } from "../resolve/document";
import { roundReference } from "../testing/reference";
import { roundScenario } from "../testing/scenario";
import { composeTraffic } from "./compose";
import { requestsInMonth } from "./growth";
import { monthLabel } from "./months";

const traffic = (changes: Parameters<typeof roundScenario>[0] = {}) =>
  values(composeTraffic(figuresOf(roundScenario(changes), roundReference())));

test("86,400 requests a day are one a second, three at the peak", () => {
  const { meanRequestsPerSecond, peakRequestsPerSecond, requestsPerMonth, inputTokensPerMonth } = traffic();
  expect(meanRequestsPerSecond).toBeCloseTo(1, 12);
  expect(peakRequestsPerSecond).toBeCloseTo(3, 12);
  expect(requestsPerMonth).toBe(2_629_800);
  expect(inputTokensPerMonth).toBe(2_629_800_000);
});

test("months run on over the end of the year, one entry for each of the horizon", () => {
  const { monthly } = traffic();
  expect(monthly).toHaveLength(36);
  expect([monthly[0]?.month, monthly[1]?.month, monthly.at(-1)?.month]).toEqual(["2026-12", "2027-01", "2029-11"]);
  expect(monthLabel("2026-01", 11)).toBe("2026-12");
});

test("compound growth of 44 % makes 1.44 after a year and 1.2 after half of one", () => {
  const { monthly } = traffic({ workload: { growthPerYear: 0.44 } });
  const first = monthly[0]?.requests ?? Number.NaN;
  expect((monthly[12]?.requests ?? 0) / first).toBeCloseTo(1.44, 12);
  expect((monthly[6]?.requests ?? 0) / first).toBeCloseTo(1.2, 12);
});

test("linear growth adds the same each month, and shrinking ends at none", () => {
  const at = (growthPerYear: number, month: number) =>
    requestsInMonth({ requestsPerDay: 1000, growthKind: "linear", growthPerYear, ceilingFactor: 5, month }) / 30.4375;
  expect(at(0.2, 30)).toBeCloseTo(1500, 9);
  expect(at(-0.9, 12)).toBeCloseTo(100, 9);
  expect(at(-0.9, 24)).toBe(0);
});
