import type { Band, Calibration, ErrorBands } from "@/lib/engine/measuring";
import { measuredEngines } from "@/lib/engine/measuring";
import { quantile } from "../statistics";
import { type LeftOut, valuesFor } from "./left-out";
import type { Run } from "./predictor";

/** Error bars of the product: how far estimates were off on runs that the fit had not seen. */

/**
 * Share of left-out runs beyond each end. A little less than the tenth that the product speaks of, since the next model errs in
 * a way of its own: bands made of other models' runs hold 3 or 4 % fewer of it. First tokens keep the tenth: what is
 * beyond it waited for a benchmark's warm-up.
 */
const beyond = { throughput: 0.08, tpot: 0.08, ttft: 0.1 };
/**
 * Accelerators that are left out here have kin in the fit (H100 and H200); one that nobody ran may have none, and one without
 * measured kernels has nothing. The logarithm of a factor is taken to be so much larger for them; less so for
 * first tokens, whose errors come from how runs were started.
 */
const unmeasured = {
  kernels: { throughput: 1.3, tpot: 1.3, ttft: 1 },
  nothing: { throughput: 2, tpot: 2, ttft: 1.5 },
};

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

function bandOf(ratios: readonly number[], share: number): Band {
  const sorted = ratios.toSorted((a, b) => a - b);
  return { low: rounded(quantile(sorted, share)), high: rounded(quantile(sorted, 1 - share)) };
}

const eachOf = (of: (metric: keyof Ratios) => Band): ErrorBands => ({
  throughput: of("throughput"),
  tpot: of("tpot"),
  ttft: of("ttft"),
});

const bandsOf = (ratios: readonly Ratios[]): ErrorBands =>
  eachOf((metric) =>
    bandOf(
      ratios.map((each) => each[metric]),
      beyond[metric],
    ),
  );

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
  const widest = eachOf((metric) =>
    engines.reduce((widest, [, bands]) => wider(widest, bands[metric]), accelerators[metric]),
  );
  const widened = (powers: Record<keyof Ratios, number>): ErrorBands =>
    eachOf((metric) => ({
      low: rounded(widest[metric].low ** powers[metric]),
      high: rounded(widest[metric].high ** powers[metric]),
    }));
  return {
    runs: Object.fromEntries(engines) as Calibration["errors"]["runs"],
    kernels: widened(unmeasured.kernels),
    nothing: widened(unmeasured.nothing),
  };
}
