import type { Accelerator } from "@/lib/contract/catalogue";
import { type Outcome, succeed } from "@/lib/contract/errors";
import type { ReferenceData } from "@/lib/contract/reference";
import type { AcceleratorRef } from "@/lib/contract/request";
import type { Unit } from "@/lib/contract/unit";
import { type Figure, given } from "../figure";
import { bytesFromGib, bytesPerGb } from "../units";

export type ResolvedAccelerator = {
  accelerator: Accelerator;
  fact: <T>(value: T, field: string, label: string, unit: Unit) => Figure<T>;
};

const flopsPerTflop = 1e12;

/** A specification of a request in the catalogue's form. What it leaves out is not there, rather than guessed. */
function described(ref: Exclude<AcceleratorRef, string>): Accelerator {
  const rate = (tera: number | undefined) => (tera === undefined ? null : tera * flopsPerTflop);
  const link = ref.linkGbPerSecondPerDirection;
  return {
    id: "described",
    vendor: "",
    name: ref.name ?? "Accelerator of the request",
    memoryBytes: bytesFromGib(ref.memoryGib),
    usableMemoryBytes: null,
    memoryType: "unknown",
    memoryBytesPerSecond: ref.memoryGbPerSecond * bytesPerGb,
    peakFlopsPerSecond: {
      bf16: rate(ref.bf16Tflops),
      fp8: rate(ref.fp8Tflops),
      int8: rate(ref.int8Tops),
      fp4: rate(ref.fp4Tflops),
      fp32: null,
    },
    scaleUp: {
      link: "as requested",
      domain: ref.scaleUpDomain ?? 1,
      bytesPerSecondPerDirection: link === undefined ? null : link * bytesPerGb,
    },
    hostLink: { name: null, bytesPerSecondPerDirection: null },
    tdpWatts: null,
    facilityWatts: null,
    releasedYear: 2024,
    formFactor: "unknown",
    usableForSizing: true,
    confidence: "low",
    notes: null,
    source: { title: "Specification of the request", asOf: "2024" },
  };
}

const known = new WeakMap<Accelerator, ResolvedAccelerator>();

/** The accelerator a request means. Errors: an id the catalogue does not have. */
export function resolveAccelerator(
  ref: AcceleratorRef,
  reference: Pick<ReferenceData, "findAccelerator">,
): Outcome<ResolvedAccelerator> {
  if (typeof ref !== "string") {
    const fact: ResolvedAccelerator["fact"] = (value, field, label, unit) =>
      given(value, { kind: "entered", label, unit, path: `accelerator.${field}` });
    return succeed({ accelerator: described(ref), fact });
  }
  const found = reference.findAccelerator(ref);
  if (!found.ok) return found;
  const accelerator = found.value;
  const before = known.get(accelerator);
  if (before) return succeed(before);
  const { source, notes } = accelerator;
  const fact: ResolvedAccelerator["fact"] = (value, field, label, unit) => {
    const path = `accelerators/${accelerator.id}.${field}`;
    return given(value, { kind: "catalogue", label, unit, path, source, ...(notes && { note: notes }) });
  };
  const resolved = { accelerator, fact };
  known.set(accelerator, resolved);
  return succeed(resolved);
}
