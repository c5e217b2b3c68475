import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Scenario } from "@/lib/contract/scenario";
import { values } from "../figure";
import { roundInputs, roundResult } from "../testing/result";
import { roundPurchase, roundScenario } from "../testing/scenario";
import { composeCost } from "./compose";

type Given = Parameters<typeof roundResult>[1];

function costs(scenario: Scenario, path: keyof Scenario["paths"], given: Given = {}) {
  const cost = composeCost(roundInputs(scenario, given))[path]?.cost;
  if (!cost) throw new Error(`${path} has no cost`);
  const plain = values(cost);
  const line = (id: string) => plain.lines.find((each) => each.id === id)?.monthlyUsd ?? [];
  return { ...plain, line };
}

describe("the API", () => {
  test("2,629,800 requests of 600 + 400 cached + 500 tokens at 2, 0.5 and 10 USD", () => {
    const { line } = costs(roundScenario(), "api");
    // 86,400 × 30.4375 = 2,629,800 requests a month
    expect(line("apiInput")[0]).toBeCloseTo(2.6298 * 600 * 2, 6);
    expect(line("apiCachedInput")[0]).toBeCloseTo(2.6298 * 400 * 0.5, 6);
    expect(line("apiOutput")[0]).toBeCloseTo(2.6298 * 500 * 10, 6);
  });

  test("a prompt above the threshold re-prices the whole request", () => {
    const { line } = costs(roundScenario({ workload: { isl: 300_000, cachedInputShare: 0 } }), "api");
    expect(line("apiInput")[0]).toBeCloseTo(2.6298 * 300_000 * 4, 3);
    expect(line("apiOutput")[0]).toBeCloseTo(2.6298 * 500 * 15, 6);
  });

  test("half of the requests at half the price, and 10 % retries: × 0.75 × 1.1", () => {
    const { line } = costs(
      roundScenario({ workload: { batchableShare: 0.5 }, paths: { api: { retryShare: 0.1 } } }),
      "api",
    );
    expect(line("apiOutput")[0]).toBeCloseTo(2.6298 * 500 * 10 * 0.75 * 1.1, 6);
  });

  test("a price that halves each year is at half in the thirteenth month", () => {
    const { line } = costs(roundScenario({ paths: { api: { priceFactorPerYear: 0.5 } } }), "api");
    expect(line("apiOutput")[12]).toBeCloseTo((line("apiOutput")[0] ?? 0) / 2, 6);
  });

  test("an own price replaces the list's; without one for cached input that is billed in full", () => {
    const ownPrice = { inputUsdPerMtoken: 1, outputUsdPerMtoken: 3, cachedInputUsdPerMtoken: null };
    const { line } = costs(roundScenario({ paths: { api: { model: "ours", ownPrice } } }), "api");
    expect(line("apiInput")[0]).toBeCloseTo(2.6298 * 600, 6);
    expect(line("apiCachedInput")[0]).toBeCloseTo(2.6298 * 400, 6);
  });

  test("an unknown price is a blocker, never nothing", () => {
    const { cost, findings } = roundResult(roundScenario({ paths: { api: { model: "unheard-of" } } }));
    expect(cost.api).toBeNull();
    expect(cost.hybrid).toBeNull();
    expect(findings.find(({ id }) => id === "cost.apiPriceUnknown")?.bars).toEqual(["api", "hybrid"]);
  });

  test("costs more with more volume, and k times the prices make k times the price lines", () => {
    const volumes = fc.integer({ min: 1, max: 1e8 });
    fc.assert(
      fc.property(volumes, volumes, (a, b) => {
        const total = (requestsPerDay: number) => costs(roundScenario({ workload: { requestsPerDay } }), "api");
        const [less, more] = [total(Math.min(a, b)), total(Math.max(a, b))];
        expect(less.totalUsd.mid).toBeLessThanOrEqual(more.totalUsd.mid);
      }),
      { numRuns: 20 },
    );
    const at = (k: number) =>
      costs(
        roundScenario({
          paths: {
            api: { ownPrice: { inputUsdPerMtoken: k, outputUsdPerMtoken: 3 * k, cachedInputUsdPerMtoken: k / 4 } },
          },
        }),
        "api",
      );
    for (const id of ["apiInput", "apiCachedInput", "apiOutput"]) {
      expect(at(7).line(id)[5]).toBeCloseTo(7 * (at(1).line(id)[5] ?? 0), 6);
    }
  });
});

