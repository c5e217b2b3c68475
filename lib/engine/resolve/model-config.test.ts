import { describe, expect, test } from "vitest";
import { memoryRequestSchema } from "@/lib/contract/request";
import { memoryKind } from "../kinds/memory";
import { hostingReference } from "../testing/hosting";
import { classics, type PublishedConfig } from "../testing/published-configs";
import { families } from "../testing/published-families";
import { hybrids } from "../testing/published-hybrids";
import { resolveModel } from "./model-config";

const reference = hostingReference();
const published: PublishedConfig[] = [...classics, ...hybrids, ...families];

type Config = Record<string, unknown>;
const ask = (config: Config) =>
  memoryKind(
    memoryRequestSchema.parse({ kind: "memory", model: { config }, accelerator: "nvidia-h100-sxm", weights: "bf16" }),
    { reference },
  );

function answer(config: Config) {
  const outcome = ask(config);
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.value;
}

function read(config: Config) {
  const model = resolveModel({ config: config as never }, reference);
  if (!model.ok) throw new Error(model.message);
  return model.value;
}

/** Tables that some makers do not count among the active parameters; a token reads one row of its input table. */
function tables(model: ReturnType<typeof read>, without: PublishedConfig["activeWithout"]): number {
  const { vocabularySize = 0, hiddenSize = 0, tiedEmbeddings = false } = model.architecture ?? {};
  const one = vocabularySize * hiddenSize;
  return without === undefined ? 0 : without === "tables" && !tiedEmbeddings ? 2 * one : one;
}

/** Within 1 %, or what the printed figure is the rounding of. */
function agrees(value: number, printed: string): boolean {
  const [, decimals = ""] = printed.split(".");
  const half = 10 ** -decimals.length / 2;
  return Math.abs(value / (Number(printed) * 1e9) - 1) <= 0.01 || Math.abs(value / 1e9 - Number(printed)) <= half;
}

describe("parameters follow from the config.json, within 1 % of what is published", () => {
  test.each(published)("$name: $total", ({ config, total }) => {
    expect(Math.abs(read(config).parameters.value / total - 1)).toBeLessThanOrEqual(0.01);
  });

  test.each(published.filter(({ active }) => active))(
    "$name: $active B active",
    ({ config, active, activeWithout }) => {
      const model = read(config);
      const value = model.activeParameters.value - tables(model, activeWithout);
      expect(agrees(value, active ?? ""), `${value} against ${active} B`).toBe(true);
    },
  );
});

describe("context costs what the shape says", () => {
  test.each(published.filter(({ kvBytesPerToken }) => kvBytesPerToken !== undefined))(
    "$name: $kvBytesPerToken bytes a token",
    ({ config, kvBytesPerToken }) => expect(answer(config).kvBytesPerToken).toBe(kvBytesPerToken),
  );

  test.each(published.filter(({ stateBytes }) => stateBytes !== undefined))(
    "$name: $stateBytes bytes of state a sequence",
    ({ config, stateBytes }) => expect(answer(config).statePerSequenceBytes).toBe(stateBytes),
  );
});

const llama8b = {
  model_type: "llama",
  hidden_act: "silu",
  hidden_size: 4096,
  intermediate_size: 14_336,
  num_attention_heads: 32,
  num_hidden_layers: 32,
  num_key_value_heads: 8,
  rms_norm_eps: 1e-5,
  tie_word_embeddings: false,
  torch_dtype: "bfloat16",
  vocab_size: 128_256,
};
const sized = (quantization: Config, config: Config = llama8b) => {
  const model = { config: { ...config, ...quantization } };
  const outcome = memoryKind(memoryRequestSchema.parse({ kind: "memory", model, accelerator: "nvidia-h100-sxm" }), {
    reference,
  });
  if (!outcome.ok) throw new Error(outcome.message);
  return { gib: outcome.value.weightsTotalGib, format: outcome.value.model.weights };
};
const packed = (weights: Config, ignore = ["lm_head"]) => ({
  quantization_config: { quant_method: "compressed-tensors", config_groups: { group_0: { weights } }, ignore },
});

