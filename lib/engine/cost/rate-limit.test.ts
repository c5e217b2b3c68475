import { describe, expect, test } from "vitest";
import { roundResult } from "../testing/result";
import { roundScenario } from "../testing/scenario";

// One request a second on average, three at the peak: 3 × 60 × 1,500 tokens = 270,000 a minute.
const limited = (tokensPerMinuteLimit: number | null, growthPerYear = 0) => {
  const result = roundResult(roundScenario({ workload: { growthPerYear }, paths: { api: { tokensPerMinuteLimit } } }));
  return { finding: result.findings.find(({ id }) => id === "cost.rateLimit"), verdict: result.verdict };
};

describe("a rate limit", () => {
  test("below the peak at launch bars the API", () => {
    const { finding, verdict } = limited(269_000);
    expect(finding).toMatchObject({ severity: "blocker", bars: ["api"] });
    expect(finding?.why).toMatch(/270,000 tokens/);
    expect(verdict.path).not.toBe("api");
  });

  test("that growth passes is told with its month, and bars nothing", () => {
    const { finding } = limited(400_000, 1);
    expect(finding).toMatchObject({ severity: "warning", bars: [] });
    // doubling each year: 270,000 × 2^(7 ÷ 12) = 404,600 in the eighth month, July 2027
    expect(finding?.what).toMatch(/2027-07/);
  });

  test("above the peak, or not known, says nothing", () => {
    expect(limited(271_000).finding).toBeUndefined();
    expect(limited(null).finding).toBeUndefined();
  });
});
