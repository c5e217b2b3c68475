import type { AttentionGroup } from "@/lib/contract/catalogue";
import { derive, type Figure } from "../../figure";
import * as kv from "../../memory/kv-cache";
import type { Deployment } from "../../resolve/deployment";
import * as formulas from "./coefficients";

/** One kind of attention layer: how far it looks, and what looking costs one accelerator. */
type Kind = {
  window: Figure<number>;
  bytes: Figure<number>;
  decodeFlops: Figure<number>;
  pairFlops: Figure<number>;
};
type Group<K extends AttentionGroup["kind"]> = Extract<AttentionGroup, { kind: K }>;

/** Longer than any context: a layer that looks at everything. */
const everything = 1e9;
/** Entries that the indexer of sparse attention picks (DeepSeek V3.2). */
const pickedTokens = 2048;
const usualHeadSize = 128;

export function attentionKinds(deployment: Deployment): Kind[] {
  return (deployment.model.architecture?.attention ?? []).flatMap((group, index) => {
    const at = `architecture.attention.${index}`;
    switch (group.kind) {
      case "full":
      case "sliding":
      case "chunked":
        return [heads(deployment, group, at)];
      case "mla":
        return latent(deployment, group, at);
      case "compressed":
        return [compressed(deployment, group, at)];
      default:
        return [];
    }
  });
}

const common = ({ model, layout }: Deployment, group: AttentionGroup, at: string) => ({
  layers: model.fact(group.layers, `${at}.layers`, "Layers of this kind", "layer"),
  heads: model.fact(model.architecture?.attentionHeads ?? 1, "architecture.attentionHeads", "Attention heads", "head"),
  tp: layout.tp,
});

const looksAt = ({ model }: Deployment, tokens: number, at: string): Figure<number> =>
  model.fact(tokens, `${at}.window`, tokens === everything ? "No window" : "Window", "token");

function heads(deployment: Deployment, group: Group<"full" | "sliding" | "chunked">, at: string): Kind {
  const { fact } = deployment.model;
  const keySize = fact(group.keySize, `${at}.keySize`, "Key size of a head", "element");
  const valueSize = fact(group.valueSize, `${at}.valueSize`, "Value size of a head", "element");
  const shape = common(deployment, group, at);
  const flops = derive(formulas.pairFlops, { ...shape, keySize, valueSize });
  return {
    window: looksAt(deployment, group.kind === "full" ? everything : group.window, at),
    bytes: derive(kv.kvBytesPerTokenOfHeads, {
      layers: shape.layers,
      kvHeads: fact(group.kvHeads, `${at}.kvHeads`, "KV heads", "head"),
      keySize,
      valueSize,
      bytesPerElement: deployment.kvBytesPerElement,
      tp: deployment.layout.tp,
    }),
    decodeFlops: flops,
    pairFlops: flops,
  };
}

function latent(deployment: Deployment, group: Group<"mla">, at: string): Kind[] {
  const { fact } = deployment.model;
  const shape = common(deployment, group, at);
  const kvRank = fact(group.kvRank, `${at}.kvRank`, "KV rank", "1");
  const ropeSize = fact(group.ropeSize, `${at}.ropeSize`, "Rotated part of a key", "element");
  const keySize = (group.nopeSize ?? usualHeadSize) + group.ropeSize;
  const main: Kind = {
    window: looksAt(deployment, group.indexer ? pickedTokens : everything, at),
    bytes: derive(kv.kvBytesPerTokenOfLatent, {
      layers: shape.layers,
      kvRank,
      ropeSize,
      bytesPerElement: deployment.kvBytesPerElement,
    }),
    decodeFlops: derive(formulas.latentPairFlops, { ...shape, kvRank, ropeSize }),
    pairFlops: derive(formulas.pairFlops, {
      ...shape,
      keySize: fact(keySize, `${at}.nopeSize`, "Key size of a head", "element"),
      valueSize: fact(group.valueSize ?? usualHeadSize, `${at}.valueSize`, "Value size of a head", "element"),
    }),
  };
  return group.indexer ? [main, indexing(deployment, group.indexer, at)] : [main];
}

function indexing(deployment: Deployment, indexer: NonNullable<Group<"mla">["indexer"]>, at: string): Kind {
  const { fact } = deployment.model;
  const layers = fact(indexer.layers, `${at}.indexer.layers`, "Layers with an indexer", "layer");
  const size = fact(indexer.size, `${at}.indexer.size`, "Index size", "element");
  const flops = derive(formulas.pairFlops, {
    layers,
    heads: fact(indexer.heads, `${at}.indexer.heads`, "Indexer heads", "head"),
    keySize: size,
    valueSize: fact(0, `${at}.indexer.size`, "Values of an index", "element"),
    tp: deployment.layout.tp,
  });
  return {
    window: looksAt(deployment, everything, at),
    bytes: derive(kv.kvBytesPerTokenOfIndexer, { layers, size }),
    decodeFlops: flops,
    pairFlops: flops,
  };
}

/** An entry of compressed attention stands for several tokens: bytes and pairs are counted per token of context. */
function compressed(deployment: Deployment, group: Group<"compressed">, at: string): Kind {
  const { fact } = deployment.model;
  const elementsPerToken = fact(group.elementsPerToken, `${at}.elementsPerToken`, "Elements a token adds", "element");
  const shape = common(deployment, group, at);
  const flops = derive(formulas.pairFlops, { ...shape, keySize: elementsPerToken, valueSize: elementsPerToken });
  return {
    window: looksAt(deployment, everything, at),
    bytes: derive(kv.kvBytesPerTokenCompressed, {
      layers: shape.layers,
      elementsPerToken,
      bytesPerElement: deployment.kvBytesPerElement,
    }),
    decodeFlops: flops,
    pairFlops: flops,
  };
}
