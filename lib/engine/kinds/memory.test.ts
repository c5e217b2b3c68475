import { describe, expect, test } from "vitest";
import { memoryAnswerSchema, memoryRequestSchema } from "@/lib/contract/request";
import { hostingReference } from "../testing/hosting";
import { type MemoryAnswer, memoryKind } from "./memory";

const reference = hostingReference();
const ask = (request: Record<string, unknown>) =>
  memoryKind(memoryRequestSchema.parse({ kind: "memory", accelerator: "nvidia-h100-sxm", ...request }), { reference });

function answer(request: Record<string, unknown>): MemoryAnswer {
  const outcome = ask(request);
  if (!outcome.ok) throw new Error(outcome.message);
  return memoryAnswerSchema.parse(outcome.value);
}

const within = (value: number, share: number, of: number) => {
  expect(value).toBeGreaterThan(of * (1 - share));
  expect(value).toBeLessThan(of * (1 + share));
};

/** A config.json as Hugging Face writes it: Qwen3 32B. */
const qwen3 = {
  config: {
    model_type: "qwen3",
    num_hidden_layers: 64,
    hidden_size: 5120,
    num_attention_heads: 64,
    num_key_value_heads: 8,
    head_dim: 128,
    intermediate_size: 25_600,
    vocab_size: 151_936,
    tie_word_embeddings: false,
    max_position_embeddings: 40_960,
    torch_dtype: "bfloat16",
  },
};

describe("memory of Llama 3.1 8B on an H100", () => {
  test("is 14.96 GiB of weights, as vLLM's log says, and 128 KiB of KV cache a token", () => {
    const { weightsGib, kvBytesPerToken } = answer({ model: "llama-8b" });
    within(weightsGib, 0.003, 14.96);
    expect(kvBytesPerToken).toBe(32 * 8 * 256 * 2);
  });

  test("leaves the KV pool that vLLM v0.11 logged, 51.38 GiB, within 4 %", () => {
    // llm-d planner, docs/empirical-vllm-memory-results.md: utilisation 0.9, 16k context.
    const { kvPoolGib } = answer({ model: "llama-8b", engineVersion: "0.11.0", maxModelLen: 16_384 });
    within(kvPoolGib, 0.04, 51.38);
  });

  test("reckons a load: 10 sequences of 1,000 tokens are 63 blocks of 16 each", () => {
    const { kvForLoadGib } = answer({ model: "llama-8b", sequences: 10, contextTokens: 1000 });
    expect(kvForLoadGib).toBeCloseTo((10 * 1008 * 131_072) / 2 ** 30, 9);
  });

  test("shares sequences between replicas", () => {
    const one = answer({ model: "llama-8b", sequences: 10, contextTokens: 1000 });
    const two = answer({ model: "llama-8b", sequences: 20, contextTokens: 1000, replicas: 2 });
    expect(two.kvForLoadGib).toBe(one.kvForLoadGib);
  });

  test("says so where a load does not fit, rather than failing", () => {
    expect(answer({ model: "llama-8b", sequences: 100_000, contextTokens: 8000 }).fits).toBe(false);
  });
});

describe("a model known by its config.json alone", () => {
  test("has the parameters of Qwen3 32B, 32.76 billion, and its 256 KiB a token", () => {
    const { weightsTotalGib, kvBytesPerToken, model } = answer({ model: qwen3, count: 2 });
    within((weightsTotalGib * 2 ** 30) / 2, 0.002, 32.76e9);
    expect(kvBytesPerToken).toBe((64 * 8 * 256 * 2) / 2);
    expect(model.notes).toEqual([]);
  });

  test("leaves on two H100 the pool vLLM v0.11 logged, 34.49 GiB on each, within 5 %", () => {
    const { kvPoolGib } = answer({ model: qwen3, tp: 2, engineVersion: "0.11.0", maxModelLen: 16_384 });
    within(kvPoolGib, 0.05, 34.49);
  });
});

describe("requests that contradict themselves", () => {
  test.each([
    [{ model: "llama-8b", tp: 3 }, "tp"],
    [{ model: "llama-8b", tp: 2, count: 3 }, "count"],
    [{ model: "nobody/knows" }, "model"],
    [{ model: { config: { model_type: "llama" } } }, undefined],
  ])("%o names the field", (request, path) => {
    const outcome = ask(request);
    expect(outcome.ok).toBe(false);
    if (!outcome.ok && path !== undefined) expect(outcome.path).toBe(path);
  });
});
