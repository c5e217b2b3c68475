import { describe, expect, test } from "vitest";
import { values } from "../figure";
import { roundResult } from "../testing/result";
import { roundScenario } from "../testing/scenario";

type Changes = NonNullable<Parameters<typeof roundScenario>[0]>;
const resultOf = (changes: Changes) => values(roundResult(roundScenario(changes)));
const lineOf = (changes: Changes, path: "api" | "selfHosted" | "people", id: string) =>
  resultOf(changes).cost[path]?.lines.find((line) => line.id === id);

describe("what answers bring", () => {
  test("is nothing unless somebody says so", () => {
    expect(resultOf({}).finance.returns).toBeNull();
  });

  test("is 2,629,800 requests a month × 2 USD on every path, and the return follows from each path's cost", () => {
    const { finance, cost } = resultOf({ outcome: { valueUsdPerRequest: 2 } });
    const months = cost.api?.monthlyUsd.length ?? 0;
    for (const id of ["api", "selfHosted", "people"] as const) {
      const returns = finance.returns?.[id];
      const costUsd = cost[id]?.totalUsd.mid ?? Number.NaN;
      expect(returns?.benefitUsd).toBeCloseTo(2_629_800 * 2 * months, 2);
      expect(returns?.roi).toBeCloseTo((2_629_800 * 2 * months) / costUsd - 1, 9);
    }
    expect(finance.returns?.api?.npvUsd).toBeGreaterThan(finance.returns?.people?.npvUsd ?? Number.POSITIVE_INFINITY);
  });
});

describe("wrong answers", () => {
  test("cost requests × settled share × share of wrong ones × cost: 2,629,800 × 0.8 × 0.01 × 50 a month", () => {
    const changes = { workload: { escalatedShare: 0.2 }, outcome: { errorShare: 0.01, errorUsd: 50 } };
    for (const path of ["api", "selfHosted"] as const) {
      expect(lineOf(changes, path, "errors")?.monthlyUsd[0]).toBeCloseTo(2_629_800 * 0.8 * 0.01 * 50, 2);
    }
    expect(lineOf(changes, "people", "errors")).toBeUndefined();
  });
});

describe("a ramp of three months", () => {
  const changes = { workload: { escalatedShare: 0.2 }, outcome: { rampMonths: 3 } };

  test("hands on 80 % of the requests in the first month, 60, 40, and 20 % from the fourth on", () => {
    const ramped = lineOf(changes, "api", "escalations")?.monthlyUsd ?? [];
    const settled = lineOf({ workload: { escalatedShare: 0.2 } }, "api", "escalations")?.monthlyUsd ?? [];
    const shares = ramped.slice(0, 5).map((usd, month) => (usd / (settled[month] ?? Number.NaN)) * 0.2);
    [0.8, 0.6, 0.4, 0.2, 0.2].forEach((share, month) => {
      expect(shares[month]).toBeCloseTo(share, 9);
    });
  });

  test("leaves fewer wrong answers while people do the work", () => {
    const outcome = { rampMonths: 3, errorShare: 0.01, errorUsd: 50 };
    const errors = lineOf({ outcome }, "api", "errors")?.monthlyUsd ?? [];
    expect((errors[0] ?? 0) / (errors[4] ?? Number.NaN)).toBeCloseTo(0.25, 9);
  });
});
