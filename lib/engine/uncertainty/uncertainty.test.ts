import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pathIds } from "@/lib/contract/scenario";
import { composeCost } from "../cost/compose";
import { values } from "../figure";
import { roundInputs, roundResult } from "../testing/result";
import { roundPurchase, roundScenario } from "../testing/scenario";
import { drawCosts } from "./draws";
import { quantilesOf } from "./quantiles";
import { normalScores } from "./scores";
import { factorAt, spreadsOf } from "./spreads";

type Changes = Parameters<typeof roundScenario>[0];
const renting: Changes = { workload: { requestsPerDay: 2_000_000, escalatedShare: 0.01, growthPerYear: 0.3 } };
const buying: Changes = { ...renting, paths: { selfHosted: { acquisition: roundPurchase } } };
const plans = [
  ["renting", renting],
  ["buying", buying],
] as const;
const all = () => true;

describe.each(plans)("drawing the costs of a plan %s", (_, changes) => {
  const inputs = roundInputs(roundScenario(changes));
  const paths = composeCost(inputs);
  const spreads = spreadsOf(inputs.scenario.ranges, inputs.hosting);
  const draw = (given = spreads, draws = 2000, seed = 1) => drawCosts(inputs, paths, given, all, { draws, seed });

  test("without any spread gives the plan itself in every month", () => {
    const certain = spreads.map((spread) => ({ ...spread, low: 1, high: 1 }));
    const { cumulativeUsd } = draw(certain, 50);
    for (const id of pathIds) {
      const planned = paths[id]?.cost.cumulativeUsd.map(({ value }) => value) ?? [];
      expect(planned.length).toBeGreaterThan(0);
      planned.forEach((usd, month) => {
        for (const band of ["p10", "p50", "p90"] as const) {
          expect((cumulativeUsd[id]?.[band][month] ?? Number.NaN) / usd).toBeCloseTo(1, 9);
        }
      });
    }
  });

  test("nears the plan in the middle as spreads go to nothing", () => {
    const narrow = spreads.map((spread) => ({ ...spread, low: spread.low ** 0.01, high: spread.high ** 0.01 }));
    const { cumulativeUsd } = draw(narrow);
    for (const id of pathIds) {
      const planned = paths[id]?.cost.totalUsd.mid.value ?? Number.NaN;
      expect((cumulativeUsd[id]?.p50.at(-1) ?? Number.NaN) / planned).toBeCloseTo(1, 2);
    }
  });

  test("gives the same for the same seed and another for another", () => {
    expect(draw(spreads, 300, 7)).toEqual(draw(spreads, 300, 7));
    expect(draw(spreads, 300, 7)).not.toEqual(draw(spreads, 300, 8));
  });

  test("has bands in order that widen with the input's range, and shares that add up", () => {
    const { cumulativeUsd, cheapestShare } = draw();
    const months = cumulativeUsd.api?.p50.length ?? 0;
    for (let month = 0; month < months; month += 1) {
      const sum = pathIds.reduce((total, id) => total + (cheapestShare[id]?.[month] ?? 0), 0);
      expect(sum).toBeCloseTo(1, 9);
      for (const id of pathIds) {
        const { p10, p50, p90 } = cumulativeUsd[id] ?? { p10: [], p50: [], p90: [] };
        expect(p10[month]).toBeLessThanOrEqual(p50[month] ?? 0);
        expect(p50[month]).toBeLessThanOrEqual(p90[month] ?? 0);
      }
    }
  });

  test("keeps barred paths out of the running", () => {
    const { cheapestShare } = drawCosts(inputs, paths, spreads, (id) => id === "people", { draws: 100, seed: 1 });
    expect(cheapestShare.people?.at(-1)).toBe(1);
    expect(cheapestShare.api?.at(-1)).toBe(0);
  });
});

describe("a result", () => {
  const result = values(roundResult(roundScenario(renting)));
  const { uncertainty } = result as { uncertainty: { tornado: { path: string; totalUsd: Record<string, unknown> }[] } };

  test("says by how much each uncertain input moves each path on its own, the widest first", () => {
    const volume = uncertainty.tornado.find(({ path }) => path === "workload.requestsPerDay");
    expect(volume?.totalUsd.api).toMatchObject({ low: expect.any(Number), high: expect.any(Number) });
    const pay = uncertainty.tornado.find(({ path }) => path === "paths.people.minutesPerRequest");
    expect(pay?.totalUsd.people).not.toBeNull();
  });
});

describe("what is drawn", () => {
  test("has a tenth of the draws below its lower tenth and a tenth above its upper one", () => {
    const [scores] = normalScores(1, 1000, 3);
    const spread = { low: 0.6, high: 1.5 };
    const factors = [...(scores ?? [])].map((score) => factorAt(spread, score));
    expect(factors.filter((factor) => factor < 0.6)).toHaveLength(100);
    expect(factors.filter((factor) => factor > 1.5)).toHaveLength(100);
    expect(factors.filter((factor) => factor < 1)).toHaveLength(500);
  });

  test("takes every stratum of every input once (Latin hypercube; McKay, Beckman and Conover 1979)", () => {
    const [one, other] = normalScores(2, 200, 5);
    expect([...(one ?? [])].sort((a, b) => a - b)).toEqual([...(other ?? [])].sort((a, b) => a - b));
    expect(one).not.toEqual(other);
  });
});

describe("quantiles by counting", () => {
  test("are off by no more than a four-thousandth of the range", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 20, maxLength: 300 }),
        (list) => {
          const sorted = Float64Array.from(list).sort();
          const range = (sorted.at(-1) ?? 0) - (sorted[0] ?? 0);
          const [median] = quantilesOf(Float64Array.from(list), [0.5]) as [number];
          const below = sorted[Math.ceil(0.5 * list.length) - 1] ?? 0;
          const slack = range / 4096 + 1e-9;
          expect(median).toBeGreaterThanOrEqual(below - slack);
          expect(median).toBeLessThanOrEqual(below + slack);
        },
      ),
    );
  });
});
