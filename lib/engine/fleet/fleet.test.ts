import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { values } from "../figure";
import { roundResult } from "../testing/result";
import { roundPurchase, roundScenario } from "../testing/scenario";
import { machinesFor } from "./machines";
import { replicasFor } from "./replicas";
import { sparesFor } from "./spares";

/** P(at least n of n + k up), summed over the binomial distribution itself. */
function upShare(n: number, k: number, up: number): number {
  const all = n + k;
  let choose = 1;
  let share = 0;
  for (let down = 0; down <= k; down += 1) {
    share += choose * up ** (all - down) * (1 - up) ** down;
    choose = (choose * (all - down)) / (down + 1);
  }
  return share;
}

describe("spares", () => {
  test("one replica up 99 % needs a spare for three nines: 1 − 0.01² = 0.9999", () => {
    expect(sparesFor({ replicas: 1, replicaAvailabilityShare: 0.99, availabilityShare: 0.999 })).toBe(1);
  });

  test("none where a replica alone is available enough", () => {
    expect(sparesFor({ replicas: 1, replicaAvailabilityShare: 0.999, availabilityShare: 0.99 })).toBe(0);
  });

  test("are the fewest that reach the target, by the binomial distribution", () => {
    const shares = { n: fc.integer({ min: 1, max: 60 }), up: fc.double({ min: 0.8, max: 0.9999, noNaN: true }) };
    fc.assert(
      fc.property(shares.n, shares.up, fc.constantFrom(0.9, 0.99, 0.999, 0.9999), (replicas, up, target) => {
        const spares = sparesFor({ replicas, replicaAvailabilityShare: up, availabilityShare: target });
        expect(upShare(replicas, spares, up)).toBeGreaterThanOrEqual(target - 1e-9);
        if (spares > 0) expect(upShare(replicas, spares - 1, up)).toBeLessThan(target + 1e-9);
      }),
    );
  });

  test("stay sensible for very large fleets: a mean of 100 down plus about 2.3 deviations", () => {
    const spares = sparesFor({ replicas: 10_000, replicaAvailabilityShare: 0.99, availabilityShare: 0.99 });
    expect(spares).toBeGreaterThan(115);
    expect(spares).toBeLessThan(135);
  });
});

describe("whole machines", () => {
  const packing = { replicas: 5, spares: 0, nonProductionReplicas: 0 };

  test("a replica does not span machines: 5 of 3 accelerators on machines of 8, two in each", () => {
    expect(machinesFor({ ...packing, acceleratorsPerReplica: 3, acceleratorsPerMachine: 8 })).toBe(3);
  });

  test("a replica of 16 takes two machines of 8", () => {
    expect(machinesFor({ ...packing, acceleratorsPerReplica: 16, acceleratorsPerMachine: 8 })).toBe(10);
  });

  test("a tenth too much from binary fractions adds no replica: 0.3 ÷ 0.1 is 3", () => {
    expect(replicasFor({ requestsPerSecond: 0.3, goodputRequestsPerSecond: 0.1, targetUtilisation: 1 })).toBe(3);
  });
});

describe("the fleet of a scenario", () => {
  test("3 requests/s at the peak on replicas of 4 × 0.75 need one; 99 % each needs no spare at 99 %", () => {
    const { fleet } = roundResult(roundScenario());
    if (!fleet || !("replicas" in fleet)) throw new Error("no fleet");
    expect(fleet.replicas.value).toBe(1);
    expect(fleet.spares.value).toBe(0);
    // 2 accelerators, rented as a machine of 8 at 1.5 kW each
    expect(fleet.accelerators.value).toBe(8);
    expect(fleet.facilityWatts.value).toBe(12_000);
  });

  test("requests that can wait lower the peak, down to the average", () => {
    const at = (batchableShare: number) => {
      const { fleet } = roundResult(roundScenario({ workload: { requestsPerDay: 864_000, batchableShare } }));
      return fleet && "replicas" in fleet ? fleet.replicas.value : Number.NaN;
    };
    // peak 30/s ÷ 3 = 10; half waits: 15 ÷ 3 = 5; all waits: 10/s on average ÷ 3 = 3.3
    expect([at(0), at(0.5), at(1)]).toEqual([10, 5, 4]);
  });

  test("a model that meets no target at any load has no fleet, and a bought one without published power says so", () => {
    expect(roundResult(roundScenario(), { replica: { goodput: 0 } }).fleet).toBeNull();
    const bought = roundScenario({ paths: { selfHosted: { acquisition: roundPurchase } } });
    expect(roundResult(bought).findings.some(({ id }) => id === "hardware.powerUnknown")).toBe(false);
  });

  test("missing the targets at the peak bars self-hosting", () => {
    const { findings, verdict } = roundResult(roundScenario(), { replica: { meetsTargets: false } });
    const missed = findings.find(({ id }) => id === "latency.missedAtPeak");
    expect(missed?.bars).toEqual(["selfHosted", "hybrid"]);
    expect(verdict.barred.map(({ path }) => path)).toEqual(["selfHosted", "hybrid"]);
  });
});

describe("hardware that takes months to come", () => {
  const bought = (economics: { startMonth: string }) =>
    values(
      roundResult(
        roundScenario({ paths: { selfHosted: { acquisition: roundPurchase, leadMonths: null } }, economics }),
      ),
    );

  test("leaves the months until it comes without capacity, and says so", () => {
    // Ordered in November 2026 for December: four months make April the first.
    const { fleet, findings } = bought({ startMonth: "2026-12" });
    expect(fleet?.lead).toEqual({ months: 4, monthsWithout: 3 });
    const capacity =
      fleet?.monthly.map(({ capacityRequestsPerSecond }) => capacityRequestsPerSecond ?? Number.NaN) ?? [];
    expect(capacity.slice(0, 3)).toEqual([0, 0, 0]);
    expect(capacity[3]).toBeGreaterThan(0);
    expect(findings.find(({ id }) => id === "hardware.leadTime")?.why).toMatch(/from 2027-03 on/);
  });

  test("is no matter for a launch that is far enough away, or for machines on demand", () => {
    expect(bought({ startMonth: "2027-06" }).fleet?.lead?.monthsWithout).toBe(0);
    const rented = values(roundResult(roundScenario({ paths: { selfHosted: { leadMonths: null } } })));
    expect(rented.fleet?.lead).toEqual({ months: 0, monthsWithout: 0 });
  });
});
