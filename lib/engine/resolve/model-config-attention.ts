import type { AttentionGroup } from "@/lib/contract/catalogue";
import type { Fields } from "./model-config-fields";

/** What each layer of a model mixes tokens with; null for a layer that only has a feed-forward block. */
export type LayerKind = "full" | "sliding" | "chunked" | "recurrent" | null;

const layerWords: Record<string, LayerKind> = {
  full_attention: "full",
  attention: "full",
  sliding_attention: "sliding",
  chunked_attention: "chunked",
  linear_attention: "recurrent",
  mamba: "recurrent",
  mamba2: "recurrent",
  recurrent: "recurrent",
};

const every = (layers: number, kind: (layer: number) => LayerKind): LayerKind[] =>
  Array.from({ length: layers }, (_, layer) => kind(layer));

/** Gemma 3 and Cohere place a full layer after `pattern − 1` sliding ones; Qwen's first layers are full. */
function slidingLayers(fields: Fields, layers: number): LayerKind[] | null {
  const window = fields.count("sliding_window", "attention_window_size");
  if (window === null || window === 0 || fields.config.use_sliding_window === false) return null;
  const pattern = fields.count("sliding_window_pattern", "_sliding_window_pattern");
  if (pattern !== null && pattern > 1) {
    return every(layers, (layer) => ((layer + 1) % pattern === 0 ? "full" : "sliding"));
  }
  const type = fields.word("model_type");
  if (type === "gemma2") return every(layers, (layer) => (layer % 2 === 0 ? "sliding" : "full"));
  if (type.startsWith("gemma3")) return every(layers, (layer) => ((layer + 1) % 6 === 0 ? "full" : "sliding"));
  if (type === "gpt_oss") return every(layers, (layer) => (layer % 2 === 0 ? "sliding" : "full"));
  const fullFirst = fields.count("max_window_layers");
  if (fullFirst !== null && fields.flag("use_sliding_window")) {
    return every(layers, (layer) => (layer < fullFirst ? "full" : "sliding"));
  }
  return every(layers, () => "sliding");
}

function hybridLayers(fields: Fields, layers: number): LayerKind[] | null {
  const pattern = fields.word("hybrid_override_pattern");
  if (pattern !== "") {
    return [...pattern].map((letter) => (letter === "*" ? "full" : letter === "M" ? "recurrent" : null));
  }
  const linear = fields.config.linear_attn_config;
  if (typeof linear === "object" && linear !== null && "full_attn_layers" in linear) {
    const full = linear.full_attn_layers as readonly number[];
    return every(layers, (layer) => (full.includes(layer + 1) ? "full" : "recurrent"));
  }
  const indices = fields.list("attn_layer_indices");
  if (indices) return every(layers, (layer) => (indices.includes(layer) ? "full" : "recurrent"));
  const period = fields.count("attn_layer_period", "full_attention_interval");
  if (period !== null && period > 1) {
    const offset = fields.count("attn_layer_offset") ?? period - 1;
    return every(layers, (layer) => (layer % period === offset ? "full" : "recurrent"));
  }
  return null;
}

/** The kind of every layer, from whichever of the ways a config may say it. */
export function layerKinds(fields: Fields, layers: number): LayerKind[] {
  const named = fields.list("layer_types") ?? fields.list("layers_block_type");
  if (named) {
    return named.map((word, layer) => {
      const kind = layerWords[String(word)];
      return kind ?? fields.refuse("layer_types", `has "${String(word)}" at ${layer}: not a kind of layer known here`);
    });
  }
  const chunk = fields.count("attention_chunk_size");
  const noRope = fields.list("no_rope_layers");
  if (chunk && noRope) return every(layers, (layer) => (noRope[layer] === 0 ? "full" : "chunked"));
  if (chunk && fields.word("model_type").startsWith("llama4")) {
    return every(layers, (layer) => ((layer + 1) % 4 === 0 ? "full" : "chunked"));
  }
  return hybridLayers(fields, layers) ?? slidingLayers(fields, layers) ?? every(layers, () => "full");
}

