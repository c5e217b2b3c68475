import fc from "fast-check";
import jstat from "jstat";
import { describe, expect, test } from "vitest";
import { pathIds } from "@/lib/contract/scenario";
import { composeCost } from "../cost/compose";
import { values } from "../figure";
import { roundInputs, roundResult } from "../testing/result";
import { roundPurchase, roundScenario } from "../testing/scenario";
import { levers } from "../verdict/levers";
import { totalsWhenMoved } from "../verdict/moved";
import { drawCosts } from "./draws";
import { quantilesOf } from "./quantiles";
import { normalScores } from "./scores";
import { chanceBeyond, quantileOf } from "./shapes";
import { leverOf, spreadsOf } from "./spreads";

type Changes = Parameters<typeof roundScenario>[0];
const renting: Changes = {
  workload: { requestsPerDay: 2_000_000, escalatedShare: 0.01, growthPerYear: 0.3 },
  outcome: { rampMonths: 2, errorShare: 0.01, errorUsd: 2 },
  paths: { api: { committedUsdPerMonth: 500_000 }, people: { hiringUsdPerPerson: 0 } },
};
const buying: Changes = { ...renting, paths: { ...renting.paths, selfHosted: { acquisition: roundPurchase } } };
const plans = [
  ["renting", renting],
  ["buying", buying],
] as const;
const all = () => true;

