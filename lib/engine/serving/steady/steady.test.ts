import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stepTime } from "../step/step";
import { closedMoment } from "./closed";
import type { Demand } from "./demand";
import { exampleCosts, exampleDemand } from "./example";
import { interTokenSeconds } from "./inter-token";
import { batchOf, type System } from "./moment";
import { arrivalsAt, capacityOf, goodputOf, meets, mostDecoding } from "./solve";
import { normalQuantile, percentileSeconds } from "./spread";

const costs = {
  ...exampleCosts,
  halfTokens: 64,
  windows: [1e9],
  bytesPerContextToken: [131_072],
  flopsPerContextToken: [524_288],
  flopsPerPair: [524_288],
  hostSecondsPerStep: 1e-3,
  hostSecondsPerSequence: 1e-5,
  hostSecondsPerRequest: 0.01,
};
const system = (demand: Partial<Demand> = {}, mostSequences = 128): System => ({
  costs,
  demand: { ...exampleDemand, promptVariation: 0.7, outputVariation: 0.7, ...demand },
  mostSequences,
});

const steady = { startShare: 0, crowding: 1 };

const lengths = fc.record({
  promptTokens: fc.integer({ min: 10, max: 30_000 }),
  outputTokens: fc.integer({ min: 1, max: 3000 }),
});

describe("random arrivals", () => {
  test("are answered at the rate they come, below capacity", () => {
    fc.assert(
      fc.property(lengths, fc.double({ min: 0.01, max: 0.95, noNaN: true }), (demand, share) => {
        const of = system(demand);
        const rate = share * capacityOf(of);
        expect(arrivalsAt(of, rate).requestsPerSecond / rate).toBeCloseTo(1, 6);
      }),
    );
  });

  test("that come faster wait no less and get their tokens no sooner", () => {
    fc.assert(
      fc.property(lengths, fc.double({ min: 0.01, max: 0.9, noNaN: true }), (demand, share) => {
        const of = system(demand);
        const slow = arrivalsAt(of, share * capacityOf(of));
        const fast = arrivalsAt(of, share * 1.08 * capacityOf(of));
        expect(fast.ttft.mean).toBeGreaterThanOrEqual(slow.ttft.mean * (1 - 1e-9));
        expect(fast.tpot.mean).toBeGreaterThanOrEqual(slow.tpot.mean * (1 - 1e-9));
      }),
    );
  });

  test("with longer prompts wait no less for their first token at the same rate", () => {
    fc.assert(
      fc.property(lengths, fc.integer({ min: 1, max: 5000 }), (demand, more) => {
        const long = system({ ...demand, promptTokens: demand.promptTokens + more });
        const rate = capacityOf(long) / 2;
        const short = arrivalsAt(system(demand), rate);
        expect(arrivalsAt(long, rate).ttft.mean).toBeGreaterThanOrEqual(short.ttft.mean * (1 - 1e-9));
      }),
    );
  });

  const withBandwidth = (of: System, by: number): System => ({
    ...of,
    costs: {
      ...of.costs,
      projectionBytesPerSecond: of.costs.projectionBytesPerSecond * by,
      attentionBytesPerSecond: of.costs.attentionBytesPerSecond * by,
    },
  });

  test("are answered at no lower rate, no later and no slower by memory of more bandwidth", () => {
    const short = fc.record({
      promptTokens: fc.integer({ min: 10, max: 600 }),
      outputTokens: fc.integer({ min: 1, max: 40 }),
    });
    fc.assert(
      fc.property(
        fc.oneof(lengths, short),
        fc.constantFrom(0, 1),
        fc.double({ min: 1, max: 4, noNaN: true }),
        fc.double({ min: 0.01, max: 0.97, noNaN: true }),
        (demand, promptsAlone, by, share) => {
          const of = system(demand);
          const slow = { ...of, costs: { ...of.costs, promptsAlone } };
          const fast = withBandwidth(slow, by);
          expect(capacityOf(fast)).toBeGreaterThanOrEqual(capacityOf(slow) * (1 - 1e-6));
          const rate = share * capacityOf(slow);
          const [before, after] = [arrivalsAt(slow, rate), arrivalsAt(fast, rate)];
          expect(after.tpot.mean).toBeLessThanOrEqual(before.tpot.mean * (1 + 1e-6));
          expect(after.ttft.mean).toBeLessThanOrEqual(before.ttft.mean * (1 + 1e-6));
        },
      ),
    );
  });

  test("have percentiles in order, gaps between tokens too", () => {
    fc.assert(
      fc.property(lengths, fc.double({ min: 0.01, max: 0.97, noNaN: true }), (demand, share) => {
        const of = system(demand);
        const moment = arrivalsAt(of, share * capacityOf(of));
        const at = (of: "ttft" | "tpot", name: keyof typeof normalQuantile) =>
          percentileSeconds({ ...moment[of], quantile: normalQuantile[name] });
        for (const latency of ["ttft", "tpot"] as const) {
          expect(at(latency, "p50")).toBeLessThanOrEqual(at(latency, "p90"));
          expect(at(latency, "p90")).toBeLessThanOrEqual(at(latency, "p95"));
          expect(at(latency, "p95")).toBeLessThanOrEqual(at(latency, "p99"));
        }
        const gaps = interTokenSeconds(moment, of.demand);
        expect(gaps.p50).toBeLessThanOrEqual(gaps.p99);
      }),
    );
  });
});