function recurrentGroup(fields: Fields, layers: number, hiddenSize: number): AttentionGroup {
  const valueHeads = fields.count("linear_num_value_heads");
  if (valueHeads !== null) {
    const headSize = fields.count("linear_value_head_dim", "linear_key_head_dim") ?? 128;
    const keyHeads = fields.count("linear_num_key_heads") ?? valueHeads;
    const taps = (fields.count("linear_conv_kernel_dim") ?? 4) - 1;
    const stateElements = valueHeads * headSize * headSize + taps * (2 * keyHeads + valueHeads) * headSize;
    const shape = { keyHeads, valueHeads, headSize };
    return { kind: "recurrent", form: "gatedDeltaNet", layers, stateElements, stateBytesPerElement: 4, ...shape };
  }
  const linear = fields.config.linear_attn_config;
  if (typeof linear === "object" && linear !== null && "num_heads" in linear && "head_dim" in linear) {
    const heads = Number(linear.num_heads);
    const headSize = Number(linear.head_dim);
    const stateElements = heads * headSize * headSize + 3 * 3 * heads * headSize;
    const shape = { keyHeads: heads, valueHeads: heads, headSize };
    return { kind: "recurrent", form: "kda", layers, stateElements, stateBytesPerElement: 2, ...shape };
  }
  const heads = fields.need(["mamba_num_heads", "mamba_n_heads"], "number of state-space heads");
  const headSize = fields.count("mamba_head_dim", "mamba_d_head") ?? (2 * hiddenSize) / heads;
  const stateSize = fields.need(["ssm_state_size", "mamba_d_state", "mamba_state_dim"], "size of the state");
  const groups = fields.count("n_groups", "mamba_n_groups") ?? 1;
  const taps = (fields.count("conv_kernel", "mamba_d_conv") ?? 4) - 1;
  const stateElements = heads * headSize * stateSize + taps * (heads * headSize + 2 * groups * stateSize);
  const shape = { keyHeads: groups, valueHeads: heads, headSize };
  return { kind: "recurrent", form: "mamba2", layers, stateElements, stateBytesPerElement: 4, ...shape };
}

function latentGroup(fields: Fields, layers: number): AttentionGroup {
  const indexerHeads = fields.count("index_n_heads");
  return {
    kind: "mla",
    layers,
    kvRank: fields.need(["kv_lora_rank"], "rank of the latent KV"),
    ropeSize: fields.count("qk_rope_head_dim") ?? 64,
    queryRank: fields.count("q_lora_rank"),
    nopeSize: fields.count("qk_nope_head_dim"),
    valueSize: fields.count("v_head_dim"),
    indexer: indexerHeads ? { layers, heads: indexerHeads, size: fields.count("index_head_dim") ?? 128 } : null,
  };
}

/** Groups of layers that keep what they have read in the same way. */
export function attentionGroups(fields: Fields, layers: number, hiddenSize: number, heads: number): AttentionGroup[] {
  const kinds = layerKinds(fields, layers);
  const many = (kind: LayerKind) => kinds.filter((each) => each === kind).length;
  const latent = fields.count("kv_lora_rank") !== null;
  const keySize = fields.count("head_dim", "attention_head_dim") ?? Math.floor(hiddenSize / heads);
  const kvHeads =
    fields.count("num_key_value_heads", "num_kv_heads", "multi_query_group_num") ?? oldKvHeads(fields, heads);
  const shape = { kvHeads, keySize, valueSize: latent ? keySize : (fields.count("v_head_dim") ?? keySize) };
  const groups: AttentionGroup[] = [];
  if (many("full") > 0) {
    const gate = fields.flag("attn_output_gate") ? { outputGate: true } : {};
    groups.push(latent ? latentGroup(fields, many("full")) : { kind: "full", layers: many("full"), ...shape, ...gate });
  }
  for (const kind of ["sliding", "chunked"] as const) {
    if (many(kind) === 0) continue;
    const field = kind === "sliding" ? "sliding_window" : "attention_chunk_size";
    groups.push({
      kind,
      layers: many(kind),
      window: fields.need([field, "attention_window_size"], "window"),
      ...shape,
    });
  }
  if (many("recurrent") > 0) groups.push(recurrentGroup(fields, many("recurrent"), hiddenSize));
  if (groups.length === 0) fields.refuse("layer_types", "has no layer with attention or state");
  return groups;
}

const oldKvHeads = (fields: Fields, heads: number): number => (fields.flag("multi_query") ? 1 : heads);
