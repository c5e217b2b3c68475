import fc from "fast-check";
import jstat from "jstat";
import { describe, expect, test } from "vitest";
import { readTables } from "@/lib/catalogue/tables";
import { hoursPerYear } from "../units";
import { retrainedShare } from "./corrections";
import { alarmBelow, chanceToSeeDrop, itemsToSeeDrop, visibleDrop } from "./drift";
import { incidentHoursPerMonth } from "./incidents";
import { observedLifetimeMonths, observedNoticeDays } from "./migrations";
import { bestRefreshMonths, refreshUsdPerMonth } from "./refresh";
import { visibleFailureShare } from "./releases";

/** Sums that others have published, with what they come to here. */

describe("sharded retraining (Bourtoule et al., Machine Unlearning, IEEE S&P 2021)", () => {
  const share = (shards: number, slices: number, requests = 1) => retrainedShare({ shards, slices, requests });

  test("without slices one request costs a shard: 1 ÷ S of the training", () => {
    for (const shards of [1, 2, 5, 20]) expect(share(shards, 1)).toBeCloseTo(1 / shards, 12);
  });

  test("slices speed up one shard by 1.5 times at most: 2/3 + 1/(3R) of it is run again", () => {
    // Equal work in all: e′ = 2e ÷ (R + 1) epochs in each step; Σ over where the request lies = (2R + 1) ÷ 3R
    for (const slices of [1, 2, 5, 16, 48]) expect(share(1, slices)).toBeCloseTo(2 / 3 + 1 / (3 * slices), 12);
    expect(1 / share(1, 2000)).toBeCloseTo(1.5, 3);
  });

  test("many requests in one batch reach 1 − (1 − 1/S)^K of the shards", () => {
    // 20 shards, 8 requests: 1 − 0.95^8 = 0.33658; 39 requests: 0.86474
    expect(share(20, 1, 8)).toBeCloseTo(0.336_58, 5);
    expect(share(20, 1, 39)).toBeCloseTo(1 - 0.95 ** 39, 12);
  });

  test("the speed-ups of the abstract, 4.63 and 2.45 times, lie between those of 20 shards for 1 and for 39 requests", () => {
    const most = 1 / share(20, 1);
    const least = 1 / share(20, 1, 39);
    for (const published of [4.63, 2.45]) {
      expect(published).toBeLessThan(most);
      expect(published).toBeGreaterThan(least);
    }
  });

  test("more requests never take less, more shards never more, and nothing exceeds training anew", () => {
    const whole = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(whole, whole, fc.double({ min: 0, max: 200, noNaN: true }), (shards, slices, requests) => {
        const once = share(shards, slices, requests);
        expect(once).toBeGreaterThanOrEqual(0);
        expect(once).toBeLessThanOrEqual(1 + 1e-12);
        expect(share(shards, slices, requests + 1)).toBeGreaterThanOrEqual(once - 1e-12);
        expect(share(shards + 1, slices, requests)).toBeLessThanOrEqual(once + 1e-12);
      }),
    );
  });
});

