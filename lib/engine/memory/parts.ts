import type { Architecture, AttentionGroup } from "@/lib/contract/catalogue";
import { derive, type Figure } from "../figure";
import type { ResolvedModel } from "../resolve/model-config-facts";
import * as formulas from "./parameters";
import * as states from "./state-parameters";

/** Parameters of a whole model by part, as figures. */
export type Parts = {
  attention: Figure<number>;
  recurrent: Figure<number>;
  denseFeedForward: Figure<number>;
  routedExperts: Figure<number>;
  sharedExperts: Figure<number>;
  router: Figure<number>;
  embedding: Figure<number>;
  head: Figure<number>;
  /** In no layer of the language model: positions, encoders, towers. */
  beside: Figure<number>;
  recounted: Figure<number>;
};

type Shape = Pick<ResolvedModel, "fact" | "feedForwardMatrices"> & { architecture: Architecture };
type Group<K extends AttentionGroup["kind"]> = Extract<AttentionGroup, { kind: K }>;

const sum = (parts: readonly Figure<number>[]): Figure<number> => derive(formulas.sumParameters, { parts });

/** Key size of heads whose sizes a config leaves out, as DeepSeek's and Kimi's own models have them. */
const usualHeadSize = 128;

function groupedQuery(
  shape: Shape,
  group: Group<"full" | "sliding" | "chunked" | "cross">,
  at: string,
): Figure<number> {
  const { fact, architecture } = shape;
  const hiddenSize = fact(architecture.hiddenSize, "architecture.hiddenSize", "Hidden size", "1");
  const attentionHeads = fact(architecture.attentionHeads, "architecture.attentionHeads", "Attention heads", "head");
  const keySize = fact(group.keySize, `${at}.keySize`, "Key size of a head", "element");
  if (group.valueSize === 0) {
    return derive(formulas.sharedEntryParameters, { hiddenSize, attentionHeads, entrySize: keySize });
  }
  const full = group.kind === "full" ? group : undefined;
  return derive(formulas.attentionParameters, {
    hiddenSize,
    attentionHeads,
    keySize,
    kvHeads: fact(group.kvHeads, `${at}.kvHeads`, "KV heads", "head"),
    valueSize: fact(group.valueSize, `${at}.valueSize`, "Value size of a head", "element"),
    outputGate: fact(full?.outputGate ?? false, `${at}.outputGate`, "Output gate", "1"),
    sharedKeyValue: fact(full?.sharedKeyValue ?? false, `${at}.sharedKeyValue`, "Values taken from keys", "1"),
  });
}

function latent(shape: Shape, group: Group<"mla">, at: string): Figure<number> {
  const { fact, architecture } = shape;
  const hiddenSize = fact(architecture.hiddenSize, "architecture.hiddenSize", "Hidden size", "1");
  const queryRank = fact(group.queryRank, `${at}.queryRank`, "Query rank", "1");
  const each = derive(formulas.latentAttentionParameters, {
    hiddenSize,
    attentionHeads: fact(architecture.attentionHeads, "architecture.attentionHeads", "Attention heads", "head"),
    kvRank: fact(group.kvRank, `${at}.kvRank`, "KV rank", "1"),
    ropeSize: fact(group.ropeSize, `${at}.ropeSize`, "Rotated part of a key", "element"),
    queryRank,
    nopeSize: fact(group.nopeSize ?? usualHeadSize, `${at}.nopeSize`, "Unrotated part of a key", "element"),
    valueSize: fact(group.valueSize ?? usualHeadSize, `${at}.valueSize`, "Value size of a head", "element"),
    outputGate: fact(group.outputGate ?? false, `${at}.outputGate`, "Output gate", "1"),
  });
  const layers = fact(group.layers, `${at}.layers`, "Layers of this kind", "layer");
  const all = derive(formulas.timesLayers, { each, layers });
  const { indexer } = group;
  if (!indexer) return all;
  const indexing = derive(formulas.indexerParameters, {
    hiddenSize,
    queryRank: fact(group.queryRank ?? architecture.hiddenSize, `${at}.queryRank`, "Query rank", "1"),
    indexerHeads: fact(indexer.heads, `${at}.indexer.heads`, "Indexer heads", "head"),
    indexerSize: fact(indexer.size, `${at}.indexer.size`, "Indexer size", "element"),
  });
  const indexerLayers = fact(indexer.layers, `${at}.indexer.layers`, "Layers with an indexer", "layer");
  return sum([all, derive(formulas.timesLayers, { each: indexing, layers: indexerLayers })]);
}

