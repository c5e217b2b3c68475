import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadReferenceData } from "@/lib/catalogue/load";
import {
  defaultCalibration,
  type MemoryAnswer,
  memoryKind,
  memoryRequestSchema,
  servingKind,
  servingRequestSchema,
} from "@/lib/engine/measuring";

/**
 * What no estimate may break, on models and accelerators of the catalogue. The search for a balance is exact to a few
 * millionths, which is what the tolerance allows.
 */
const reference = await loadReferenceData();
const context = { reference, calibration: defaultCalibration };

const models = [
  "meta-llama/Llama-3.1-8B-Instruct",
  "openai/gpt-oss-120b",
  "Qwen/Qwen3-30B-A3B",
  "google/gemma-2-9b-it",
];
const accelerators = [
  "nvidia-h100-sxm",
  "nvidia-b200-sxm",
  "nvidia-a100-sxm-80gb",
  "amd-mi300x",
  "nvidia-rtx-pro-6000-server",
];

/** Prompts and answers of so many tokens at most. */
const setupsUpTo = (isl: number, osl: number) =>
  fc.record({
    model: fc.constantFrom(...models),
    accelerator: fc.constantFrom(...accelerators),
    engine: fc.constantFrom("vllm", "sglang", "trtllm", "llamacpp"),
    tp: fc.constantFrom(2, 4, 8),
    isl: fc.integer({ min: 16, max: isl }),
    osl: fc.integer({ min: 2, max: osl }),
    concurrency: fc.integer({ min: 1, max: 200 }),
  });
const setups = setupsUpTo(16_000, 2000);
type Setup = typeof setups extends fc.Arbitrary<infer S> ? S : never;

function served({ concurrency, ...setup }: Setup, more: Record<string, unknown> = {}) {
  const load = { kind: "closed", concurrency };
  const outcome = servingKind(servingRequestSchema.parse({ kind: "serving", load, ...setup, ...more }), context);
  return outcome.ok ? outcome.value : null;
}

function described(id: string, bandwidthBy: number) {
  const found = reference.findAccelerator(id);
  if (!found.ok) throw new Error(id);
  const { memoryBytes, memoryBytesPerSecond, peakFlopsPerSecond, scaleUp } = found.value;
  return {
    memoryGib: memoryBytes / 2 ** 30,
    memoryGbPerSecond: (memoryBytesPerSecond / 1e9) * bandwidthBy,
    bf16Tflops: (peakFlopsPerSecond.bf16 ?? 0) / 1e12,
    scaleUpDomain: scaleUp.domain,
    linkGbPerSecondPerDirection: (scaleUp.bytesPerSecondPerDirection ?? 1e10) / 1e9,
  };
}

describe("a load that is served", () => {
  const bandwidths = fc.double({ min: 1, max: 4, noNaN: true });

  test("is never decoded slower, nor answered later, with more bandwidth", () => {
    fc.assert(
      fc.property(setups, bandwidths, ({ accelerator, ...setup }, by) => {
        const slow = served({ ...setup, accelerator }, { accelerator: described(accelerator, 1) });
        const fast = served({ ...setup, accelerator }, { accelerator: described(accelerator, by) });
        if (!slow || !fast) return;
        expect(fast.tpotMs.mean).toBeLessThanOrEqual(slow.tpotMs.mean * (1 + 1e-4));
        expect(fast.e2eMs.mean).toBeLessThanOrEqual(slow.e2eMs.mean * (1 + 1e-4));
      }),
    );
  });

  // Short prompts fill the steps, and short answers bring many of them.
  test("is decoded no slower where more bandwidth brings short prompts more often", () => {
    const known = { model: "openai/gpt-oss-120b", engine: "sglang", tp: 2, isl: 17, osl: 2, concurrency: 164 };
    const slower = 1.5;
    fc.assert(
      fc.property(setupsUpTo(600, 40), bandwidths, ({ accelerator, ...setup }, by) => {
        const slow = served({ ...setup, accelerator }, { accelerator: described(accelerator, slower) });
        const fast = served({ ...setup, accelerator }, { accelerator: described(accelerator, slower * by) });
        if (!slow || !fast) return;
        expect(fast.tpotMs.mean).toBeLessThanOrEqual(slow.tpotMs.mean * (1 + 1e-4));
        expect(fast.e2eMs.mean).toBeLessThanOrEqual(slow.e2eMs.mean * (1 + 1e-4));
      }),
      { examples: [[{ ...known, accelerator: "nvidia-a100-sxm-80gb" }, 4 / slower]] },
    );
  });

  test("takes no less time where prompts alone fill the steps, whatever the length of answers", () => {
    const setup: Setup = {
      model: "meta-llama/Llama-3.1-8B-Instruct",
      accelerator: "nvidia-h100-sxm",
      engine: "sglang",
      tp: 2,
      isl: 704,
      osl: 2,
      concurrency: 37,
    };
    const times = [2, 4, 6, 8, 10, 12].map((osl) => served({ ...setup, osl })?.e2eMs.mean ?? Number.NaN);
    times.slice(1).forEach((ms, index) => {
      expect(ms).toBeGreaterThanOrEqual((times[index] ?? 0) * (1 - 1e-5));
    });
  });

  test("is never answered sooner with more to say", () => {
    fc.assert(
      fc.property(setups, fc.integer({ min: 1, max: 1000 }), (setup, more) => {
        const short = served(setup);
        const long = served({ ...setup, osl: setup.osl + more });
        if (short && long) expect(long.e2eMs.mean).toBeGreaterThanOrEqual(short.e2eMs.mean * (1 - 1e-4));
      }),
    );
  });

  test("never exceeds the roofline: a lone sequence reads all weights that it passes for each token", () => {
    fc.assert(
      fc.property(setups, (setup) => {
        const dense = { ...setup, model: "meta-llama/Llama-3.1-8B-Instruct", concurrency: 1 };
        const answer = served(dense);
        const found = reference.findAccelerator(setup.accelerator);
        if (!answer || !found.ok) return;
        const embedding = (128_256 * 4096 * 2) / 2 ** 30 / setup.tp;
        const readGib = answer.memory.weightsGib - embedding;
        const least = ((readGib * 2 ** 30) / found.value.memoryBytesPerSecond) * 1000;
        expect(answer.tpotMs.mean).toBeGreaterThan(least);
      }),
    );
  });

  test("has percentiles in order, an interval around its mean, and tokens a second that follow from its times", () => {
    fc.assert(
      fc.property(setups, (setup) => {
        const answer = served(setup);
        if (!answer) return;
        for (const { p50, p90, p95, p99 } of [answer.ttftMs, answer.tpotMs, answer.itlMs, answer.e2eMs]) {
          expect(p50).toBeLessThanOrEqual(p90);
          expect(p90).toBeLessThanOrEqual(p95);
          expect(p95).toBeLessThanOrEqual(p99);
        }
        const { low, high } = answer.interval.tpotMs;
        expect(low).toBeLessThan(answer.tpotMs.mean);
        expect(high).toBeGreaterThan(answer.tpotMs.mean);
        const users = (answer.requestsPerSecond * answer.e2eMs.mean) / 1000;
        expect(users / setup.concurrency).toBeCloseTo(1, 1);
      }),
    );
  });
});

