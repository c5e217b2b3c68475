import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { servingAnswerSchema, servingRequestSchema } from "@/lib/contract/request";
import { defaultCalibration } from "../serving/calibration/calibration";
import { hostingReference } from "../testing/hosting";
import { servingKind } from "./serving";

const context = { reference: hostingReference(), calibration: defaultCalibration };
const ask = (request: Record<string, unknown>) => {
  const base = { kind: "serving", model: "llama-8b", accelerator: "nvidia-h100-sxm", isl: 1024, osl: 512 };
  return servingKind(servingRequestSchema.parse({ ...base, load: { kind: "single" }, ...request }), context);
};

function answer(request: Record<string, unknown> = {}): z.infer<typeof servingAnswerSchema> {
  const outcome = ask(request);
  if (!outcome.ok) throw new Error(outcome.message);
  return servingAnswerSchema.parse(outcome.value);
}

const closed = (concurrency: number, more = {}) => answer({ load: { kind: "closed", concurrency }, ...more });

describe("a load on Llama 3.1 8B", () => {
  test("of one request at a time takes as long as it says: tokens ÷ (TTFT + 511 × TPOT)", () => {
    const { outputTokensPerSecond, ttftMs, tpotMs, e2eMs } = answer();
    expect(outputTokensPerSecond).toBeCloseTo((512 / (ttftMs.mean + 511 * tpotMs.mean)) * 1000, 3);
    expect(e2eMs.mean).toBeCloseTo(ttftMs.mean + 511 * tpotMs.mean, 6);
  });

  test("gives more tokens a second with more users, each of them slower", () => {
    const answers = [1, 4, 16, 64, 256].map((users) => closed(users));
    answers.slice(1).forEach((more, index) => {
      expect(more.outputTokensPerSecond).toBeGreaterThan(answers[index]?.outputTokensPerSecond ?? Number.NaN);
      expect(more.tpotMs.mean).toBeGreaterThan(answers[index]?.tpotMs.mean ?? Number.NaN);
    });
  });

  test("is a queue, not a refusal, beyond what memory holds", () => {
    const { ttftMs, limitedBy, kvOccupancy } = closed(4000, { isl: 8000, maxNumSeqs: 4096 });
    expect(limitedBy).toBe("kvCapacity");
    expect(kvOccupancy).toBeGreaterThan(0.9);
    expect(ttftMs.mean).toBeGreaterThan(10_000);
  });

  test("of open arrivals is stable below what it carries offline, and not above", () => {
    const offline = answer({ load: { kind: "offline" } });
    const open = (share: number) =>
      answer({ load: { kind: "open", requestsPerSecond: offline.requestsPerSecond * share } });
    expect(open(0.5)).toMatchObject({ stable: true, limitedBy: "arrivals" });
    expect(open(1.5).stable).toBe(false);
    expect(open(1.5).requestsPerSecond).toBeLessThan(offline.requestsPerSecond * 1.05);
  });

  test("is served twice as much by two replicas", () => {
    const one = closed(16);
    const two = closed(32, { replicas: 2 });
    expect(two.outputTokensPerSecond / one.outputTokensPerSecond).toBeCloseTo(2, 9);
  });

  test("takes less time to the first token where the prompt is cached", () => {
    const cached = closed(8, { prefixHitRate: 0.9, isl: 8000 });
    expect(cached.ttftMs.mean).toBeLessThan(closed(8, { isl: 8000 }).ttftMs.mean);
  });

  test("takes up to so many steps more to the first token where prompts are gathered, and as long per token", () => {
    const at = (engine: string, gatherSteps: number) => closed(8, { engine, gatherSteps });
    for (const [engine, least] of [
      ["trtllm", 0.6],
      ["sglang", 0.4],
    ] as const) {
      const [none, gathered] = [at(engine, 0), at(engine, 20)];
      const steps = (gathered.ttftMs.mean - none.ttftMs.mean) / none.tpotMs.mean;
      expect(steps / 20, engine).toBeGreaterThan(least);
      expect(steps / 20, engine).toBeLessThan(1);
      expect(gathered.tpotMs.mean / none.tpotMs.mean).toBeCloseTo(1, 1);
    }
  });

  test("takes less time per token with two accelerators, and with weights of 8 bits", () => {
    expect(closed(8, { tp: 2 }).tpotMs.mean).toBeLessThan(closed(8).tpotMs.mean);
    expect(closed(8, { weights: "fp8" }).tpotMs.mean).toBeLessThan(closed(8).tpotMs.mean);
  });

  test("is decoded faster by proposing tokens ahead that are mostly accepted", () => {
    const speculative = { draftTokens: 3, acceptanceRate: 0.8 };
    expect(answer({ speculative }).tpotMs.mean).toBeLessThan(answer().tpotMs.mean * 0.6);
  });
});

