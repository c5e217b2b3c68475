import type { AttentionGroup } from "@/lib/contract/catalogue";
import { derive, type Figure, given } from "../figure";
import type { Deployment } from "../resolve/deployment";
import { hybridBlockTokens, paddedStateBytes, sumBytes, sumBytesPerToken } from "./cache-sums";
import * as kv from "./kv-cache";

/** What the cache of a deployment costs on one accelerator of its heaviest stage. */
export type Cache = {
  /** While every layer still keeps every token: short contexts. */
  kvBytesPerToken: Figure<number>;
  fullBytesPerToken: Figure<number>;
  windowBytesPerToken: readonly Figure<number>[];
  windowLimitTokens: readonly Figure<number>[];
  stateBytes: Figure<number>;
  /** State with the padding that pages of equal size bring. */
  paddedStateBytes: Figure<number>;
  block: Figure<number>;
};

const blockTokens: Record<Deployment["engine"], number> = {
  vllm: 16,
  sglang: 1,
  trtllm: 32,
  tgi: 1,
  llamacpp: 256,
  transformers: 1,
};

const none = (label: string, unit: "B" | "B/token"): Figure<number> =>
  given(0, { kind: "default", label, unit, path: "architecture.attention", note: "The model has no such layers." });

type Heads = Extract<AttentionGroup, { kind: "full" | "sliding" | "chunked" }>;
type Recurrent = Extract<AttentionGroup, { kind: "recurrent" }>;
type Cross = Extract<AttentionGroup, { kind: "cross" }>;

function headsBytes(deployment: Deployment, group: Heads | Cross, at: string): Figure<number> {
  const { fact } = deployment.model;
  const shape = {
    layers: fact(group.layers, `${at}.layers`, "Layers of this kind", "layer"),
    kvHeads: fact(group.kvHeads, `${at}.kvHeads`, "KV heads", "head"),
    tp: deployment.layout.tp,
  };
  const bytes = derive(kv.kvBytesPerTokenOfHeads, {
    layers: shape.layers,
    kvHeads: shape.kvHeads,
    keySize: fact(group.keySize, `${at}.keySize`, "Key size of a head", "element"),
    valueSize: fact(group.valueSize, `${at}.valueSize`, "Value size of a head", "element"),
    bytesPerElement: deployment.kvBytesPerElement,
    tp: shape.tp,
  });
  if (deployment.engine !== "vllm" || deployment.kv.value !== "int8") return bytes;
  return derive(sumBytesPerToken, { parts: [bytes, derive(kv.kvScaleBytesPerToken, shape)] });
}

/** Bytes a token adds in a group of layers that keep whole contexts; null for windows and states. */
function fullBytes(deployment: Deployment, group: AttentionGroup, index: number): Figure<number>[] {
  const { fact } = deployment.model;
  const at = `architecture.attention.${index}`;
  const layers = fact(group.layers, `${at}.layers`, "Layers of this kind", "layer");
  const bytesPerElement = deployment.kvBytesPerElement;
  if (group.kind === "full") return group.keepsNothing ? [] : [headsBytes(deployment, group, at)];
  if (group.kind === "compressed") {
    const elementsPerToken = fact(group.elementsPerToken, `${at}.elementsPerToken`, "Elements a token adds", "element");
    return [derive(kv.kvBytesPerTokenCompressed, { layers, elementsPerToken, bytesPerElement })];
  }
  if (group.kind !== "mla") return [];
  const kvRank = fact(group.kvRank, `${at}.kvRank`, "KV rank", "1");
  const ropeSize = fact(group.ropeSize, `${at}.ropeSize`, "Rotated part of a key", "element");
  const scaled = deployment.engine === "vllm" && deployment.kv.value === "fp8" && group.indexer !== null;
  const latent = scaled
    ? derive(kv.kvBytesPerTokenOfScaledLatent, { layers, kvRank, ropeSize })
    : derive(kv.kvBytesPerTokenOfLatent, { layers, kvRank, ropeSize, bytesPerElement });
  if (!group.indexer) return [latent];
  const index_ = derive(kv.kvBytesPerTokenOfIndexer, {
    layers: fact(group.indexer.layers, `${at}.indexer.layers`, "Layers with an indexer", "layer"),
    size: fact(group.indexer.size, `${at}.indexer.size`, "Index size", "element"),
  });
  return [latent, index_];
}

const isHeads = ({ kind }: AttentionGroup): boolean => kind === "full" || kind === "sliding" || kind === "chunked";

/** Layers of the smallest group vLLM deals hybrid models into; null where it does not pad. */
function groupLayersOf({ engine, model }: Deployment): number | null {
  const attention = model.architecture?.attention ?? [];
  const heads = attention
    .filter((group) => group.kind === "full" || group.kind === "sliding" || group.kind === "chunked")
    .filter((group) => !group.keepsNothing);
  const [first] = heads;
  if (engine !== "vllm" || heads.length < 2 || attention.some((group) => !isHeads(group)) || !first) return null;
  const page = (group: Heads) => group.kvHeads * (group.keySize + group.valueSize);
  if (heads.some((group) => page(group) !== page(first))) return null;
  return Math.min(...heads.map((group) => group.layers));
}

