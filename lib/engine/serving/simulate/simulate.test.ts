import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { closedMoment } from "../steady/closed";
import type { Demand } from "../steady/demand";
import { exampleCosts, exampleDemand } from "../steady/example";
import type { System } from "../steady/moment";
import { arrivalsAt, capacityOf } from "../steady/solve";
import type { StepCosts } from "../step/costs";
import type { Pool } from "./flight";
import { type Servers, type SimulatedLoad, type Stage, simulate } from "./simulate";
import { summaryOf } from "./summary";

const costs: StepCosts = {
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
const system = (demand: Partial<Demand>, more: Partial<StepCosts> = {}): System => ({
  costs: { ...costs, ...more },
  demand: { ...exampleDemand, promptVariation: 0.7, outputVariation: 0.7, ...demand },
  mostSequences: 128,
});
const seed = 7;

type Setting = { pool?: Pool; lanes?: number };
const stageOf = (of: System, { pool, lanes = 1 }: Setting = {}): Stage => ({
  kind: {
    costs: of.costs,
    demand: of.demand,
    places: of.mostSequences,
    pool: pool ?? null,
    prefillOnly: false,
    gatherSteps: of.gatherSteps ?? 0,
  },
  lanes,
  lanesOfReplica: 1,
});
const serversOf = (of: System, setting?: Setting): Servers => ({
  stages: [stageOf(of, setting)],
  handOverSeconds: () => 0,
});
const run = (of: System, load: SimulatedLoad, requests: number, setting?: Setting) =>
  simulate(serversOf(of, setting), load, requests, seed);
const open = (requestsPerSecond: number, burstiness = 1): SimulatedLoad => ({
  kind: "open",
  requestsPerSecond,
  burstiness,
});
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("a run", () => {
  const of = system({ outputTokens: 50 });

  test("is the same for the same seed and another for another", () => {
    const seeded = (with_: number) => simulate(serversOf(of), open(5), 50, with_).answered;
    expect(seeded(1)).toEqual(seeded(1));
    expect(seeded(1)).not.toEqual(seeded(2));
  });

  test("answers every request once, in order of time", () => {
    const { answered } = run(of, { kind: "offline" }, 300);
    expect(answered).toHaveLength(300);
    for (const { arrived, firstToken, lastToken, outputTokens } of answered) {
      expect(firstToken).toBeGreaterThan(arrived);
      if (outputTokens > 2) expect(lastToken).toBeGreaterThan(firstToken);
    }
  });

  test("has percentiles in order", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 2, max: 400 }), (users, outputTokens) => {
        const summary = summaryOf(run(system({ outputTokens }), { kind: "closed", users }, 120), false);
        for (const { p50, p90, p95, p99 } of [summary.ttftSeconds, summary.tpotSeconds, summary.e2eSeconds]) {
          expect(p50).toBeLessThanOrEqual(p90);
          expect(p90).toBeLessThanOrEqual(p95);
          expect(p95).toBeLessThanOrEqual(p99);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe("queues that textbooks solve", () => {
  test("requests in the system are their rate times their stay (Little's law)", () => {
    const { answered } = run(system({ outputTokens: 100 }), open(8), 4000);
    const end = Math.max(...answered.map(({ lastToken }) => lastToken));
    const stay = mean(answered.map(({ arrived, lastToken }) => lastToken - arrived));
    const moments = Array.from({ length: 2000 }, (_, index) => ((index + 0.5) / 2000) * end);
    const inSystem = mean(
      moments.map((at) => answered.filter(({ arrived, lastToken }) => arrived <= at && at < lastToken).length),
    );
    expect(inSystem / ((answered.length / end) * stay)).toBeCloseTo(1, 1);
  });

  test.each([0.3, 0.6, 0.8])(
    "prompts of one length, one at a time, wait load × service ÷ 2 ÷ (1 − load) at a load of %d (M/D/1)",
    (load) => {
      // One prompt fills a step and its answer is one token, so that the lane is a server of constant service.
      const one = system(
        { promptTokens: 8192, outputTokens: 1, promptVariation: 0, outputVariation: 0 },
        { hostSecondsPerRequest: 0 },
      );
      const lone = run(one, { kind: "closed", users: 1 }, 5).answered[0];
      const service = (lone?.firstToken ?? 0) - (lone?.arrived ?? 0);
      const { answered } = run(one, open(load / service), 40_000);
      const wait = mean(answered.map(({ arrived, firstToken }) => firstToken - arrived)) - service;
      expect(wait / ((load * service) / 2 / (1 - load))).toBeCloseTo(1, 1);
    },
  );

  test("a single stream takes what the analytic solution says", () => {
    const of = system({ promptVariation: 0, outputVariation: 0 });
    const { moment } = closedMoment(of, 1, { startShare: 0, crowding: 1 });
    const summary = summaryOf(run(of, { kind: "closed", users: 1 }, 20), false);
    expect(summary.tpotSeconds.mean / moment.tpot.mean).toBeCloseTo(1, 3);
    expect(summary.ttftSeconds.mean / moment.ttft.mean).toBeCloseTo(1, 2);
  });
});

describe("prompts gathered over steps", () => {
  const gatherSteps = 20;
  /** At intervals, as SGLang looks at its queue, or from the first prompt on, as TensorRT-LLM waits for more. */
  const alone = { "at intervals": 1, "from the first on": 0 };
  const ttft = (of: System, load: SimulatedLoad) => summaryOf(run(of, load, 2000), false).ttftSeconds.mean;

  test.each(Object.entries(alone))("%s wait as long in a run as the analytic solution says", (_, promptsAlone) => {
    const at = (steps: number) => ({ ...system({ outputTokens: 400 }, { promptsAlone }), gatherSteps: steps });
    for (const users of [4, 16, 48]) {
      const load: SimulatedLoad = { kind: "closed", users };
      const analytic = (steps: number) =>
        closedMoment(at(steps), users, { startShare: 0, crowding: 1 }).moment.ttft.mean;
      const wait = ttft(at(gatherSteps), load) - ttft(at(0), load);
      expect(wait / (analytic(gatherSteps) - analytic(0)), `${users} users`).toBeGreaterThan(0.7);
      expect(wait / (analytic(gatherSteps) - analytic(0)), `${users} users`).toBeLessThan(1.3);
    }
  });

  test("come as often and wait as long with random arrivals", () => {
    const at = (steps: number) => ({ ...system({ outputTokens: 400 }), gatherSteps: steps });
    const rate = 0.5 * capacityOf(at(0));
    const analytic = (steps: number) => arrivalsAt(at(steps), rate, rate * 2).ttft.mean;
    const wait = ttft(at(gatherSteps), open(rate)) - ttft(at(0), open(rate));
    expect(wait / (analytic(gatherSteps) - analytic(0))).toBeGreaterThan(0.7);
    expect(wait / (analytic(gatherSteps) - analytic(0))).toBeLessThan(1.3);
    expect(summaryOf(run(at(gatherSteps), open(rate), 2000), false).requestsPerSecond / rate).toBeCloseTo(1, 1);
  });

  test("do not wait for steps that nobody takes: a lone user is answered as fast", () => {
    const lone = (steps: number) =>
      ttft({ ...system({ outputTokens: 400 }), gatherSteps: steps }, { kind: "closed", users: 1 });
    expect(lone(gatherSteps)).toBeCloseTo(lone(0), 9);
  });
});

describe("what makes a difference", () => {
  const of = system({ outputTokens: 200 });

  test("arrivals in bunches wait longer, evenly spaced ones less", () => {
    const ttft = (burstiness: number) =>
      summaryOf(run(system({ promptTokens: 4000 }), open(6, burstiness), 3000), false).ttftSeconds.mean;
    expect(ttft(0.25)).toBeGreaterThan(1.1 * ttft(1));
    expect(ttft(8)).toBeLessThan(ttft(1));
  });

  test("two replicas answer about twice as many, offline", () => {
    const rate = (lanes: number) => summaryOf(run(of, { kind: "offline" }, 2000, { lanes }), true).requestsPerSecond;
    expect(rate(2) / rate(1)).toBeGreaterThan(1.8);
    expect(rate(2) / rate(1)).toBeLessThan(2.05);
  });

  test("tokens proposed ahead and accepted shorten answers", () => {
    const fast = system({ outputTokens: 200, draftTokens: 3, acceptedShare: 0.7 });
    const tpot = (which: System) => summaryOf(run(which, { kind: "closed", users: 4 }, 60), false).tokenSeconds;
    expect(tpot(fast)).toBeLessThan(0.6 * tpot(of));
  });

  test("prompts read from cache shorten the wait for the first token", () => {
    const cached = system({ promptTokens: 400, cachedTokens: 3600 });
    const whole = system({ promptTokens: 4000 });
    const ttft = (which: System) => summaryOf(run(which, { kind: "closed", users: 8 }, 200), false).ttftSeconds.mean;
    expect(ttft(cached)).toBeLessThan(0.5 * ttft(whole));
  });

  test("a pool too small for what answers grow to preempts, and still answers all", () => {
    const tight: Pool = {
      bytes: 20_000,
      sequenceBytes: (tokens) => tokens,
      mostBytesPerToken: 1,
      reservesWhole: false,
    };
    const { answered, lanes } = run(of, { kind: "closed", users: 64 }, 400, { pool: tight });
    expect(answered).toHaveLength(400);
    expect(lanes[0]?.preempted).toBeGreaterThan(0);
    const reserving = run(of, { kind: "closed", users: 64 }, 400, { pool: { ...tight, reservesWhole: true } });
    expect(reserving.lanes[0]?.preempted).toBe(0);
    expect(reserving.answered).toHaveLength(400);
  });

  test("prompts on workers of their own leave the gaps between tokens alone", () => {
    const long = system({ promptTokens: 6000, outputTokens: 100 });
    const prefill = stageOf(long);
    const apart: Servers = {
      stages: [{ ...prefill, kind: { ...prefill.kind, prefillOnly: true } }, stageOf(long)],
      handOverSeconds: () => 0.02,
    };
    const load = open(3);
    const together = summaryOf(run(long, load, 800), false);
    const split = summaryOf(simulate(apart, load, 800, seed), false);
    expect(split.itlSeconds.p99).toBeLessThan(0.5 * together.itlSeconds.p99);
    expect(split.requestsPerSecond).toBeCloseTo(3, 0);
  });
});

/** Long and short prompts, long and short answers. The errors are stated in docs/modules/serving.md. */
const kinds = [
  { promptTokens: 1000, outputTokens: 200, closed: 0.08 },
  { promptTokens: 4000, outputTokens: 300, closed: 0.08 },
  { promptTokens: 300, outputTokens: 400, closed: 0.08 },
  // Prompts fill the steps: those who start together stay together, which the analytic solution does not see.
  { promptTokens: 8000, outputTokens: 50, closed: 0.2 },
];

describe.each(kinds)("the analytic solution for $promptTokens tokens in, $outputTokens out", (kind) => {
  const { closed, ...demand } = kind;
  const of = system(demand);
  const capacity = capacityOf(of);

  test.each([0.2, 0.5, 0.7])(
    "is within 0.13 in the logarithm of a run of random arrivals at %d of capacity",
    (share) => {
      const requestsPerSecond = share * capacity;
      const moment = arrivalsAt(of, requestsPerSecond, capacity);
      const summary = summaryOf(run(of, open(requestsPerSecond), 30_000), false);
      expect(Math.abs(Math.log(moment.tpot.mean / summary.tokenSeconds))).toBeLessThan(0.13);
      expect(Math.abs(Math.log(moment.ttft.mean / summary.ttftSeconds.mean))).toBeLessThan(0.13);
    },
  );

  test.each([1, 8, 32, 100, 200])(
    "is close to a run of %d users in time per token, and in requests a second",
    (users) => {
      const { moment } = closedMoment(of, users, { startShare: 0, crowding: 1 });
      const summary = summaryOf(run(of, { kind: "closed", users }, Math.max(400, users * 12)), false);
      expect(Math.abs(Math.log(moment.tpot.mean / summary.tokenSeconds))).toBeLessThan(closed);
      expect(Math.abs(Math.log(moment.requestsPerSecond / summary.requestsPerSecond))).toBeLessThan(closed);
    },
  );
});

/**
 * Short prompts and short answers: many prompts share a step, or, where they have steps of their own, follow on each
 * other until nobody waits, while nobody decodes.
 */
const manyPrompts = [
  { promptsAlone: 0, promptTokens: 300, outputTokens: 20, launchSeconds: 0.005 },
  { promptsAlone: 0, promptTokens: 100, outputTokens: 4, launchSeconds: 0.005 },
  { promptsAlone: 1, promptTokens: 300, outputTokens: 20, launchSeconds: 0.005 },
  { promptsAlone: 1, promptTokens: 100, outputTokens: 100, launchSeconds: 0.005 },
];

describe.each(manyPrompts)(
  "the analytic solution for many short prompts ($promptTokens in, $outputTokens out, apart: $promptsAlone)",
  ({ promptsAlone, launchSeconds, ...demand }) => {
    const of = { ...system(demand, { promptsAlone, launchSeconds }), mostSequences: 1000 };
    const capacity = capacityOf(of);

    test.each([0.1, 0.3, 0.5, 0.7])("says how long a run takes at %d of capacity", (share) => {
      // Once so many decode that all places are taken, a run holds fewer in them than the solution lets in.
      const within = promptsAlone > 0 && share > 0.5 ? 0.5 : 0.13;
      const requestsPerSecond = share * capacity;
      const moment = arrivalsAt(of, requestsPerSecond, capacity);
      const summary = summaryOf(run(of, open(requestsPerSecond), 30_000), false);
      expect(Math.abs(Math.log(moment.tpot.mean / summary.tokenSeconds))).toBeLessThan(within);
      expect(Math.abs(Math.log(moment.ttft.mean / summary.ttftSeconds.mean))).toBeLessThan(0.13);
    });
  },
);
