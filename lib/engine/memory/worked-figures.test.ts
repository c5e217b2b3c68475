import { describe, expect, test } from "vitest";
import { memoryRequestSchema } from "@/lib/contract/request";
import { memoryKind } from "../kinds/memory";
import { hostingReference } from "../testing/hosting";
import { hybrids } from "../testing/published-hybrids";

const reference = hostingReference();
const ask = (request: Record<string, unknown>) => {
  const whole = { kind: "memory", accelerator: "nvidia-h100-sxm", weights: "bf16", ...request };
  const outcome = memoryKind(memoryRequestSchema.parse(whole), { reference });
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.value;
};

const latent = {
  first_k_dense_replace: 1,
  hidden_size: 7168,
  intermediate_size: 18_432,
  kv_lora_rank: 512,
  moe_intermediate_size: 2048,
  n_shared_experts: 1,
  num_hidden_layers: 61,
  q_lora_rank: 1536,
  qk_nope_head_dim: 128,
  qk_rope_head_dim: 64,
  tie_word_embeddings: false,
  v_head_dim: 128,
};
const kimiK2 = {
  config: {
    ...latent,
    model_type: "kimi_k2",
    n_routed_experts: 384,
    num_attention_heads: 64,
    num_experts_per_tok: 8,
    vocab_size: 163_840,
  },
};
const deepseekV32 = { config: hybrids.find(({ name }) => name.endsWith("DeepSeek-V3.2"))?.config };

const gemma3 = (layers: number, kvHeads: number, headSize: number, hiddenSize: number, heads: number) => ({
  config: {
    model_type: "gemma3_text",
    head_dim: headSize,
    hidden_size: hiddenSize,
    intermediate_size: 4 * hiddenSize,
    num_attention_heads: heads,
    num_hidden_layers: layers,
    num_key_value_heads: kvHeads,
    sliding_window: 1024,
    sliding_window_pattern: 6,
    vocab_size: 262_208,
  },
});
const gemma27b = gemma3(62, 16, 128, 5376, 32);

const qwen235b = {
  config: {
    model_type: "qwen3_moe",
    decoder_sparse_step: 1,
    head_dim: 128,
    hidden_size: 4096,
    intermediate_size: 12_288,
    moe_intermediate_size: 1536,
    num_attention_heads: 64,
    num_experts: 128,
    num_experts_per_tok: 8,
    num_hidden_layers: 94,
    num_key_value_heads: 4,
    tie_word_embeddings: false,
    vocab_size: 151_936,
  },
};

describe("latent attention keeps one entry for all heads, on every accelerator", () => {
  test.each([1, 8, 16])("Kimi K2 takes 70,272 bytes a token on each of %i, as vLLM's log says", (tp) => {
    // 61 × 576 × 2: neither doubled for keys and values nor divided by tp
    expect(ask({ model: kimiK2, tp, count: tp }).kvBytesPerToken).toBe(70_272);
  });

  test("DeepSeek V3.2 adds its index: 78.3 kB a token", () => {
    // 61 × (576 × 2 + 132) = 78,324
    expect(ask({ model: deepseekV32, tp: 8, count: 8 }).kvBytesPerToken).toBe(78_324);
  });

  test("its 8-bit layout under vLLM takes 656 bytes a token and layer, and the index", () => {
    // 512 of 8 bits, 4 scales of 32 bits, 64 rotated ones of 16 bits
    const { kvBytesPerToken } = ask({ model: deepseekV32, tp: 8, count: 8, kv: "fp8" });
    expect(kvBytesPerToken).toBe(61 * (656 + 132));
  });

  test("without an index 8 bits are half of 16", () => {
    expect(ask({ model: kimiK2, tp: 8, count: 8, kv: "fp8" }).kvBytesPerToken).toBe(35_136);
  });
});

describe("KV heads", () => {
  test.each([
    [1, 94 * 4 * 256 * 2],
    [4, 94 * 256 * 2],
    // more ranks than heads: each holds one whole head
    [8, 94 * 256 * 2],
    [16, 94 * 256 * 2],
  ])("are divided by tp until each rank has one: 4 on %i", (tp, bytes) => {
    expect(ask({ model: qwen235b, tp, count: tp }).kvBytesPerToken).toBe(bytes);
  });

  test("are not divided by attention-data parallel ranks, whose pools add up", () => {
    const one = ask({ model: "llama-8b", tp: 1, dp: 1, count: 1 });
    const four = ask({ model: "llama-8b", tp: 1, dp: 4, count: 4 });
    expect(four.kvBytesPerToken).toBe(one.kvBytesPerToken);
    expect(four.kvPoolTokens).toBe(4 * one.kvPoolTokens);
  });
});

