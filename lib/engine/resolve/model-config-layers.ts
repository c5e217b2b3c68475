import { type Config, type Fields, isConfig } from "./model-config-fields";

/** What a layer mixes tokens with; a layer that has only a feed-forward block has none, a parallel hybrid several. */
export type LayerKind = "full" | "sliding" | "chunked" | "recurrent";
export type Layers = readonly (readonly LayerKind[])[];

const full: readonly LayerKind[] = ["full"];
const sliding: readonly LayerKind[] = ["sliding"];
const chunked: readonly LayerKind[] = ["chunked"];
const recurrent: readonly LayerKind[] = ["recurrent"];
const both: readonly LayerKind[] = ["recurrent", "full"];
const nothing: readonly LayerKind[] = [];

/** Words that configs have for kinds of layer, the first that fits; what none fits looks at everything. */
const layerWords: readonly [RegExp, readonly LayerKind[]][] = [
  [/^(hybrid|parallel)/, both],
  [/sliding|local|window/, sliding],
  [/chunk/, chunked],
  [/mamba|linear|recurrent|rwkv|ssm|conv|delta|lightning|rglru/, recurrent],
  [/^(mlp|ffn|moe|identity|skip|feed_forward|no_op)/, nothing],
];

const every = (layers: number, kind: (layer: number) => readonly LayerKind[]): Layers =>
  Array.from({ length: layers }, (_, layer) => kind(layer));

const ofWord = (word: unknown): readonly LayerKind[] =>
  layerWords.find(([pattern]) => pattern.test(String(word).toLowerCase()))?.[1] ?? full;

/** Kinds whose every layer keeps a state, and those in which each layer has attention and a state side by side. */
const stateOnly = /^(mamba|mamba2|falcon_mamba|rwkv\d*|xlstm|retnet|hawk)$/;
const parallel = /^(falcon_h1|hymba)/;

/** Every how many layers one looks at everything, where the others have a window, in kinds that do not say it. */
const fullEvery: Record<string, number> = {
  gemma2: 2,
  gpt_oss: 2,
  gpt_neo: 2,
  vaultgemma: 2,
  cohere2: 4,
  olmo3: 4,
  exaone4: 4,
  gemma3n: 5,
  gemma3n_text: 5,
  gemma3: 6,
  gemma3_text: 6,
};

/** Gemma 3 and Cohere place a full layer after `pattern − 1` sliding ones; Qwen's first layers are full. */
function slidingLayers(fields: Fields, layers: number): Layers | null {
  const window = fields.count("window");
  if (window === null || window === 0 || fields.config.use_sliding_window === false) return null;
  const letters = fields.word("sliding_window_pattern");
  if (letters !== "") return every(layers, (layer) => (letters[layer % letters.length] === "G" ? full : sliding));
  const pattern = letters === "" ? fields.count("windowPattern") : null;
  const period = (pattern ?? 0) > 1 ? pattern : fullEvery[fields.type];
  if (period) {
    // ModernBERT starts with a layer that looks at everything; the others end their round with one.
    const first = fields.type.startsWith("modernbert") ? 0 : period - 1;
    return every(layers, (layer) => (layer % period === first ? full : sliding));
  }
  if (/^qwen/.test(fields.type)) {
    const fullFirst = fields.flag("use_sliding_window") ? (fields.count("fullFirst") ?? 0) : layers;
    return every(layers, (layer) => (layer < fullFirst ? full : sliding));
  }
  return every(layers, () => sliding);
}

/** Numbers of the layers that look at everything, where a config lists them. */
function listedFull(fields: Fields): readonly unknown[] | null {
  const linear = fields.config.linear_attn_config;
  if (isConfig(linear) && Array.isArray(linear.full_attn_layers)) {
    return linear.full_attn_layers.map((layer) => Number(layer) - 1);
  }
  return fields.list("attn_layer_indices") ?? fields.list("full_attn_idxs");
}

