import { describe, expect, test } from "vitest";
import { loadReferenceData } from "@/lib/catalogue/load";
import { signChangesOnLogGrid } from "../finance/crossing";
import { internalRates } from "../finance/internal-rate";
import { netPresentValue, paybackPeriods } from "../finance/returns";
import { depreciationUsd } from "../finance/tax";
import { apiCostKind } from "../kinds/api-cost";
import { financeKind } from "../kinds/finance";
import { requestsInMonth } from "../traffic/growth";
import { agentsFor, erlangB, erlangC, serviceLevel } from "./erlang";

/** Worked examples that others have published, each with where. Those of IRR and NPV functions are in finance/returns.test.ts. */

describe("people who answer within a time", () => {
  const calls = { erlangs: 10, handlingSeconds: 180, answerSeconds: 20 };

  test.each([
    [11, 0.682, 0.39],
    [12, 0.449, 0.64],
    [13, 0.285, 0.796],
    [14, 0.174, 0.888],
  ])(
    "Call Centre Helper, 200 calls an hour of 3 minutes, %d agents: %d wait, %d are answered within 20 s",
    (agents, waiting, inTime) => {
      // callcentrehelper.com, "Erlang C formula – made simple with an easy worked example"
      expect(erlangC({ erlangs: 10, agents })).toBeCloseTo(waiting, 3);
      expect(Math.abs(serviceLevel({ ...calls, agents }) - inTime)).toBeLessThan(5e-4);
    },
  );

  test("Call Centre Helper, the same at 80 % within 20 s and at most 85 % busy: 14 agents, busy 71.4 %", () => {
    expect(agentsFor({ ...calls, answerShare: 0.8, occupancyShare: 0.85 })).toBe(14);
    expect(10 / 14).toBeCloseTo(0.714, 3);
  });

  test("Mitan's Erlang C by steps, 360 calls in half an hour of 4 minutes, 55 agents: 23.9 % wait, 8.2 s on average, 84.6 % within 15 s", () => {
    // mitan.co.uk/erlang/elgcmath.htm
    const at = { erlangs: (360 / 1800) * 240, agents: 55 };
    expect(erlangC(at)).toBeCloseTo(0.239, 3);
    expect((erlangC(at) * 240) / (at.agents - at.erlangs)).toBeCloseTo(8.18, 2);
    expect(serviceLevel({ ...at, handlingSeconds: 240, answerSeconds: 15 })).toBeCloseTo(0.846, 3);
  });

  test.each([
    [2, 0.153],
    [5, 1.36],
    [10, 4.46],
    [20, 12.03],
    [100, 84.06],
  ])(
    "Erlang B table at 1 %% blocking (ITU-D Teletraffic Engineering Handbook): %d lines carry %d erlangs",
    (agents, erlangs) => {
      // The table rounds the load to the digits shown.
      expect(Math.abs(erlangB({ erlangs, agents }) - 0.01)).toBeLessThan(1e-4);
    },
  );
});

describe("returns", () => {
  test("Accounting Explained, discounted payback: 2,324,000 against 600,000 a year at 11 %: 5.32 years", () => {
    const flows = [-2_324_000, ...Array<number>(6).fill(600_000)];
    const outcome = financeKind({ kind: "finance", cashFlowsUsd: flows, periodsPerYear: 1, discountRateAnnual: 0.11 });
    expect(Math.abs((outcome.ok ? (outcome.value.discountedPaybackPeriods ?? 0) : 0) - 5.32)).toBeLessThan(0.015);
  });

  test("Accounting Explained, payback with even flows: 105 million against 25 a year: 4.2 years", () => {
    expect(paybackPeriods({ flowsUsd: [-105, ...Array<number>(7).fill(25)] })).toBeCloseTo(4.2, 12);
  });

  test("Accounting Explained, payback with uneven flows: 50 million against 10, 13, 16, 19, 22: 3.58 years", () => {
    expect(paybackPeriods({ flowsUsd: [-50, 10, 13, 16, 19, 22] })).toBeCloseTo(3.58, 2);
  });

  test("Accounting Explained, NPV of 50,000 a month for a year after 243,000, 12 % a year by months: 319,754", () => {
    const flowsUsd = [-243_000, ...Array<number>(12).fill(50_000)];
    expect(Math.abs(netPresentValue({ flowsUsd, ratePerPeriod: 0.01 }) - 319_754)).toBeLessThan(1);
  });

  test("Accounting Explained, IRR of 65,200, 96,000, 73,100, 55,400 after 213,000: about 14 %", () => {
    expect(internalRates([-213_000, 65_200, 96_000, 73_100, 55_400]).rates[0]).toBeCloseTo(0.14, 2);
  });

  test("Microsoft's documentation of SLN: 30,000 of which 7,500 are left after 10 years loses 2,250 a year", () => {
    const year = Array.from({ length: 12 }, (_, month) =>
      depreciationUsd({ purchasesUsd: [30_000], month, residualShare: 0.25, lifeYears: 10 }),
    );
    expect(year.reduce((sum, usd) => sum + usd, 0)).toBeCloseTo(2250, 9);
  });

  test("OpenStax, Principles of Accounting 2, section 3.2: 18,000 fixed, sold at 100, 20 variable: break-even at 225", () => {
    const profit = (units: number) => 100 * units - (18_000 + 20 * units);
    const [units] = signChangesOnLogGrid(profit, 1, 10_000, 24);
    expect(units).toBeCloseTo(225, 3);
  });
});

test("OpenStax, Calculus 2, example 4.14: deer that grow to 1,072,764 at 0.2311 a year, from 900,000", () => {
  const published = (t: number) => (1_072_764 * 25_000 * Math.exp(0.2311 * t)) / (4799 + 25_000 * Math.exp(0.2311 * t));
  for (const years of [0, 1, 5, 20]) {
    const ours = requestsInMonth({
      requestsPerDay: 900_000 / 30.4375,
      growthPerYear: Math.exp(0.2311) - 1,
      growthKind: "sCurve",
      ceilingFactor: 1_072_764 / 900_000,
      month: years * 12,
    });
    // The book rounds 172,764 ÷ 900,000 to 4799 ÷ 25,000.
    expect(ours / published(years)).toBeCloseTo(1, 5);
  }
});

test("the claude-cost package's documentation: 423 fresh, 380 cached and 18 output tokens of Claude Sonnet 4.5 cost 0.001653 USD", async () => {
  // docs.rs/crate/claude-cost/0.1.0
  const reference = await loadReferenceData();
  const outcome = apiCostKind(
    {
      kind: "api-cost",
      provider: "anthropic",
      model: "claude-sonnet-4-5",
      inputTokens: 803,
      cachedInputTokens: 380,
      outputTokens: 18,
    },
    { reference, today: "2026-06-01" },
  );
  expect(outcome.ok && outcome.value.costUsd).toBeCloseTo(0.001653, 9);
});
