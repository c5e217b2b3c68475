import { type AsFigures, derive, type Figure, given } from "../../figure";
import type { Memory } from "../../memory/compose";
import type { Deployment } from "../../resolve/deployment";
import type { Calibration } from "../calibration/calibration";
import { familyOf } from "../calibration/families";
import { type Choice, type Numbers, numbersFor, promptsAlone } from "../calibration/numbers";
import type { ParameterValues } from "../calibration/parameters";
import { type Apply, type Basis, calibratedCosts, plainly } from "./calibrated";
import { composeAsked } from "./compose-asked";
import { composeBasis, usesFastLink } from "./compose-basis";
import type { Asked, Calibrated, StepCostFigures, StepCosts } from "./costs";
import { formatsOf } from "./peaks";

/** What a step's costs come from, before the calibration: asked once, priced as often as a fit needs. */
type Uncalibrated = { asked: AsFigures<Asked>; basis: AsFigures<Basis>; choice: Choice };

function uncalibrated(deployment: Deployment, memory: Memory): Uncalibrated | null {
  const { architecture } = deployment.model;
  const { pieces } = memory.weights;
  if (!architecture || !pieces) return null;
  const { accelerator } = deployment.accelerator;
  const formats = formatsOf(accelerator, pieces, architecture.experts != null);
  const { projection, feedForward, experts } = formats;
  return {
    asked: composeAsked(deployment, architecture, memory, pieces, formats),
    basis: composeBasis(deployment, architecture, formats),
    choice: {
      family: familyOf(accelerator),
      engine: deployment.engine,
      projection,
      feedForward,
      experts,
      fastLink: usesFastLink(deployment),
      narrowCache: deployment.kvBytesPerElement.value < 1.5,
      blockScales: architecture.experts != null && experts === "fp8",
    },
  };
}

const constant = (value: number, label: string, path: string, note: string): Figure<number> =>
  given(value, { kind: "default", label, unit: "1", path, note });

const one = constant(1, "Factor", "calibration/none", "Nothing to correct.");
const exactly = constant(1, "Error factor", "calibration/slowdown", "1 for the estimate itself.");

const onFigures: Apply<Figure<number>> = (formula, inputs) =>
  derive(formula, inputs as AsFigures<Parameters<typeof formula>[0]>) as Figure<number>;

function numberFigures(calibration: Calibration, choice: Choice): AsFigures<Numbers> {
  const plain = numbersFor(calibration.values, choice);
  const figures = Object.entries(plain).map(([name, value]) => [
    name,
    given(value, {
      kind: "calibrated",
      label: labels[name as keyof Numbers],
      unit: units[name as keyof Numbers] ?? "1",
      path: `calibration/${choice.family.id}.${choice.engine}.${name}`,
      source: calibration.source,
    }),
  ]);
  return Object.fromEntries(figures) as AsFigures<Numbers>;
}

/** What a step costs this deployment, as figures; null where the model's shape is not known. */
export function composeCosts(deployment: Deployment, memory: Memory, calibration: Calibration): StepCostFigures | null {
  const base = uncalibrated(deployment, memory);
  if (!base) return null;
  const { asked, basis, choice } = base;
  return {
    ...asked,
    ...calibratedCosts(basis, numberFigures(calibration, choice), one, onFigures),
    promptsAlone: constant(
      promptsAlone[deployment.engine] ? 1 : 0,
      "Prompts in steps of their own",
      `engines.${deployment.engine}.promptsAlone`,
      "1 where the engine pauses decoding for prompts, 0 where a step does both.",
    ),
    slowdown: exactly,
  };
}

/** The plain numbers, for searches. */
export function plainCosts(figures: StepCostFigures): StepCosts {
  return plainOf<StepCosts>(figures);
}

function plainOf<T extends object>(figures: AsFigures<T>): T {
  const plain: Record<string, unknown> = {};
  for (const name in figures) {
    const figure: unknown = figures[name];
    plain[name] = Array.isArray(figure)
      ? figure.map((each: Figure<number>) => each.value)
      : (figure as Figure<number>).value;
  }
  return plain as T;
}

const numbersOfValues = new WeakMap<ParameterValues, Map<string, Numbers>>();

/** Deployments of one kind have the same numbers, so these are worked out once for each set of values. */
function sharedNumbers(values: ParameterValues, choice: Choice, kind: string): Numbers {
  const known = numbersOfValues.get(values) ?? new Map<string, Numbers>();
  numbersOfValues.set(values, known);
  const numbers = known.get(kind) ?? numbersFor(values, choice);
  known.set(kind, numbers);
  return numbers;
}

