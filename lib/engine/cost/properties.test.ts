import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fieldAt } from "@/lib/contract/field-at";
import { pathIds, type Scenario, scenarioSchema } from "@/lib/contract/scenario";
import { byPath } from "../by-path";
import { values } from "../figure";
import { inCurrency, inUsd } from "../finance/unit-cost";
import { roundInputs } from "../testing/result";
import { roundPurchase, roundScenario } from "../testing/scenario";
import { priceOverLengths } from "./api-price";
import { composeCost } from "./compose";
import { erlangC } from "./erlang";

type Changes = Parameters<typeof roundScenario>[0];

const ownPrice = { inputUsdPerMtoken: 2, outputUsdPerMtoken: 8, cachedInputUsdPerMtoken: 0.5 };
const rent = {
  kind: "rent",
  offerId: "cloud.eight",
  term: "onDemand",
  ownUsdPerAcceleratorHour: 2,
  priceFactorPerYear: 0.9,
  interruptedShare: 0.1,
} as const;

/** Plans in which everything that can cost something does. */
const plans: fc.Arbitrary<Changes> = fc.record({
  workload: fc.record({
    requestsPerDay: fc.integer({ min: 100, max: 3_000_000 }),
    growthPerYear: fc.double({ min: -0.3, max: 1, noNaN: true }),
    growthKind: fc.constantFrom("compound", "linear", "sCurve"),
    peakToMean: fc.double({ min: 1, max: 12, noNaN: true }),
    escalatedShare: fc.double({ min: 0, max: 0.3, noNaN: true }),
    batchableShare: fc.double({ min: 0, max: 0.5, noNaN: true }),
  }),
  outcome: fc.record({
    errorShare: fc.double({ min: 0, max: 0.05, noNaN: true }),
    peopleErrorShare: fc.double({ min: 0, max: 0.05, noNaN: true }),
    errorUsd: fc.constantFrom(0, 40),
    rampMonths: fc.integer({ min: 0, max: 12 }),
  }),
  paths: fc.record({
    api: fc.record({
      ownPrice: fc.constant(ownPrice),
      cacheWriteShare: fc.double({ min: 0, max: 1, noNaN: true }),
      reasoningTokens: fc.integer({ min: 0, max: 2000 }),
      committedUsdPerMonth: fc.constantFrom(0, 5000),
      committedDiscountShare: fc.constantFrom(0, 0.2),
    }),
    selfHosted: fc.record({
      acquisition: fc.constantFrom(rent, roundPurchase),
      operation: fc.constantFrom("always", "schedule", "autoscale"),
      egressUsdPerGb: fc.constantFrom(0, 0.09),
      softwareUsdPerAcceleratorYear: fc.constantFrom(0, 4500),
    }),
    hybrid: fc.record({
      routing: fc.constantFrom("share", "overflow"),
      routerUsdPerThousandRequests: fc.constantFrom(0, 0.2),
      misroutedShare: fc.constantFrom(0, 0.1),
    }),
    people: fc.record({ answerSeconds: fc.constantFrom(null, 30) }),
  }),
  economics: fc.record({
    inflationPerYear: fc.constantFrom(0, 0.03),
    purchaseTaxShare: fc.constantFrom(0, 0.19),
  }),
});

const costsOf = (scenario: Scenario) => {
  const paths = composeCost(roundInputs(scenario));
  return values(byPath((id) => paths[id]?.cost ?? null)) as unknown as Record<
    string,
    { monthlyUsd: number[]; lines: { monthlyUsd: number[] }[]; totalUsd: { mid: number } } | null
  >;
};

/** Every amount of money in the document k times as large, those in rows of a list too. */
function scaledMoney(scenario: Scenario, k: number): Scenario {
  const scaled = (node: unknown, path: string): unknown => {
    if (typeof node === "number") return fieldAt(path)?.unit?.startsWith("USD") ? node * k : node;
    if (Array.isArray(node)) return node.map((each, at) => scaled(each, `${path}.${at}`));
    if (typeof node !== "object" || node === null) return node;
    return Object.fromEntries(
      Object.entries(node).map(([key, value]) => [key, scaled(value, path === "" ? key : `${path}.${key}`)]),
    );
  };
  return scenarioSchema.parse(scaled(scenario, ""));
}

