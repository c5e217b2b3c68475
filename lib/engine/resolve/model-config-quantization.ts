import { ggufFormats, type WeightFormat, weightFormats } from "@/lib/contract/formats";

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Bits of the weights in a compressed-tensors or ModelOpt description. */
function groupFormat(quantization: Json): WeightFormat | null {
  const groups = isObject(quantization.config_groups) ? Object.values(quantization.config_groups) : [];
  const weights = groups
    .filter(isObject)
    .map((group) => group.weights)
    .find(isObject);
  if (!weights) return null;
  const float = weights.type === "float";
  if (weights.num_bits === 4) return float ? (weights.group_size === 32 ? "mxfp4" : "nvfp4") : "int4";
  if (weights.num_bits === 8) return float ? "fp8" : "int8";
  return null;
}

/** Weight format that a config's quantization_config states; null where it says nothing this engine knows. */
export function quantizedFormat(config: Json): WeightFormat | null {
  const quantization = config.quantization_config;
  if (!isObject(quantization)) return null;
  const method = String(quantization.quant_method ?? "").toLowerCase();
  const algorithm = String(quantization.quant_algo ?? "").toLowerCase();
  if (algorithm.includes("nvfp4")) return "nvfp4";
  if (method === "bitsandbytes") return quantization.load_in_8bit === true ? "int8" : "nf4";
  if (method === "gptq" || method === "awq") return quantization.bits === 8 ? "int8" : method;
  if (method === "compressed-tensors") return groupFormat(quantization);
  return [...weightFormats].find((format) => method.includes(format) || algorithm.includes(format)) ?? null;
}

/** A word such as "bfloat16" or "Q4_K_M" as one of the contract's formats. */
export function formatFromWord(word: string | null | undefined): WeightFormat | null {
  if (!word) return null;
  const text = word.toLowerCase();
  const plain: Record<string, WeightFormat> = { bfloat16: "bf16", float16: "fp16", half: "fp16", float32: "fp32" };
  return plain[text] ?? weightFormats.find((format) => format === text) ?? null;
}

export const isGguf = (format: WeightFormat): boolean => (ggufFormats as readonly string[]).includes(format);
