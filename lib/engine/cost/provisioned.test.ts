import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Scenario } from "@/lib/contract/scenario";
import { values } from "../figure";
import { roundInputs, roundResult } from "../testing/result";
import { roundScenario } from "../testing/scenario";
import { composeCost } from "./compose";
import { unitsBought, unitTokensPerMinute } from "./provisioned-units";

type Call = { perMinute: number; isl: number; osl: number; cachedInputShare?: number; outputRatio: number };

const tokens = ({ perMinute, isl, osl, cachedInputShare = 0, outputRatio }: Call) =>
  unitTokensPerMinute({
    requestsPerSecond: perMinute / 60,
    isl,
    osl,
    cachedInputShare,
    outputRatio,
    reasoningTokens: 0,
    retryShare: 0,
  });

describe("units of provisioned throughput", () => {
  test.each([
    [0, 500_000, 147.06],
    [0.25, 475_000, 139.71],
  ])(
    "Microsoft's worked example: 1,000 calls a minute of 100 + 50 tokens of GPT-5.2, %d cached: %d tokens, %d units, so 150",
    (cachedInputShare, converted, units) => {
      // MicrosoftDocs/azure-ai-docs, PTU costs and billing, "Estimate PTU for a workload manually"
      const tokensPerMinute = tokens({ perMinute: 1000, isl: 100, osl: 50, cachedInputShare, outputRatio: 8 });
      expect(tokensPerMinute).toBeCloseTo(converted, 6);
      expect(tokensPerMinute / 3400).toBeCloseTo(units, 2);
      const regional = { tokensPerUnitMinute: 3400, minimum: 50, increment: 50 };
      expect(unitsBought({ tokensPerMinute, peakShare: 1, ...regional })).toBe(150);
    },
  );

  test.each([
    [800, 150, 30, 15],
    [5000, 50, 1000, 140],
    [1000, 300, 500, 30],
  ])(
    "Microsoft's table for GPT-4o mini: %d in and %d out, %d calls a minute: %d units",
    (isl, osl, perMinute, units) => {
      // MicrosoftDocs/azure-ai-docs, latency.md; 37,000 a unit, one token of output as three of input for this model
      const tokensPerMinute = tokens({ perMinute, isl, osl, outputRatio: 3 });
      const global = { tokensPerUnitMinute: 37_000, minimum: 15, increment: 5 };
      expect(unitsBought({ tokensPerMinute, peakShare: 1, ...global })).toBe(units);
    },
  );

  test("are never fewer than the peak needs, nor a whole step more", () => {
    const needs = fc.record({
      tokensPerMinute: fc.double({ min: 1, max: 1e9, noNaN: true }),
      peakShare: fc.double({ min: 0.01, max: 1, noNaN: true }),
      tokensPerUnitMinute: fc.double({ min: 100, max: 60_000, noNaN: true }),
      minimum: fc.integer({ min: 1, max: 100 }),
      increment: fc.integer({ min: 1, max: 100 }),
    });
    fc.assert(
      fc.property(needs, (need) => {
        const units = unitsBought(need);
        const exact = (need.tokensPerMinute * need.peakShare) / need.tokensPerUnitMinute;
        expect(units).toBeGreaterThanOrEqual(exact - need.increment * 1e-8);
        expect(units === need.minimum || units < exact + need.increment).toBe(true);
        expect((units - need.minimum) % need.increment).toBe(0);
      }),
    );
  });
});

/**
 * One request a second on average, three at the peak, of 600 + 400 cached + 500 tokens; output counts as four:
 * 3 × 60 × (600 + 2,000) = 468,000 tokens a minute. Units of 2,600 from 20 on in steps of 10 at 100 USD.
 */
const provisioned = (peakShare: number, api: object = {}, workload: object = {}): Scenario =>
  roundScenario({
    workload,
    paths: {
      api: {
        provisionedPeakShare: peakShare,
        provisionedUsdPerUnitMonth: 100,
        provisionedTokensPerUnitMinute: 2600,
        provisionedOutputRatio: 4,
        provisionedMinimumUnits: 20,
        provisionedIncrement: 10,
        ...api,
      },
    },
  });

