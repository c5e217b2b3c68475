import type { Accelerator } from "@/lib/contract/catalogue";
import type { Unit } from "@/lib/contract/unit";
import { derive, type Figure, given } from "../../figure";
import type { Deployment } from "../../resolve/deployment";
import { type AcceleratorFamily, type Calibration, familyOf } from "../calibration";
import * as formulas from "./coefficients";

type Format = "bf16" | "fp8" | "int8" | "fp4";
export type Fitted = (value: number, path: string, label: string, unit: Unit) => Figure<number>;

/** Weights kept in fewer bits than are computed in have to be unpacked first. */
const unpackingShare = 0.75;

/** A number of the calibration as a figure. */
export const fittedBy =
  (calibration: Calibration): Fitted =>
  (value, path, label, unit) =>
    given(value, { kind: "calibrated", label, unit, path: `calibration/${path}`, source: calibration.source });

export type Rates = {
  family: AcceleratorFamily;
  fitted: Fitted;
  flopsPerSecond: (format: Format, unpacked: boolean) => Figure<number>;
  expertFlopsPerSecond: (format: Format, unpacked: boolean) => Figure<number>;
  attentionFlopsPerSecond: Figure<number>;
  bytesPerSecond: Figure<number>;
  attentionBytesPerSecond: Figure<number>;
};

/** The fastest unit that computes in a format or a wider one; null where no rate is published at all. */
function peakOf(accelerator: Accelerator, format: Format): { format: Format; peak: number; field: string } | null {
  const peaks = accelerator.peakFlopsPerSecond;
  if (peaks[format] !== null) return { format, peak: peaks[format], field: format };
  if (peaks.bf16 !== null) return { format: "bf16", peak: peaks.bf16, field: "bf16" };
  return peaks.fp32 === null ? null : { format: "bf16", peak: peaks.fp32, field: "fp32" };
}

export const hasRates = (accelerator: Accelerator): boolean => peakOf(accelerator, "bf16") !== null;

/** The format products are computed in: that of the weights where the accelerator has units for it, else 16 bits. */
export function computedIn(accelerator: Accelerator, computes: string): Format {
  const peaks = accelerator.peakFlopsPerSecond;
  if (computes === "fp8" && peaks.fp8 !== null) return "fp8";
  if (computes === "int8" && peaks.int8 !== null) return "int8";
  if (computes === "fp4" && peaks.fp4 !== null) return "fp4";
  return "bf16";
}

export function composeRates({ accelerator }: Deployment, calibration: Calibration): Rates {
  const family = familyOf(calibration, accelerator.accelerator);
  const fitted = fittedBy(calibration);
  const share = (value: number, field: string, label: string) => fitted(value, `${family.id}.${field}`, label, "share");
  const flops = (format: Format, reached: (format: Format) => Figure<number>, unpacked: boolean) => {
    const unit = peakOf(accelerator.accelerator, format);
    return derive(formulas.usefulFlopsPerSecond, {
      peakFlopsPerSecond: accelerator.fact(
        unit?.peak ?? 0,
        `peakFlopsPerSecond.${unit?.field ?? "bf16"}`,
        "Dense peak",
        "FLOP/s",
      ),
      share: reached(unit?.format ?? "bf16"),
      unpacking: share(unpacked ? unpackingShare : 1, "unpacking", "Factor for unpacking weights"),
    });
  };
  const bandwidth = (value: number, field: string, label: string) =>
    derive(formulas.usefulBytesPerSecond, {
      bytesPerSecond: accelerator.fact(
        accelerator.accelerator.memoryBytesPerSecond,
        "memoryBytesPerSecond",
        "Memory bandwidth",
        "B/s",
      ),
      share: share(value, field, label),
    });
  return {
    family,
    fitted,
    flopsPerSecond: (format, unpacked) =>
      flops(format, (of) => share(family.computeShare[of], `computeShare.${of}`, "Share of peak reached"), unpacked),
    expertFlopsPerSecond: (format, unpacked) =>
      flops(
        format,
        (of) => share(family.expertComputeShare[of], `expertComputeShare.${of}`, "Share of peak reached by experts"),
        unpacked,
      ),
    attentionFlopsPerSecond: flops(
      "bf16",
      () => share(family.attentionComputeShare, "attentionComputeShare", "Share of peak reached by attention"),
      false,
    ),
    bytesPerSecond: bandwidth(family.bandwidthShare, "bandwidthShare", "Share of bandwidth reached"),
    attentionBytesPerSecond: bandwidth(
      family.attentionBandwidthShare,
      "attentionBandwidthShare",
      "Share of bandwidth reached by attention",
    ),
  };
}
