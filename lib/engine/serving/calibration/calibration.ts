import type { Accelerator } from "@/lib/contract/catalogue";
import type { ServingEngine } from "@/lib/contract/formats";
import type { Source } from "@/lib/contract/source";
import { familyOf } from "./families";
import fitted from "./fitted.json";
import { isMeasured } from "./numbers";
import type { MeasuredEngine, ParameterValues } from "./parameters";

/** Factors on an estimate between which the truth lies in 8 of 10 cases. */
export type Band = { low: number; high: number };
export type ErrorBands = { throughput: Band; tpot: Band; ttft: Band };

/** What is fitted to measurements, with where it comes from and how far off it is on what it had not seen. */
export type Calibration = {
  version: string;
  source: Source;
  values: ParameterValues;
  /** Those that were run end to end. */
  accelerators: readonly string[];
  errors: {
    /** Engine and accelerator were measured: from runs of models that were left out. */
    runs: Record<MeasuredEngine, ErrorBands>;
    /** One of them was not, but its kin or its kernels were: from runs on accelerators that were left out. */
    kernels: ErrorBands;
    /** Nothing of its kind was: the same, widened. */
    nothing: ErrorBands;
  };
};

const source: Source = {
  title: "Fit to InferenceX and other runs, and kernel tables, as collected in ai-dynamo/aiconfigurator (Apache-2.0)",
  url: "https://github.com/ai-dynamo/aiconfigurator",
  asOf: "2026-08",
};

export const defaultCalibration: Calibration = {
  version: fitted.version,
  source,
  values: fitted.values,
  accelerators: fitted.accelerators,
  errors: fitted.errors,
};

/** What an estimate for an accelerator under an engine rests on. */
export function basisOf(
  { accelerators }: Pick<Calibration, "accelerators">,
  accelerator: Accelerator,
  engine: ServingEngine,
): keyof Calibration["errors"] {
  if (accelerators.includes(accelerator.id) && isMeasured(engine)) return "runs";
  const { measured } = familyOf(accelerator);
  if (measured === "nothing") return "nothing";
  return isMeasured(engine) || measured === "runs" ? "kernels" : "nothing";
}

/** How far a deployment is from anything measured decides how wide its interval is. */
export function errorsOf(calibration: Calibration, accelerator: Accelerator, engine: ServingEngine): ErrorBands {
  const basis = basisOf(calibration, accelerator, engine);
  const { errors } = calibration;
  return basis === "runs" && isMeasured(engine) ? errors.runs[engine] : errors[basis === "runs" ? "kernels" : basis];
}
