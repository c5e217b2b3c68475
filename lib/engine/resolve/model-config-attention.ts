import type { AttentionGroup } from "@/lib/contract/catalogue";
import type { Fields } from "./model-config-fields";
import { type LayerKind, type Layers, searchedBlocks } from "./model-config-layers";
import { recurrentLayer } from "./model-config-recurrent";

type Heads = { kvHeads: number; keySize: number; valueSize: number };

/** Encoders read all at once and keep nothing. */
const encoders =
  /^(bert|bert-generation|roberta|roberta-prelayernorm|xlm-roberta|xlm-roberta-xl|camembert|distilbert|mpnet|modernbert|nomic_bert|new|deberta-v2|ernie|electra|albert|esm|bge|gte|jina_bert)$/;
export const isEncoder = (fields: Fields): boolean => encoders.test(fields.type);

/** One KV head for all, as flags of older kinds say it: Falcon 7B, StarCoder. */
function statedKvHeads(fields: Fields, heads: number): number | null {
  if (!fields.flag("new_decoder_architecture")) {
    if (fields.flag("multi_query")) return 1;
    if (fields.type === "falcon") return heads;
  }
  if (fields.config.multi_query_attention === false) return heads;
  return null;
}

/** Defaults of a kind fit its own head count; a config with fewer heads has as many KV heads as heads. */
function kvHeadsOf(fields: Fields, heads: number, layer: number): number {
  const stated = statedKvHeads(fields, heads);
  if (stated !== null) return stated;
  const kvHeads = fields.each("kvHeads", layer);
  return kvHeads === null || kvHeads < 1 || kvHeads > heads ? heads : kvHeads;
}

function headShape(fields: Fields, heads: number, hiddenSize: number, kind: LayerKind, layer: number): Heads {
  const own = fields.count("headSize") ?? Math.max(1, Math.floor(hiddenSize / heads));
  const isFull = kind === "full";
  const keySize = (isFull ? fields.count("globalHeadSize") : fields.count("slidingHeadSize")) ?? own;
  const kvHeads = isFull ? fields.count("globalKvHeads") : fields.count("slidingKvHeads");
  const latent = fields.count("kvRank") !== null;
  const stated = isFull ? fields.count("valueSize") : (fields.count("slidingValueSize") ?? fields.count("valueSize"));
  return {
    kvHeads: kvHeads ?? kvHeadsOf(fields, heads, layer),
    keySize: Math.max(1, keySize),
    valueSize: Math.max(1, latent ? keySize : (stated ?? keySize)),
  };
}

function latentLayer(fields: Fields): AttentionGroup {
  const indexerHeads = fields.count("indexerHeads");
  return {
    kind: "mla",
    layers: 1,
    kvRank: fields.need("kvRank", "rank of the latent KV"),
    ropeSize: fields.count("ropeSize") ?? 64,
    queryRank: fields.count("queryRank") || null,
    nopeSize: fields.count("nopeSize"),
    valueSize: fields.count("valueSize") || null,
    indexer: indexerHeads ? { layers: 1, heads: indexerHeads, size: fields.count("indexerSize") || 128 } : null,
  };
}

/** Whether a layer reads the keys and values that another has kept: Gemma 3n's last, every second of Hunyuan Large. */
function readsOthers(fields: Fields, layer: number, layers: number): boolean {
  const shared = fields.count("sharedKvLayers") ?? 0;
  const factor = fields.flag("use_cla") ? (fields.count("kvShareFactor") ?? 1) : 1;
  return layer >= layers - shared || (factor > 1 && layer % factor !== 0);
}

/** Kinds whose attention has a gate on its output whether or not the config says so. */
const gated = /^(qwen3_next|qwen3_5)/;

type Shape = { layers: number; hiddenSize: number; heads: number; blocks?: ReturnType<typeof searchedBlocks> };

function attentionLayer(fields: Fields, kind: LayerKind, layer: number, shape: Shape): AttentionGroup {
  const { heads, hiddenSize, layers } = shape;
  if (kind === "full" && fields.count("kvRank")) return latentLayer(fields);
  const size = headShape(fields, heads, hiddenSize, kind, layer);
  if (kind === "recurrent") return recurrentLayer(fields, hiddenSize, heads, size.keySize);
  const group = shape.blocks?.[layer]?.attention.n_heads_in_group;
  const kvHeads = typeof group === "number" && group > 0 ? Math.max(1, Math.round(heads / group)) : size.kvHeads;
  const keepsNothing = isEncoder(fields) || readsOthers(fields, layer, layers) ? { keepsNothing: true } : {};
  const one = { layers: 1, ...size, kvHeads, ...keepsNothing };
  if (kind === "full") {
    const stated = fields.config.attn_output_gate;
    const gate = stated === true || (stated !== false && gated.test(fields.type)) ? { outputGate: true } : {};
    return { kind, ...one, ...gate };
  }
  const window = kind === "sliding" ? fields.need("window", "window") : fields.need("chunk", "length of a chunk");
  return { kind, ...one, window };
}

const order: readonly AttentionGroup["kind"][] = ["mla", "full", "sliding", "chunked", "cross", "recurrent"];

/** Layers that are alike become one group. */
function grouped(single: readonly AttentionGroup[]): AttentionGroup[] {
  const groups = new Map<string, AttentionGroup>();
  for (const layer of single) {
    const key = JSON.stringify(layer);
    const known = groups.get(key);
    if (!known) {
      groups.set(key, structuredClone(layer));
      continue;
    }
    known.layers += 1;
    if (known.kind === "mla" && known.indexer) known.indexer.layers += 1;
  }
  return [...groups.values()].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

/** Groups of layers that keep what they have read in the same way. */
export function attentionGroups(fields: Fields, kinds: Layers, shape: Shape): AttentionGroup[] {
  const blocks = searchedBlocks(fields);
  const one = (kind: LayerKind, layer: number) => attentionLayer(fields, kind, layer, { ...shape, blocks });
  const single = kinds.flatMap((many, layer) => many.map((kind) => one(kind, layer)));
  // LongCat puts two layers of attention into each of its own.
  const times = fields.type === "longcat_flash" ? [...single, ...single] : single;
  if (times.length === 0) fields.refuse("layer_types", "has no layer with attention or state");
  return grouped(times);
}
