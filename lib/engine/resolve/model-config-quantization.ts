import { ggufFormats, type WeightFormat, weightFormats } from "@/lib/contract/formats";
import { type Config, isConfig } from "./model-config-fields";

/** How a checkpoint is quantised, as its config says it. */
export type Quantization = {
  format: WeightFormat;
  /** Weights that share a scale; null where nothing is said. */
  groupSize: number | null;
  /** Parts it lists as left at 16 bits: attention, and feed-forward blocks beside the experts. Null without a list. */
  keeps: { attention: boolean; feedForward: boolean } | null;
};

/** What describes the weights of compressed-tensors, ModelOpt and Quark: the first group that has them. */
function weightGroup(quantization: Config): Config | null {
  const groups = isConfig(quantization.config_groups) ? Object.values(quantization.config_groups) : [];
  const quark = quantization.global_quant_config;
  return (
    [...groups, quark]
      .filter(isConfig)
      .map((group) => group.weights ?? group.weight)
      .find(isConfig) ?? null
  );
}

/** Bits of the weights in a compressed-tensors, ModelOpt or Quark description. */
function groupFormat(quantization: Config): WeightFormat | null {
  const weights = weightGroup(quantization);
  if (!weights) return null;
  const type = String(weights.type ?? weights.dtype ?? "").toLowerCase();
  const bits = weights.num_bits ?? Number(/(4|8)/.exec(type)?.[0] ?? 0);
  const float = /float|fp|mx/.test(type);
  if (bits === 4) return float ? (weights.group_size === 32 ? "mxfp4" : "nvfp4") : "int4";
  if (bits === 8) return float ? "fp8" : "int8";
  return null;
}

/** Methods that name no format, by the bits they state. */
const byBits: Record<number, WeightFormat> = { 4: "int4", 8: "int8" };

function formatOf(quantization: Config): WeightFormat | null {
  const method = String(quantization.quant_method ?? "").toLowerCase();
  const algorithm = String(quantization.quant_algo ?? quantization.quant_type ?? "").toLowerCase();
  const bits = Number(quantization.bits ?? quantization.w_bit ?? quantization.nbits);
  if (method === "bitsandbytes") return quantization.load_in_8bit === true ? "int8" : "nf4";
  if (method === "gptq" || method === "awq") return bits === 8 ? "int8" : method;
  const group = groupFormat(quantization);
  if (group) return group;
  const words = `${method} ${algorithm} ${quantization.weights ?? ""}`;
  // "fp8" is within "mxfp8", "int4" within "int4_weight_only": the longer name first.
  const named = [...weightFormats].sort((a, b) => b.length - a.length).find((format) => words.includes(format));
  if (named) return named;
  if (/float8|w8a8_fp/.test(words)) return "fp8";
  if (method === "eetq") return "int8";
  return byBits[bits] ?? null;
}

const lists = ["ignore", "modules_to_not_convert", "exclude_modules", "ignored_layers", "exclude"];

/** Parts that a checkpoint leaves alone, of the language model: vision towers are left alone anyway. */
function left(quantization: Config): string[] {
  return lists
    .flatMap((name) => (Array.isArray(quantization[name]) ? (quantization[name] as unknown[]) : []))
    .map(String)
    .filter((pattern) => !/vis|image|audio|multi_modal|mtp|nextn/i.test(pattern));
}

const keptBy = (patterns: readonly string[]) => ({
  attention: patterns.some((pattern) => /self_attn|attention|\battn\b/i.test(pattern)),
  feedForward: patterns.some((pattern) => /shared_expert(?!s?_gate)|mlp\S*(up|down)\S*proj/i.test(pattern)),
});

/** Where a config describes its quantisation: its own block, or that of hf_quant_config.json and MLX. */
const blocks = ["quantization_config", "compression_config", "quantization"];

export function quantizationOf(config: Config): Quantization | null {
  for (const name of blocks) {
    const block = config[name];
    const format = isConfig(block) ? formatOf(block) : null;
    if (!isConfig(block) || !format) continue;
    const size = weightGroup(block)?.group_size ?? block.group_size ?? block.q_group_size;
    const patterns = left(block);
    return {
      format,
      groupSize: typeof size === "number" && size > 0 && size <= 65_536 ? size : null,
      keeps: patterns.length === 0 ? null : keptBy(patterns),
    };
  }
  return null;
}

/** A word such as "bfloat16" or "Q4_K_M" as one of the contract's formats. */
export function formatFromWord(word: string | null | undefined): WeightFormat | null {
  if (!word) return null;
  const text = word.toLowerCase();
  const plain: Record<string, WeightFormat> = { bfloat16: "bf16", float16: "fp16", half: "fp16", float32: "fp32" };
  return plain[text] ?? weightFormats.find((format) => format === text) ?? null;
}

export const isGguf = (format: WeightFormat): boolean => (ggufFormats as readonly string[]).includes(format);
