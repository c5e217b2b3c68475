import { ggufFormats, type KvFormat, type ServingEngine, type WeightFormat } from "@/lib/contract/formats";
import type { MemoryRow } from "./rows";

/** How a row's words are to be read; none of these rules looks at what was measured. */

type Engine = { id: ServingEngine; name: string };

const engines: Record<string, Engine> = {
  vllm: { id: "vllm", name: "vLLM" },
  sglang: { id: "sglang", name: "SGLang" },
  transformers: { id: "transformers", name: "Transformers" },
  autoawq: { id: "transformers", name: "AutoAWQ" },
  litgpt: { id: "transformers", name: "LitGPT" },
  "llama.cpp": { id: "llamacpp", name: "llama.cpp" },
  "ik_llama.cpp / llama.cpp": { id: "llamacpp", name: "llama.cpp" },
  ollama: { id: "llamacpp", name: "Ollama" },
};

export function engineOf({ id, engine }: MemoryRow): Engine {
  const known = engines[engine];
  if (!known) throw new Error(`${id}: engine ${engine} is not read`);
  return known;
}

/** "GGUF Q4_K - Medium (4.852 bpw)" as q4_k_m. */
function ggufOf(words: string): WeightFormat | null {
  const name = words
    .replace(/^GGUF /, "")
    .replace(/\(.*$/, "")
    .trim()
    .replace(/ - Medium$/, "_M")
    .replace(/ - Small$/, "_S")
    .toLowerCase();
  if (name === "f16") return "fp16";
  if (name === "bf16") return "bf16";
  return (ggufFormats as readonly string[]).includes(name) ? (name as WeightFormat) : null;
}

const formats: [RegExp, WeightFormat][] = [
  [/^(BF16|bfloat16)$/i, "bf16"],
  [/^(f|float)16$/i, "fp16"],
  [/^float32$/, "fp32"],
  [/^fp8/i, "fp8"],
  [/w8a8/i, "int8"],
  [/int8/i, "int8"],
  [/w4a16|int4 \(GPTQ\)|GPTQ-Int4/i, "gptq"],
  [/awq/i, "awq"],
];

/** Null: a mix that no format names. Undefined: the vendor's own format. */
export function weightsOf({ weight_dtype_or_quant: words }: MemoryRow): WeightFormat | null | undefined {
  if (words.startsWith("GGUF")) return ggufOf(words);
  if (words.startsWith("mxfp4")) return undefined;
  return formats.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

const kvNames: [RegExp, KvFormat][] = [
  [/^fp8/, "fp8"],
  [/^(c\^KV|K) \(q8_0\)(, (kv\^T: not used|V \(q8_0\)))?$/, "q8_0"],
  [/^(c\^KV|K) \(f16\)(, (kv\^T: not used|V \(f16\)))?$/, "fp16"],
  [/^fp16$/, "fp16"],
];

/** Undefined: as the engine chooses. Null: keys and values in different types. */
export function kvOf({ kv_dtype: words }: MemoryRow): KvFormat | null | undefined {
  const known = kvNames.find(([pattern]) => pattern.test(words))?.[1];
  if (known) return known;
  return words === "" || words.startsWith("auto") || words.startsWith("bf") ? undefined : null;
}

/** Bits a parameter that the row's own words state. */
export const statedBits = ({ weight_dtype_or_quant: words }: MemoryRow): number | null => {
  const bits = /\(([\d.]+) bpw\)/.exec(words)?.[1];
  return bits === undefined ? null : Number(bits);
};

/** Tokens of the prompt where the notes tell them from what was generated. */
export const promptTokensOf = ({ notes }: MemoryRow): number | null => {
  const tokens = /input ([\d]+) tokens|prefill ([\d]+)/.exec(notes);
  return tokens ? Number(tokens[1] ?? tokens[2]) : null;
};

/**
 * Version of Transformers: the tables of the first Qwen and of Qwen2 were made before v4.45, and AutoAWQ 0.1.6 and LitGPT's
 * tables are of 2023; all of these made logits of whole prompts.
 */
export function engineVersionOf(row: MemoryRow): string | undefined {
  if (engineOf(row).id !== "transformers") return row.engine_version === "" ? undefined : row.engine_version;
  return /^4\.\d/.test(row.engine_version) ? row.engine_version : "4.38";
}