/** Field by field: a spread of so many is a hundred times slower to make and to read. */
const together = (asked: Asked, calibrated: Calibrated, alone: number): StepCosts => ({
  projectionBytes: asked.projectionBytes,
  projectionFlopsPerToken: asked.projectionFlopsPerToken,
  feedForwardBytes: asked.feedForwardBytes,
  feedForwardFlopsPerToken: asked.feedForwardFlopsPerToken,
  expertBytes: asked.expertBytes,
  expertFlopsPerToken: asked.expertFlopsPerToken,
  experts: asked.experts,
  expertsPerToken: asked.expertsPerToken,
  expertRanks: asked.expertRanks,
  busiestRank: asked.busiestRank,
  headBytes: asked.headBytes,
  headFlopsPerToken: asked.headFlopsPerToken,
  windows: asked.windows,
  bytesPerContextToken: asked.bytesPerContextToken,
  flopsPerContextToken: asked.flopsPerContextToken,
  flopsPerPair: asked.flopsPerPair,
  stateBytes: asked.stateBytes,
  exchangeBytesPerToken: asked.exchangeBytesPerToken,
  ranks: asked.ranks,
  lanes: asked.lanes,
  projectionFlopsPerSecond: calibrated.projectionFlopsPerSecond,
  feedForwardFlopsPerSecond: calibrated.feedForwardFlopsPerSecond,
  headFlopsPerSecond: calibrated.headFlopsPerSecond,
  expertFlopsPerSecond: calibrated.expertFlopsPerSecond,
  halfTokens: calibrated.halfTokens,
  expertHalfTokens: calibrated.expertHalfTokens,
  routedShare: calibrated.routedShare,
  imbalance: calibrated.imbalance,
  projectionBytesPerSecond: calibrated.projectionBytesPerSecond,
  feedForwardBytesPerSecond: calibrated.feedForwardBytesPerSecond,
  headBytesPerSecond: calibrated.headBytesPerSecond,
  expertBytesPerSecond: calibrated.expertBytesPerSecond,
  attentionFlopsPerSecond: calibrated.attentionFlopsPerSecond,
  decodeAttentionFlopsPerSecond: calibrated.decodeAttentionFlopsPerSecond,
  attentionBytesPerSecond: calibrated.attentionBytesPerSecond,
  exchangeStartSeconds: calibrated.exchangeStartSeconds,
  linkBytesPerSecond: calibrated.linkBytesPerSecond,
  promptExchangeShare: calibrated.promptExchangeShare,
  kernelSeconds: calibrated.kernelSeconds,
  expertHitSeconds: calibrated.expertHitSeconds,
  launchSeconds: calibrated.launchSeconds,
  hostSecondsPerStep: calibrated.hostSecondsPerStep,
  hostSecondsPerSequence: calibrated.hostSecondsPerSequence,
  hostSecondsPerRequest: calibrated.hostSecondsPerRequest,
  hostSecondsPerPromptToken: calibrated.hostSecondsPerPromptToken,
  prefillFactor: calibrated.prefillFactor,
  heldUpRanks: calibrated.heldUpRanks,
  promptsAlone: alone,
  slowdown: 1,
});

/** Where no working is asked for: costs as a function of what is calibrated, the rest worked out once. */
export function costsByCalibration(
  deployment: Deployment,
  memory: Memory,
): ((values: ParameterValues) => StepCosts) | null {
  const base = uncalibrated(deployment, memory);
  if (!base) return null;
  const { choice } = base;
  const { family, ...rest } = choice;
  const kind = [family.id, ...Object.values(rest)].join();
  const basis = plainOf<Basis>(base.basis);
  const asked = plainOf<Asked>(base.asked);
  const alone = promptsAlone[choice.engine] ? 1 : 0;
  return (values) => together(asked, calibratedCosts(basis, sharedNumbers(values, choice, kind), 1, plainly), alone);
}

const share = "share" as const;
const seconds = "s" as const;

const units: Partial<Record<keyof Numbers, "share" | "s" | "token">> = {
  projectionShare: share,
  feedForwardShare: share,
  headShare: share,
  expertShare: share,
  attentionShare: share,
  decodeAttentionShare: share,
  projectionBandwidthShare: share,
  feedForwardBandwidthShare: share,
  headBandwidthShare: share,
  expertBandwidthShare: share,
  attentionBandwidthShare: share,
  linkShare: share,
  promptExchangeShare: share,
  routedShare: share,
  halfTokens: "token",
  expertHalfTokens: "token",
  kernelSeconds: seconds,
  expertHitSeconds: seconds,
  collectiveSeconds: seconds,
  sequenceLayerSeconds: seconds,
  launchSeconds: seconds,
  stepSeconds: seconds,
  sequenceSeconds: seconds,
  requestSeconds: seconds,
  promptTokenSeconds: seconds,
};

const labels: Record<keyof Numbers, string> = {
  projectionShare: "Share of peak, projections",
  feedForwardShare: "Share of peak, feed-forward layers",
  headShare: "Share of peak, output matrix",
  expertShare: "Share of peak, experts",
  attentionShare: "Share of peak, attention of prompts",
  decodeAttentionShare: "Share of peak, attention of decoding",
  projectionBandwidthShare: "Share of bandwidth, projections",
  feedForwardBandwidthShare: "Share of bandwidth, feed-forward layers",
  headBandwidthShare: "Share of bandwidth, output matrix",
  expertBandwidthShare: "Share of bandwidth, experts",
  attentionBandwidthShare: "Share of bandwidth, cache",
  halfTokens: "Tokens at half efficiency",
  expertHalfTokens: "Tokens of an expert at half efficiency",
  routedShare: "Share of tokens that reach new experts",
  imbalance: "Unevenness of experts' ranks",
  kernelSeconds: "Time of a small kernel",
  latentKernels: "Factor on kernels of latent attention",
  recurrentKernels: "Factor on kernels of recurrent layers",
  expertKernels: "Factor on kernels of experts",
  expertHitSeconds: "Time of an expert that tokens reach",
  quantisingKernels: "Kernels for a product with quantised inputs",
  collectiveSeconds: "Start of a collective",
  linkShare: "Share of the link's rate",
  promptExchangeShare: "Share of a prompt's exchange that nothing covers",
  sequenceLayerSeconds: "Time of a sequence in a layer",
  rankDrag: "How far a rank's prompts hold up the others",
  launchSeconds: "Start of a kernel that no graph covers",
  stepSeconds: "Engine's time per step",
  sequenceSeconds: "Engine's time per sequence and step",
  requestSeconds: "Engine's time to take a request in",
  promptTokenSeconds: "Engine's time per token of a prompt",
  prefillFactor: "Engine's factor on the time of prompts",
};