describe("self-hosting", () => {
  test("rents a machine of 8 at 2 USD an accelerator-hour: 8 × 730.5 × 2 = 11,688 a month", () => {
    expect(costs(roundScenario(), "selfHosted").line("rent")[0]).toBeCloseTo(11_688, 6);
  });

  test("takes the listed price of the term, or the on-demand price less a sourced discount, and says so", () => {
    const term = (name: "reserved1Year" | "reserved3Years" | "spot") =>
      roundScenario({
        paths: {
          selfHosted: {
            acquisition: {
              kind: "rent",
              offerId: "cloud.eight",
              term: name,
              ownUsdPerAcceleratorHour: null,
              priceFactorPerYear: 1,
              interruptedShare: 0,
            },
          },
        },
      });
    expect(costs(term("reserved3Years"), "selfHosted").line("rent")[0]).toBeCloseTo(8 * 730.5, 6);
    expect(costs(term("reserved1Year"), "selfHosted").line("rent")[0]).toBeCloseTo(8 * 730.5 * 2 * 0.625, 6);
    expect(roundResult(term("reserved1Year")).findings.map(({ id }) => id)).toContain("cost.rentEstimated");
    const spot = roundResult(term("spot"));
    expect(spot.cost.selfHosted).toBeNull();
    expect(spot.findings.find(({ id }) => id === "cost.rentUnknown")?.bars).toEqual(["selfHosted", "hybrid"]);
  });

  describe("reserving", () => {
    const reserved = {
      kind: "rent",
      offerId: "cloud.eight",
      term: "reserved3Years",
      ownUsdPerAcceleratorHour: null,
      priceFactorPerYear: 0.5,
      interruptedShare: 0,
    } as const;

    test("pays for machines that are off, unlike on demand", () => {
      const at = (term: "reserved3Years" | "onDemand") =>
        costs(
          roundScenario({
            paths: {
              selfHosted: { acquisition: { ...reserved, term }, operation: "schedule", hoursPerWeek: 84 },
            },
          }),
          "selfHosted",
        ).line("rent")[0] ?? 0;
      expect(at("reserved3Years")).toBeCloseTo(8 * 730.5 * 1, 6);
      expect(at("onDemand")).toBeCloseTo((8 * 730.5 * 2) / 2, 6);
    });

    test("keeps its price and its machines until the term ends, while volume falls", () => {
      const { line } = costs(
        roundScenario({
          workload: { requestsPerDay: 50 * 86_400, growthPerYear: -0.5 },
          paths: { selfHosted: { acquisition: reserved } },
          economics: { horizonMonths: 48 },
        }),
        "selfHosted",
      );
      const rent = line("rent");
      for (const usd of rent.slice(0, 36)) expect(usd).toBe(rent[0]);
      // a new term: an eighth of the price, and fewer machines
      expect(rent[36]).toBeLessThan((rent[0] ?? 0) / 8 / 4);
    });
  });

  test("buys a machine of 100,000 USD and is left with 32.5 % of it after 36 of 48 months", () => {
    const bought = costs(roundScenario({ paths: { selfHosted: { acquisition: roundPurchase } } }), "selfHosted");
    // 8 × 10,000 × 1.25
    expect(bought.line("purchase").slice(0, 2)).toEqual([100_000, 0]);
    // 1 − 0.9 × 36 ÷ 48
    expect(bought.line("remainingValue").at(-1)).toBeCloseTo(-32_500, 6);
    expect(bought.line("support")[0]).toBeCloseTo((100_000 * 0.06) / 12, 6);
    // all-in facility power is published, so PUE is not applied again: 12 kW × 730.5 h × 0.1
    expect(bought.line("power")[0]).toBeCloseTo(876.6, 6);
    expect(bought.line("colocation")[0]).toBeCloseTo(1200, 6);
  });

  test("replaces machines at the end of their life and sells the old ones", () => {
    const acquisition = { ...roundPurchase, lifeYears: 1 };
    const { line } = costs(roundScenario({ paths: { selfHosted: { acquisition } } }), "selfHosted");
    expect(line("purchase").flatMap((usd, month) => (usd ? [month] : []))).toEqual([0, 12, 24]);
    expect(line("sales")[12]).toBeCloseTo(-10_000, 6);
    // the third machine has reached its end too: its residual stands at the horizon
    expect(line("remainingValue").at(-1)).toBeCloseTo(-10_000, 6);
  });

  test("buys another machine when growth needs it", () => {
    const { line } = costs(
      roundScenario({
        workload: { requestsPerDay: 4 * 86_400, growthPerYear: 1 },
        paths: { selfHosted: { acquisition: roundPurchase } },
      }),
      "selfHosted",
    );
    // at launch 4 replicas and a spare, four to a machine; after 35 months of doubling each year 31 and 2 spares
    const bought = line("purchase").map((usd) => usd / 100_000);
    expect(bought[0]).toBe(2);
    expect(bought.reduce((sum, count) => sum + count, 0)).toBe(9);
  });

  test("has a range from the goodput's own, cheaper where a replica serves more", () => {
    const { totalUsd } = costs(roundScenario({ workload: { requestsPerDay: 50 * 86_400 } }), "selfHosted");
    expect(totalUsd.low).toBeLessThan(totalUsd.mid);
    expect(totalUsd.mid).toBeLessThan(totalUsd.high);
  });
});

