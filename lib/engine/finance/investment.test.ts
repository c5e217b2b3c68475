import fc from "fast-check";
import { irr, npv } from "financial";
import { describe, expect, test } from "vitest";
import { values } from "../figure";
import { roundResult } from "../testing/result";
import { roundPurchase, roundScenario } from "../testing/scenario";
import { internalRates } from "./internal-rate";
import { investedUsd, netPresentValue } from "./returns";

type Changes = Parameters<typeof roundScenario>[0];
const resultOf = (changes: Changes) => values(roundResult(roundScenario(changes)));
const bought: Changes = { paths: { selfHosted: { acquisition: roundPurchase } } };

describe("choosing one way instead of another", () => {
  const { finance, cost } = resultOf(bought);
  const investments = finance.investments ?? [];

  test("is worked out for every two of the four ways, with the one that costs more at first as what is invested in", () => {
    expect(investments).toHaveLength(6);
    for (const { of, over } of investments) {
      expect(cost[of]?.monthlyUsd[0]).toBeGreaterThan(cost[over]?.monthlyUsd[0] ?? Number.NaN);
    }
  });

  test("saves over the plan what the other costs more in all", () => {
    for (const { of, over, gainUsd } of investments) {
      expect(gainUsd).toBeCloseTo((cost[over]?.totalUsd.mid ?? 0) - (cost[of]?.totalUsd.mid ?? 0), 4);
    }
  });

  test("lays out at most what the sums so far ever lie apart", () => {
    for (const { of, over, investedUsd: invested } of investments) {
      const [mine, other] = [cost[of]?.cumulativeUsd ?? [], cost[over]?.cumulativeUsd ?? []];
      expect(invested).toBeCloseTo(Math.max(...mine.map((usd, month) => usd - (other[month] ?? 0))), 4);
    }
  });

  test("is worth the difference of the present values, and comes back later once it is discounted", () => {
    for (const each of investments) {
      const difference = (cost[each.over]?.presentValueUsd ?? 0) - (cost[each.of]?.presentValueUsd ?? 0);
      expect(each.npvUsd).toBeCloseTo(difference, 3);
      if (each.paybackMonths !== null && each.discountedPaybackMonths !== null)
        expect(each.discountedPaybackMonths).toBeGreaterThanOrEqual(each.paybackMonths);
    }
  });

  test("says in words why there is no rate: what is dearer in every month never comes back", () => {
    const people = investments.find(({ of }) => of === "people");
    expect(people?.irrAnnual).toBeNull();
    expect(people?.irrNote).toMatch(/never change sign/);
    expect(people?.paybackMonths).toBeNull();
    for (const { irrAnnual, irrNote } of investments) expect(irrAnnual === null).toBe(irrNote !== null);
  });
});

test("no more is laid out than what goes out in all", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 60 }), (flows) => {
      const out = flows.reduce((sum, flow) => sum - Math.min(0, flow), 0);
      expect(investedUsd({ flowsUsd: flows })).toBeGreaterThanOrEqual(0);
      expect(investedUsd({ flowsUsd: flows })).toBeLessThanOrEqual(out * (1 + 1e-12));
    }),
  );
});

test("rates and present values are those of the `financial` package wherever its own search ends", () => {
  const incomes = fc.array(fc.double({ min: 1, max: 100, noNaN: true }), { minLength: 2, maxLength: 24 });
  let compared = 0;
  fc.assert(
    fc.property(fc.double({ min: 20, max: 900, noNaN: true }), incomes, (spent, income) => {
      const flows = [-spent, ...income];
      const own = internalRates(flows).rates[0] ?? Number.NaN;
      const theirs = irr(flows, 0.1, 1e-9, 200);
      // Newton's steps may also end below −100 %, where no rate means anything.
      const found = theirs > -1 && Math.abs(npv(theirs, flows)) < 1e-6 * spent;
      if (found) {
        compared += 1;
        expect(own).toBeCloseTo(theirs, 6);
      }
      const discounted = flows.reduce((sum, flow, period) => sum + flow / 1.08 ** period, 0);
      expect(netPresentValue({ flowsUsd: flows, ratePerPeriod: 0.08 })).toBeCloseTo(discounted, 6);
    }),
  );
  expect(compared).toBeGreaterThan(50);
});
