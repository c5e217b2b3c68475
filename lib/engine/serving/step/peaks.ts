import type { Accelerator } from "@/lib/contract/catalogue";
import type { Figure } from "../../figure";
import type { WeightPieces } from "../../memory/compose-weights";
import type { ResolvedAccelerator } from "../../resolve/accelerator";
import type { Computed } from "../calibration/numbers";

/** The fastest unit that computes in a format or a wider one; null where no rate is published at all. */
function peakOf(accelerator: Accelerator, format: Computed): { peak: number; field: string } | null {
  const peaks = accelerator.peakFlopsPerSecond;
  if (peaks[format] !== null) return { peak: peaks[format], field: format };
  if (peaks.bf16 !== null) return { peak: peaks.bf16, field: "bf16" };
  return peaks.fp32 === null ? null : { peak: peaks.fp32, field: "fp32" };
}

export const hasRates = (accelerator: Accelerator): boolean => peakOf(accelerator, "bf16") !== null;

export function peakFigure(accelerator: ResolvedAccelerator, format: Computed): Figure<number> {
  const unit = peakOf(accelerator.accelerator, format);
  const field = `peakFlopsPerSecond.${unit?.field ?? "bf16"}`;
  return accelerator.fact(unit?.peak ?? 0, field, "Dense peak", "FLOP/s");
}

/** The format products are computed in: that of the weights where the accelerator has units for it, else 16 bits. */
function computedIn(accelerator: Accelerator, computes: string): Computed {
  const peaks = accelerator.peakFlopsPerSecond;
  if (computes === "fp8" && peaks.fp8 !== null) return "fp8";
  if (computes === "int8" && peaks.int8 !== null) return "int8";
  if (computes === "fp4" && peaks.fp4 !== null) return "fp4";
  return "bf16";
}

/** Formats in which each part is computed, and the bits it is kept in. */
export type Formats = {
  projection: Computed;
  feedForward: Computed;
  experts: Computed;
  projectionBits: number;
  feedForwardBits: number;
};

const whole = 16;

export function formatsOf(
  accelerator: Accelerator,
  { rule }: Pick<WeightPieces, "rule">,
  hasExperts: boolean,
): Formats {
  const computed = computedIn(accelerator, rule.computes);
  const { covers, bitsPerParameter } = rule;
  const everywhere = covers === "everything" || covers === "linear";
  const projected = everywhere || (covers === "linearButMoeAttention" && !hasExperts);
  return {
    projection: projected ? computed : "bf16",
    feedForward: covers === "experts" ? "bf16" : computed,
    experts: computed,
    projectionBits: projected ? bitsPerParameter : whole,
    feedForwardBits: covers === "experts" ? whole : bitsPerParameter,
  };
}
