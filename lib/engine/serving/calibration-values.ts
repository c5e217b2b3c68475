import type { ServingEngine } from "@/lib/contract/formats";
import type { Source } from "@/lib/contract/source";
import type { AcceleratorFamily, Calibration, EngineCost } from "./calibration";

/**
 * Efficiencies by generation and memory, as medians of kernel tables; what lies around a step and the widths of the
 * intervals from published runs end to end. Generations nobody measured inherit from the nearest one.
 */
export const measuredBy: Source = {
  title: "Kernel tables and InferenceX runs as collected in ai-dynamo/aiconfigurator (Apache-2.0)",
  url: "https://github.com/ai-dynamo/aiconfigurator",
  asOf: "2026-08",
};

const year = { first: 0, last: 9999 } as const;

const hopper: AcceleratorFamily = {
  id: "nvidia-hopper",
  label: "NVIDIA Hopper",
  vendors: ["NVIDIA"],
  years: [2022, 2024],
  memory: /^HBM(2e|3)$/,
  computeShare: { bf16: 0.78, fp8: 0.55, int8: 0.55, fp4: 0.5 },
  expertComputeShare: { bf16: 0.23, fp8: 0.17, int8: 0.17, fp4: 0.15 },
  halfTokens: 64,
  expertHalfTokens: 4,
  bandwidthShare: 0.78,
  attentionComputeShare: 0.45,
  attentionBandwidthShare: 0.7,
  scaleUp: { seconds: 12e-6, share: 0.5 },
  hostLink: { seconds: 25e-6, share: 0.3 },
  secondsPerLayer: 25e-6,
  secondsPerExpertLayer: 36e-6,
  measured: true,
};

const blackwell: AcceleratorFamily = {
  ...hopper,
  id: "nvidia-blackwell",
  label: "NVIDIA Blackwell with HBM",
  years: [2024, year.last],
  memory: /^HBM(3e|4)$/,
  computeShare: { bf16: 0.67, fp8: 0.45, int8: 0.45, fp4: 0.4 },
  expertComputeShare: { bf16: 0.2, fp8: 0.14, int8: 0.14, fp4: 0.12 },
  bandwidthShare: 0.67,
  attentionComputeShare: 0.35,
  scaleUp: { seconds: 12e-6, share: 0.5 },
};

const ampere: AcceleratorFamily = {
  ...hopper,
  id: "nvidia-ampere",
  label: "NVIDIA Ampere and older with HBM",
  years: [year.first, 2021],
  memory: /^HBM/,
  computeShare: { bf16: 0.86, fp8: 0.8, int8: 0.6, fp4: 0.8 },
  expertComputeShare: { bf16: 0.26, fp8: 0.24, int8: 0.18, fp4: 0.24 },
  bandwidthShare: 0.68,
  attentionComputeShare: 0.5,
  attentionBandwidthShare: 0.6,
  secondsPerLayer: 30e-6,
  measured: false,
};

const graphicsCard: AcceleratorFamily = {
  ...hopper,
  id: "nvidia-gddr",
  label: "NVIDIA with graphics memory",
  years: [year.first, year.last],
  memory: /^GDDR/,
  computeShare: { bf16: 0.65, fp8: 0.5, int8: 0.5, fp4: 0.45 },
  expertComputeShare: { bf16: 0.2, fp8: 0.15, int8: 0.15, fp4: 0.14 },
  bandwidthShare: 0.8,
  attentionComputeShare: 0.45,
  attentionBandwidthShare: 0.8,
  scaleUp: { seconds: 20e-6, share: 0.2 },
  hostLink: { seconds: 25e-6, share: 0.15 },
  secondsPerLayer: 30e-6,
  measured: false,
};

const other: AcceleratorFamily = {
  ...hopper,
  id: "other",
  label: "Accelerators with high-bandwidth memory of other vendors",
  vendors: [],
  years: [year.first, year.last],
  memory: /./,
  computeShare: { bf16: 0.5, fp8: 0.4, int8: 0.4, fp4: 0.35 },
  expertComputeShare: { bf16: 0.15, fp8: 0.12, int8: 0.12, fp4: 0.1 },
  bandwidthShare: 0.6,
  attentionComputeShare: 0.3,
  attentionBandwidthShare: 0.55,
  scaleUp: { seconds: 20e-6, share: 0.3 },
  hostLink: { seconds: 30e-6, share: 0.15 },
  secondsPerLayer: 40e-6,
  secondsPerExpertLayer: 60e-6,
  measured: false,
};

const unified: AcceleratorFamily = {
  ...other,
  id: "unified",
  label: "Systems whose processor and graphics share memory",
  memory: /unified/,
  computeShare: { bf16: 0.6, fp8: 0.5, int8: 0.5, fp4: 0.4 },
  expertComputeShare: { bf16: 0.18, fp8: 0.15, int8: 0.15, fp4: 0.12 },
  bandwidthShare: 0.75,
  attentionComputeShare: 0.35,
  attentionBandwidthShare: 0.65,
};

/** Hopper and its successor on HBM3e differ by year alone; the H200 of 2024 is Hopper. */
const hopperHbm3e: AcceleratorFamily = { ...hopper, id: "nvidia-hopper-hbm3e", memory: /^HBM3e$/, years: [2022, 2024] };

export const acceleratorFamilies: readonly AcceleratorFamily[] = [
  unified,
  ampere,
  hopper,
  hopperHbm3e,
  blackwell,
  graphicsCard,
  other,
];

/** Seconds of a step and of each sequence in it, of taking a request in, and a factor on the time of layers. */
const engine = (costs: [number, number, number, number], measured: boolean): EngineCost => {
  const [secondsPerStep, secondsPerSequence, secondsPerRequest, layerFactor] = costs;
  return { secondsPerStep, secondsPerSequence, secondsPerRequest, layerFactor, measured };
};

export const engineCosts: Record<ServingEngine, EngineCost> = {
  vllm: engine([0.7e-3, 10e-6, 0.016, 1], true),
  sglang: engine([1.2e-3, 8e-6, 0.1, 1], true),
  trtllm: engine([0.5e-3, 5e-6, 0.035, 0.8], true),
  tgi: engine([2e-3, 20e-6, 0.02, 1.2], false),
  llamacpp: engine([0.3e-3, 40e-6, 0.01, 1], false),
  transformers: engine([15e-3, 100e-6, 0.01, 3], false),
};

/** From runs on models that were left out of the fit, widened where engine or accelerator was not in it. */
export const errors: Calibration["errors"] = {
  near: { throughput: 1.5, tpot: 1.5, ttft: 2.5 },
  far: { throughput: 1.7, tpot: 1.7, ttft: 2.8 },
  unseen: { throughput: 2, tpot: 2, ttft: 3 },
};
