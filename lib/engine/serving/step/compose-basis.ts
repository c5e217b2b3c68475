import type { Architecture } from "@/lib/contract/catalogue";
import { type AsFigures, given } from "../../figure";
import type { Deployment } from "../../resolve/deployment";
import type { Basis } from "./calibrated";
import { exchangeRanks } from "./compose-asked";
import { kernelCounts } from "./kernel-counts";
import { type Formats, peakFigure } from "./peaks";

/** Weights kept in fewer bits than are computed in have to be unpacked first. */
const unpackingShare = 0.75;

/** Rate of a link nobody has published: Ethernet of 100 Gbit/s. */
const unknownLinkBytesPerSecond = 12.5e9;

/** Ranks talk over the fast link while they are within its reach, else over the host's. */
export function usesFastLink({ layout, accelerator }: Deployment): boolean {
  const { scaleUp } = accelerator.accelerator;
  const within = layout.tp.value * layout.dp.value <= scaleUp.domain;
  return within && (scaleUp.bytesPerSecondPerDirection ?? 0) > 0 && !scaleUp.link.startsWith("PCIe");
}

function link(deployment: Deployment) {
  const { accelerator } = deployment;
  const { scaleUp, hostLink } = accelerator.accelerator;
  const fast = usesFastLink(deployment);
  const known = (fast ? scaleUp : hostLink).bytesPerSecondPerDirection ?? scaleUp.bytesPerSecondPerDirection;
  return accelerator.fact(
    known || unknownLinkBytesPerSecond,
    `${fast ? "scaleUp" : "hostLink"}.bytesPerSecondPerDirection`,
    "Link, each direction",
    "B/s",
  );
}

function kernelFigures({ model }: Deployment, architecture: Architecture, formats: Formats) {
  const counts = kernelCounts(architecture, {
    projection: formats.projection !== "bf16",
    feedForward: formats.feedForward !== "bf16",
    experts: formats.experts !== "bf16",
  });
  const count = (value: number, field: string, label: string) =>
    model.fact(value, `architecture.kernels.${field}`, label, "1");
  return {
    plainKernels: count(counts.plain, "plain", "Kernels of norms, attention with heads and feed-forward layers"),
    latentKernelCount: count(counts.latent, "latent", "Kernels of latent attention"),
    recurrentKernelCount: count(counts.recurrent, "recurrent", "Kernels of recurrent layers"),
    expertKernelCount: count(counts.experts, "experts", "Kernels of experts"),
    expertLayers: model.fact(
      architecture.experts?.moeLayers ?? 0,
      "architecture.experts.moeLayers",
      "Layers of experts",
      "layer",
    ),
    quantisedProducts: count(counts.quantised, "quantised", "Products whose inputs are quantised on the way"),
  };
}

/** What the calibration is applied to. */
export function composeBasis(deployment: Deployment, architecture: Architecture, formats: Formats): AsFigures<Basis> {
  const { accelerator, model, layout } = deployment;
  const packed = formats.feedForwardBits < 15 && formats.feedForward === "bf16";
  return {
    projectionPeak: peakFigure(accelerator, formats.projection),
    feedForwardPeak: peakFigure(accelerator, formats.feedForward),
    headPeak: peakFigure(accelerator, "bf16"),
    expertPeak: peakFigure(accelerator, formats.experts),
    attentionPeak: peakFigure(accelerator, "bf16"),
    unpacking: given(packed ? unpackingShare : 1, {
      kind: "default",
      label: "Factor for unpacking weights",
      unit: "1",
      path: "formats.unpacking",
    }),
    memoryBytesPerSecond: accelerator.fact(
      accelerator.accelerator.memoryBytesPerSecond,
      "memoryBytesPerSecond",
      "Memory bandwidth",
      "B/s",
    ),
    linkBytesPerSecond: link(deployment),
    layers: model.fact(architecture.layers, "architecture.layers", "Layers", "layer"),
    ...kernelFigures(deployment, architecture, formats),
    exchangeRanks: exchangeRanks(deployment),
    stages: layout.pp,
    ranks: layout.dp,
  };
}