describe("people and mixes", () => {
  test("2,629,800 requests of 5 minutes need 2,191.5 people at 100 productive hours a month", () => {
    const { line, oneOffUsd, usdPerMillionTokens } = costs(roundScenario(), "people");
    expect(line("people")[0]).toBeCloseTo(2191.5 * 5000, 4);
    expect(oneOffUsd).toBeCloseTo(2191.5 * 4000, 4);
    // nobody more, 30 % a year leave
    expect(line("peopleHiring")[1]).toBeCloseTo(2191.5 * 0.025 * 4000, 4);
    expect(usdPerMillionTokens).toBeNull();
  });

  test("requests handed on cost the same on every automated path", () => {
    const scenario = roundScenario({ workload: { escalatedShare: 0.1 } });
    const monthly = (["api", "selfHosted", "hybrid"] as const).map(
      (path) => costs(scenario, path).line("escalations")[0],
    );
    for (const usd of monthly) expect(usd).toBeCloseTo(219.15 * 5000, 4);
  });

  test("a mix sends its share to each, with the larger team, both builds and the incidents of both", () => {
    const scenario = roundScenario();
    const [api, selfHosted, hybrid] = [
      costs(scenario, "api"),
      costs(scenario, "selfHosted"),
      costs(scenario, "hybrid"),
    ];
    expect(hybrid.line("apiOutput")[0]).toBeCloseTo((api.line("apiOutput")[0] ?? 0) / 2, 6);
    expect(hybrid.line("staffPlatform")[0]).toBe(selfHosted.line("staffPlatform")[0]);
    expect(hybrid.line("buildPlatform")[0]).toBeCloseTo(
      (api.line("buildPlatform")[0] ?? 0) + (selfHosted.line("buildPlatform")[0] ?? 0),
      6,
    );
    const incidents = (api.line("incidents")[0] ?? 0) + (selfHosted.line("incidents")[0] ?? 0);
    expect(hybrid.line("incidents")[0]).toBeCloseTo(incidents, 6);
  });
});

test("present value of a level cost is the annuity due: 10 % a year over 36 months", () => {
  const { monthlyUsd, presentValueUsd } = costs(roundScenario(), "api");
  const rate = 1.1 ** (1 / 12) - 1;
  const expected = monthlyUsd.reduce((sum, usd, month) => sum + usd / (1 + rate) ** month, 0);
  expect(presentValueUsd).toBeCloseTo(expected, 4);
});
