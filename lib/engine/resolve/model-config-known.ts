import type { Architecture } from "@/lib/contract/catalogue";
import { isDescribed } from "./model-config-fields";

/** Kinds of model whose own code, beside Transformers', this reading has been checked on. */
const ownCode =
  /^(llama|mistral|ministral|mixtral|qwen|gemma|phi|deepseek|kimi|glm|chatglm|gpt_oss|gpt_neox|gpt2|gpt_bigcode|opt|bloom|falcon|cohere|command|olmo|granite|starcoder|stablelm|seed_oss|minimax|nemotron|ernie|hunyuan|smollm|internlm|yi|baichuan|exaone|mimo|jamba|bamba|lfm|step|codellama|solar|arctic|dbrx|grok|longcat|ling|bailing|apertus|afmoe|deci|openelm|rwkv|mpt|nomic_bert|new$)/i;

export const isKnown = (type: string): boolean => isDescribed(type) || ownCode.test(type);

/** Forms by what sets them apart, the most telling first, each with a model that has it. */
const forms: readonly { fits: (shape: Architecture) => boolean; words: string }[] = [
  { fits: recurrentForm("gatedDeltaNet"), words: "gated delta net with attention between, as Qwen3-Next" },
  { fits: recurrentForm("kda"), words: "Kimi delta attention, as Kimi Linear" },
  {
    fits: (shape) => has(shape, "recurrent") && has(shape, "full"),
    words: "state-space layers with attention between, as Jamba and Nemotron-H",
  },
  { fits: recurrentForm("mamba1"), words: "state-space layers alone, as Mamba" },
  { fits: recurrentForm("mamba2"), words: "state-space layers alone, as Mamba-2" },
  { fits: (shape) => has(shape, "recurrent"), words: "linear attention, as RWKV" },
  { fits: (shape) => has(shape, "cross"), words: "encoder and decoder, as T5" },
  { fits: (shape) => has(shape, "mla"), words: "latent attention (MLA), as DeepSeek-V3" },
  { fits: (shape) => has(shape, "chunked"), words: "attention within chunks, as Llama 4" },
  {
    fits: (shape) => has(shape, "sliding") && has(shape, "full"),
    words: "windowed and full attention in turn, as Gemma 3",
  },
  { fits: (shape) => has(shape, "sliding"), words: "windowed attention, as Mistral 7B" },
  { fits: (shape) => heads(shape).some((kvHeads) => kvHeads === 1), words: "multi-query attention, as Falcon 7B" },
  {
    fits: (shape) => heads(shape).some((kvHeads) => kvHeads < shape.attentionHeads),
    words: "grouped-query attention, as Llama 3",
  },
];

function recurrentForm(form: string) {
  return ({ attention }: Architecture): boolean =>
    attention.some((group) => group.kind === "recurrent" && group.form === form);
}

const has = ({ attention }: Architecture, kind: string): boolean => attention.some((group) => group.kind === kind);
const heads = ({ attention }: Architecture): number[] =>
  attention.flatMap((group) => (group.kind === "full" ? [group.kvHeads] : []));

/** The nearest known form of a shape, in words. */
export function nearestForm(shape: Architecture): string {
  const mixing =
    forms.find(({ fits }) => fits(shape))?.words ?? "attention with as many KV heads as heads, as GPT-2 and Llama 1";
  const shared = shape.experts !== null && shape.experts.sharedIntermediateSize > 0;
  const experts = shape.experts ? ` and a mixture of experts${shared ? " with shared ones" : ""}` : "";
  return `${shape.experts ? "" : "a dense model with "}${mixing}${experts}`;
}