/** State sizes Mamba-2 models use: the one whose inner width is nearest to twice the hidden size. */
function mambaShape(architecture: Architecture, group: Group<"recurrent">) {
  const known = group.valueHeads !== undefined && group.headSize !== undefined;
  const candidates = [128, 256, 64].map((stateSize) => {
    const groups = 8;
    const innerSize = Math.round((group.stateElements - 6 * groups * stateSize) / (stateSize + 3));
    return { stateSize, groups, innerSize, off: Math.abs(Math.log(innerSize / (2 * architecture.hiddenSize))) };
  });
  const guess = candidates.reduce((best, each) => (each.off < best.off ? each : best));
  if (!known) return { ...guess, heads: Math.max(1, Math.round(guess.innerSize / 64)) };
  const innerSize = (group.valueHeads ?? 1) * (group.headSize ?? 1);
  const groups = group.keyHeads ?? 1;
  const stateSize = group.stateSize ?? Math.round((group.stateElements - 3 * innerSize) / (innerSize + 6 * groups));
  return { innerSize, stateSize, groups, heads: group.valueHeads ?? 1 };
}

function recurrent(shape: Shape, group: Group<"recurrent">, at: string): Figure<number> {
  const { fact, architecture } = shape;
  const hiddenSize = fact(architecture.hiddenSize, "architecture.hiddenSize", "Hidden size", "1");
  const headSize = fact(group.headSize ?? usualHeadSize, `${at}.headSize`, "Head size", "element");
  const valueHeads = fact(group.valueHeads ?? 1, `${at}.valueHeads`, "Value heads", "head");
  switch (group.form) {
    case "gatedDeltaNet": {
      const keyHeads = fact(group.keyHeads ?? 1, `${at}.keyHeads`, "Key heads", "head");
      return derive(formulas.deltaNetParameters, { hiddenSize, keyHeads, valueHeads, headSize });
    }
    case "kda":
      return derive(formulas.kimiDeltaParameters, { hiddenSize, heads: valueHeads, headSize });
    case "mamba1":
      return derive(states.channelStateParameters, {
        hiddenSize,
        heads: valueHeads,
        headSize,
        stateSize: fact(group.stateSize ?? 16, `${at}.stateSize`, "State size", "element"),
        rank: fact(group.rank ?? 1, `${at}.rank`, "Rank of the time step", "1"),
      });
    case "linear":
      return derive(states.linearAttentionParameters, {
        hiddenSize,
        width: headSize,
        projections: fact(group.projections ?? 4, `${at}.projections`, "Projections", "1"),
      });
    default: {
      const mamba = mambaShape(architecture, group);
      return derive(formulas.mambaParameters, {
        hiddenSize,
        innerSize: fact(mamba.innerSize, `${at}.stateElements`, "Inner width", "1"),
        stateSize: fact(mamba.stateSize, `${at}.stateElements`, "State size", "element"),
        groups: fact(mamba.groups, `${at}.stateElements`, "Groups", "1"),
        heads: fact(mamba.heads, `${at}.stateElements`, "Heads", "head"),
      });
    }
  }
}

function groupParameters(shape: Shape, group: AttentionGroup, index: number): Figure<number>[] {
  const at = `architecture.attention.${index}`;
  const own = "weightLayers" in group ? group.weightLayers : undefined;
  const layers =
    own === undefined
      ? shape.fact(group.layers, `${at}.layers`, "Layers of this kind", "layer")
      : shape.fact(own, `${at}.weightLayers`, "Layers with weights of their own", "layer");
  switch (group.kind) {
    case "mla":
      return [latent(shape, group, at)];
    case "compressed":
      return [];
    case "recurrent":
      return [derive(formulas.timesLayers, { each: recurrent(shape, group, at), layers })];
    default:
      return [derive(formulas.timesLayers, { each: groupedQuery(shape, group, at), layers })];
  }
}

