import { describe, expect, test } from "vitest";
import { scenarioResultSchema } from "@/lib/contract/result";
import { isFigure, values } from "../figure";
import { roundResult } from "../testing/result";
import { roundPurchase, roundScenario } from "../testing/scenario";
import { about, dollars } from "./words";

describe("the verdict", () => {
  test("is the cheapest path that nothing bars, with its numbers in words", () => {
    const { verdict, cost } = values(roundResult(roundScenario()));
    const totals = Object.entries(cost).map(([path, each]) => [path, each?.totalUsd.mid ?? Infinity] as const);
    const [cheapest, next] = totals.toSorted((a, b) => a[1] - b[1]);
    expect(verdict.path).toBe(cheapest?.[0]);
    expect(verdict.runnerUp).toBe(next?.[0]);
    expect(verdict.savingUsd).toBeCloseTo((next?.[1] ?? 0) - (cheapest?.[1] ?? 0), 4);
    expect(verdict.sentence).toMatch(
      /^Calling Round Large costs about \$\S+ a month with what is paid once, \d+% less than /,
    );
  });

  test("at a hundred times the volume self-hosting wins, and says on what", () => {
    const { verdict, fleet } = values(roundResult(roundScenario({ workload: { requestsPerDay: 8_640_000 } })));
    expect(verdict.path).toBe("selfHosted");
    expect(verdict.sentence).toContain(`Self-hosting Round 30B on ${fleet?.accelerators} Round 80`);
  });

  test("the budget bars what exceeds it in any month", () => {
    const { verdict } = values(roundResult(roundScenario({ requirements: { budgetUsdPerMonth: 1000 } })));
    expect(verdict).toMatchObject({ path: null, runnerUp: null, savingUsd: null, certainty: "none", hinges: [] });
    expect(verdict.barred.map(({ path }) => path)).toEqual(["api", "selfHosted", "hybrid", "people"]);
    expect(verdict.barred[0]?.reasons.join()).toMatch(/budget is \$1k a month/);
  });

  test("a slow API is barred, an unmeasured one only warned about", () => {
    const ids = (ttftSeconds: number | null) =>
      roundResult(roundScenario({ paths: { api: { ttftSeconds } } })).findings.map(
        ({ id, severity }) => `${severity} ${id}`,
      );
    expect(ids(9)).toContain("blocker latency.api.time-to-first-word");
    expect(ids(null)).toContain("warning latency.apiUnknown");
    expect(ids(1).join()).not.toMatch(/latency/);
  });

  test("two paths within 5 % of one another are called close, those far apart clear", () => {
    const certainty = (requestsPerDay: number) => {
      const { cost, verdict } = values(roundResult(roundScenario({ workload: { requestsPerDay } })));
      const totals = Object.values(cost).flatMap((path) => (path ? [path.totalUsd.mid] : []));
      const [best = 0, second = 0] = totals.sort((a, b) => a - b);
      return { certainty: verdict.certainty, apart: (second - best) / second };
    };
    const seen = [1_000, 50_000, 150_000, 160_000, 170_000, 180_000, 8_640_000].map(certainty);
    expect(seen.filter(({ apart }) => apart < 0.05).map((each) => each.certainty)).toContain("close");
    for (const each of seen) if (each.apart < 0.05) expect(each.certainty).toBe("close");
    expect(seen.map((each) => each.certainty)).toContain("clear");
  });

  test("a path that is cheapest in fewer than 9 of 10 draws is called close, however far the plans are apart", () => {
    const seen = [50_000, 100_000, 120_000, 200_000, 230_000, 8_640_000].map((requestsPerDay) => {
      const { uncertainty, verdict } = values(roundResult(roundScenario({ workload: { requestsPerDay } })));
      const best = verdict.path && uncertainty?.cheapestShare[verdict.path];
      return { certainty: verdict.certainty, share: best?.at(-1) ?? 1 };
    });
    expect(seen.some(({ share }) => share < 0.9)).toBe(true);
    for (const { certainty, share } of seen) if (share < 0.9) expect(certainty).toBe("close");
  });

  test("hinges name an input that flips the answer, and moving it there does flip it", () => {
    const near = roundScenario({ workload: { requestsPerDay: 170_000 } });
    const { verdict } = roundResult(near);
    const volume = verdict.hinges.find(({ path }) => path === "workload.requestsPerDay");
    expect(volume).toBeDefined();
    const [, percent, way] = /about (\d+)% (lower|higher)/.exec(String(volume?.why)) ?? [];
    const factor = 1 + ((way === "higher" ? 1 : -1) * (Number(percent) + 3)) / 100;
    const moved = roundScenario({ workload: { requestsPerDay: 170_000 * factor } });
    expect(roundResult(moved).verdict.path).not.toBe(verdict.path);
  });
});

