import { ggufFormats, type WeightFormat } from "@/lib/contract/formats";

/** A model's name taken apart: its words in order, and the weight format it states. */
export type ModelName = { words: readonly string[]; weights: WeightFormat | null };

/** What uploads call number formats, longest first where one contains another. */
const formatNames: readonly (readonly [RegExp, WeightFormat])[] = [
  [/\bnvfp4\b/, "nvfp4"],
  [/\bmxfp4\b/, "mxfp4"],
  [/\bmxfp8\b/, "mxfp8"],
  [/\bgptq\b.*\b(int8|8-?bit)\b/, "int8"],
  [/\bgptq\b/, "gptq"],
  [/\bawq\b/, "awq"],
  [/\bbnb\b.*\b8-?bit\b/, "int8"],
  [/\b(bnb|nf4)\b/, "nf4"],
  [/\bw8a8-fp8\b|\bfp8\b|\bfp-8\b|\bf8\b/, "fp8"],
  [/\bfp4\b/, "nvfp4"],
  [/\bw4a16\b|\bint4\b|\b4-?bit\b|\bw4a8\b/, "int4"],
  [/\bw8a8\b|\bw8a16\b|\bint8\b|\b8-?bit\b/, "int8"],
  [/\bbf16\b/, "bf16"],
  [/\bfp16\b|\bf16\b/, "fp16"],
  [/\bfp32\b|\bf32\b/, "fp32"],
];

const ggufName =
  /(?:^|[-_.:\s])(?:ud-|i1-)?((?:iq[1-4]_(?:xxs|xs|s|m|nl)|q[2-8]_(?:k(?:_(?:s|m|l|xl))?|0|1)|tq[12]_0))(?=$|[-_.:\s])/;

/** Words that say how the weights are packed, not which model it is. */
const packaging =
  /\b(nvfp4|mxfp4|mxfp8|gptq|awq|bnb|nf4|w8a8|w8a16|w4a16|w4a8|fp8|fp-8|f8|fp4|bf16|fp16|f16|fp32|f32|int4|int8|4-?bit|8-?bit|gguf|ggml|mlx|exl2|exl3|quantized|quant|dynamic|imatrix|imat|i1|autoround|torchao|compressed|tensors|ct|g128|g64|g32|unsloth|ud|kv)\b/g;

/** Makers and re-uploaders that file names put before the model ("openai_gpt-oss-20b", "unsloth_DeepSeek R1"). */
const uploaders =
  /^(openai|qwen|google|meta|meta-llama|mistralai|nvidia|microsoft|deepseek-ai|moonshotai|zai-org|unsloth|bartowski|opensourcerelease|thebloke|lmstudio-community|redhatai|neuralmagic)_(?=[a-z])/;

/** A Hugging Face id, a file name, an Ollama tag or a name in words, as its words without packaging. */
export function readModelName(name: string): ModelName {
  const last =
    name
      .trim()
      .toLowerCase()
      .replace(/\([^)]*\)/g, " ")
      .trim()
      .split("/")
      .at(-1) ?? "";
  const base = last
    .replace(/-\d{5}-of-\d{5}/, "")
    .replace(/\.(gguf|safetensors|bin)$/, "-gguf")
    .replace(uploaders, "");
  const gguf = ggufName.exec(base)?.[1];
  const rest = base.replace(ggufName, " ").replace(/[_:\s]+/g, "-");
  const stated = formatNames.find(([pattern]) => pattern.test(rest))?.[1] ?? null;
  const weights = ggufFormats.find((format) => format === gguf) ?? stated;
  return { words: rest.replace(packaging, "-").match(/[a-z]+|\d+(?:\.\d+)*/g) ?? [], weights };
}

/** Tuning for dialogue changes no shape, and the maker's name in front no meaning. */
const tuning = new Set(["instruct", "inst", "chat", "it", "base", "hf", "pt", "meta"]);
const checkpoint = new Set(["thinking", "think", "reasoning", "preview", "exp", "terminus", "speciale", "rl"]);
/** YYMM or MMDD, as makers date their checkpoints: "2507", "0528". */
const dated = /^(2[3-9](0[1-9]|1[0-2])|(0[1-9]|1[0-2])([0-2]\d|3[01]))$/;

/** How many readings a name has, from strict to loose. */
export const strictnesses = [0, 1, 2, 3] as const;

/** The name as it stands; without tuning; without checkpoint words; without their date. Sizes always stay. */
export function readings({ words }: ModelName): readonly string[] {
  const untuned = words.filter((word) => !tuning.has(word));
  const plain = untuned.filter((word) => !checkpoint.has(word));
  const undated = plain.filter((word) => !dated.test(word));
  return [words, untuned, plain, undated].map((reading) => reading.join(" "));
}
