import type { Architecture, Model } from "@/lib/contract/catalogue";
import { type Outcome, succeed } from "@/lib/contract/errors";
import type { FoundModel, ReferenceData } from "@/lib/contract/reference";
import type { ModelRef } from "@/lib/contract/request";
import { derive, type Figure } from "../figure";
import { activeParameters } from "../memory/parameters";
import { composeParts } from "../memory/parts";
import { attentionGroups } from "./model-config-attention";
import { catalogueFact, configFact, type ResolvedModel } from "./model-config-facts";
import { type Config, type Fields, fieldsOf, isConfig, readConfig } from "./model-config-fields";
import { formatFromWord, quantizedFormat } from "./model-config-quantization";

/** Kinds of model whose config fields and shape this engine has been checked on. */
const knownTypes =
  /^(llama|mistral|ministral|mixtral|qwen|gemma|phi|deepseek|kimi|glm|chatglm|gpt_oss|gpt_neox|gpt2|gpt_bigcode|opt|bloom|falcon|cohere|command|olmo|granite|starcoder|stablelm|seed_oss|minimax|nemotron|ernie|hunyuan|smollm|internlm|yi|baichuan|exaone|mimo|jamba|bamba|lfm|step|codellama|solar|arctic|dbrx|grok|longcat|ling|bailing|apertus|afmoe)/;

function ungatedFeedForward(fields: Fields): boolean {
  const act = `${fields.word("hidden_act")}${fields.word("activation_function")}${fields.word("mlp_hidden_act")}`;
  const oldTypes = /^(gpt2|gpt_neox|gpt_bigcode|opt|bloom|falcon$|starcoder2|phi$|nemotron)/;
  return act.includes("relu2") || oldTypes.test(fields.word("model_type"));
}

function readExperts(fields: Fields, layers: number, intermediate: number | null): Architecture["experts"] {
  const experts = fields.count("num_experts", "n_routed_experts", "num_local_experts", "moe_num_experts");
  if (!experts || experts < 2) return null;
  const wide = fields.count("moe_intermediate_size", "moe_ffn_hidden_size", "expert_ffn_hidden_size") ?? intermediate;
  const width = wide ?? fields.need(["moe_intermediate_size"], "width of an expert");
  const pattern = fields.word("hybrid_override_pattern");
  const step = fields.count("decoder_sparse_step", "interleave_moe_layer_step", "moe_layer_freq") ?? 1;
  const denseFirst = fields.count("first_k_dense_replace", "moe_layer_start_index", "moe_num_dense_layers") ?? 0;
  const moeLayers =
    pattern === "" ? Math.floor((layers - denseFirst) / Math.max(1, step)) : pattern.split("E").length - 1;
  const sharedCount = fields.count("n_shared_experts", "num_shared_experts", "moe_num_shared_experts") ?? 0;
  const sharedWidth = fields.count(
    "moe_shared_expert_intermediate_size",
    "shared_expert_intermediate_size",
    "shared_intermediate_size",
  );
  const alwaysShared = fields.word("model_type").startsWith("llama4") ? width : 0;
  return {
    experts,
    expertsPerToken: fields.need(
      ["num_experts_per_tok", "num_experts_per_token", "moe_topk", "moe_k", "top_k_experts", "num_selected_experts"],
      "experts each token is sent to",
    ),
    expertIntermediateSize: width,
    expertHiddenSize: fields.count("moe_latent_size"),
    sharedIntermediateSize: sharedWidth ?? (sharedCount > 0 ? sharedCount * width : alwaysShared),
    moeLayers: Math.max(1, moeLayers),
    denseLayers: pattern === "" ? layers - Math.max(1, moeLayers) : 0,
    gated: !ungatedFeedForward(fields),
  };
}

/** The part of a config that describes the language model: multimodal configs nest it. */
function textConfig(config: Config): Config {
  for (const name of ["text_config", "llm_config", "language_config", "thinker_config"]) {
    const nested = config[name];
    if (isConfig(nested)) return textConfig({ quantization_config: config.quantization_config, ...nested });
  }
  return config;
}

function readArchitecture(fields: Fields): Architecture {
  const layers = fields.need(["num_hidden_layers", "n_layer", "num_layers", "n_layers"], "number of layers");
  const hiddenSize = fields.need(["hidden_size", "n_embd", "d_model"], "hidden size");
  const heads = fields.need(["num_attention_heads", "n_head", "n_heads"], "number of attention heads");
  const intermediate = fields.count("intermediate_size", "ffn_hidden_size", "n_inner", "ffn_dim");
  const feedForward = intermediate ?? (fields.config.n_inner === null ? 4 * hiddenSize : null);
  const dense = fields.count("intermediate_size_mlp") ?? feedForward;
  const experts = readExperts(fields, layers, feedForward);
  const attention = attentionGroups(fields, layers, hiddenSize, heads);
  const hybrid = attention.some((group) => group.kind === "recurrent");
  return {
    kind: `${hybrid ? "hybrid-" : ""}${experts ? "moe" : "dense"}`,
    layers,
    hiddenSize,
    attentionHeads: heads,
    intermediateSize: experts
      ? experts.denseLayers > 0
        ? dense
        : null
      : (dense ?? fields.need(["intermediate_size"], "width of the feed-forward blocks")),
    vocabularySize: fields.need(["vocab_size", "padded_vocab_size"], "size of the vocabulary"),
    tiedEmbeddings: tied(fields),
    maxContextTokens:
      fields.count("max_position_embeddings", "seq_length", "n_positions", "max_sequence_length", "model_max_length") ??
      8192,
    experts,
    attention,
  };
}