describe("every accelerator that can be sized", () => {
  const all = reference.accelerators.filter(({ usableForSizing }) => usableForSizing);
  const usual = (vendor: string, memoryType: string) =>
    memoryType.startsWith("HBM") && vendor === "NVIDIA" ? ["vllm", "sglang", "trtllm"] : ["vllm", "llamacpp"];

  test.each(all.map((accelerator) => [accelerator.id, accelerator] as const))("%s answers", (id, accelerator) => {
    for (const engine of usual(accelerator.vendor, accelerator.memoryType)) {
      const request = { kind: "serving", model: "Qwen/Qwen3-0.6B", accelerator: id, engine, isl: 500, osl: 100 };
      const outcome = servingKind(servingRequestSchema.parse({ ...request, load: { kind: "single" } }), context);
      if (!outcome.ok) {
        // No rate published at all: said, not guessed.
        expect(outcome.path).toBe("accelerator");
        expect(accelerator.peakFlopsPerSecond.bf16 ?? accelerator.peakFlopsPerSecond.fp32).toBeNull();
        continue;
      }
      const { tpotMs, interval } = outcome.value;
      expect(tpotMs.mean).toBeGreaterThan(0);
      const measured = defaultCalibration.accelerators.includes(id) && engine !== "llamacpp";
      if (!measured) expect(interval.tpotMs.high / interval.tpotMs.low).toBeGreaterThan(1.9);
    }
  });
});

function memoryOf(more: Record<string, unknown>): MemoryAnswer {
  const outcome = memoryKind(memoryRequestSchema.parse({ kind: "memory", accelerator: "nvidia-h100-sxm", ...more }), {
    reference,
  });
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.value;
}

describe("memory of a load", () => {
  const loads = fc.record({
    model: fc.constantFrom(...models),
    engine: fc.constantFrom("vllm", "sglang", "trtllm", "llamacpp", "transformers"),
    tp: fc.constantFrom(1, 2, 4),
    sequences: fc.integer({ min: 1, max: 500 }),
    contextTokens: fc.integer({ min: 1, max: 60_000 }),
  });

  test("is the sum of its components", () => {
    fc.assert(
      fc.property(loads, (load) => {
        const answer = memoryOf(load);
        const sum = answer.components.reduce((total, { gib }) => total + gib, 0);
        expect(sum / (answer.totalForLoadGib ?? Number.NaN)).toBeCloseTo(1, 9);
      }),
    );
  });

  test("grows evenly with context outside windows", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 200 }), (blocks, more) => {
        const kv = (contextTokens: number) =>
          memoryOf({ model: "meta-llama/Llama-3.1-8B-Instruct", sequences: 1, contextTokens }).kvForLoadGib ?? 0;
        const block = 256;
        const slope = (kv((blocks + more) * block) - kv(blocks * block)) / (more * block);
        expect(slope / (131_072 / 2 ** 30)).toBeCloseTo(1, 6);
      }),
    );
  });

  test("never falls with more sequences or longer contexts", () => {
    fc.assert(
      fc.property(loads, fc.constantFrom("sequences", "contextTokens"), (load, what) => {
        const more = memoryOf({ ...load, [what]: load[what] + 100 });
        expect(more.totalForLoadGib ?? 0).toBeGreaterThanOrEqual(memoryOf(load).totalForLoadGib ?? 0);
      }),
    );
  });
});
