import { expect, test } from "vitest";
import { values } from "../figure";
import { roundResult } from "../testing/result";
import { roundScenario } from "../testing/scenario";

const data = (changes: Parameters<typeof roundScenario>[0] = {}) => values(roundResult(roundScenario(changes)).data);

test("1,000 examples, two people each, a tenth again: 2,200 labels of 3 minutes at 30 USD", () => {
  const { labels, labellingUsd, labellingDays, upkeepUsdPerMonth } = data();
  expect(labels).toBeCloseTo(2200, 9);
  // 110 hours; four people with six productive hours a day
  expect(labellingUsd).toBeCloseTo(3300, 9);
  expect(labellingDays).toBeCloseTo(110 / 24, 9);
  // half of it renewed in a year
  expect(upkeepUsdPerMonth).toBeCloseTo(137.5, 9);
});

test("logs: 2,629,800 requests × 1,500 tokens × 4 bytes a month, kept for six", () => {
  const { logBytesPerMonth, storageUsdPerMonth } = data();
  expect(logBytesPerMonth).toBeCloseTo(2_629_800 * 6000, 3);
  // (500 GB + 6 × 15.78 GB) × 0.02
  expect(storageUsdPerMonth).toBeCloseTo((500 + 6 * 15.7788) * 0.02, 6);
});

test("kept logs pile up until the retention is reached", () => {
  const { cost } = values(roundResult(roundScenario()));
  const logs = cost.api?.lines.find(({ id }) => id === "logs")?.monthlyUsd ?? [];
  const ratio = (month: number) => (logs[month] ?? 0) / (logs[0] ?? 1);
  expect([0, 1, 4, 5, 6, 35].map((month) => Math.round(ratio(month)))).toEqual([1, 2, 5, 6, 6, 6]);
});

test.each([
  ["labelledExamples", 2000],
  ["ratingsPerExample", 3],
  ["minutesPerLabel", 6],
  ["annotatorUsdPerHour", 60],
  ["rejectedShare", 0.3],
  ["annotators", 8],
  ["refreshSharePerYear", 1],
  ["storedBytes", 1e12],
  ["logRetentionMonths", 12],
  ["storageUsdPerGbMonth", 0.1],
] as const)("changing %s changes cost or days", (field, value) => {
  expect(data({ data: { [field]: value } })).not.toEqual(data());
});
