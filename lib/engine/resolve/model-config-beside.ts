import type { Architecture } from "@/lib/contract/catalogue";
import { type Config, type Fields, isConfig } from "./model-config-fields";
import { searchedBlocks } from "./model-config-layers";

type Beside = NonNullable<Architecture["beside"]>[number];

/** Kinds with a table of positions, and how many entries it has beyond the stated ones. */
const positionTables: readonly [RegExp, number][] = [
  [/^(gpt2|gpt_neo$|gpt_bigcode|openai-gpt|bert|distilbert|mpnet|whisper|ctrl)/, 0],
  [/^(opt|bart|mbart|roberta|xlm-roberta|camembert|biogpt)/, 2],
];

function positions(fields: Fields, hiddenSize: number): Beside[] {
  const known = positionTables.find(([type]) => type.test(fields.type));
  const alibi = isConfig(fields.config.attn_config) && fields.config.attn_config.alibi === true;
  const learned = known ?? (fields.config.learned_pos_emb === true && !alibi ? [null, 0] : null);
  if (!learned || fields.config.position_embedding_type === "alibi") return [];
  const entries = fields.type === "whisper" ? 448 : (fields.count("context") ?? 0);
  return [{ label: "Learned positions", parameters: (entries + learned[1]) * hiddenSize }];
}

const number = (value: unknown): number | null =>
  typeof value === "number" && Number.isFinite(value) && value > 0 && value <= 1e6 ? value : null;

function first(config: Config, ...names: string[]): number | null {
  for (const name of names) {
    const value = number(config[name]);
    if (value !== null) return value;
  }
  return null;
}

/** A layer of a tower: four matrices of attention, two or three of its feed-forward block. */
const towerLayer = (width: number, feedForward: number, matrices: number): number =>
  4 * width ** 2 + matrices * width * feedForward;

/** What encodes images or sound: its layers, patches and positions, and the layers that fit it to the language model. */
function tower(part: Config, hiddenSize: number, name: string, label: string): Beside | null {
  const width = first(part, "embed_dim", "hidden_size", "width", "d_model");
  const depth = first(part, "num_hidden_layers", "depth", "layers", "num_layers", "encoder_layers", "n_layers");
  if (width === null || depth === null || depth > 1000) return null;
  const ratio = number(part.mlp_ratio) ?? 4;
  const feedForward = first(part, "intermediate_size", "ffn_dim", "encoder_ffn_dim", "mlp_dim") ?? ratio * width;
  const act = `${part.hidden_act ?? ""} ${part.hidden_activation ?? ""}`;
  const gated = /silu|swish|glu/.test(act) || part.model_type === "pixtral" || name === "vision_encoder";
  const patch = first(part, "patch_size", "spatial_patch_size") ?? 14;
  const frames = number(part.temporal_patch_size) ?? 1;
  const image = number(part.image_size);
  const sound = number(part.num_mel_bins);
  const entry = sound ? 3 * width * (sound + width) : 3 * frames * patch ** 2 * width;
  const places = image && patch && image / patch < 200 ? Math.floor(image / patch) ** 2 * width : 0;
  const merged = width * (first(part, "spatial_merge_size") ?? 1) ** 2;
  const fitted = first(part, "spatial_merge_size")
    ? merged ** 2 + merged * hiddenSize
    : (merged + hiddenSize) * hiddenSize;
  const all = depth * towerLayer(width, feedForward, gated ? 3 : 2) + entry + places + fitted;
  return { label, parameters: Math.round(all) };
}

const towers: readonly [string, string][] = [
  ["vision_config", "Vision tower"],
  ["vision_tower_config", "Vision tower"],
  ["vision_encoder", "Vision tower"],
  ["vit_config", "Vision tower"],
  ["visual", "Vision tower"],
  ["audio_config", "Audio tower"],
  ["audio_encoder_config", "Audio tower"],
  ["sound_config", "Audio tower"],
];

function towersOf(whole: Config, hiddenSize: number): Beside[] {
  const inner = isConfig(whole.thinker_config) ? whole.thinker_config : whole;
  return towers.flatMap(([name, label]) => {
    const part = inner[name];
    const read = isConfig(part) ? tower(part, hiddenSize, name, label) : null;
    return read ? [read] : [];
  });
}

