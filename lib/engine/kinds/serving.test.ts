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

  test("because the method is not there yet say so", () => {
    expect(ask({ disaggregated: { prefill: {}, decode: {} } })).toMatchObject({ ok: false, path: "disaggregated" });
  });
});