/** Linear layers of Llama 3.1 8B, and its two tables, which stay at 16 bits. */
const linear8b = 32 * (2 * 4096 ** 2 + 2 * 4096 * 1024 + 3 * 4096 * 14_336);
const attention8b = 32 * (2 * 4096 ** 2 + 2 * 4096 * 1024);
const tables8b = 2 * 128_256 * 4096;
const gib = (linearBits: number) => (tables8b * 2 + (linear8b * linearBits) / 8) / 2 ** 30;

describe("a quantised checkpoint is as large as its config says", () => {
  const words: [string, Config, string, number][] = [
    [
      "AWQ in groups of 128",
      { quantization_config: { quant_method: "awq", bits: 4, group_size: 128 } },
      "awq",
      gib(4.156_25),
    ],
    [
      "GPTQ in groups of 32",
      { quantization_config: { quant_method: "gptq", bits: 4, group_size: 32 } },
      "gptq",
      gib(4.625),
    ],
    [
      "GPTQ of 8 bits",
      { quantization_config: { quant_method: "gptq", bits: 8, group_size: 128 } },
      "int8",
      gib(8.003_906_25),
    ],
    [
      "FP8 in blocks",
      { quantization_config: { quant_method: "fp8", weight_block_size: [128, 128] } },
      "fp8",
      gib(8.001_953_125),
    ],
    [
      "bitsandbytes NF4",
      { quantization_config: { quant_method: "bitsandbytes", load_in_4bit: true } },
      "nf4",
      gib(4.5),
    ],
    [
      "bitsandbytes of 8 bits",
      { quantization_config: { quant_method: "bitsandbytes", load_in_8bit: true } },
      "int8",
      gib(8.003_906_25),
    ],
    ["compressed-tensors W4A16", packed({ num_bits: 4, type: "int", group_size: 128 }), "int4", gib(4.125)],
    ["compressed-tensors FP8", packed({ num_bits: 8, type: "float", strategy: "channel" }), "fp8", gib(8.001_953_125)],
    ["compressed-tensors NVFP4", packed({ num_bits: 4, type: "float", group_size: 16 }), "nvfp4", gib(4.5)],
    ["compressed-tensors MXFP4", packed({ num_bits: 4, type: "float", group_size: 32 }), "mxfp4", gib(4.25)],
    ["ModelOpt NVFP4", { quantization_config: { quant_method: "modelopt", quant_algo: "NVFP4" } }, "nvfp4", gib(4.5)],
    [
      "the words of hf_quant_config.json",
      { quantization: { quant_algo: "FP8", kv_cache_quant_algo: "FP8", exclude_modules: ["lm_head"] } },
      "fp8",
      gib(8.001_953_125),
    ],
    ["MLX of 4 bits in groups of 64", { quantization: { bits: 4, group_size: 64 } }, "int4", gib(4.25)],
  ];
  test.each(words)("%s", (_, quantization, format, size) => {
    const found = sized(quantization);
    expect(found.format).toBe(format);
    expect(found.gib).toBeCloseTo(size, 6);
  });

  test("AWQ of Llama 3.1 8B takes 5.38 GiB, not half a byte a parameter", () => {
    // measured by engines that load it: embedding and output matrix stay at 16 bits
    const { gib: reckoned } = sized({ quantization_config: { quant_method: "awq", bits: 4, group_size: 128 } });
    expect(Math.abs(reckoned / 5.38 - 1)).toBeLessThan(0.01);
  });

  test("attention that it leaves alone has 16 bits", () => {
    const { gib: kept } = sized(
      packed({ num_bits: 4, type: "float", group_size: 16 }, ["lm_head", "re:.*self_attn.*"]),
    );
    expect(kept).toBeCloseTo(gib(4.5) + (attention8b * 11.5) / 8 / 2 ** 30, 6);
  });

  test("experts alone, as Kimi K2 Thinking, or all but attention, as NVIDIA has it", () => {
    const moe = {
      ...llama8b,
      num_experts: 8,
      num_experts_per_tok: 2,
      moe_intermediate_size: 1024,
      n_shared_experts: 1,
    };
    const int4 = { num_bits: 4, type: "int", group_size: 32 };
    const all = sized(packed(int4), moe).gib;
    const noAttention = sized(packed(int4, ["lm_head", "re:.*self_attn.*"]), moe).gib;
    const experts = sized(packed(int4, ["re:.*self_attn.*", "re:.*shared_experts.*"]), moe).gib;
    expect(noAttention - all).toBeCloseTo((attention8b * 11.5) / 8 / 2 ** 30, 6);
    expect(experts - noAttention).toBeCloseTo((32 * 3 * 4096 * 1024 * 11.5) / 8 / 2 ** 30, 6);
  });
});