describe("requests that cannot be answered", () => {
  test("because the model does not fit say what is missing", () => {
    const outcome = ask({ model: "gpt-oss-120b", weights: "bf16" });
    expect(outcome).toMatchObject({ ok: false, code: "DOES_NOT_FIT" });
    expect(!outcome.ok && outcome.message).toMatch(/GiB/);
  });

  test("because its shape is not known say so", () => {
    expect(ask({ model: "unknown-shape" })).toMatchObject({ ok: false, code: "INFEASIBLE", path: "model" });
  });

  test("because prefill and decode apart have no analytic solution say so", () => {
    const apart = { prefill: { tp: 1 }, decode: { tp: 1 } };
    expect(ask({ disaggregated: apart, method: "analytic" })).toMatchObject({ ok: false, path: "method" });
  });

  test("because a pool cannot be split so name the pool", () => {
    const apart = { prefill: { tp: 1 }, decode: { tp: 3 } };
    expect(ask({ disaggregated: apart })).toMatchObject({ ok: false, path: "disaggregated.decode.tp" });
  });
});

describe("a simulated load", () => {
  const simulated = (request: Record<string, unknown>) => answer({ method: "simulate", ...request });

  test.each([
    { kind: "single" },
    { kind: "closed", concurrency: 32 },
    { kind: "open", requestsPerSecond: 4 },
    { kind: "offline" },
  ])("$kind is within 15 % of the analytic answer in tokens a second and in time per token", (load) => {
    const run = simulated({ load });
    const formula = answer({ load, method: "analytic" });
    expect(run.method).toBe("simulate");
    expect(Math.abs(Math.log(run.outputTokensPerSecond / formula.outputTokensPerSecond))).toBeLessThan(0.15);
    expect(Math.abs(Math.log(run.tpotMs.mean / formula.tpotMs.mean))).toBeLessThan(0.15);
  });

  test("is the same for the same seed", () => {
    const load = { kind: "open", requestsPerSecond: 4 };
    const seeded = (seed: number) => simulated({ load, seed, islCv: 0.5 }).ttftMs;
    expect(seeded(3)).toEqual(seeded(3));
    expect(seeded(3)).not.toEqual(seeded(4));
  });

  test("with prefill and decode apart keeps prompts out of the gaps between tokens", () => {
    const load = { kind: "open", requestsPerSecond: 4 };
    const apart = answer({ load, isl: 6000, disaggregated: { prefill: { tp: 1 }, decode: { tp: 1 } } });
    expect(apart.method).toBe("simulate");
    expect(apart.itlMs.p99).toBeLessThan(0.5 * simulated({ load, isl: 6000 }).itlMs.p99);
  });

  test("with too few prefill workers falls behind, and says so", () => {
    const load = { kind: "open", requestsPerSecond: 60 };
    const apart = { prefill: { tp: 1 }, decode: { tp: 1, replicas: 8 } };
    expect(answer({ load, isl: 6000, disaggregated: apart }).stable).toBe(false);
  });
});
