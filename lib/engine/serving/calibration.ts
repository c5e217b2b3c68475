import type { Accelerator } from "@/lib/contract/catalogue";
import type { ServingEngine } from "@/lib/contract/formats";
import type { Source } from "@/lib/contract/source";
import { acceleratorFamilies, engineCosts, errors, measuredBy } from "./calibration-values";

/** How well a generation of accelerators does what its data sheet says. */
export type AcceleratorFamily = {
  id: string;
  label: string;
  vendors: readonly string[];
  years: readonly [number, number];
  memory: RegExp;
  /** Share of the dense peak that large products of matrices reach. */
  computeShare: { bf16: number; fp8: number; int8: number; fp4: number };
  /** The same for experts, whose products are many and small. */
  expertComputeShare: { bf16: number; fp8: number; int8: number; fp4: number };
  /** Products with this many tokens reach half of that: tiles are filled in steps. */
  halfTokens: number;
  /** The same for the products of a single expert, whose tiles are smaller. */
  expertHalfTokens: number;
  /** Share of the memory's bandwidth that reading weights reaches. */
  bandwidthShare: number;
  attentionComputeShare: number;
  attentionBandwidthShare: number;
  /** Start of a collective and share of the link's rate, over the fast link and over the host link. */
  scaleUp: { seconds: number; share: number };
  hostLink: { seconds: number; share: number };
  /** Seconds of a layer that neither computing nor reading explains: starts of kernels, small operators. */
  secondsPerLayer: number;
  secondsPerExpertLayer: number;
  /** True where end-to-end measurements on this generation went into the values. */
  measured: boolean;
};

/** What an engine adds around a step. */
export type EngineCost = {
  secondsPerStep: number;
  secondsPerSequence: number;
  secondsPerRequest: number;
  /** Factor on the time of layers, relative to engines that capture graphs and fuse. */
  layerFactor: number;
  measured: boolean;
};

/** Half-widths of 10–90 % intervals as factors: the truth lies between value ÷ factor and value × factor. */
export type ErrorFactors = { throughput: number; tpot: number; ttft: number };

/** The few numbers that are fitted, with where they come from. Never one per model, never one per measurement. */
export type Calibration = {
  version: string;
  source: Source;
  families: readonly AcceleratorFamily[];
  engines: Record<ServingEngine, EngineCost>;
  /** Of a benchmark's requests at fixed concurrency, the share that arrives all at once at its start. */
  closedStartShare: number;
  errors: { near: ErrorFactors; far: ErrorFactors; unseen: ErrorFactors };
};

export const defaultCalibration: Calibration = {
  version: "2026-11-24",
  source: measuredBy,
  families: acceleratorFamilies,
  engines: engineCosts,
  closedStartShare: 0.15,
  errors,
};

const matches = (family: AcceleratorFamily, { vendor, releasedYear, memoryType }: Accelerator): boolean => {
  const [from, to] = family.years;
  const made = family.vendors.length === 0 || family.vendors.includes(vendor);
  return made && releasedYear >= from && releasedYear <= to && family.memory.test(memoryType);
};

/** The generation an accelerator belongs to; the last family takes what fits none. */
export function familyOf(calibration: Calibration, accelerator: Accelerator): AcceleratorFamily {
  const family = calibration.families.find((each) => matches(each, accelerator)) ?? calibration.families.at(-1);
  if (!family) throw new Error("the calibration has no family of accelerators");
  return family;
}

/** How far a deployment is from anything measured decides how wide its interval is. */
export function errorsOf(calibration: Calibration, accelerator: Accelerator, engine: ServingEngine): ErrorFactors {
  const family = familyOf(calibration, accelerator).measured;
  const { near, far, unseen } = calibration.errors;
  if (family && calibration.engines[engine].measured) return near;
  return family || calibration.engines[engine].measured ? far : unseen;
}