describe("costs of any plan", () => {
  test("add up: the lines of each month are its total, and the months the whole", () => {
    fc.assert(
      fc.property(plans, (changes) => {
        const costs = costsOf(roundScenario(changes));
        for (const id of pathIds) {
          const cost = costs[id];
          if (!cost) continue;
          cost.monthlyUsd.forEach((usd, month) => {
            const sum = cost.lines.reduce((total, line) => total + (line.monthlyUsd[month] ?? 0), 0);
            expect(Math.abs(sum - usd)).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(usd)));
          });
          const total = cost.monthlyUsd.reduce((sum, usd) => sum + usd, 0);
          expect(total / cost.totalUsd.mid).toBeCloseTo(1, 9);
        }
      }),
      { numRuns: 30 },
    );
  });

  test("are k times as large when every price and pay is", () => {
    fc.assert(
      fc.property(plans, fc.constantFrom(0.5, 2, 3), (changes, k) => {
        const scenario = roundScenario(changes);
        const [once, scaled] = [costsOf(scenario), costsOf(scaledMoney(scenario, k))];
        for (const id of pathIds) {
          const [a, b] = [once[id]?.totalUsd.mid, scaled[id]?.totalUsd.mid];
          if (a !== undefined) expect((b ?? Number.NaN) / a).toBeCloseTo(k, 9);
        }
      }),
      { numRuns: 30 },
    );
  });

  test("of an API never fall with volume, commitments included", () => {
    fc.assert(
      fc.property(plans, fc.double({ min: 1, max: 20, noNaN: true }), (changes, times) => {
        const scenario = roundScenario(changes);
        const more = structuredClone(scenario);
        more.workload.requestsPerDay *= times;
        expect(costsOf(more).api?.totalUsd.mid).toBeGreaterThanOrEqual(
          (costsOf(scenario).api?.totalUsd.mid ?? 0) * (1 - 1e-12),
        );
      }),
      { numRuns: 30 },
    );
  });
});

test("money changed into another currency and back is the same", () => {
  const amounts = fc.double({ min: 1e-6, max: 1e12, noNaN: true });
  fc.assert(
    fc.property(amounts, fc.double({ min: 1e-4, max: 1e6, noNaN: true }), (usd, currencyPerUsd) => {
      const back = inUsd({ amount: inCurrency({ usd, currencyPerUsd }), currencyPerUsd });
      expect(Math.abs(back - usd)).toBeLessThanOrEqual(1e-9 * Math.abs(usd));
    }),
  );
});

test("fewer wait with more people, for any load", () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 300, noNaN: true }), fc.integer({ min: 1, max: 50 }), (erlangs, spare) => {
      const agents = Math.ceil(erlangs) + spare;
      expect(erlangC({ erlangs, agents: agents + 1 })).toBeLessThanOrEqual(erlangC({ erlangs, agents }) + 1e-12);
    }),
  );
});

test("a price over differing lengths lies between its tiers, and nears the price at the mean as lengths become alike", () => {
  const tiers = { usdPerMtoken: 2, tierAboveInputTokens: [200_000], tierUsdPerMtoken: [4] };
  fc.assert(
    fc.property(
      fc.integer({ min: 1000, max: 1e6 }),
      fc.double({ min: 0.01, max: 3, noNaN: true }),
      (inputTokens, variation) => {
        const usd = priceOverLengths({ ...tiers, inputTokens, variation, weighs: "tokens" });
        expect(usd).toBeGreaterThanOrEqual(2 - 1e-12);
        expect(usd).toBeLessThanOrEqual(4 + 1e-12);
      },
    ),
  );
  for (const inputTokens of [100_000, 300_000]) {
    const near = priceOverLengths({ ...tiers, inputTokens, variation: 0.01, weighs: "tokens" });
    expect(near).toBeCloseTo(inputTokens > 200_000 ? 4 : 2, 9);
  }
});