/** Makers leave `tie_word_embeddings` out where it is their family's habit. */
function tied(fields: Fields): boolean {
  const stated = fields.config.tie_word_embeddings;
  if (typeof stated === "boolean") return stated;
  return /^(gemma|gpt2|cohere|command|opt|bloom|gpt_bigcode)/.test(fields.word("model_type"));
}

function matricesOf(fact: ResolvedModel["fact"], matrices: number): Figure<number> {
  return fact(matrices, "architecture.intermediateSize", "Matrices of a feed-forward block", "1");
}

/** A catalogue does not say whether blocks are gated: the reading whose recount is nearer the known total is right. */
function catalogued({ model, askedFor, impliedWeights }: FoundModel): ResolvedModel {
  const fact = catalogueFact(model);
  const published = model.publishedWeightsBytes;
  return {
    id: model.id,
    name: model.name,
    takenFor: askedFor === null ? null : model.name,
    notes: model.notes ? [model.notes] : [],
    architecture: model.architecture,
    feedForwardMatrices: matricesOf(fact, likelyMatrices(model, fact)),
    parameters: fact(model.parameters, "parameters", "Parameters", "parameter"),
    activeParameters: fact(model.activeParameters, "activeParameters", "Active parameters", "parameter"),
    nativeFormat: formatFromWord(model.nativeFormat) ?? "bf16",
    impliedWeights,
    publishedWeightsBytes:
      published === null ? null : fact(published, "publishedWeightsBytes", "Weights as the vendor ships them", "B"),
    fact,
  };
}

const matricesById = new WeakMap<Model, number>();
function likelyMatrices(model: Model, fact: ResolvedModel["fact"]): number {
  const { architecture } = model;
  if (!architecture || architecture.experts || architecture.intermediateSize === null) return 3;
  const known = matricesById.get(model);
  if (known !== undefined) return known;
  const off = (matrices: number) => {
    const { recounted } = composeParts({ fact, architecture, feedForwardMatrices: matricesOf(fact, matrices) });
    return Math.abs(Math.log(recounted.value / model.parameters));
  };
  const likely = off(2) < off(3) ? 2 : 3;
  matricesById.set(model, likely);
  return likely;
}

function described(ref: Exclude<ModelRef, string>): Outcome<ResolvedModel> {
  const text = textConfig(ref.config);
  const fields = fieldsOf(text);
  return readConfig(() => {
    const architecture = readArchitecture(fields);
    const type = fields.word("model_type");
    const feedForwardMatrices = matricesOf(configFact, ungatedFeedForward(fields) ? 2 : 3);
    const parts = composeParts({ fact: configFact, architecture, feedForwardMatrices });
    const stated = (value: number, field: string, label: string): Figure<number> => ({
      value,
      how: { kind: "entered", label, unit: "parameter", path: `model.${field}` },
    });
    const parameters = ref.parameters ? stated(ref.parameters, "parameters", "Parameters") : parts.recounted;
    const experts = architecture.experts;
    const recountedActive = experts
      ? derive(activeParameters, {
          total: parameters,
          routedExperts: parts.routedExperts,
          expertsPerToken: configFact(experts.expertsPerToken, "num_experts_per_tok", "Experts per token", "1"),
          experts: configFact(experts.experts, "num_experts", "Experts", "1"),
        })
      : parameters;
    const quantized = quantizedFormat(text) ?? quantizedFormat(ref.config);
    const dtype = formatFromWord(fields.word("torch_dtype") || fields.word("dtype"));
    const name = type === "" ? "config.json" : `config.json (${type})`;
    return {
      id: "config",
      name,
      takenFor: null,
      notes: notesOf(type, architecture, ref, parts.recounted.value),
      architecture,
      feedForwardMatrices,
      parameters,
      activeParameters: ref.activeParameters
        ? stated(ref.activeParameters, "activeParameters", "Active parameters")
        : recountedActive,
      nativeFormat: quantized ?? dtype ?? "bf16",
      impliedWeights: quantized,
      publishedWeightsBytes: null,
      fact: configFact,
    };
  });
}

/** How far a recount may be from a stated total before the user hears of it. */
const recountTolerance = 0.01;

function notesOf(
  type: string,
  architecture: Architecture,
  ref: Exclude<ModelRef, string>,
  recounted: number,
): string[] {
  const notes: string[] = [];
  if (!knownTypes.test(type)) {
    const form = architecture.experts ? "a mixture of experts" : "a dense transformer";
    notes.push(
      `\`model_type\` is "${type}", which is not known here: reckoned as ${form} with the attention its fields describe.`,
    );
  }
  if (ref.parameters && Math.abs(recounted / ref.parameters - 1) > recountTolerance) {
    const percent = ((recounted / ref.parameters - 1) * 100).toFixed(1);
    notes.push(
      `Counting the config gives ${(recounted / 1e9).toFixed(2)} B parameters, ${percent} % off the stated ${(ref.parameters / 1e9).toFixed(2)} B.`,
    );
  }
  return notes;
}

const resolved = new WeakMap<Model, Map<string, ResolvedModel>>();

/** The model a request means, with its shape, size and formats. Errors: a name nobody knows, a config that lacks a field. */
export function resolveModel(ref: ModelRef, reference: Pick<ReferenceData, "findModel">): Outcome<ResolvedModel> {
  if (typeof ref !== "string") return described(ref);
  const found = reference.findModel(ref);
  if (!found.ok) return found;
  const byName = resolved.get(found.value.model) ?? new Map<string, ResolvedModel>();
  resolved.set(found.value.model, byName);
  const known = byName.get(ref);
  if (known) return succeed(known);
  const model = catalogued(found.value);
  byName.set(ref, model);
  return succeed(model);
}