describe("goodput", () => {
  const targets = { ttftTargetSeconds: 1, tpotTargetSeconds: 0.03, quantile: normalQuantile.p95 };

  test("is the last rate at which both targets hold", () => {
    fc.assert(
      fc.property(lengths, (demand) => {
        const of = system(demand);
        const goodput = goodputOf(of, targets);
        if (goodput === 0) return;
        expect(meets(arrivalsAt(of, goodput), targets)).toBe(true);
        const past = goodput * 1.02;
        expect(past >= 0.998 * capacityOf(of) || !meets(arrivalsAt(of, past), targets)).toBe(true);
      }),
    );
  });

  test("never rises with a stricter target", () => {
    fc.assert(
      fc.property(lengths, fc.double({ min: 0.1, max: 1, noNaN: true }), (demand, by) => {
        const strict = { ...targets, ttftTargetSeconds: targets.ttftTargetSeconds * by };
        expect(goodputOf(system(demand), strict)).toBeLessThanOrEqual(goodputOf(system(demand), targets) * (1 + 1e-9));
      }),
    );
  });

  test("is nothing where a lone request misses a target", () => {
    expect(goodputOf(system(), { ...targets, tpotTargetSeconds: 0.004 })).toBe(0);
  });
});

describe("a fixed number of users", () => {
  test("of one waits for nobody: prompt alone, then steps of one sequence", () => {
    // Step of 1,001 tokens: (1,001 + 64) × 16 GFLOP ÷ 800 TFLOP/s beside reading in 5 ms, attention 500 × 524,288 × 1,000 ÷
    // 400 TFLOP/s, that of the sequence it becomes, host 1 ms; taking the request in: 10 ms. The other way, reading for
    // one sequence beside computing 4 × 20 µs on vector units.
    const { moment } = closedMoment(system({ promptVariation: 0, outputVariation: 0 }), 1, steady);
    const reading = (1050.5 * 131_072) / 2e12;
    expect(moment.ttft.mean).toBeCloseTo(
      0.01 + Math.hypot(0.0213 ** 2, 0.005 ** 2) ** 0.5 + 0.000_655_36 + reading + 0.001_01,
      7,
    );
    expect(moment.tpot.mean).toBeCloseTo(Math.hypot(0.005 ** 2, 0.00008 ** 2) ** 0.5 + reading + 0.001_01, 7);
  });

  test("is as many as are in the system, by Little's law, however slowly that settles", () => {
    fc.assert(
      fc.property(lengths, fc.integer({ min: 1, max: 400 }), (demand, users) => {
        const of = system(demand);
        const { moment, queueSeconds, startSeconds } = closedMoment(of, users, steady);
        const first = moment.ttft.mean + queueSeconds + startSeconds;
        const inSystem = moment.decoding + moment.requestsPerSecond * first;
        expect(inSystem / users).toBeCloseTo(1, 6);
        const step = stepTime(of.costs, batchOf(of.demand, Math.max(1, moment.decoding), 0));
        expect(moment.decodeStepSeconds / step).toBeCloseTo(1, 5);
      }),
    );
  });

  test("never decodes more than there is room for", () => {
    fc.assert(
      fc.property(lengths, fc.integer({ min: 1, max: 400 }), (demand, users) => {
        const of = system(demand, 37.5);
        expect(closedMoment(of, users, steady).moment.decoding).toBeLessThanOrEqual(37.5);
        expect(mostDecoding(of)).toBeLessThanOrEqual(37.5);
      }),
    );
  });
});
