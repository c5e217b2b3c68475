import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { given } from "../../figure";
import { exampleCosts } from "../steady/example";
import type { Batch, StepCostFigures, StepCosts } from "./costs";
import { composeStep, stepParts, stepTime } from "./step";

const figure = (value: number) => given(value, { kind: "entered", label: "Test", unit: "1", path: "test" });

const figuresOf = (costs: StepCosts): StepCostFigures =>
  Object.fromEntries(
    Object.entries(costs).map(([name, value]) => [name, typeof value === "number" ? figure(value) : value.map(figure)]),
  ) as unknown as StepCostFigures;

/** A mixture of experts with windowed and full attention on two accelerators: every operator takes time. */
const busy: StepCosts = {
  ...exampleCosts,
  halfTokens: 64,
  expertBytes: 30e9,
  expertFlopsPerToken: 4e9,
  expertHalfTokens: 4,
  experts: 128,
  expertsPerToken: 4,
  headBytes: 1e9,
  headFlopsPerToken: 1e9,
  windows: [1e9, 128],
  bytesPerContextToken: [18_432, 18_432],
  flopsPerContextToken: [147_456, 147_456],
  flopsPerPair: [147_456, 147_456],
  stateBytes: 1e6,
  exchangeStartSeconds: 8e-4,
  exchangeBytesPerToken: 4e5,
  hostSecondsPerStep: 2e-3,
  hostSecondsPerSequence: 1e-5,
};

const batches = fc.record({
  sequences: fc.integer({ min: 1, max: 512 }),
  contextTokens: fc.integer({ min: 1, max: 100_000 }),
  promptTokens: fc.integer({ min: 0, max: 8192 }),
  promptContextTokens: fc.integer({ min: 0, max: 50_000 }),
});

describe("a step", () => {
  test("that decodes one sequence of a 16 GB model takes as long as reading 16 GB: 16 ÷ 3,200 = 5 ms", () => {
    const batch: Batch = { sequences: 1, contextTokens: 100, promptTokens: 0, promptContextTokens: 0 };
    expect(stepTime(exampleCosts, batch)).toBeCloseTo(0.005, 12);
  });

  test("of a laptop with little computing power decodes at the rate of its memory, not of a tile of 51 tokens", () => {
    // 3.8 GB at 300 GB/s: 12.7 ms; 14 GFLOP × 4 ÷ 7 TFLOP/s on vector units: 8 ms, where a tile would take 102 ms.
    const laptop = {
      ...exampleCosts,
      projectionBytes: 3.8e9,
      projectionFlopsPerToken: 14e9,
      feedForwardBytes: 0,
      feedForwardFlopsPerToken: 0,
      halfTokens: 50,
      projectionBytesPerSecond: 3e11,
      projectionFlopsPerSecond: 7e12,
    };
    const batch: Batch = { sequences: 1, contextTokens: 100, promptTokens: 0, promptContextTokens: 0 };
    expect(stepParts(laptop, batch).projections).toBeCloseTo((0.012_666_7 ** 4 + 0.008 ** 4) ** 0.25, 6);
  });

  test("with 4,000 prompt tokens is bound by computing: 4,000 × 16 GFLOP ÷ 800 TFLOP/s = 80 ms", () => {
    const batch: Batch = { sequences: 0, contextTokens: 0, promptTokens: 4000, promptContextTokens: 2000 };
    expect(stepTime(exampleCosts, batch)).toBeCloseTo(0.08, 6);
  });

  test("with four tokens of one sequence each reads 1 − (1 − 4/128)^4 = 11.9 % of the experts", () => {
    const batch: Batch = { sequences: 4, contextTokens: 1, promptTokens: 0, promptContextTokens: 0 };
    const share = 1 - (124 / 128) ** 4;
    expect(stepParts(busy, batch).experts).toBeCloseTo((share * 30e9) / 3.2e12, 7);
  });

  test("reads no more of windowed layers once contexts are longer than the window", () => {
    const windowed = { ...busy, windows: [128], bytesPerContextToken: [18_432], flopsPerContextToken: [0] };
    const at = (contextTokens: number) =>
      stepParts(windowed, { sequences: 8, contextTokens, promptTokens: 0, promptContextTokens: 0 }).decodeAttention;
    expect(at(128)).toBe(at(100_000));
    expect(at(64)).toBeLessThan(at(128));
  });

  test("is worth the same in plain numbers and as figures", () => {
    fc.assert(
      fc.property(batches, (batch) => {
        const { sequences, promptTokens, contextTokens, promptContextTokens } = batch;
        const figured = composeStep(figuresOf(busy), {
          sequences: figure(sequences),
          contextTokens: figure(contextTokens),
          promptTokens: figure(promptTokens),
          promptContextTokens: figure(promptContextTokens),
          tokens: figure(sequences + promptTokens),
          logits: figure(sequences + Math.min(1, promptTokens)),
        });
        expect(figured.value).toBeCloseTo(stepTime(busy, batch), 12);
      }),
    );
  });

  test("is never slower with more bandwidth, faster units or a faster link", () => {
    const rates = [
      "projectionBytesPerSecond",
      "feedForwardBytesPerSecond",
      "headBytesPerSecond",
      "expertBytesPerSecond",
      "attentionBytesPerSecond",
      "projectionFlopsPerSecond",
      "feedForwardFlopsPerSecond",
      "expertFlopsPerSecond",
      "linkBytesPerSecond",
    ] as const;
    fc.assert(
      fc.property(
        batches,
        fc.constantFrom(...rates),
        fc.double({ min: 1, max: 10, noNaN: true }),
        (batch, rate, by) => {
          expect(stepTime({ ...busy, [rate]: busy[rate] * by }, batch)).toBeLessThanOrEqual(stepTime(busy, batch));
        },
      ),
    );
  });

  test("is never faster with more to work on", () => {
    fc.assert(
      fc.property(batches, fc.constantFrom("sequences", "contextTokens", "promptTokens"), (batch, more) => {
        expect(stepTime(busy, { ...batch, [more]: batch[more] + 100 })).toBeGreaterThanOrEqual(stepTime(busy, batch));
      }),
    );
  });
});
