import type { Architecture } from "@/lib/contract/catalogue";
import type { Config, Fields } from "./model-config-fields";
import { searchedBlocks } from "./model-config-layers";

/** Kinds with two matrices in a feed-forward block rather than three: no gate. */
const ungatedTypes =
  /^(gpt2|gpt_neo|gptj|gpt_bigcode|codegen|opt|bloom|falcon$|mpt|phi$|starcoder2|nemotron$|nemotron_h|arcee|apertus|persimmon|fuyu|bert|roberta|xlm-roberta|camembert|distilbert|mpnet|deberta|electra|ernie$|openai-gpt|ctrl|biogpt|xglm|bart|mbart|m2m_100|marian|pegasus|blenderbot|whisper|rwkv|vit|clip|siglip|whisper|seamless|wav2vec|idefics_vision|internvl_vision|intern_vit|llama4_vision|mllama_vision|gemma3_vision)/;

/** Whether a block has a gate, and three matrices with it; where nothing says so, the newer norm tells the newer block. */
export function isGated(fields: Fields, known: boolean): boolean {
  const projection = fields.word("feed_forward_proj");
  if (projection !== "") return projection.startsWith("gated");
  if (typeof fields.config.is_gated_act === "boolean") return fields.config.is_gated_act;
  const act = ["hidden_act", "hidden_activation", "activation_function", "mlp_hidden_act"].map(fields.word).join(" ");
  if (/glu/.test(act)) return true;
  if (/relu2|xielu/.test(act) || ungatedTypes.test(fields.type)) return false;
  if (known) return true;
  const older = ["layer_norm_eps", "layer_norm_epsilon", "layernorm_epsilon"].some((name) => name in fields.config);
  const gated = !older || "rms_norm_eps" in fields.config || /silu|swish/.test(act);
  fields.assumed.add(
    gated
      ? "Feed-forward blocks are taken to have a gate: three matrices."
      : "Feed-forward blocks are taken to have no gate: two matrices.",
  );
  return gated;
}

/** Kinds whose field counts both halves of the gated layer, of which each has half. */
const counted2 = /^(qwen|recurrent_gemma)$/;
/** Kinds whose blocks are four times as wide as the model where nothing is said. */
const fourfold = /^(gpt2|gpt_neo|gptj|gpt_bigcode|codegen|bloom|falcon$|mpt|rwkv$|rwkv7|openai-gpt)/;

const upTo = (value: number, multiple: number): number => Math.ceil(value / multiple) * multiple;

/** LFM2 keeps two thirds of what it states, rounded up. */
function adjusted(fields: Fields, width: number): number {
  if (fields.type !== "lfm2" || !fields.flag("block_auto_adjust_ff_dim")) return width;
  const multiple = fields.value("block_multiple_of");
  return upTo(Math.floor((2 * width) / 3), typeof multiple === "number" && multiple > 0 ? multiple : 256);
}

/** Width of a dense block; null where the model has none. */
function statedWidth(fields: Fields, hiddenSize: number): number | null {
  if (fields.type === "granitemoehybrid" && !fields.count("experts")) return fields.count("sharedWidth");
  const width = fields.count("feedForward");
  if (width) return adjusted(fields, counted2.test(fields.type) ? Math.round(width / 2) : width);
  const ratio = fields.value("expansion_ratio") ?? fields.value("mlp_ratio");
  if (typeof ratio === "number" && ratio > 0 && ratio < 100) return Math.round(ratio * hiddenSize);
  if (fourfold.test(fields.type)) return 4 * hiddenSize;
  if (/^rwkv/.test(fields.type)) return upTo(Math.floor(3.5 * hiddenSize), 32);
  return null;
}

/** Blocks of a searched model: `ffn_mult` is of a block without gate, of which a gated one keeps two thirds. */
function searchedWidths(fields: Fields, hiddenSize: number): number[] | null {
  const blocks = searchedBlocks(fields);
  if (!blocks) return null;
  const width = ({ feedForward }: { feedForward: Config }): number => {
    const { ffn_mult: times, intermediate_size: stated, no_op: none, replace_with_linear: linear } = feedForward;
    if (none === true || linear === true) return 0;
    if (typeof stated === "number" && stated > 0) return Math.round(stated);
    return typeof times === "number" && times > 0 ? upTo(Math.floor((2 * times * hiddenSize) / 3), 256) : 0;
  };
  return blocks.map(width);
}

/** Kinds of single blocks without feed-forward layers of their own. */
const blockless = /^(mamba|mamba2|falcon_mamba|xlstm)$/;

export type FeedForward = {
  /** Width of a dense block, the mean where they differ; null where there is none. */
  width: number | null;
  /** Layers that have one, where the layers do not tell. */
  layers?: number;
};