function windows(deployment: Deployment, block: Figure<number>) {
  const { model, engine, maxNumBatchedTokens } = deployment;
  const keepsAll = engine === "transformers" ? 0 : maxNumBatchedTokens.value;
  const groupLayers = groupLayersOf(deployment);
  return (model.architecture?.attention ?? []).flatMap((group, index) => {
    if ((group.kind !== "sliding" && group.kind !== "chunked") || group.keepsNothing) return [];
    const at = `architecture.attention.${index}`;
    const plain = headsBytes(deployment, group, at);
    const layers = model.fact(group.layers, `${at}.layers`, "Layers of this kind", "layer");
    const bytes =
      groupLayers === null
        ? plain
        : derive(kv.paddedGroupBytes, {
            bytesPerToken: plain,
            layers,
            groupLayers: model.fact(groupLayers, "architecture.attention", "Layers of a group", "layer"),
          });
    const batchedTokens = keepsAll > 0 ? maxNumBatchedTokens : model.fact(0, `${at}.window`, "Batched tokens", "token");
    const limit = derive(engine === "llamacpp" ? kv.llamacppWindowTokens : kv.windowLimitTokens, {
      window: model.fact(group.window, `${at}.window`, "Window", "token"),
      batchedTokens,
      block,
    });
    return [{ bytes, limit }];
  });
}

/** SGLang and llama.cpp keep states in 32 bits whatever a config says, llama.cpp its convolutions too. */
function stateFormats({ engine, model }: Deployment, group: Recurrent, at: string) {
  const least = engine === "sglang" || engine === "llamacpp" ? 4 : 0;
  const bytes = Math.max(least, group.stateBytesPerElement);
  return {
    bytesPerElement: model.fact(bytes, `${at}.stateBytesPerElement`, "Bytes per element", "B"),
    convolutionBytes: given(engine === "llamacpp" ? 4 : 2, {
      kind: "default",
      label: "Bytes per element of the convolution",
      unit: "B",
      path: `engines.${engine}.convolution`,
    }),
  };
}

function states(deployment: Deployment): Figure<number> {
  const { model, layout } = deployment;
  const parts = (model.architecture?.attention ?? []).flatMap((group, index) => {
    const at = `architecture.attention.${index}`;
    if (group.kind === "cross" && group.tokens !== null) {
      const tokens = model.fact(group.tokens, `${at}.tokens`, "Entries of every request", "token");
      return [derive(kv.crossBytesPerSequence, { bytesPerToken: headsBytes(deployment, group, at), tokens })];
    }
    if (group.kind !== "recurrent") return [];
    return [
      derive(kv.stateBytesPerSequence, {
        layers: model.fact(group.layers, `${at}.layers`, "Layers with a state", "layer"),
        stateElements: model.fact(group.stateElements, `${at}.stateElements`, "Elements of a state", "element"),
        convolutionElements: model.fact(
          group.convolutionElements ?? 0,
          `${at}.convolutionElements`,
          "Elements of the convolution",
          "element",
        ),
        ...stateFormats(deployment, group, at),
        tp: layout.tp,
      }),
    ];
  });
  return parts.length === 0 ? none("Recurrent state", "B") : derive(sumBytes, { parts });
}

/** vLLM gives states pages as large as attention's: its blocks grow to fit a state, and states are padded to them. */
function hybridPages(deployment: Deployment, full: Figure<number>, state: Figure<number>, block: Figure<number>) {
  const attention = (deployment.model.architecture?.attention ?? []).filter(({ kind }) => kind !== "cross");
  const count = (recurrent: boolean) =>
    attention
      .filter((group) => (group.kind === "recurrent") === recurrent)
      .reduce((sum, group) => sum + group.layers, 0);
  if (deployment.engine !== "vllm" || state.value === 0 || full.value === 0 || count(true) === 0) {
    return { block, padded: state };
  }
  const { fact } = deployment.model;
  const shape = {
    stateBytes: state,
    stateLayers: fact(count(true), "architecture.attention", "Layers with a state", "layer"),
    fullBytesPerToken: full,
    fullLayers: fact(count(false), "architecture.attention", "Layers with attention", "layer"),
  };
  const pages = derive(hybridBlockTokens, shape);
  return { block: pages, padded: derive(paddedStateBytes, { ...shape, block: pages }) };
}

export function composeCache(deployment: Deployment): Cache {
  const { model, layout } = deployment;
  const layers = model.fact(model.architecture?.layers ?? 1, "architecture.layers", "Layers", "layer");
  const staged = (bytes: Figure<number>) =>
    layout.pp.value === 1 ? bytes : derive(kv.perStage, { bytes, layers, pp: layout.pp });
  const block = given(blockTokens[deployment.engine], {
    kind: "default",
    label: "Tokens of a block",
    unit: "token",
    path: `engines.${deployment.engine}.block`,
  });
  const fulls = (model.architecture?.attention ?? []).flatMap((group, index) => fullBytes(deployment, group, index));
  const full = fulls.length === 0 ? none("KV cache per token", "B/token") : derive(sumBytesPerToken, { parts: fulls });
  const windowed = windows(deployment, block);
  const state = states(deployment);
  const pages = hybridPages(deployment, full, state, block);
  const parts = [staged(full), ...windowed.map(({ bytes }) => staged(bytes))];
  return {
    kvBytesPerToken: derive(sumBytesPerToken, { parts }),
    fullBytesPerToken: staged(full),
    windowBytesPerToken: windowed.map(({ bytes }) => staged(bytes)),
    windowLimitTokens: windowed.map(({ limit }) => limit),
    stateBytes: staged(state),
    paddedStateBytes: staged(pages.padded),
    block: pages.block,
  };
}
