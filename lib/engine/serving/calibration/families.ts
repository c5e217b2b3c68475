import type { Accelerator } from "@/lib/contract/catalogue";

type Shares = { bf16: number; fp8: number; int8: number; fp4: number };

/** How well a generation of accelerators does what its data sheet says, before any run end to end was looked at. */
export type FamilyPrior = {
  id: string;
  label: string;
  holds: (accelerator: Accelerator) => boolean;
  /** Share of the dense peak that large products of matrices reach. */
  computeShare: Shares;
  expertComputeShare: Shares;
  bandwidthShare: number;
  expertBandwidthShare: number;
  attentionComputeShare: number;
  decodeAttentionComputeShare: number;
  attentionBandwidthShare: number;
  /** Seconds of a kernel too small for its work to count. */
  kernelSeconds: number;
  /** Start of a collective and share of the link's rate, over the fast link and over the host's. */
  scaleUp: { seconds: number; share: number };
  hostLink: { seconds: number; share: number };
  /** `kernels`: single kernels were measured. `runs`: engines were measured end to end as well. */
  measured: "runs" | "kernels" | "nothing";
};

/** Shares are medians of the kernel tables that the calibration's source names; experts reach less in fewer bits. */
const expertsOf = (bf16: number): Shares => ({ bf16, fp8: 0.9 * bf16, int8: 0.9 * bf16, fp4: 0.8 * bf16 });

const hopper: FamilyPrior = {
  id: "nvidia-hopper",
  label: "NVIDIA Hopper",
  holds: ({ vendor, memoryType, peakFlopsPerSecond }) =>
    vendor === "NVIDIA" && memoryType.startsWith("HBM") && peakFlopsPerSecond.fp8 !== null,
  computeShare: { bf16: 0.77, fp8: 0.56, int8: 0.56, fp4: 0.45 },
  expertComputeShare: expertsOf(0.27),
  bandwidthShare: 0.8,
  expertBandwidthShare: 0.92,
  attentionComputeShare: 0.5,
  decodeAttentionComputeShare: 0.4,
  attentionBandwidthShare: 0.8,
  kernelSeconds: 3.5e-6,
  scaleUp: { seconds: 6.5e-6, share: 0.45 },
  hostLink: { seconds: 20e-6, share: 0.3 },
  measured: "runs",
};

const blackwell: FamilyPrior = {
  ...hopper,
  id: "nvidia-blackwell",
  label: "NVIDIA Blackwell with HBM",
  holds: (accelerator) => hopper.holds(accelerator) && accelerator.peakFlopsPerSecond.fp4 !== null,
  computeShare: { bf16: 0.67, fp8: 0.42, int8: 0.42, fp4: 0.36 },
  expertComputeShare: expertsOf(0.216),
  bandwidthShare: 0.736,
  attentionComputeShare: 0.425,
  attentionBandwidthShare: 0.776,
  kernelSeconds: 3.15e-6,
  scaleUp: { seconds: 6.5e-6, share: 0.34 },
};

const ampere: FamilyPrior = {
  ...hopper,
  id: "nvidia-ampere",
  label: "NVIDIA Ampere and older with HBM",
  holds: ({ vendor, memoryType }) => vendor === "NVIDIA" && memoryType.startsWith("HBM"),
  computeShare: { bf16: 0.83, fp8: 0.8, int8: 0.7, fp4: 0.8 },
  expertComputeShare: expertsOf(0.28),
  bandwidthShare: 0.69,
  expertBandwidthShare: 0.82,
  attentionComputeShare: 0.47,
  attentionBandwidthShare: 0.7,
  kernelSeconds: 4.2e-6,
  measured: "kernels",
};

const ada: FamilyPrior = {
  ...hopper,
  id: "nvidia-gddr",
  label: "NVIDIA with graphics memory, before Blackwell",
  holds: ({ vendor, memoryType }) => vendor === "NVIDIA" && memoryType.startsWith("GDDR"),
  computeShare: { bf16: 0.58, fp8: 0.44, int8: 0.44, fp4: 0.4 },
  expertComputeShare: expertsOf(0.25),
  bandwidthShare: 0.78,
  attentionComputeShare: 0.43,
  attentionBandwidthShare: 0.8,
  scaleUp: { seconds: 15e-6, share: 0.25 },
  hostLink: { seconds: 20e-6, share: 0.15 },
  measured: "kernels",
};

const blackwellCard: FamilyPrior = {
  ...ada,
  id: "nvidia-gddr-blackwell",
  label: "NVIDIA Blackwell with graphics memory",
  holds: (accelerator) => ada.holds(accelerator) && accelerator.peakFlopsPerSecond.fp4 !== null,
  computeShare: { bf16: 0.78, fp8: 0.66, int8: 0.66, fp4: 0.56 },
  expertComputeShare: expertsOf(0.33),
  bandwidthShare: 0.88,
  attentionComputeShare: 0.47,
  attentionBandwidthShare: 0.9,
};

const intelCard: FamilyPrior = {
  ...ada,
  id: "intel-gddr",
  label: "Intel with graphics memory",
  holds: ({ vendor, memoryType }) => vendor === "Intel" && memoryType.startsWith("GDDR"),
  computeShare: { bf16: 0.95, fp8: 0.48, int8: 0.48, fp4: 0.4 },
  expertComputeShare: expertsOf(0.34),
  bandwidthShare: 0.84,
  attentionComputeShare: 0.58,
  kernelSeconds: 15e-6,
  scaleUp: { seconds: 40e-6, share: 0.15 },
  hostLink: { seconds: 40e-6, share: 0.15 },
};

const unified: FamilyPrior = {
  ...ada,
  id: "unified",
  label: "Systems whose processor and graphics share memory",
  holds: ({ memoryType }) => memoryType.includes("unified") && !memoryType.startsWith("HBM"),
  computeShare: { bf16: 0.6, fp8: 0.5, int8: 0.5, fp4: 0.4 },
  expertComputeShare: expertsOf(0.25),
  bandwidthShare: 0.75,
  expertBandwidthShare: 0.65,
  attentionComputeShare: 0.35,
  attentionBandwidthShare: 0.65,
  kernelSeconds: 6e-6,
  measured: "nothing",
};

/** Other vendors reach less of their peak in the engines of today; nothing of theirs is in the tables. */
const other: FamilyPrior = {
  ...hopper,
  id: "other-hbm",
  label: "Accelerators with high-bandwidth memory of other vendors",
  holds: ({ memoryType }) => memoryType.startsWith("HBM"),
  computeShare: { bf16: 0.55, fp8: 0.42, int8: 0.42, fp4: 0.35 },
  expertComputeShare: expertsOf(0.19),
  bandwidthShare: 0.65,
  expertBandwidthShare: 0.6,
  attentionComputeShare: 0.35,
  attentionBandwidthShare: 0.6,
  kernelSeconds: 5e-6,
  scaleUp: { seconds: 12e-6, share: 0.35 },
  measured: "nothing",
};

const anything: FamilyPrior = {
  ...other,
  id: "other",
  label: "Accelerators of a kind that is in no table",
  holds: () => true,
};

/** The first that holds counts. */
export const families: readonly FamilyPrior[] = [
  blackwell,
  hopper,
  ampere,
  blackwellCard,
  ada,
  intelCard,
  unified,
  other,
  anything,
];

export const familyOf = (accelerator: Accelerator): FamilyPrior =>
  families.find(({ holds }) => holds(accelerator)) ?? anything;