/** Layers that read the question once, of models that read and write in separate stacks. */
function encoder(fields: Fields, shape: BesideShape): Beside[] {
  if (!isEncoderDecoder(fields)) return [];
  const { hiddenSize, heads, keySize, width } = shape;
  const stated = number(fields.value("encoder_layers")) ?? number(fields.config.num_layers);
  const layers = Math.min(10_000, Math.round(stated ?? shape.layers));
  const feedForward = number(fields.value("encoder_ffn_dim")) ?? width ?? 4 * hiddenSize;
  const attention = 4 * hiddenSize * heads * keySize;
  const each = attention + (shape.gated ? 3 : 2) * hiddenSize * feedForward;
  const sound = number(fields.config.num_mel_bins);
  const heard = soundFrames(fields);
  const front = sound === null ? 0 : 3 * hiddenSize * (sound + hiddenSize) + heard * hiddenSize;
  const places = /^(bart|mbart)/.test(fields.type) ? ((fields.count("context") ?? 0) + 2) * hiddenSize : 0;
  return [{ label: "Encoder", parameters: Math.round(layers * each + front + places) }];
}

export const isEncoderDecoder = (fields: Fields): boolean =>
  fields.flag("is_encoder_decoder") ||
  /^(t5|mt5|umt5|bart|mbart|whisper|marian|pegasus|m2m_100|blenderbot)/.test(fields.type);

/** Frames that a speech model's encoder always gives, however short the sound; 0 for models that read text. */
export const soundFrames = (fields: Fields): number =>
  fields.type === "whisper" ? Math.round(number(fields.value("max_source_positions")) ?? 1500) : 0;

/** Gemma 3n: a table of entries for each layer, and what mixes its four streams. */
function perLayerEntries(fields: Fields, { hiddenSize, layers }: BesideShape): Beside[] {
  const size = number(fields.value("hidden_size_per_layer_input"));
  const vocabulary = number(fields.value("vocab_size_per_layer_input"));
  if (size === null || vocabulary === null) return [];
  const streams = number(fields.value("altup_num_inputs")) ?? 1;
  const rank = number(fields.value("laurel_rank")) ?? 0;
  const within = layers * hiddenSize * (3 * size + 2 * rank) + 2 * (streams - 1) * hiddenSize ** 2;
  return [
    { label: "Entries of each layer", parameters: Math.round(vocabulary * size * layers) },
    { label: "What mixes streams and entries", parameters: Math.round(within) },
  ];
}

/** Zamba2: shared attention reads the embedding too, and each place it is used at has a layer and adapters of its own. */
function sharedBlocks(fields: Fields, { hiddenSize, heads, keySize, width, shared }: BesideShape): Beside[] {
  if (fields.type !== "zamba2" || shared === null) return [];
  const wider = shared.copies * hiddenSize * 3 * heads * keySize;
  const rank = first(fields.config, "adapter_rank", "lora_rank") ?? 128;
  const each = hiddenSize ** 2 + rank * (hiddenSize + 2 * (width ?? 0));
  return [{ label: "Adapters of shared blocks", parameters: Math.round(wider + shared.places * each) }];
}

/** Attention that a search has replaced by one matrix. */
function replaced(fields: Fields, hiddenSize: number): Beside[] {
  const blocks = searchedBlocks(fields) ?? [];
  const count = blocks.reduce(
    (sum, { attention, feedForward }) =>
      sum + (attention.replace_with_linear === true ? 1 : 0) + (feedForward.replace_with_linear === true ? 1 : 0),
    0,
  );
  return count === 0 ? [] : [{ label: "Layers replaced by one matrix", parameters: count * hiddenSize ** 2 }];
}

export type BesideShape = {
  layers: number;
  hiddenSize: number;
  heads: number;
  keySize: number;
  width: number | null;
  gated: boolean;
  /** Blocks used at several places: how many there are, and at how many places. */
  shared: { copies: number; places: number } | null;
};

/** Parameters that are in no layer of the language model. */
export function besideLayers(fields: Fields, whole: Config, shape: BesideShape): Beside[] {
  return [
    ...positions(fields, shape.hiddenSize),
    ...encoder(fields, shape),
    ...towersOf(whole, shape.hiddenSize),
    ...perLayerEntries(fields, shape),
    ...sharedBlocks(fields, shape),
    ...replaced(fields, shape.hiddenSize),
  ];
}
