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

describe("heads split over accelerators", () => {
  /** Phi-4's shape, as far as it matters here: 40 attention heads, 10 KV heads. */
  const phi4 = {
    config: {
      model_type: "phi3",
      num_hidden_layers: 40,
      hidden_size: 5120,
      num_attention_heads: 40,
      num_key_value_heads: 10,
      intermediate_size: 17_920,
      vocab_size: 100_352,
      tie_word_embeddings: false,
      max_position_embeddings: 16_384,
      torch_dtype: "bfloat16",
    },
  };
  const wholeHeads = ["vllm", "sglang", "trtllm"] as const;

  test.each(wholeHeads)(
    "Phi-4 does not start on four with %s, as its 10 KV heads make no four equal parts",
    (engine) => {
      // vllm-project/vllm issue 16021: assert self.total_num_kv_heads % tp_size == 0
      const outcome = ask({ model: phi4, engine, tp: 4 });
      expect(outcome).toMatchObject({
        ok: false,
        code: "INVALID_INPUT",
        path: "tp",
        message: "`tp` is 4: must divide the 10 KV heads or be a multiple of them (1, 2, 5, 10, 20 or 40)",
      });
    },
  );

  test("are given whole: two accelerators hold five KV heads each, five hold two", () => {
    const onOne = answer({ model: phi4 }).kvBytesPerToken;
    expect(answer({ model: phi4, tp: 2 }).kvBytesPerToken).toBe(onOne / 2);
    expect(answer({ model: phi4, tp: 5 }).kvBytesPerToken).toBe(onOne / 5);
  });

  test("are copied where there are fewer of them than accelerators: 20 hold one of 10 each", () => {
    const onOne = answer({ model: phi4 }).kvBytesPerToken;
    expect(answer({ model: phi4, tp: 10 }).kvBytesPerToken).toBe(onOne / 10);
    expect(answer({ model: phi4, tp: 20 }).kvBytesPerToken).toBe(onOne / 10);
  });

  test("of attention must come out even too", () => {
    const outcome = ask({ model: phi4, tp: 3 });
    expect(outcome).toMatchObject({
      ok: false,
      path: "tp",
      message: "`tp` is 3: must divide the 40 attention heads (1, 2, 5, 10, 20 or 40)",
    });
  });

  test("are no matter to llama.cpp, which gives each accelerator some of the layers or rows", () => {
    expect(ask({ model: phi4, engine: "llamacpp", tp: 4 }).ok).toBe(true);
  });
});
