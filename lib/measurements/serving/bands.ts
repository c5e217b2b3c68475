import type { Band, Calibration, ErrorBands } from "@/lib/engine/measuring";
import { measuredEngines } from "@/lib/engine/measuring";
import { quantile } from "../statistics";
import { type LeftOut, valuesFor } from "./left-out";
import type { Run } from "./predictor";

/** Error bars of the product: how far estimates were off on runs that the fit had not seen. */

const within = { low: 0.1, high: 0.9 };
/** Where neither accelerator nor engine was measured, the logarithm of a factor is taken to be so much larger. */
const unmeasured = 1.5;

/** Measured ÷ predicted of a run. */
type Ratios = { tpot: number; ttft: number; throughput: number };

function ratiosOf(run: Run, by: keyof LeftOut, leftOut: LeftOut): Ratios {
  const { tpotSeconds, ttftSeconds } = run.predict(valuesFor(run, by, leftOut));
  const measured = { tpot: run.row.tpot_ms / 1000, ttft: run.row.ttft_ms / 1000 };
  const whole = (first: number, token: number) => first + (run.outputTokens - 1) * token;
  return {
    tpot: measured.tpot / tpotSeconds,
    ttft: measured.ttft / ttftSeconds,
    throughput: whole(ttftSeconds, tpotSeconds) / whole(measured.ttft, measured.tpot),
  };
}

const digits = 4;
const rounded = (value: number): number => Number(value.toPrecision(digits));

function bandOf(ratios: readonly number[]): Band {
  const sorted = ratios.toSorted((a, b) => a - b);
  return { low: rounded(quantile(sorted, within.low)), high: rounded(quantile(sorted, within.high)) };
}

const eachOf = (of: (metric: keyof Ratios) => Band): ErrorBands => ({
  throughput: of("throughput"),
  tpot: of("tpot"),
  ttft: of("ttft"),
});

const bandsOf = (ratios: readonly Ratios[]): ErrorBands =>
  eachOf((metric) => bandOf(ratios.map((each) => each[metric])));

const wider = (one: Band, other: Band): Band => ({
  low: Math.min(one.low, other.low),
  high: Math.max(one.high, other.high),
});

export function errorBands(runs: readonly Run[], leftOut: LeftOut): Calibration["errors"] {
  const of = (by: keyof LeftOut, some = runs) => some.map((run) => ratiosOf(run, by, leftOut));
  const engines = measuredEngines.map((engine) => {
    const own = runs.filter(({ row }) => row.engine === engine);
    return [engine, bandsOf(of("modelLeftOut", own))] as const;
  });
  const accelerators = bandsOf(of("acceleratorLeftOut"));
  const kernels = eachOf((metric) =>
    engines.reduce((widest, [, bands]) => wider(widest, bands[metric]), accelerators[metric]),
  );
  return {
    runs: Object.fromEntries(engines) as Calibration["errors"]["runs"],
    kernels,
    nothing: eachOf((metric) => ({
      low: rounded(kernels[metric].low ** unmeasured),
      high: rounded(kernels[metric].high ** unmeasured),
    })),
  };
}