describe("the square-root rule of stock keeping, with months between renewals for the quantity", () => {
  // An order of Q lasts T = Q ÷ D years; a year of waiting costs h × D on top, so that refreshUsd = S and stalenessUsd = h × D.
  const best = (orderUsd: number, holdingUsd: number, demand: number) =>
    (bestRefreshMonths({ refreshUsd: orderUsd, stalenessUsd: holdingUsd * demand }) ?? Number.NaN) * demand;
  const cost = (orderUsd: number, holdingUsd: number, demand: number, quantity: number) =>
    refreshUsdPerMonth({
      refreshUsd: orderUsd,
      stalenessUsd: holdingUsd * demand,
      everyMonths: quantity / demand,
    });

  test("10,000 a year, 150 USD an order, 12 USD to hold: 500 at 6,000 USD, where 200 cost 8,700 (inphronesys.com, EOQ)", () => {
    expect(best(150, 12, 10_000)).toBeCloseTo(500, 9);
    expect(cost(150, 12, 10_000, 500)).toBeCloseTo(6000, 9);
    expect(cost(150, 12, 10_000, 200)).toBeCloseTo(8700, 9);
  });

  test("3,000 a year, £125, £3: 500 at £1,500; with wrong estimates 670.82 at £1,565.25, 4.17 % more (Southampton, edshare 4119)", () => {
    expect(best(125, 3, 3000)).toBeCloseTo(500, 9);
    expect(best(150, 2, 3000)).toBeCloseTo(670.82, 2);
    expect(cost(125, 3, 3000, 500)).toBeCloseTo(1500, 9);
    expect(cost(125, 3, 3000, 670.82)).toBeCloseTo(1565.25, 2);
    expect(1 - 1500 / 1565.25).toBeCloseTo(0.0417, 4);
  });

  test("four fifths of the best quantity cost 2.5 % more (transtutors.com, question 7356594)", () => {
    const quantity = best(80, 5, 4000);
    expect(cost(80, 5, 4000, 0.8 * quantity) / cost(80, 5, 4000, quantity)).toBeCloseTo(1.025, 12);
  });

  test("20 a year, 20 USD, 0.50 USD: 40 (curioustab.com, EOQ 73722)", () => {
    expect(best(20, 0.5, 20)).toBeCloseTo(40, 9);
  });
});

describe("power of a one-sided test of one share (Chow, Shao and Wang 2008, p. 85)", () => {
  test("2 % against 5 %, 95 % sure, power 0.8: 191 (powerandsamplesize.com), seen from the other side as a drop from 98 %", () => {
    // Of right answers 98 % fall to 95 %: the spread √(p(1−p)) is the same as that of 2 % and 5 % wrong ones.
    expect(itemsToSeeDrop({ share: 0.98, drop: 0.03, confidence: 0.95, months: 1 })).toBe(191);
    expect(chanceToSeeDrop({ share: 0.98, drop: 0.03, items: 191, confidence: 0.95 })).toBeCloseTo(0.8, 2);
  });

  test("the smallest drop shown by as many answers as a drop needs is that drop", () => {
    fc.assert(
      fc.property(fc.integer({ min: 55, max: 97 }), fc.integer({ min: 2, max: 30 }), (percent, drop) => {
        const items = itemsToSeeDrop({ share: percent / 100, drop: drop / 100, confidence: 0.95, months: 1 });
        const seen = visibleDrop({ share: percent / 100, items, confidence: 0.95 });
        expect(seen).not.toBeNull();
        expect(seen ?? 1).toBeLessThanOrEqual(drop / 100 + 1e-9);
        const fewer = visibleDrop({ share: percent / 100, items: items - 1, confidence: 0.95 });
        expect(fewer ?? 1).toBeGreaterThan(drop / 100 - 1e-9);
      }),
    );
  });

  test("the alarm is raised by chance alone in as few looks as the confidence says, and by the drop as often as promised", () => {
    // At the alarm's level the chance to see no drop at all is 5 %, and the drop of 3 points in 191 is seen in 80 %
    const level = alarmBelow({ share: 0.98, items: 191, confidence: 0.95 }) ?? Number.NaN;
    const belowIf = (share: number) => jstat.normal.cdf((level - share) / Math.sqrt((share * (1 - share)) / 191), 0, 1);
    expect(belowIf(0.98)).toBeCloseTo(0.05, 9);
    expect(belowIf(0.95)).toBeCloseTo(chanceToSeeDrop({ share: 0.98, drop: 0.03, items: 191, confidence: 0.95 }), 9);
  });

  test("reviewing more answers never sees less", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.55, max: 0.98, noNaN: true }),
        fc.integer({ min: 5, max: 2000 }),
        (share, items) => {
          const chance = (n: number) => chanceToSeeDrop({ share, drop: 0.1, items: n, confidence: 0.95 });
          expect(chance(items + 50)).toBeGreaterThanOrEqual(chance(items) - 1e-9);
        },
      ),
    );
  });
});