describe.each(plans)("drawing the costs of a plan %s", (_, changes) => {
  const inputs = roundInputs(roundScenario(changes));
  const paths = composeCost(inputs);
  const spreads = spreadsOf(inputs);
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

  test.each(spreads.map((spread) => [spread.lever.label, spread] as const))(
    "drawn at either side, %s gives what moving it alone gives",
    (_label, spread) => {
      const lever = leverOf(spread);
      if (!lever) throw new Error("every spread here has a lever");
      const wide = { ...spread, low: 0.7, high: 1.5, shape: "logNormal" as const };
      const { cumulativeUsd } = draw([wide], 2);
      const at = quantileOf(wide);
      const totalsAt = totalsWhenMoved(inputs, paths);
      // Two strata: their middles are the quantiles of a quarter and three quarters.
      const ends = [-1, 1].map((side) => totalsAt(lever, at(side * 0.674_489_75)));
      for (const id of pathIds) {
        const [a = Number.NaN, b = Number.NaN] = ends.map((end) => end.find((total) => total.id === id)?.usd);
        // Loads within two hundredths share a fleet.
        const within = lever.load ? 0.03 : 1e-3;
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(Math.abs((cumulativeUsd[id]?.p10.at(-1) ?? Number.NaN) / low - 1), id).toBeLessThan(within);
        expect(Math.abs((cumulativeUsd[id]?.p90.at(-1) ?? Number.NaN) / high - 1), id).toBeLessThan(within);
      }
    },
  );

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
    const factors = [...(scores ?? [])].map(quantileOf({ low: 0.6, high: 1.5, shape: "logNormal" }));
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

describe("the shapes of a range", () => {
  const tenth = 1.281_551_565_5;
  const shapes = ["logNormal", "normal", "triangular", "pert", "uniform"] as const;

  test.each(shapes)("%s has the tenths that were asked for, and rises", (shape) => {
    for (const [low, high] of [
      [0.6, 1.5],
      [0.85, 1.8],
      [0.9, 1.15],
    ] as const) {
      const at = quantileOf({ low, high, shape });
      expect(at(-tenth)).toBeCloseTo(low, 2);
      expect(at(tenth)).toBeCloseTo(high, 2);
      for (let score = -3; score < 3; score += 0.1) expect(at(score + 0.1)).toBeGreaterThanOrEqual(at(score));
    }
  });

  test.each(shapes)(
    "%s is the plan throughout where nothing is uncertain, and never passes an end that is 1",
    (shape) => {
      const certain = quantileOf({ low: 1, high: 1, shape });
      const above = quantileOf({ low: 1, high: 1.3, shape });
      for (const score of [-4, -1, 0, 1, 4]) {
        expect(certain(score)).toBe(1);
        expect(above(score)).toBeGreaterThanOrEqual(1);
      }
    },
  );

  test.each(shapes)("%s leaves a tenth beyond either end", (shape) => {
    expect(chanceBeyond({ low: 0.6, high: 1.5, shape }, 0.6)).toBeCloseTo(0.1, 2);
    expect(chanceBeyond({ low: 0.6, high: 1.5, shape }, 1.5)).toBeCloseTo(0.1, 2);
  });
});

describe("what goes together", () => {
  const correlation = (a: Float64Array, b: Float64Array) => {
    let sum = 0;
    a.forEach((score, draw) => {
      sum += score * (b[draw] ?? 0);
    });
    return sum / a.length;
  };

  test.each([0, 0.5, 0.9])("is off in the same direction as far as asked: %d", (wanted) => {
    const [a, b, c] = normalScores(3, 5000, 4, [{ places: [0, 1], correlation: wanted }]) as Float64Array[];
    if (!a || !b || !c) throw new Error("three inputs were asked for");
    expect(Math.abs(correlation(a, b) - wanted)).toBeLessThan(0.04);
    expect(Math.abs(correlation(a, c))).toBeLessThan(0.04);
    expect([...a].sort((x, y) => x - y)).toEqual([...c].sort((x, y) => x - y));
  });
});

describe("where the answer flips", () => {
  const near = roundScenario({ workload: { requestsPerDay: 170_000, growthPerYear: 0.1 } });
  const { verdict } = values(roundResult(near));
  const thresholds = verdict.thresholds ?? [];

  test("is told of every input that moves a cost, nearest first, with the chance that its range makes it", () => {
    // In this plan a wrong answer costs nothing, and nobody takes over what is handed on: neither moves a cost.
    const costless = ["Cost of wrong answers", "Handed on to a person"];
    const moving = levers.map(({ label }) => label).filter((label) => !costless.includes(label));
    expect(thresholds.map(({ label }) => label).sort()).toEqual(moving.sort());
    const volume = thresholds.find(({ label }) => label === "Requests a day");
    const flip = volume?.below ?? volume?.above;
    expect(flip?.value).toBeCloseTo((volume?.planned ?? 0) * (flip?.factor ?? 0), 6);
    // 0.6 to 1.5 in 8 of 10: the chance follows from the logarithm's distance in tenths.
    const end = (flip?.factor ?? 1) < 1 ? 0.6 : 1.5;
    const tenths = Math.log(flip?.factor ?? 1) / Math.log(end);
    expect(flip?.chance).toBeCloseTo(1 - jstat.normal.cdf(tenths * 1.281_551_565_5, 0, 1), 6);
  });

  test("lies where the document itself gives another answer", () => {
    const volume = thresholds.find(({ label }) => label === "Requests a day");
    for (const flip of [volume?.below, volume?.above]) {
      if (!flip) continue;
      const answerAt = (requestsPerDay: number) =>
        roundResult(roundScenario({ workload: { requestsPerDay, growthPerYear: 0.1 } })).verdict.path;
      expect(answerAt(170_000 * flip.factor * (flip.factor < 1 ? 0.99 : 1.01))).toBe(flip.instead);
      expect(answerAt(170_000 * flip.factor * (flip.factor < 1 ? 1.02 : 0.98))).toBe(verdict.path);
    }
  });
});

describe("the worth of each way", () => {
  test("is its present value without any spread, and none where nothing is claimed", () => {
    const ranges = Object.fromEntries(
      Object.entries(roundScenario().ranges).map(([name, range]) => [
        name,
        typeof range === "number" ? range : { ...range, low: 1, high: 1 },
      ]),
    ) as ReturnType<typeof roundScenario>["ranges"];
    const certain = values(
      roundResult(
        roundScenario({ outcome: { valueUsdPerRequest: 0.01 }, ranges, workload: { growthPerYear: 0.2 } }),
        {},
      ),
    );
    for (const id of ["api", "people"] as const) {
      expect((certain.uncertainty?.worth?.[id]?.p50 ?? 0) / (certain.finance.returns?.[id]?.npvUsd ?? 1)).toBeCloseTo(
        1,
        6,
      );
      expect(certain.uncertainty?.worth?.[id]?.chancePositive).toBe(
        (certain.finance.returns?.[id]?.npvUsd ?? 0) > 0 ? 1 : 0,
      );
    }
    expect(values(roundResult(roundScenario())).uncertainty?.worth).toBeNull();
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
