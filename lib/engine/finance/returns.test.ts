import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { financeKind } from "../kinds/finance";
import { internalRates } from "./internal-rate";
import { netPresentValue, paybackPeriods, returnOnInvestment } from "./returns";

const answer = (cashFlowsUsd: number[], periodsPerYear = 1, discountRateAnnual = 0.1) => {
  const outcome = financeKind({ kind: "finance", cashFlowsUsd, periodsPerYear, discountRateAnnual });
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.value;
};

/** Microsoft's documentation of IRR: a business of 70,000 and its income of five years. */
const business = [-70_000, 12_000, 15_000, 18_000, 21_000, 26_000];

describe("internal rate of return, against documented values", () => {
  test.each([
    ["Excel IRR, after four years: −2.1 %", business.slice(0, 5), -0.021_244_8, 1e-6],
    ["Excel IRR, after five years: 8.7 %", business, 0.086_630_9, 1e-6],
    ["Excel IRR, after two years: −44.4 %", business.slice(0, 3), -0.443_506_9, 1e-6],
    ["numpy-financial: 28.095 %", [-100, 39, 59, 55, 20], 0.280_948_4, 1e-6],
    ["numpy-financial: −9.55 %", [-100, 0, 0, 74], -0.095_496, 1e-5],
    ["numpy-financial: −8.33 %", [-100, 100, 0, -7], -0.083_3, 1e-3],
    ["numpy-financial: 6.21 %", [-100, 100, 0, 7], 0.062_058, 1e-5],
  ])("%s", (_, flows, expected, within) => {
    const { rates } = internalRates(flows);
    expect(
      rates.some((rate) => Math.abs(rate - expected) <= within),
      String(rates),
    ).toBe(true);
  });

  test("flows of one sign have none, and the answer says why", () => {
    const { irrAnnual, notes } = answer([100, 20, 30]);
    expect(irrAnnual).toBeNull();
    expect(notes.join(" ")).toMatch(/never change sign/);
  });

  test("the classic −1,600, 10,000, −10,000 has two, 25 % and 400 %, and none of them is passed off as the answer", () => {
    const { irrAnnual, notes } = answer([-1600, 10_000, -10_000]);
    expect(irrAnnual).toBeNull();
    expect(notes.join(" ")).toMatch(/2 internal rates.*25%, 400%/);
  });

  test("two changes of sign without a root are said to have none", () => {
    expect(answer([100, -100, 100]).irrAnnual).toBeNull();
    expect(answer([100, -100, 100]).notes.join(" ")).toMatch(/no rate makes/);
  });

  test("a rate that touches zero without crossing is found: (v − 0.8)² × 100", () => {
    // 100 v² − 160 v + 64: v = 0.8, so r = 25 %
    const { rates } = internalRates([64, -160, 100]);
    expect(rates).toHaveLength(1);
    expect(rates[0]).toBeCloseTo(0.25, 5);
  });

  test("with one change of sign the present value at the rate is nothing", () => {
    const flows = fc.array(fc.double({ min: 1, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(fc.double({ min: 1, max: 1e7, noNaN: true }), flows, (spent, incomes) => {
        const series = [-spent, ...incomes];
        const { rates } = internalRates(series);
        expect(rates).toHaveLength(1);
        const rate = rates[0] ?? Number.NaN;
        const size = series.reduce((sum, flow, k) => sum + Math.abs(flow) * (1 + rate) ** -k, 0);
        expect(Math.abs(netPresentValue({ flowsUsd: series, ratePerPeriod: rate })) / size).toBeLessThan(1e-9);
      }),
    );
  });
});

describe("present value, payback and return", () => {
  test("Excel's NPV of 10 %, −10,000 after a year, 3,000, 4,200, 6,800: 1,188.44", () => {
    // Excel discounts its first value by a period; here a flow of 0 stands before it
    expect(answer([0, -10_000, 3000, 4200, 6800]).npvUsd).toBeCloseTo(1188.44, 2);
  });

  test("Excel's NPV of 8 %, −40,000 now, 8,000, 9,200, 10,000, 12,000, 14,500: 1,922.06", () => {
    expect(answer([-40_000, 8000, 9200, 10_000, 12_000, 14_500], 1, 0.08).npvUsd).toBeCloseTo(1922.06, 2);
  });

  test("numpy-financial's NPV at 28.1 % of −100, 39, 59, 55, 20: −0.0085", () => {
    const flowsUsd = [-100, 39, 59, 55, 20];
    expect(netPresentValue({ flowsUsd, ratePerPeriod: 0.281 })).toBeCloseTo(-0.008_478_6, 6);
  });

  test("months are discounted at the rate that compounds to the year's", () => {
    const flows = Array.from({ length: 13 }, (_, month) => (month === 12 ? 110 : 0));
    expect(answer(flows, 12, 0.1).npvUsd).toBeCloseTo(100, 9);
  });

  test("payback lies within the period by straight line, discounted later than not", () => {
    const { paybackPeriods: plain, discountedPaybackPeriods: discounted } = answer([-100, 60, 60]);
    expect(plain).toBeCloseTo(1 + 40 / 60, 12);
    // 60 ÷ 1.1 = 54.55, 60 ÷ 1.21 = 49.59: 45.45 ÷ 49.59 of the second
    expect(discounted).toBeCloseTo(1 + (100 - 60 / 1.1) / (60 / 1.21), 12);
  });

  test("what never comes back has no payback; what was never spent needs none", () => {
    expect(paybackPeriods({ flowsUsd: [-100, 20, 20] })).toBeNull();
    expect(paybackPeriods({ flowsUsd: [10, 20] })).toBe(0);
    expect(returnOnInvestment({ flowsUsd: [10, 20] })).toBeNull();
  });
});