/** Dense feed-forward blocks of a model: how wide, and in how many layers where not in all. */
export function feedForward(
  fields: Fields,
  shape: { hiddenSize: number; layers: number; plainLayers: number; gated: boolean },
): FeedForward {
  const { hiddenSize, gated } = shape;
  const widths = searchedWidths(fields, hiddenSize)?.filter((width) => width > 0);
  if (widths) {
    const mean = widths.reduce((sum, width) => sum + width, 0) / Math.max(1, widths.length);
    return { width: widths.length === 0 ? null : mean, layers: widths.length };
  }
  if (blockless.test(fields.type)) return { width: null };
  const width = statedWidth(fields, hiddenSize);
  const experts = (fields.count("experts") ?? 0) > 1;
  if (width === null && experts) return { width: null };
  const usual = gated ? upTo((8 * hiddenSize) / 3, 256) : 4 * hiddenSize;
  const settled =
    width ?? fields.assume("feedForward", usual, `as blocks ${gated ? "with" : "without"} a gate usually have it`);
  const pattern = fields.word("hybrid_override_pattern");
  if (pattern !== "") return { width: settled, layers: pattern.split("-").length - 1 };
  const shared = fields.value("num_mem_blocks");
  if (/^zamba/.test(fields.type) && typeof shared === "number") return { width: settled, layers: shared };
  if (fields.type === "longcat_flash") return { width: settled, layers: 2 * shape.layers };
  return shape.plainLayers > 0 ? { width: settled, layers: shape.plainLayers } : { width: settled };
}

/** Which layers have experts, from whichever of the ways a config may say it. */
function sparseLayers(fields: Fields, layers: number): number {
  const pattern = fields.word("hybrid_override_pattern");
  if (pattern !== "") return pattern.split("E").length - 1;
  const types = fields.list("mlp_layer_types") ?? fields.list("mlp_types");
  if (types) return types.filter((type) => /sparse|moe/.test(String(type))).length;
  const frequencies = fields.list("moe_layer_freq");
  if (frequencies) return frequencies.filter((frequency) => frequency === 1).length;
  const listed = fields.list("moe_layers");
  if (listed && listed.length > 0) return listed.length;
  const named = fields.word("moe_layers_enum");
  if (named !== "") return named.split(",").length;
  const dense = new Set(fields.list("mlp_only_layers") ?? []);
  const step = Math.max(1, fields.count("sparseStep") ?? 1);
  const frequency = Array.isArray(fields.config.moe_layer_freq) ? 1 : Math.max(1, fields.count("sparseFrequency") ?? 1);
  const offset = fields.count("sparseOffset") ?? step - 1;
  const first = fields.count("denseFirst") ?? 0;
  const last = fields.count("sparseEnd") ?? layers;
  return Array.from({ length: layers }, (_, layer) => layer).filter(
    (layer) =>
      layer >= first && layer <= last && layer % step === offset % step && layer % frequency === 0 && !dense.has(layer),
  ).length;
}

/** Experts that every token passes, as one width: stated, counted, or the habit of the kind. */
function sharedWidth(fields: Fields, hiddenSize: number, width: number): number {
  const stated = fields.count("sharedWidth");
  if (stated !== null) return stated;
  const mixes = fields.config.use_mixed_mlp_moe;
  const shared = mixes === false ? 0 : (fields.count("sharedExperts") ?? 0);
  if (shared > 0) return shared * width;
  if (fields.type.startsWith("llama4")) return width;
  // Arctic: a dense block as wide as the model beside the experts.
  return fields.type === "arctic" && fields.config.use_residual !== false ? hiddenSize : 0;
}

/** Experts of a model; null for one that has none. */
export function readExperts(
  fields: Fields,
  shape: { hiddenSize: number; layers: number; gated: boolean; dense: FeedForward },
): Architecture["experts"] {
  const { layers, hiddenSize, dense, gated } = shape;
  const experts = fields.count("experts");
  if (!experts || experts < 2) return null;
  const usual = upTo((8 * hiddenSize) / 3, 256);
  const width = dense.width ?? fields.assume("expertWidth", usual, "as blocks with a gate usually have it");
  const expertWidth = Math.round(fields.count("expertWidth") || width);
  const sparse = Math.min(layers, Math.max(1, sparseLayers(fields, layers)));
  const rest = fields.word("hybrid_override_pattern") === "" ? layers - sparse : 0;
  return {
    experts,
    expertsPerToken: Math.min(experts, fields.assume("expertsPerToken", 2, "as Mixtral has it")),
    expertIntermediateSize: expertWidth,
    expertHiddenSize: fields.count("expertHiddenSize") || null,
    sharedIntermediateSize: sharedWidth(fields, hiddenSize, expertWidth),
    moeLayers: sparse,
    denseLayers: dense.layers ?? rest,
    gated,
  };
}