describe("what is not known is told", () => {
  const notes = (config: Config) => answer(config).model.notes.join(" ");
  const shape = {
    hidden_size: 4096,
    num_hidden_layers: 32,
    num_attention_heads: 32,
    vocab_size: 50_000,
    rms_norm_eps: 1e-5,
  };

  test.each([
    [{ num_key_value_heads: 8 }, "grouped-query attention, as Llama 3"],
    [{ num_key_value_heads: 1 }, "multi-query attention, as Falcon 7B"],
    [
      { kv_lora_rank: 512, n_routed_experts: 64, n_shared_experts: 1 },
      "latent attention (MLA), as DeepSeek-V3 and a mixture of experts with shared ones",
    ],
    [{ sliding_window: 1024, sliding_window_pattern: 6 }, "windowed and full attention in turn, as Gemma 3"],
    [
      { linear_num_value_heads: 32, full_attention_interval: 4 },
      "gated delta net with attention between, as Qwen3-Next",
    ],
    [
      { layer_types: ["mamba", "attention"], mamba_n_heads: 64 },
      "state-space layers with attention between, as Jamba and Nemotron-H",
    ],
    [{ is_encoder_decoder: true }, "encoder and decoder, as T5"],
  ])("a kind nobody knows with %o is taken for %s", (fields, form) => {
    const told = notes({ model_type: "brandnew", ...shape, intermediate_size: 11_008, ...fields });
    expect(told).toContain('"brandnew"');
    expect(told).toContain(form);
  });

  test("fields that nothing gives are assumed, each by name", () => {
    const told = notes({ model_type: "brandnew", hidden_size: 4096, num_hidden_layers: 32 });
    for (const field of ["num_attention_heads", "intermediate_size", "vocab_size"])
      expect(told).toContain(`\`${field}\``);
  });

  test("fields that a kind's own default fills are named", () => {
    const { vocab_size: _, ...config } = llama8b;
    expect(notes(config)).toContain('as Transformers has it for "llama": `vocab_size`');
  });

  test.each([
    [{ ...llama8b, hidden_size: "4096" }, 'model.config.hidden_size` is "4096": must be a whole number from 1'],
    [{ ...llama8b, num_hidden_layers: 1_000_000 }, "is 1000000: must be a whole number from 1 to 10,000"],
    [
      { ...llama8b, num_key_value_heads: -8 },
      "`model.config.num_key_value_heads` is -8: must be a whole number from 0",
    ],
    [{ ...llama8b, num_hidden_layers: undefined }, "`model.config.num_hidden_layers` is missing"],
    [{ model_type: "llama" }, "`model.config.hidden_size` is missing"],
    [{}, "`model.config.hidden_size` is missing"],
  ])("%o is refused by field, value and what is allowed", (config, message) => {
    const outcome = ask(JSON.parse(JSON.stringify(config)));
    expect(outcome.ok).toBe(false);
    if (!outcome.ok) {
      expect(outcome.message).toContain(message);
      expect(outcome.path).toMatch(/^model\.config\./);
    }
  });
});
