import type { Formula } from "../../figure";
import type { Numbers } from "../calibration/numbers";
import * as formulas from "./coefficients";
import type { Calibrated } from "./costs";

/** What the calibration is applied to: the data sheet, counts of layers and of their kernels. */
export type Basis = {
  projectionPeak: number;
  feedForwardPeak: number;
  headPeak: number;
  expertPeak: number;
  attentionPeak: number;
  /** Below 1 where weights of fewer bits are unpacked before a product. */
  unpacking: number;
  memoryBytesPerSecond: number;
  linkBytesPerSecond: number;
  layers: number;
  plainKernels: number;
  latentKernelCount: number;
  recurrentKernelCount: number;
  expertKernelCount: number;
  expertLayers: number;
  quantisedProducts: number;
  exchangeRanks: number;
  stages: number;
  ranks: number;
};

type Lifted<A, V> = { [K in keyof A]: A[K] extends readonly number[] ? readonly V[] : V };

/** One way of working a formula out: on plain numbers, or on figures that remember how they came about. */
export type Apply<V> = <A extends object>(formula: Formula<A, number>, given: Lifted<A, V>) => V;

type Of<T, V> = { [K in keyof T]: V };

/** The same for a fit, which needs it often, and for the working, which shows it. */
export function calibratedCosts<V>(
  basis: Of<Basis, V>,
  numbers: Of<Numbers, V>,
  one: V,
  apply: Apply<V>,
): Of<Calibrated, V> {
  const flops = (peakFlopsPerSecond: V, share: V, unpacking: V): V =>
    apply(formulas.usefulFlopsPerSecond, { peakFlopsPerSecond, share, unpacking });
  const bytes = (bytesPerSecond: V, share: V): V => apply(formulas.usefulBytesPerSecond, { bytesPerSecond, share });
  const kernels = apply(formulas.kernelsOfStep, {
    plain: basis.plainKernels,
    latent: basis.latentKernelCount,
    latentFactor: numbers.latentKernels,
    recurrent: basis.recurrentKernelCount,
    recurrentFactor: numbers.recurrentKernels,
    expert: basis.expertKernelCount,
    expertFactor: numbers.expertKernels,
    quantised: basis.quantisedProducts,
    quantisingKernels: numbers.quantisingKernels,
  });
  const { memoryBytesPerSecond } = basis;
  return {
    projectionFlopsPerSecond: flops(basis.projectionPeak, numbers.projectionShare, basis.unpacking),
    feedForwardFlopsPerSecond: flops(basis.feedForwardPeak, numbers.feedForwardShare, basis.unpacking),
    headFlopsPerSecond: flops(basis.headPeak, numbers.headShare, one),
    expertFlopsPerSecond: flops(basis.expertPeak, numbers.expertShare, one),
    attentionFlopsPerSecond: flops(basis.attentionPeak, numbers.attentionShare, one),
    decodeAttentionFlopsPerSecond: flops(basis.attentionPeak, numbers.decodeAttentionShare, one),
    projectionBytesPerSecond: bytes(memoryBytesPerSecond, numbers.projectionBandwidthShare),
    feedForwardBytesPerSecond: bytes(memoryBytesPerSecond, numbers.feedForwardBandwidthShare),
    headBytesPerSecond: bytes(memoryBytesPerSecond, numbers.headBandwidthShare),
    expertBytesPerSecond: bytes(memoryBytesPerSecond, numbers.expertBandwidthShare),
    attentionBytesPerSecond: bytes(memoryBytesPerSecond, numbers.attentionBandwidthShare),
    kernelSeconds: apply(formulas.kernelSeconds, { kernels, secondsPerKernel: numbers.kernelSeconds }),
    launchSeconds: apply(formulas.kernelSeconds, { kernels, secondsPerKernel: numbers.launchSeconds }),
    expertHitSeconds: apply(formulas.kernelSeconds, {
      kernels: basis.expertLayers,
      secondsPerKernel: numbers.expertHitSeconds,
    }),
    halfTokens: numbers.halfTokens,
    expertHalfTokens: numbers.expertHalfTokens,
    routedShare: numbers.routedShare,
    imbalance: numbers.imbalance,
    exchangeStartSeconds: apply(formulas.exchangeStartSeconds, {
      layers: basis.layers,
      ranks: basis.exchangeRanks,
      stages: basis.stages,
      startSeconds: numbers.collectiveSeconds,
    }),
    linkBytesPerSecond: bytes(basis.linkBytesPerSecond, numbers.linkShare),
    promptExchangeShare: numbers.promptExchangeShare,
    hostSecondsPerStep: numbers.stepSeconds,
    hostSecondsPerSequence: apply(formulas.secondsPerSequence, {
      secondsPerSequence: numbers.sequenceSeconds,
      layers: basis.layers,
      secondsPerLayer: numbers.sequenceLayerSeconds,
    }),
    hostSecondsPerRequest: numbers.requestSeconds,
    hostSecondsPerPromptToken: numbers.promptTokenSeconds,
    prefillFactor: numbers.prefillFactor,
    heldUpRanks: apply(formulas.heldUpRanks, { ranks: basis.ranks, exponent: numbers.rankDrag }),
  };
}

export const plainly: Apply<number> = (formula, given) => formula(given as Parameters<typeof formula>[0]);
