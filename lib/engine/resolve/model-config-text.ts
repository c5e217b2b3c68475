import { isEncoder } from "./model-config-attention";
import { type Config, defaultsOf, type Fields, fieldsOf, isConfig } from "./model-config-fields";

/** Where configs of several parts keep that of their language model. */
const nestings = [
  "text_config",
  "llm_config",
  "language_config",
  "thinker_config",
  "text_model",
  "language_model",
  "params",
  "decoder",
];

/** Blocks that only gather fields: their fields read as if they stood beside the others. */
const gathered = ["attn_config", "ffn_config", "ssm_cfg", "ssm_config", "moe"];

/** The kind of language model in multimodal kinds whose nested config need not name it. */
const nestedType: Record<string, string> = {
  llava: "llama",
  llava_next: "llama",
  llava_next_video: "llama",
  llava_onevision: "qwen2",
  vipllava: "llama",
  video_llava: "llama",
  idefics2: "mistral",
  idefics3: "llama",
  smolvlm: "llama",
  paligemma: "gemma",
  qwen2_audio: "qwen2",
  mistral3: "mistral",
  pixtral: "mistral",
  voxtral: "llama",
  internvl: "qwen2",
  aya_vision: "cohere2",
  kimi_vl: "deepseek_v3",
  ultravox: "llama",
  mllama: "mllama_text_model",
  got_ocr2: "qwen2",
};

const typeOf = (config: Config): string => (typeof config.model_type === "string" ? config.model_type : "");

function flattened(config: Config): Config {
  const flat = { ...config };
  for (const name of gathered) {
    const block = config[name];
    if (!isConfig(block)) continue;
    for (const [field, value] of Object.entries(block)) {
      if (field !== "model_type" && flat[field] === undefined) flat[field] = value;
    }
  }
  return flat;
}

/** What a part inherits from the whole where it does not say it itself. */
const inherited = ["quantization_config", "quantization", "torch_dtype", "dtype", "tie_word_embeddings"];

/** The part of a config that describes the language model, and its kind: multimodal configs nest it. */
export function languageFields(whole: Config): Fields {
  let config = whole;
  let type = typeOf(whole);
  let nested = false;
  for (let depth = 0; depth < 4; depth++) {
    const inner = nestings.map((name) => config[name]).find(isConfig);
    if (!inner) break;
    const kept = Object.fromEntries(
      inherited.filter((name) => config[name] !== undefined).map((name) => [name, config[name]]),
    );
    config = { ...kept, ...inner };
    type = typeOf(inner) || nestedType[type] || type;
    nested = true;
  }
  return fieldsOf(flattened(config), type, { nested });
}

/** Whether input table and output matrix are one: as stated, else as the kind has it; makers leave out their habit. */
export function isTied(fields: Fields): boolean {
  // An encoder that embeds or ranks has no output matrix at all.
  if (isEncoder(fields)) return true;
  const stated = fields.config.tie_word_embeddings;
  if (typeof stated === "boolean") return stated;
  const usual = defaultsOf(fields.type).tie_word_embeddings;
  return typeof usual === "boolean" ? usual : /^(gemma|command)/.test(fields.type);
}