/** Layers with a dense feed-forward block: those left over in hybrids whose entries are single blocks. */
export function denseLayersOf(architecture: Architecture): number {
  if (architecture.feedForwardLayers !== undefined) {
    return architecture.intermediateSize === null ? 0 : architecture.feedForwardLayers;
  }
  if (architecture.experts) return architecture.intermediateSize === null ? 0 : architecture.experts.denseLayers;
  if (architecture.intermediateSize === null) return 0;
  const mixing = architecture.attention.reduce((layers, group) => layers + group.layers, 0);
  return mixing < architecture.layers ? architecture.layers - mixing : architecture.layers;
}

function denseParameters({ fact, architecture, feedForwardMatrices }: Shape): Figure<number> {
  const each = derive(formulas.feedForwardParameters, {
    matrices: feedForwardMatrices,
    hiddenSize: fact(architecture.hiddenSize, "architecture.hiddenSize", "Hidden size", "1"),
    intermediateSize: fact(
      architecture.intermediateSize ?? 0,
      "architecture.intermediateSize",
      "Feed-forward width",
      "1",
    ),
  });
  const layers = fact(denseLayersOf(architecture), "architecture.layers", "Dense feed-forward layers", "layer");
  return derive(formulas.timesLayers, { each, layers });
}

function expertParts({ fact, architecture }: Shape) {
  const experts = architecture.experts;
  const at = "architecture.experts";
  const hiddenSize = fact(architecture.hiddenSize, "architecture.hiddenSize", "Hidden size", "1");
  const layers = fact(experts?.moeLayers ?? 0, `${at}.moeLayers`, "Layers with experts", "layer");
  const matrices = fact(experts?.gated === false ? 2 : 3, `${at}.gated`, "Matrices of an expert", "1");
  const count = fact(experts?.experts ?? 0, `${at}.experts`, "Experts", "1");
  const latentSize = experts?.expertHiddenSize ?? null;
  const all = (each: Figure<number>) => derive(formulas.timesLayers, { each, layers });
  const one = derive(formulas.feedForwardParameters, {
    matrices,
    hiddenSize: fact(latentSize ?? architecture.hiddenSize, `${at}.expertHiddenSize`, "Width experts work at", "1"),
    intermediateSize: fact(experts?.expertIntermediateSize ?? 0, `${at}.expertIntermediateSize`, "Expert width", "1"),
  });
  const shared = derive(formulas.feedForwardParameters, {
    matrices,
    hiddenSize,
    intermediateSize: fact(experts?.sharedIntermediateSize ?? 0, `${at}.sharedIntermediateSize`, "Shared width", "1"),
  });
  const latentFigure = fact(latentSize ?? 0, `${at}.expertHiddenSize`, "Latent width", "1");
  const router = derive(formulas.routerParameters, { hiddenSize, experts: count, latentSize: latentFigure });
  return {
    routedExperts: all(derive(formulas.timesLayers, { each: one, layers: count })),
    sharedExperts: all(shared),
    router: all(router),
  };
}

/** Counts a model's parameters part by part from its shape. */
export function composeParts(shape: Shape): Parts {
  const { fact, architecture } = shape;
  const kinds = architecture.attention.map((group, index) => ({
    recurrent: group.kind === "recurrent",
    parameters: groupParameters(shape, group, index),
  }));
  const mixing = (isRecurrent: boolean) =>
    sum(kinds.filter((kind) => kind.recurrent === isRecurrent).flatMap((kind) => kind.parameters));
  const embedding = derive(formulas.embeddingParameters, {
    vocabularySize: fact(architecture.vocabularySize, "architecture.vocabularySize", "Vocabulary", "token"),
    hiddenSize: fact(architecture.hiddenSize, "architecture.hiddenSize", "Hidden size", "1"),
  });
  const untied = fact(architecture.tiedEmbeddings ? 0 : 1, "architecture.tiedEmbeddings", "Separate heads", "1");
  const parts = {
    attention: mixing(false),
    recurrent: mixing(true),
    denseFeedForward: denseParameters(shape),
    ...expertParts(shape),
    embedding,
    head: derive(formulas.timesLayers, { each: embedding, layers: untied }),
    beside: sum(
      (architecture.beside ?? []).map(({ label, parameters }, index) =>
        fact(parameters, `architecture.beside.${index}`, label, "parameter"),
      ),
    ),
  };
  return { ...parts, recounted: sum(Object.values(parts)) };
}
