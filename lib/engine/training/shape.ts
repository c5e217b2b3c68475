import type { Architecture, AttentionGroup } from "@/lib/contract/catalogue";

/** What training costs follow from: sizes of a model's parts as its architecture states them. */
export type Shape = {
  parameters: number;
  activeParameters: number;
  layers: number;
  hidden: number;
  vocabulary: number;
  /** Parameters of input table and head; a tied one counts once. */
  tables: number;
  /** Width of all query heads, and of keys and values together. */
  queryWidth: number;
  keyValueWidth: number;
  heads: number;
  /** Width of the feed-forward part that one token passes; experts that it does not pass are not in it. */
  feedForward: number;
  /** Three where a gate multiplies, two where it does not. */
  feedForwardMatrices: 2 | 3;
  /** Layers whose attention looks at everything before. */
  attendingLayers: number;
  experts: number;
  expertFeedForward: number;
  moeLayers: number;
  denseFeedForward: number;
};

function widths(group: AttentionGroup, heads: number, hidden: number): { query: number; keyValue: number } {
  switch (group.kind) {
    case "full":
    case "sliding":
    case "chunked":
      return { query: heads * group.keySize, keyValue: group.kvHeads * (group.keySize + group.valueSize) };
    case "mla":
      return {
        query: heads * ((group.nopeSize ?? 128) + group.ropeSize),
        keyValue: heads * ((group.nopeSize ?? 128) + (group.valueSize ?? 128)),
      };
    case "recurrent": {
      const inner = (group.valueHeads ?? 0) * (group.headSize ?? 0) || 2 * hidden;
      return { query: inner, keyValue: 2 * inner };
    }
    default:
      return { query: hidden, keyValue: hidden };
  }
}

export function shapeOf(model: { parameters: number; activeParameters: number; architecture: Architecture }): Shape {
  const { architecture } = model;
  const { layers, hiddenSize: hidden, attentionHeads: heads, vocabularySize: vocabulary, experts } = architecture;
  const of = architecture.attention.map((group) => ({ group, ...widths(group, heads, hidden) }));
  const mean = (pick: (each: (typeof of)[number]) => number) =>
    of.reduce((sum, each) => sum + pick(each) * each.group.layers, 0) /
    of.reduce((sum, each) => sum + each.group.layers, 0);
  const dense = architecture.intermediateSize ?? 0;
  const passed = experts
    ? experts.expertsPerToken * experts.expertIntermediateSize + experts.sharedIntermediateSize
    : 0;
  const moeLayers = experts?.moeLayers ?? 0;
  const tables = vocabulary * hidden * (architecture.tiedEmbeddings ? 1 : 2);
  const queryWidth = mean(({ query }) => query);
  const keyValueWidth = mean(({ keyValue }) => keyValue);
  const besidesAttention = (model.parameters - tables) / layers - hidden * (2 * queryWidth + keyValueWidth);
  return {
    parameters: model.parameters,
    activeParameters: model.activeParameters,
    layers,
    hidden,
    vocabulary,
    tables,
    queryWidth,
    keyValueWidth,
    heads,
    feedForward: (passed * moeLayers + dense * (layers - moeLayers)) / layers,
    feedForwardMatrices: !experts && besidesAttention < 2.5 * hidden * dense ? 2 : 3,
    attendingLayers: of.reduce((sum, { group }) => sum + (group.kind === "recurrent" ? 0 : group.layers), 0),
    experts: experts?.experts ?? 0,
    expertFeedForward: experts?.expertIntermediateSize ?? 0,
    moeLayers,
    denseFeedForward: dense,
  };
}

export const moduleNames = ["q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj"] as const;
export type ModuleName = (typeof moduleNames)[number];

/** Ends of a layer's matrices, input and output, with how many of each there are in the model. */
function modulesOf(shape: Shape): Record<ModuleName, { ends: number; count: number }[]> {
  const { hidden, queryWidth, keyValueWidth, layers, moeLayers } = shape;
  const every = (ends: number) => [{ ends, count: layers }];
  const feedForward = [
    { ends: hidden + shape.denseFeedForward, count: shape.denseFeedForward > 0 ? layers - moeLayers : 0 },
    { ends: hidden + shape.expertFeedForward, count: moeLayers * shape.experts },
  ];
  return {
    q_proj: every(hidden + queryWidth),
    k_proj: every(hidden + keyValueWidth / 2),
    v_proj: every(hidden + keyValueWidth / 2),
    o_proj: every(queryWidth + hidden),
    gate_proj: feedForward,
    up_proj: feedForward,
    down_proj: feedForward,
  };
}

/** LoRA adds two matrices of its rank to each adapted one; DoRA a magnitude for each of its outputs besides. */
export function adapterParameters(
  shape: Shape,
  rank: number,
  targets: readonly ModuleName[],
  magnitudes = false,
): number {
  const modules = modulesOf(shape);
  let sum = 0;
  for (const target of targets) {
    for (const { ends, count } of modules[target]) sum += (rank * ends + (magnitudes ? ends / 2 : 0)) * count;
  }
  return sum;
}

/** Width of the inputs of a layer's adapted matrices, added up; experts that a token does not pass are not in it. */
export function adaptedWidth({ hidden, queryWidth, feedForward }: Shape, targets: readonly ModuleName[]): number {
  const widths: Partial<Record<ModuleName, number>> = { o_proj: queryWidth, down_proj: feedForward };
  return targets.reduce((sum, target) => sum + (widths[target] ?? hidden), 0);
}
