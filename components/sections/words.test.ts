import { describe, expect, test } from "vitest";
import type { ScenarioResult } from "@/lib/contract/result";
import { breakEvenByTime, breakEvenByVolume, savingWords } from "./words";

const crossing = { from: "api", to: "selfHosted", month: 7, requestsPerDay: [12_345] } as const;

describe("break-even in words", () => {
  test("by time: a month of the plan with its date, the first month, or none", () => {
    const asked = (month: number | null) => breakEvenByTime({ ...crossing, month, requestsPerDay: [] }, "2027-01", 36);
    expect(asked(7)).toBe("Self-hosted against API: cheaper in total from month 7 (Jul 2027).");
    expect(asked(1)).toBe("Self-hosted against API: cheaper from the first month.");
    expect(asked(null)).toBe("Self-hosted against API: no crossing within 36 months.");
  });

  test("by volume: one, several or none", () => {
    const asked = (requestsPerDay: number[]) => breakEvenByVolume({ ...crossing, requestsPerDay });
    expect(asked([12_345])).toBe("Self-hosted and API cost the same at 12,300 requests a day.");
    expect(asked([900, 5_000])).toContain("900, 5,000 requests a day (several");
    expect(asked([])).toContain("never cost the same");
  });
});

test("a saving names both ways, and there is none without a runner-up", () => {
  const verdict = { path: "api", runnerUp: "selfHosted", savingUsd: 12_400 } as ScenarioResult["verdict"];
  expect(savingWords({ verdict } as ScenarioResult, 36)).toBe(
    "API saves $12.4k over 36 months against Self-hosted, the next cheapest that qualifies.",
  );
  expect(savingWords({ verdict: { ...verdict, runnerUp: null } } as ScenarioResult, 36)).toBeNull();
});
