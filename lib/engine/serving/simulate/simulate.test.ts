import { describe, expect, test } from "vitest";
import { closedMoment } from "../steady/closed";
import type { Demand } from "../steady/demand";
import { exampleCosts, exampleDemand } from "../steady/example";
import { momentAt, type System } from "../steady/moment";
import { capacityOf, decodingAt } from "../steady/solve";
import { simulate, summary } from "./simulate";

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
const system = (demand: Partial<Demand>): System => ({
  costs,
  demand: { ...exampleDemand, promptVariation: 0.7, outputVariation: 0.7, ...demand },
  mostSequences: 128,
});
const seed = 7;

describe("a run", () => {
  const of = system({ outputTokens: 50 });

  test("is the same for the same seed and another for another", () => {
    const run = (of_: number) => simulate(of, { kind: "open", requestsPerSecond: 5 }, 50, of_);
    expect(run(1)).toEqual(run(1));
    expect(run(1)).not.toEqual(run(2));
  });

  test("answers every request once, in order of time", () => {
    const answered = simulate(of, { kind: "offline" }, 300, seed);
    expect(answered).toHaveLength(300);
    for (const { arrived, firstToken, lastToken, outputTokens } of answered) {
      expect(firstToken).toBeGreaterThan(arrived);
      if (outputTokens > 2) expect(lastToken).toBeGreaterThan(firstToken);
    }
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

describe.each(kinds)(
  "the analytic solution for $promptTokens tokens in, $outputTokens out",
  ({ closed, ...demand }) => {
    const of = system(demand);
    const capacity = capacityOf(of);

    test.each([0.2, 0.5, 0.7])(
      "is within 0.15 in the logarithm of a run of random arrivals at %d of capacity",
      (share) => {
        const requestsPerSecond = share * capacity;
        const moment = momentAt(of, capacity, decodingAt(of, requestsPerSecond));
        const run = summary(simulate(of, { kind: "open", requestsPerSecond }, 3000, seed));
        expect(Math.abs(Math.log(moment.tpot.mean / run.tpot.mean))).toBeLessThan(0.15);
        expect(Math.abs(Math.log(moment.ttft.mean / run.ttft.mean))).toBeLessThan(0.15);
      },
    );

    test.each([1, 8, 32, 100, 200])(
      "is close to a run of %d users in time per token, and in requests a second",
      (users) => {
        const { moment } = closedMoment(of, users, { startShare: 0, crowding: 1 });
        const run = summary(simulate(of, { kind: "closed", users }, Math.max(400, users * 12), seed));
        expect(Math.abs(Math.log(moment.tpot.mean / run.tpot.mean))).toBeLessThan(closed);
        expect(Math.abs(Math.log(moment.requestsPerSecond / run.requestsPerSecond))).toBeLessThan(closed);
      },
    );
  },
);