describe("the rule of three (Hanley and Lippman-Hand, JAMA 1983)", () => {
  test("0 failures in 100 leave a rate of up to 3 ÷ 100 at 95 %, and 0 in 14 of up to 19.3 %", () => {
    expect(visibleFailureShare({ requests: 100, confidence: 0.95 })).toBeCloseTo(0.0295, 4);
    // 1 − 0.05^(1/14) = 0.1926, where 3 ÷ 14 says 0.21
    expect(visibleFailureShare({ requests: 14, confidence: 0.95 })).toBeCloseTo(0.1926, 4);
  });
});

describe("time for faults", () => {
  test("two incidents in a shift of 12 hours are the most, as one takes 6 hours (Google, Site Reliability Engineering, chapter 11)", () => {
    expect(incidentHoursPerMonth({ incidentsPerMonth: 2, hoursPerIncident: 6 })).toBe(12);
  });

  test("three nines leave 8.76 hours a year, so that a fault of 6 hours may come 1.46 times (devx.com, calculating availability)", () => {
    const downHours = (1 - 0.999) * 365 * 24;
    expect(downHours).toBeCloseTo(8.76, 9);
    expect(downHours / incidentHoursPerMonth({ incidentsPerMonth: 1, hoursPerIncident: 6 })).toBeCloseTo(1.46, 9);
    // With the mean year it is 8.77 (architecting.it)
    expect((1 - 0.999) * hoursPerYear).toBeCloseTo(8.77, 2);
  });
});

describe("lifetimes and notice as providers have published them", () => {
  const { lifetimes } = readTables();
  const of = (provider: string) => {
    const row = lifetimes.find(({ id }) => id === provider);
    if (!row) throw new Error(`${provider} is not in the table`);
    const lived = row.models.flatMap(({ releasedOn, retiresOn }) =>
      releasedOn && retiresOn ? [{ releasedOn, retiresOn }] : [],
    );
    const told = row.models.flatMap(({ announcedOn, retiresOn }) =>
      announcedOn && retiresOn ? [{ announcedOn, retiresOn }] : [],
    );
    return {
      ...row,
      lifetime: observedLifetimeMonths({
        releasedOn: lived.map(({ releasedOn }) => releasedOn),
        retiresOn: lived.map(({ retiresOn }) => retiresOn),
      }),
      notice: observedNoticeDays({
        announcedOn: told.map(({ announcedOn }) => announcedOn),
        retiresOn: told.map(({ retiresOn }) => retiresOn),
      }),
    };
  };

  test("OpenAI gave 183 days for GPT-5 (11 June to 11 December 2026), more than the six months it promises at least", () => {
    const { models, promisedNoticeDays } = of("openai");
    const gpt5 = models.find(({ model }) => model === "gpt-5");
    const days = observedNoticeDays({
      announcedOn: [gpt5?.announcedOn ?? ""],
      retiresOn: [gpt5?.retiresOn ?? ""],
    });
    expect(days).toBe(183);
    expect(of("openai").notice).toBeGreaterThanOrEqual(promisedNoticeDays ?? Number.NaN);
  });

  test("Anthropic gave at least 60 days each time, as it promises, and a model lasted about 13 months at the median", () => {
    expect(of("anthropic").notice).toBeGreaterThanOrEqual(60);
    // Months: 12.0, 12.0, 13.0, 13.0, 16.3, 16.7, 22.2
    expect(of("anthropic").lifetime).toBeCloseTo(13.04, 1);
  });

  test("Claude Opus 4.1 lasted a year to the day: 5 August 2025 to 5 August 2026", () => {
    expect(observedLifetimeMonths({ releasedOn: ["2025-08-05"], retiresOn: ["2026-08-05"] })).toBeCloseTo(12, 1);
  });

  test("Mistral took Codestral 25.01 away 24 days after it said so: 6 to 30 November 2025", () => {
    expect(of("mistral").notice).toBe(24);
    expect(of("mistral").promisedNoticeDays).toBeNull();
  });

  test("Gemini 2.5 Pro lasts 17.5 months: 17 June 2025 to 1 December 2026", () => {
    // 532 days ÷ 30.4375
    expect(observedLifetimeMonths({ releasedOn: ["2025-06-17"], retiresOn: ["2026-12-01"] })).toBeCloseTo(17.48, 2);
  });
});