function pathOf(scenario: Scenario, path: "api" | "hybrid" = "api") {
  const priced = composeCost(roundInputs(scenario))[path];
  if (!priced) throw new Error(`${path} has no cost`);
  const plain = values(priced.cost);
  const line = (id: string) => plain.lines.find((each) => each.id === id)?.monthlyUsd ?? [];
  return { plan: priced.plan, totalUsd: plain.totalUsd.mid, line };
}

describe("an API with provisioned units", () => {
  test("that serve the whole peak costs the units and nothing by the token", () => {
    const { line } = pathOf(provisioned(1));
    // 468,000 ÷ 2,600 = 180 units
    expect(line("apiUnits")[0]).toBeCloseTo(18_000, 9);
    expect(line("apiOutput").reduce((sum, usd) => sum + usd, 0)).toBe(0);
  });

  test("on a flat day pays by the token for just what is beyond the units", () => {
    // No peak: 156,000 tokens a minute; half of it needs 30 units of 2,600, which serve half.
    const { line } = pathOf(provisioned(0.5, {}, { peakToMean: 1 }));
    expect(line("apiUnits")[0]).toBeCloseTo(3000, 9);
    expect(line("apiOutput")[0]).toBeCloseTo((2.6298 * 500 * 10) / 2, 0);
  });

  test("for half of a steep peak serves far more than half of the requests", () => {
    const { line } = pathOf(provisioned(0.5));
    expect(line("apiUnits")[0]).toBeCloseTo(9000, 9);
    const spilled = (line("apiOutput")[0] ?? 0) / (2.6298 * 500 * 10);
    expect(spilled).toBeGreaterThan(0.1);
    expect(spilled).toBeLessThan(0.4);
  });

  test("buys more units as it grows, and at least the fewest there are", () => {
    const growing = pathOf(provisioned(1, {}, { growthPerYear: 1 })).line("apiUnits");
    // twice the load after a year
    expect(growing[12]).toBeCloseTo(36_000, 6);
    expect(pathOf(provisioned(0.01)).line("apiUnits")[0]).toBeCloseTo(2000, 9);
  });

  test("is as it was where no units are bought", () => {
    expect(pathOf(provisioned(0)).totalUsd).toBe(pathOf(roundScenario()).totalUsd);
    expect(pathOf(provisioned(0)).line("apiUnits")).toEqual([]);
  });

  test("at another volume costs what a plan of that volume would", () => {
    const times = 1.7;
    const { plan } = pathOf(provisioned(0.5));
    const ofCalls = (lines: typeof plan) => lines.filter(({ line }) => /^api(Units|Input|Cached|Output)/.test(line.id));
    const moved = ofCalls(plan).reduce((sum, each) => sum + (each.totalAt?.(times) ?? Number.NaN), 0);
    const larger = ofCalls(pathOf(provisioned(0.5, {}, { requestsPerDay: 86_400 * times })).plan);
    const planned = larger.reduce((sum, { line }) => sum + line.totalUsd.value, 0);
    expect(moved / planned).toBeCloseTo(1, 9);
  });

  test("is compared with paying by the token", () => {
    const found = (api: object) =>
      roundResult(provisioned(1, api)).findings.find(({ id }) => id === "cost.provisionedUnits");
    // By the token 2.6298 × (600 × 2 + 400 × 0.5 + 500 × 10) = 16,830.72 USD a month, 605,906 over three years.
    expect(found({})).toMatchObject({ severity: "warning" });
    expect(found({})?.what).toContain("$42,094 more");
    expect(found({ provisionedUsdPerUnitMonth: 50 })).toMatchObject({ severity: "info" });
    expect(roundResult(provisioned(0)).findings.some(({ id }) => id === "cost.provisionedUnits")).toBe(false);
  });

  test("passes a limit by the minute only with what is beyond the units", () => {
    const barred = (peakShare: number) =>
      roundResult(provisioned(peakShare, { tokensPerMinuteLimit: 200_000 })).findings.some(
        ({ id }) => id === "cost.rateLimit",
      );
    // 3 × 60 × 1,500 = 270,000 tokens a minute
    expect(barred(0)).toBe(true);
    expect(barred(0.5)).toBe(false);
  });
});