function hybridLayers(fields: Fields, layers: number): Layers | null {
  const pattern = fields.word("hybrid_override_pattern");
  if (pattern !== "") {
    return [...pattern].map((letter) => (letter === "*" ? full : letter === "M" ? recurrent : nothing));
  }
  if (parallel.test(fields.type)) return every(layers, () => both);
  const list = listedFull(fields);
  if (list) return every(layers, (layer) => (list.includes(layer) ? full : recurrent));
  const hybrids = fields.list("hybrid_layer_ids");
  if (hybrids) return every(layers, (layer) => (hybrids.includes(layer) ? both : recurrent));
  const round = fields.list("block_types");
  if (round && round.length > 0) {
    const window = fields.count("window") === null ? full : sliding;
    return every(layers, (layer) => (ofWord(round[layer % round.length]) === recurrent ? recurrent : window));
  }
  const period = fields.count("attentionPeriod") ?? (fields.type === "qwen3_next" ? 4 : null);
  if (period !== null && period > 1) {
    const offset = fields.count("attentionOffset") ?? period - 1;
    return every(layers, (layer) => (layer % period === offset ? full : recurrent));
  }
  return null;
}

/** Lists with a number for each layer: MiniMax 1 where it looks at everything, MiMo 1 where it has a window. */
function numberedLayers(fields: Fields): Layers | null {
  const types = fields.list("attn_type_list");
  if (types) return types.map((type) => (type === 1 ? full : recurrent));
  const windows = fields.list("hybrid_layer_pattern");
  return windows?.map((window) => (window === 1 ? sliding : full)) ?? null;
}

/** Blocks as a search has left them (DeciLM, Nemotron): each with attention of its own, a linear layer or none. */
export function searchedBlocks(fields: Fields): readonly { attention: Config; feedForward: Config }[] | null {
  const blocks = fields.list("block_configs");
  if (!blocks?.some((block) => isConfig(block) && (isConfig(block.attention) || isConfig(block.ffn)))) return null;
  const part = (block: unknown, name: string): Config => {
    const found = isConfig(block) ? block[name] : null;
    return isConfig(found) ? found : {};
  };
  return blocks.map((block) => ({ attention: part(block, "attention"), feedForward: part(block, "ffn") }));
}

function kindsOf(fields: Fields, layers: number): Layers {
  const blocks = searchedBlocks(fields);
  if (blocks) {
    return blocks.map(({ attention }) => (attention.no_op || attention.replace_with_linear ? nothing : full));
  }
  const named = fields.list("layer_types") ?? fields.list("layers_block_type");
  if (named && named.length > 0) return named.map(ofWord);
  const numbered = numberedLayers(fields);
  if (numbered && numbered.length > 0) return numbered;
  if (stateOnly.test(fields.type)) return every(layers, () => recurrent);
  const chunk = fields.count("chunk");
  const noRope = fields.list("no_rope_layers");
  if (chunk && noRope && noRope.length > 0) return every(layers, (layer) => (noRope[layer] === 0 ? full : chunked));
  if (chunk && fields.type.startsWith("llama4")) {
    return every(layers, (layer) => ((layer + 1) % 4 === 0 ? full : chunked));
  }
  return hybridLayers(fields, layers) ?? slidingLayers(fields, layers) ?? everyOther(fields, layers);
}

/** A model that gives the size of a state and no heads of attention has nothing but states. */
function everyOther(fields: Fields, layers: number): Layers {
  const stateful = fields.count("stateSize") !== null && fields.count("heads") === null;
  return every(layers, () => (stateful ? recurrent : full));
}

/** The kinds of every layer, from whichever of the ways a config may say it; lists that are too short repeat. */
export function layerKinds(fields: Fields, layers: number): Layers {
  const kinds = kindsOf(fields, layers);
  return every(layers, (layer) => kinds[layer % Math.max(1, kinds.length)] ?? nothing);
}
