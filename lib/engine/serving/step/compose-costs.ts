import type { Architecture } from "@/lib/contract/catalogue";
import { derive, type Figure, given } from "../../figure";
import type { Memory } from "../../memory/compose";
import type { WeightPieces } from "../../memory/compose-weights";
import type { Deployment } from "../../resolve/deployment";
import type { Calibration } from "../calibration";
import * as formulas from "./coefficients";
import { attentionKinds } from "./compose-attention";
import { composeExchange } from "./compose-exchange";
import { composeRates, computedIn, type Rates } from "./compose-rates";
import type { StepCostFigures, StepCosts } from "./costs";

/** What a step costs this deployment, as figures; null where the model's shape is not known. */
export function composeCosts(deployment: Deployment, memory: Memory, calibration: Calibration): StepCostFigures | null {
  const { architecture } = deployment.model;
  const { pieces } = memory.weights;
  if (!architecture || !pieces) return null;
  const rates = composeRates(deployment, calibration);
  const kinds = attentionKinds(deployment);
  const { layout } = deployment;
  return {
    ...linear(deployment, memory, pieces, rates),
    ...experts(deployment, architecture, pieces, rates),
    ...head(deployment, pieces, rates),
    bytesPerSecond: rates.bytesPerSecond,
    windows: kinds.map(({ window }) => window),
    bytesPerContextToken: kinds.map(({ bytes }) => bytes),
    flopsPerContextToken: kinds.map(({ decodeFlops }) => decodeFlops),
    flopsPerPair: kinds.map(({ pairFlops }) => pairFlops),
    stateBytes: memory.cache.stateBytes,
    attentionFlopsPerSecond: rates.attentionFlopsPerSecond,
    attentionBytesPerSecond: rates.attentionBytesPerSecond,
    ...composeExchange(deployment, rates),
    ...host(deployment, architecture, calibration, rates),
    ranks: layout.dp,
    lanes: derive(formulas.product, { ranks: layout.dp, stages: layout.pp }),
    slowdown: exactly,
  };
}

const exactly = given(1, {
  kind: "default",
  label: "Error factor",
  unit: "1",
  path: "calibration/slowdown",
  note: "1 for the estimate itself.",
});

function linear({ layout, accelerator }: Deployment, memory: Memory, pieces: WeightPieces, rates: Rates) {
  const { parts, rule } = pieces;
  const whole = rule.covers === "experts" ? "bf16" : computedIn(accelerator.accelerator, rule.computes);
  const packed = rule.covers !== "experts" && rule.bitsPerParameter < 15 && whole === "bf16";
  const { fitted, family } = rates;
  return {
    linearBytes: derive(formulas.linearBytes, {
      totalBytes: memory.weights.weightsTotalBytes,
      tableBytes: pieces.tableBytes,
      expertBytes: pieces.expertBytes,
      tp: layout.tp,
    }),
    linearFlopsPerToken: derive(formulas.linearFlopsPerToken, {
      parameters: [parts.attention, parts.recurrent, parts.denseFeedForward, parts.sharedExperts, parts.router],
      tp: layout.tp,
    }),
    linearFlopsPerSecond: rates.flopsPerSecond(whole, packed),
    halfTokens: fitted(family.halfTokens, `${family.id}.halfTokens`, "Tokens at half efficiency", "token"),
  };
}

function experts(
  { model, accelerator }: Deployment,
  { experts: shape }: Architecture,
  pieces: WeightPieces,
  rates: Rates,
) {
  const format = computedIn(accelerator.accelerator, pieces.rule.computes);
  const { fitted, family } = rates;
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
    expertFlopsPerSecond: rates.expertFlopsPerSecond(format, pieces.rule.bitsPerParameter < 15 && format === "bf16"),
    expertHalfTokens: fitted(
      family.expertHalfTokens,
      `${family.id}.expertHalfTokens`,
      "Tokens of an expert at half efficiency",
      "token",
    ),
    experts: count,
    expertsPerToken: perToken,
  };
}

function head({ layout }: Deployment, { parts, headBits }: WeightPieces, rates: Rates) {
  const parameters = parts.embedding;
  return {
    headBytes: derive(formulas.headBytes, { parameters, bitsPerParameter: headBits, tp: layout.tp }),
    headFlopsPerToken: derive(formulas.linearFlopsPerToken, { parameters: [parameters], tp: layout.tp }),
    headFlopsPerSecond: rates.flopsPerSecond("bf16", false),
  };
}

function host({ model, engine }: Deployment, architecture: Architecture, calibration: Calibration, rates: Rates) {
  const { fitted, family } = rates;
  const costs = calibration.engines[engine];
  const of = (value: number, field: string, label: string): Figure<number> =>
    fitted(value, `engines.${engine}.${field}`, label, "s");
  return {
    hostSecondsPerStep: derive(formulas.hostSecondsPerStep, {
      secondsPerStep: of(costs.secondsPerStep, "secondsPerStep", "Engine's time per step"),
      layers: model.fact(architecture.layers, "architecture.layers", "Layers", "layer"),
      secondsPerLayer: fitted(family.secondsPerLayer, `${family.id}.secondsPerLayer`, "Time per layer", "s/layer"),
      expertLayers: model.fact(
        architecture.experts?.moeLayers ?? 0,
        "architecture.experts.moeLayers",
        "Layers with experts",
        "layer",
      ),
      secondsPerExpertLayer: fitted(
        family.secondsPerExpertLayer,
        `${family.id}.secondsPerExpertLayer`,
        "Extra time per layer with experts",
        "s/layer",
      ),
      layerFactor: fitted(costs.layerFactor, `engines.${engine}.layerFactor`, "Engine's factor on layers", "1"),
    }),
    hostSecondsPerSequence: of(costs.secondsPerSequence, "secondsPerSequence", "Engine's time per sequence and step"),
    hostSecondsPerRequest: of(costs.secondsPerRequest, "secondsPerRequest", "Engine's time per request"),
  };
}

/** The plain numbers, for searches. */
export function plainCosts(figures: StepCostFigures): StepCosts {
  const plain: Record<string, unknown> = {};
  for (const [name, figure] of Object.entries(figures)) {
    plain[name] = Array.isArray(figure)
      ? figure.map((each: Figure<number>) => each.value)
      : (figure as Figure<number>).value;
  }
  return plain as StepCosts;
}