describe("break-even", () => {
  test.each([
    ["renting", roundScenario()],
    ["buying", roundScenario({ paths: { selfHosted: { acquisition: roundPurchase } } })],
  ])("at the volume found both totals meet, %s", (_, scenario) => {
    const { finance } = values(roundResult(scenario));
    const pair = finance.breakEven.find(({ from, to }) => from === "api" && to === "selfHosted");
    const volumes = pair?.requestsPerDay ?? [];
    expect(volumes.length).toBeGreaterThan(0);
    for (const requestsPerDay of volumes) {
      const side = (volume: number) => {
        const { cost } = values(roundResult(roundScenario({ ...scenario, workload: { requestsPerDay: volume } })));
        return Math.sign((cost.api?.totalUsd.mid ?? 0) - (cost.selfHosted?.totalUsd.mid ?? 0));
      };
      expect(side(requestsPerDay * 0.99999)).not.toBe(side(requestsPerDay * 1.00001));
    }
  });

  test("the month is the first at whose end the dearer path has become the cheaper in sum", () => {
    const { finance, cost } = values(roundResult(roundScenario({ workload: { requestsPerDay: 170_000 } })));
    const pair = finance.breakEven.find(({ from, to }) => from === "api" && to === "selfHosted");
    const month = pair?.month ?? Number.NaN;
    const ahead = (index: number) =>
      (cost.api?.cumulativeUsd[index] ?? 0) - (cost.selfHosted?.cumulativeUsd[index] ?? 0);
    expect(ahead(0)).toBeLessThan(0);
    expect(ahead(month - 1)).toBeGreaterThan(0);
    expect(ahead(month - 2)).toBeLessThanOrEqual(0);
  });

  test("buying instead of calling is an investment with a present value, a rate and a payback", () => {
    const scenario = roundScenario({
      workload: { requestsPerDay: 864_000 },
      paths: { selfHosted: { acquisition: roundPurchase } },
    });
    const { finance } = values(roundResult(scenario));
    const invested = finance.selfHostedOverApi;
    expect(invested?.npvUsd).toBeGreaterThan(0);
    expect(invested?.irrAnnual).toBeGreaterThan(0.1);
    expect(invested?.paybackMonths).toBeGreaterThan(0);
  });
});

test("every consideration is open until a person confirms it, and failing while a blocker stands in it", () => {
  const scenario = roundScenario({ privacy: { dataClass: "personal" }, confirmed: ["data", "privacy"] });
  const states = Object.fromEntries(roundResult(scenario).considerations.map(({ id, state }) => [id, state]));
  expect(states).toMatchObject({ data: "settled", privacy: "failing", cost: "open", hardware: "open" });
});

test("a whole result is what the contract says", () => {
  const result = roundResult(roundScenario());
  expect(scenarioResultSchema.safeParse(values(result)).error?.issues ?? []).toEqual([]);
  expect(isFigure(result.traffic.requestsPerMonth)).toBe(true);
});

test("dollars and counts read as people say them", () => {
  expect([0.032, 950, 1234, 20_940, 999_600, 1_234_567].map(dollars)).toEqual([
    "$0.032",
    "$950",
    "$1.2k",
    "$21k",
    "$1M",
    "$1.2M",
  ]);
  expect(about(38_123)).toBe("38,000");
});