describe("8-bit caches", () => {
  test("of floating point hold exactly twice the tokens in the same pool", () => {
    // as vLLM logs it: 476,016 → 952,032
    const plain = ask({ model: "llama-8b" });
    const narrow = ask({ model: "llama-8b", kv: "fp8" });
    expect(narrow.kvPoolGib).toBe(plain.kvPoolGib);
    expect(narrow.kvBytesPerToken).toBe(plain.kvBytesPerToken / 2);
    expect(Math.abs(narrow.kvPoolTokens - 2 * plain.kvPoolTokens)).toBeLessThanOrEqual(16);
  });

  test("of integers under vLLM have two 32-bit scales a token, head and layer besides", () => {
    const { kvBytesPerToken } = ask({ model: "llama-8b", kv: "int8" });
    expect(kvBytesPerToken).toBe(32 * 8 * 256 + 32 * 8 * 2 * 4);
  });

  test.each([
    ["q8_0", 34 / 32],
    ["q4_0", 18 / 32],
    ["fp16", 2],
  ])("of llama.cpp count the scales of their blocks: %s", (kv, bytes) => {
    const { kvBytesPerToken } = ask({ model: "llama-8b", engine: "llamacpp", kv });
    expect(kvBytesPerToken).toBe(32 * 8 * 256 * bytes);
  });

  test("of NVFP4 take half a byte and a scale for 16", () => {
    expect(ask({ model: "llama-8b", kv: "nvfp4" }).kvBytesPerToken).toBe(32 * 8 * (256 / 2 + 256 / 16));
  });
});

describe("vLLM deals layers of several kinds into groups of equal size", () => {
  test.each([
    ["27B: 62 layers take 70 places", gemma27b, 70 * 16 * 256 * 2],
    ["12B: 48 layers fit 48", gemma3(48, 8, 256, 3840, 16), 48 * 8 * 512 * 2],
    ["4B: 34 layers take 35", gemma3(34, 4, 256, 2560, 8), 35 * 4 * 512 * 2],
  ])("Gemma 3 %s", (_, model, bytes) => {
    expect(ask({ model }).kvBytesPerToken).toBe(bytes);
  });

  test("573,440 bytes a token for 27B, where the log says 573,583", () => {
    expect(ask({ model: gemma27b }).kvBytesPerToken).toBe(573_440);
  });

  test("saves nothing where windows and a step's tokens reach as far as the context", () => {
    const request = { model: gemma27b, maxNumBatchedTokens: 8192, contextTokens: 8192, sequences: 1 };
    const { kvForLoadGib = 0 } = ask(request);
    expect(kvForLoadGib).toBeCloseTo((8192 * 573_440) / 2 ** 30, 9);
  });

  /** A gated delta net with attention in every fourth layer, as Qwen3.5 has it; its config names 32-bit states. */
  const delta = (layers: number, valueHeads: number, kvHeads: number) => ({
    config: {
      model_type: "qwen3_5_text",
      full_attention_interval: 4,
      head_dim: 256,
      hidden_size: 4096,
      intermediate_size: 12_288,
      linear_key_head_dim: 128,
      linear_num_key_heads: 16,
      linear_num_value_heads: valueHeads,
      linear_value_head_dim: 128,
      mamba_ssm_dtype: "float32",
      num_attention_heads: 16,
      num_hidden_layers: layers,
      num_key_value_heads: kvHeads,
      vocab_size: 248_320,
    },
  });
  const page = (valueHeads: number) => valueHeads * 128 ** 2 * 4 + 3 * (32 + valueHeads) * 128 * 2;

  test.each([
    // value heads, KV heads, format of the cache, block as vLLM logs it ("Setting attention block size to …")
    ["9B", 32, 32, 4, "bf16", 528],
    ["27B", 64, 48, 4, "bf16", 784],
    ["27B", 64, 48, 4, "fp8", 1568],
    ["35B", 40, 32, 2, "bf16", 1056],
    ["35B", 40, 32, 2, "fp8", 2096],
  ])("gives every request whole pages of state: Qwen3.5 %s, %i layers", (_, layers, valueHeads, kvHeads, kv, block) => {
    const bytesPerToken = kvHeads * 512 * (kv === "fp8" ? 1 : 2);
    expect(Math.ceil(page(valueHeads) / bytesPerToken / 16) * 16).toBe(block);
    const model = delta(layers, valueHeads, kvHeads);
    const { kvForLoadGib = 0, statePerSequenceBytes } = ask({ model, kv, sequences: 1, contextTokens: 1 });
    expect(statePerSequenceBytes).toBe((layers / 4) * 3 * page(valueHeads));
    // one token pins a block in every layer with attention, and each state is padded to one
    expect(kvForLoadGib).toBeCloseTo((layers * block * bytesPerToken) / 2 ** 30, 9);
  });

  test("keeps states in 16 bits where the config says nothing; SGLang in 32 whatever it says", () => {
    const qwen3Next = { config: hybrids.find(({ name }) => name.includes("Qwen3-Next"))?.config };
    const states = (engine: string) => ask({ model: qwen3Next, engine, tp: 4, count: 4 }).statePerSequenceBytes * 4;
    expect(states("vllm")).toBe(36 * (32 * 128 ** 2 + 3 * 8192) * 2);
    expect(states("sglang")).toBe(36 * (32 * 128 ** 2 * 4 + 3 * 8192 * 2));
  });
});

