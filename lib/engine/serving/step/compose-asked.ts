import type { Architecture } from "@/lib/contract/catalogue";
import { type AsFigures, derive, type Figure, given } from "../../figure";
import type { Memory } from "../../memory/compose";
import type { WeightPieces } from "../../memory/compose-weights";
import type { Deployment } from "../../resolve/deployment";
import * as formulas from "./coefficients";
import { attentionKinds } from "./compose-attention";
import type { Asked } from "./costs";
import type { Formats } from "./peaks";

export type AskedFigures = AsFigures<Asked>;

const bits = (value: number, label: string): Figure<number> =>
  given(value, { kind: "default", label, unit: "bit/parameter", path: "formats.weights" });

function dense({ layout }: Deployment, { parts }: WeightPieces, formats: Formats) {
  const projections = [parts.attention, parts.recurrent];
  const feedForward = [parts.denseFeedForward, parts.sharedExperts, parts.router];
  const projectionBits = bits(formats.projectionBits, "Bits of projections");
  const feedForwardBits = bits(formats.feedForwardBits, "Bits of feed-forward layers");
  const { tp } = layout;
  return {
    projectionBytes: derive(formulas.partBytes, {
      parameters: projections,
      bitsPerParameter: [projectionBits, projectionBits],
      tp,
    }),
    projectionFlopsPerToken: derive(formulas.linearFlopsPerToken, { parameters: projections, tp }),
    feedForwardBytes: derive(formulas.partBytes, {
      parameters: feedForward,
      bitsPerParameter: [feedForwardBits, feedForwardBits, bits(16, "Bits of routers")],
      tp,
    }),
    feedForwardFlopsPerToken: derive(formulas.linearFlopsPerToken, { parameters: feedForward, tp }),
  };
}

function experts({ model, layout }: Deployment, { experts: shape }: Architecture, pieces: WeightPieces) {
  const count = model.fact(shape?.experts ?? 0, "architecture.experts.experts", "Experts", "1");
  const perToken = model.fact(
    shape?.expertsPerToken ?? 0,
    "architecture.experts.expertsPerToken",
    "Experts per token",
    "1",
  );
  const { expertBytes, expertDegree, parts } = pieces;
  return {
    expertBytes: derive(formulas.expertBytesHere, { expertBytes, expertDegree }),
    expertFlopsPerToken: derive(formulas.expertFlopsPerToken, {
      routedExperts: parts.routedExperts,
      experts: count,
      expertsPerToken: perToken,
      expertDegree,
    }),
    experts: count,
    expertsPerToken: perToken,
    expertRanks: layout.expertEp,
    busiestRank: derive(formulas.busiestRank, { ranks: layout.expertEp }),
  };
}

function exchange({ model, layout }: Deployment, architecture: Architecture) {
  return {
    exchangeBytesPerToken: derive(formulas.exchangeBytesPerToken, {
      layers: model.fact(architecture.layers, "architecture.layers", "Layers", "layer"),
      hiddenSize: model.fact(architecture.hiddenSize, "architecture.hiddenSize", "Hidden size", "1"),
      ranks: exchangeRanks({ layout, model }),
    }),
  };
}

export const exchangeRanks = ({ layout, model }: Pick<Deployment, "layout" | "model">): Figure<number> =>
  model.fact(layout.tp.value * layout.dp.value, "layout", "Ranks that share layers", "1");

/** What a model asks of an accelerator in a step, whatever the accelerator. */
export function composeAsked(
  deployment: Deployment,
  architecture: Architecture,
  memory: Memory,
  pieces: WeightPieces,
  formats: Formats,
): AskedFigures {
  const kinds = attentionKinds(deployment);
  const { layout } = deployment;
  const parameters = pieces.parts.embedding;
  return {
    ...dense(deployment, pieces, formats),
    ...experts(deployment, architecture, pieces),
    headBytes: derive(formulas.headBytes, { parameters, bitsPerParameter: pieces.headBits, tp: layout.tp }),
    headFlopsPerToken: derive(formulas.linearFlopsPerToken, { parameters: [parameters], tp: layout.tp }),
    windows: kinds.map(({ window }) => window),
    bytesPerContextToken: kinds.map(({ bytes }) => bytes),
    flopsPerContextToken: kinds.map(({ decodeFlops }) => decodeFlops),
    flopsPerPair: kinds.map(({ pairFlops }) => pairFlops),
    stateBytes: memory.cache.stateBytes,
    ...exchange(deployment, architecture),
    ranks: layout.dp,
    lanes: derive(formulas.product, { ranks: layout.dp, stages: layout.pp }),
  };
}
