import type { ServingEngine } from "@/lib/contract/formats";
import type { FamilyPrior } from "./families";
import { type MeasuredEngine, measuredEngines, type ParameterValues } from "./parameters";

export type Computed = "bf16" | "fp8" | "int8" | "fp4";

/** What is calibrated, for one family of accelerators under one engine, with the formats that products are computed in. */
export type Numbers = {
  projectionShare: number;
  feedForwardShare: number;
  headShare: number;
  expertShare: number;
  attentionShare: number;
  decodeAttentionShare: number;
  projectionBandwidthShare: number;
  feedForwardBandwidthShare: number;
  headBandwidthShare: number;
  expertBandwidthShare: number;
  attentionBandwidthShare: number;
  halfTokens: number;
  expertHalfTokens: number;
  routedShare: number;
  imbalance: number;
  kernelSeconds: number;
  latentKernels: number;
  recurrentKernels: number;
  expertKernels: number;
  expertHitSeconds: number;
  quantisingKernels: number;
  collectiveSeconds: number;
  linkShare: number;
  promptExchangeShare: number;
  sequenceLayerSeconds: number;
  rankDrag: number;
  launchSeconds: number;
  stepSeconds: number;
  sequenceSeconds: number;
  requestSeconds: number;
  promptTokenSeconds: number;
  prefillFactor: number;
};

export type Choice = {
  family: FamilyPrior;
  engine: ServingEngine;
  projection: Computed;
  feedForward: Computed;
  experts: Computed;
  fastLink: boolean;
  /** A cache in 8 bits or fewer. */
  narrowCache: boolean;
  /** Mixtures of experts in 8 bits are released with a scale for each block of weights; dense models with one each. */
  blockScales: boolean;
};

/** Engines that nobody measured here follow vLLM, slower where they launch kernels one by one. */
const followers: Record<Exclude<ServingEngine, MeasuredEngine>, { kernels: number; step: number; sequence: number }> = {
  tgi: { kernels: 1.2, step: 3, sequence: 4 },
  llamacpp: { kernels: 1.2, step: 1, sequence: 8 },
  transformers: { kernels: 4, step: 20, sequence: 20 },
};

export const isMeasured = (engine: ServingEngine): engine is MeasuredEngine =>
  (measuredEngines as readonly string[]).includes(engine);

type Value = (name: string) => number;

const valueIn =
  (values: ParameterValues): Value =>
  (name) => {
    const value = values[name];
    if (value === undefined) throw new Error(`the calibration has no ${name}`);
    return value;
  };

/** Prior of the family × correction found on what was measured × its own correction where the family was. */
function corrected(value: Value, family: FamilyPrior, name: string): number {
  return value(name) * (family.id === "nvidia-blackwell" ? value(`${name}.blackwell`) : 1);
}

function computeShares(value: Value, { family, projection, feedForward, experts }: Choice) {
  const compute = corrected(value, family, "compute");
  const narrow = (format: Computed): number => {
    if (format === "fp4") return value("compute.fourBit");
    return format === "bf16" ? 1 : value("compute.eightBit");
  };
  const share = (format: Computed) => Math.min(1, family.computeShare[format] * compute * narrow(format));
  return {
    projectionShare: share(projection),
    feedForwardShare: share(feedForward),
    headShare: share("bf16"),
    expertShare: Math.min(1, family.expertComputeShare[experts] * corrected(value, family, "expertCompute")),
    attentionShare: Math.min(1, family.attentionComputeShare * corrected(value, family, "attentionCompute")),
    decodeAttentionShare: Math.min(1, family.decodeAttentionComputeShare * value("decodeAttentionCompute")),
  };
}

function bandwidthShares(value: Value, { family, projection, feedForward, narrowCache }: Choice) {
  const weights = (format: Computed): number => {
    const all = family.bandwidthShare * corrected(value, family, "bandwidth");
    return Math.min(1, format === "fp4" ? all * value("bandwidth.fourBit") : all);
  };
  const cache = narrowCache ? value("attentionBandwidth.eightBit") : 1;
  return {
    projectionBandwidthShare: weights(projection),
    feedForwardBandwidthShare: weights(feedForward),
    headBandwidthShare: weights("bf16"),
    expertBandwidthShare: Math.min(1, family.expertBandwidthShare * corrected(value, family, "expertBandwidth")),
    attentionBandwidthShare: Math.min(
      1,
      family.attentionBandwidthShare * cache * corrected(value, family, "attentionBandwidth"),
    ),
  };
}

function engineTimes(value: Value, { family, engine }: Choice) {
  const like = isMeasured(engine) ? engine : "vllm";
  const slower = isMeasured(engine) ? { kernels: 1, step: 1, sequence: 1 } : followers[engine];
  const onBlackwell = family.id === "nvidia-blackwell";
  const own = like === "trtllm" && onBlackwell ? value("trtllm.expertKernels.blackwell") : 1;
  return {
    kernelSeconds:
      family.kernelSeconds * corrected(value, family, "kernel") * value(`${like}.kernels`) * slower.kernels,
    expertKernels: value(`${like}.expertKernels`) * (onBlackwell ? value("expertKernels.blackwell") * own : 1),
    expertHitSeconds: value(`${like}.expertHit`) * slower.kernels,
    launchSeconds: value(`${like}.launch`) * slower.kernels,
    stepSeconds: value(`${like}.step`) * slower.step,
    sequenceSeconds: value(`${like}.sequence`) * slower.sequence,
    requestSeconds: value(`${like}.request`),
    promptTokenSeconds: value(`${like}.promptToken`),
    prefillFactor: value(`${like}.prefill`),
    collectiveFactor: value(`${like}.collective`),
  };
}

function exchange(value: Value, { family, fastLink }: Choice) {
  const link = fastLink ? family.scaleUp : family.hostLink;
  return {
    collectiveSeconds: link.seconds * corrected(value, family, "collective"),
    linkShare: Math.min(1, link.share * corrected(value, family, "link")),
  };
}

const computesIn = ({ projection, feedForward, experts }: Choice, format: Computed): boolean =>
  projection === format || feedForward === format || experts === format;

export function numbersFor(values: ParameterValues, choice: Choice): Numbers {
  const value = valueIn(values);
  const { collectiveFactor, ...times } = engineTimes(value, choice);
  const { collectiveSeconds, linkShare } = exchange(value, choice);
  return {
    ...computeShares(value, choice),
    ...bandwidthShares(value, choice),
    ...times,
    halfTokens: value("halfTokens"),
    expertHalfTokens: value("expertHalfTokens"),
    routedShare: Math.min(1, value("routedShare")),
    imbalance: value("imbalance"),
    latentKernels: value("latentKernels"),
    recurrentKernels: value("recurrentKernels"),
    quantisingKernels:
      value("quantisingKernels") * (computesIn(choice, "fp4") ? value("quantisingKernels.fourBit") : 1) +
      (choice.blockScales ? corrected(value, choice.family, "blockKernels") : 0),
    collectiveSeconds: collectiveSeconds * collectiveFactor,
    linkShare,
    promptExchangeShare: Math.min(1, value("promptExchange")),
    sequenceLayerSeconds: value("sequenceLayer"),
    rankDrag: Math.min(1.2, value("rankDrag")),
  };
}

/** SGLang works on prompts in steps of their own; the others add them to the steps of those decoding. */
export const promptsAlone: Record<ServingEngine, boolean> = {
  vllm: false,
  sglang: true,
  trtllm: false,
  tgi: true,
  llamacpp: false,
  transformers: true,
};