describe("llama.cpp", () => {
  test("keeps window and step in whole blocks of 256 for layers with a window", () => {
    // Gemma 3 27B: 10 layers of 8,192 tokens, 52 of 1,024 + 512
    const { kvForLoadGib = 0 } = ask({ model: gemma27b, engine: "llamacpp", sequences: 1, contextTokens: 8192 });
    expect(kvForLoadGib).toBeCloseTo(((10 * 8192 + 52 * 1536) * 16 * 256 * 2) / 2 ** 30, 9);
  });
});

describe("a pipeline's heaviest stage", () => {
  test("of Llama 3.1 8B on four holds the 4.26 GiB that vLLM logged, not a quarter of 14.96", () => {
    const { weightsGib, kvBytesPerToken } = ask({ model: "llama-8b", tp: 1, pp: 4, count: 4 });
    expect(Math.abs(weightsGib / 4.26 - 1)).toBeLessThan(0.01);
    expect(kvBytesPerToken).toBe(8 * 8 * 256 * 2);
  });
});

describe("what SGLang takes where nobody has set its static share", () => {
  const share = (request: Record<string, unknown>) => {
    const { kvPoolGib, weightsGib, runtimeGib, usableGib } = ask({ model: "llama-8b", engine: "sglang", ...request });
    return (kvPoolGib + weightsGib) / (usableGib - runtimeGib);
  };
  const memory = { memoryGib: 80, memoryGbPerSecond: 3350, bf16Tflops: 989 };
  const mib = (reserved: number, gib = 80) => 1 - reserved / (gib * 1024);

  test.each([
    // 512 + 1.5 × 8,192 + 2 × 256 + 1,024 × 1 ÷ 8
    ["one of 80 GiB", { accelerator: memory }, mib(13_440)],
    // from four ranks on it captures 512 sequences
    ["four of 80 GiB", { accelerator: memory, tp: 4, count: 4 }, mib(512 + 12_288 + 1024 + 512)],
    // attention-data parallel: 4.5 MiB a captured sequence and rank
    [
      "four ranks of attention",
      { accelerator: memory, dp: 4, count: 4 },
      mib(512 + 12_288 + 1024 + 512 + 4.5 * 512 * 4),
    ],
    // small chunks: at least 10 GiB where there are more than 60
    ["chunks of 2,048", { accelerator: memory, maxNumBatchedTokens: 2048 }, mib(10_240)],
    // 512 + 1.5 × 2,048 + 2 × 24 + 128
    ["one of 24 GiB", { accelerator: { ...memory, memoryGib: 24 } }, mib(512 + 3072 + 48 + 128, 24)],
  ])("%s", (_, request, expected) => {
    expect(share(request)).toBeCloseTo(expected, 9);
  });
});

describe("a model that keeps nothing of what it reads", () => {
  test("serves as many requests at once as the engine takes on", () => {
    const bert = {
      config: {
        model_type: "bert",
        hidden_act: "gelu",
        hidden_size: 768,
        intermediate_size: 3072,
        num_attention_heads: 12,
        num_hidden_layers: 12,
        vocab_size: 30_522,
      },
    };
    const { maxConcurrencyAtMaxModelLen, kvBytesPerToken, fits } = ask({ model: bert, maxNumSeqs: 64 });
    expect({ maxConcurrencyAtMaxModelLen, kvBytesPerToken, fits }).toEqual({
      maxConcurrencyAtMaxModelLen: 64,
      kvBytesPerToken: 0,
      fits: true,
    });
  });
});
