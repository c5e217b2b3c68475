import type { Architecture } from "@/lib/contract/catalogue";
import { derive, type Figure, given } from "../figure";
import type { Deployment } from "../resolve/deployment";
import type { ResolvedModel } from "../resolve/model-config-facts";
import { otherParameters, sumParameters } from "./parameters";
import { composeParts, type Parts } from "./parts";
import { type FormatRule, ruleOf, unquantisedBits } from "./weight-format";
import * as formulas from "./weights";

/** What a step reads and computes with, for the serving model; bytes of the whole model. */
export type WeightPieces = {
  parts: Parts;
  expertBytes: Figure<number>;
  tableBytes: Figure<number>;
  headBits: Figure<number>;
  expertDegree: Figure<number>;
  rule: FormatRule;
};

/** Without a known shape there are no pieces. */
export type Weights = {
  weightsBytes: Figure<number>;
  weightsTotalBytes: Figure<number>;
  pieces: WeightPieces | null;
};

const bits = (deployment: Deployment, value: number, label: string, note: string): Figure<number> =>
  given(value, {
    kind: "default",
    label,
    unit: "bit/parameter",
    path: `formats.weights.${deployment.weights.value}`,
    note,
  });

/** Bits of each part of a model in a format. */
function bitsByPart(deployment: Deployment, rule: FormatRule) {
  const hasExperts = deployment.model.architecture?.experts != null;
  const { covers, bitsPerParameter, note } = rule;
  const of = (covered: boolean, label: string) =>
    covered
      ? bits(deployment, bitsPerParameter, label, note)
      : bits(deployment, unquantisedBits, label, "Left at 16 bits by this format.");
  const attention =
    covers === "everything" || covers === "linear" || (covers === "linearButMoeAttention" && !hasExperts);
  return {
    attentionBits: of(attention, "Bits of attention"),
    linearBits: of(covers !== "experts", "Bits of feed-forward layers"),
    expertBits: of(true, "Bits of experts"),
    otherBits: of(covers === "everything", "Bits of norms, routers and vision towers"),
  };
}

const noScale = given(1, { kind: "default", label: "Scale", unit: "1", path: "formats.scale", note: "As reckoned." });

function recounted(deployment: Deployment, rule: FormatRule, parts: Parts) {
  const byPart = bitsByPart(deployment, rule);
  const layerBytes = derive(formulas.layerWeightBytes, {
    attention: parts.attention,
    recurrent: parts.recurrent,
    denseFeedForward: parts.denseFeedForward,
    sharedExperts: parts.sharedExperts,
    router: parts.router,
    routedExperts: parts.routedExperts,
    other: derive(sumParameters, {
      parts: [
        derive(otherParameters, { total: deployment.model.parameters, recounted: parts.recounted }),
        parts.beside,
      ],
    }),
    ...byPart,
  });
  const headBits = bits(deployment, rule.headBits, "Bits of the output matrix", rule.note);
  const table = derive(formulas.tableBytes, {
    embedding: parts.embedding,
    head: parts.head,
    embeddingBits: bits(deployment, rule.embeddingBits, "Bits of the embedding table", rule.note),
    headBits,
  });
  const total = derive(formulas.weightsTotalBytes, { layerBytes, tableBytes: table });
  return { total, table, headBits, expertBits: byPart.expertBits };
}

const partsOfModel = new WeakMap<ResolvedModel, Parts>();

/** The parts of a model are the same in every format and on every accelerator. */
function partsOf(model: ResolvedModel, architecture: Architecture): Parts {
  const known = partsOfModel.get(model);
  if (known) return known;
  const parts = composeParts({ ...model, architecture });
  partsOfModel.set(model, parts);
  return parts;
}

/** Weights of the whole model and of one accelerator; the vendor's own file size where its own format is used. */
export function composeWeights(deployment: Deployment): Weights {
  const { model, layout, native } = deployment;
  const { architecture } = model;
  const rule = ruleOf(deployment.weights.value, {
    native,
    experts: architecture?.experts != null,
    stated: native ? model.quantization : null,
  });
  const published = native ? model.publishedWeightsBytes : null;
  if (!architecture) {
    const bitsPerParameter = bits(deployment, rule.bitsPerParameter, "Bits per parameter", rule.note);
    const plain = derive(formulas.plainWeightsBytes, { parameters: model.parameters, bitsPerParameter });
    const total = published ?? plain;
    return {
      weightsTotalBytes: total,
      weightsBytes: derive(formulas.evenShareBytes, { bytes: total, ...degrees(layout) }),
      pieces: null,
    };
  }
  const parts = partsOf(model, architecture);
  const reckoned = recounted(deployment, rule, parts);
  const total = published ?? reckoned.total;
  const scale = published
    ? derive(formulas.scaleToFile, { publishedBytes: published, reckonedBytes: reckoned.total })
    : noScale;
  const expertBytes = derive(formulas.expertWeightBytes, {
    routedExperts: parts.routedExperts,
    expertBits: reckoned.expertBits,
    scale,
  });
  const { expertTp, expertEp } = layout;
  const expertDegree = derive(formulas.expertDegree, { expertTp, expertEp });
  return {
    weightsTotalBytes: total,
    weightsBytes: derive(formulas.weightsBytes, {
      totalBytes: total,
      expertBytes,
      tableBytes: reckoned.table,
      layers: model.fact(architecture.layers, "architecture.layers", "Layers", "layer"),
      tp: layout.tp,
      pp: layout.pp,
      expertDegree,
    }),
    pieces: { parts, expertBytes, tableBytes: reckoned.table, headBits: reckoned.headBits, expertDegree, rule },
  };
}

const degrees = ({ tp, pp }: Deployment["layout"]) => ({ tp, pp });
