import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ApiPrice } from "@/lib/contract/catalogue";
import { figuresOf } from "../resolve/document";
import { resolveApiTerms } from "../resolve/price";
import { roundReference } from "../testing/reference";
import { roundScenario } from "../testing/scenario";
import { shareInHours } from "./api-hours";

const flat = (usdPerMtoken: number) => ({ usdPerMtoken, tiers: [] });

/** Twice the price from 01:00 to 04:00 and from 06:00 to 10:00 UTC: the hours of DeepSeek's list since 2026-08-17. */
const hourly: Partial<ApiPrice> = {
  input: flat(2),
  output: flat(10),
  cachedInput: flat(0.5),
  byHour: [
    {
      windows: [
        { fromHour: 0, toHour: 1 },
        { fromHour: 4, toHour: 6 },
        { fromHour: 10, toHour: 24 },
      ],
      input: flat(2),
      output: flat(10),
      cachedInput: flat(0.5),
      cacheWrite: null,
    },
    {
      windows: [
        { fromHour: 1, toHour: 4 },
        { fromHour: 6, toHour: 10 },
      ],
      input: flat(4),
      output: flat(20),
      cachedInput: flat(1),
      cacheWrite: null,
    },
  ],
};
const reference = roundReference({ price: hourly });

function termsOf(workload: { peakToMean: number; busiestHourUtc: number }) {
  const priced = resolveApiTerms(figuresOf(roundScenario({ workload }), reference), reference);
  if (!priced.ok) throw new Error(priced.failure.message);
  return priced.terms;
}

describe("prices that differ by the hour", () => {
  test("are weighed by the hours alone where requests come evenly", () => {
    // 17 of 24 hours at 2, 10 and 0.50 USD; 7 of 24 at twice that: × (1 + 7 ÷ 24)
    const terms = termsOf({ peakToMean: 1, busiestHourUtc: 12 });
    expect(terms.inputUsdPerMtoken.value).toBeCloseTo(2 * (1 + 7 / 24), 3);
    expect(terms.outputUsdPerMtoken.value).toBeCloseTo(10 * (1 + 7 / 24), 3);
    expect(terms.cachedInputUsdPerMtoken.value).toBeCloseTo(0.5 * (1 + 7 / 24), 3);
    expect(terms.note).toContain("about 29% of them fall in the dearest hours, 01:00 to 04:00 and 06:00 to 10:00 UTC");
    expect(terms.note).toContain("busiest hour at 12:00 UTC");
  });

  test("cost more when the day's peak falls in the dear hours, less when it is far from them", () => {
    const at = (busiestHourUtc: number) => termsOf({ peakToMean: 4, busiestHourUtc }).inputUsdPerMtoken.value;
    // A working day in Beijing (busiest at 15:00, 07:00 UTC) and one in New York (13:00, 17:00 UTC).
    expect(at(7)).toBeGreaterThan(2.9);
    expect(at(17)).toBeLessThan(2.2);
  });

  test("lie between the cheapest and the dearest, whenever requests come", () => {
    const days = fc.record({
      peakToMean: fc.double({ min: 1, max: 30, noNaN: true }),
      busiestHourUtc: fc.integer({ min: 0, max: 23 }),
    });
    fc.assert(
      fc.property(days, (day) => {
        const usd = termsOf(day).outputUsdPerMtoken.value;
        expect(usd).toBeGreaterThanOrEqual(10 - 1e-9);
        expect(usd).toBeLessThanOrEqual(20 + 1e-9);
      }),
      { numRuns: 50 },
    );
  });

  test("count every request once: windows that cover the day hold all of them, half hours too", () => {
    const whole = fc.record({
      peakToMean: fc.double({ min: 1, max: 30, noNaN: true }),
      busiestHour: fc.integer({ min: 0, max: 23 }),
      cut: fc.double({ min: 0, max: 24, noNaN: true }),
    });
    fc.assert(
      fc.property(whole, ({ cut, ...day }) => {
        const before = shareInHours({ ...day, fromHours: [0], toHours: [cut] });
        const after = shareInHours({ ...day, fromHours: [cut], toHours: [24] });
        expect(before + after).toBeCloseTo(1, 9);
      }),
    );
  });
});
