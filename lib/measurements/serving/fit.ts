import { levenbergMarquardt } from "ml-levenberg-marquardt";
import { inverse, Matrix } from "ml-matrix";
import { type MeasuredEngine, measuredEngines, type ParameterValues, parameters } from "@/lib/engine/measuring";
import type { Run } from "./predictor";
import { sourceOf } from "./reading";

/**
 * A robust fit of the calibration to runs. Errors are logarithms, so that a tenth too slow weighs as much as a tenth too
 * fast; what is fitted is the logarithm of each parameter in spreads of its prior, so that an unmeasured one stays there.
 */

/** Standard errors expected of a good estimate, in logarithms; a time to first token varies more from run to run. */
const expected = { tpot: 0.1, ttft: 0.3 };
/** Errors beyond so many of these pull like the first power, not the square. */
const bend = 1.5;
const ttftWeight = 0.4;
/** Many runs of one setup tell less than as many of different ones. */
const crowdExponent = 0.35;
const crowd = 10;
/** Runs of one model err together, so that all of them tell half of what as many independent ones would. */
const priorPull = Math.SQRT2;
const difference = 1e-4;

/** Square root of a loss that is a parabola near 0 and a straight line far from it. */
const bent = (error: number): number =>
  Math.sign(error) * Math.sqrt(2 * bend ** 2 * (Math.sqrt(1 + (error / bend) ** 2) - 1));

/** The same with a logarithm far from 0: a first token that waited for a warm-up says nothing. */
const faint = (error: number): number => Math.sign(error) * Math.sqrt(Math.log1p(error ** 2));

/** How a server was started decides how long a prompt waits, and only InferenceX publishes that. */
const tellsOfWaiting = ({ row }: Run): boolean => sourceOf(row) === "InferenceX";

const setupOf = ({ family, row }: Run): string => [family, row.engine, row.accelerator, row.linear_dtype].join();

function weightsOf(runs: readonly Run[]): number[] {
  const counts = new Map<string, number>();
  for (const run of runs) counts.set(setupOf(run), (counts.get(setupOf(run)) ?? 0) + 1);
  return runs.map((run) => ((counts.get(setupOf(run)) ?? crowd) / crowd) ** -crowdExponent);
}

const valuesAt = (position: readonly number[]): ParameterValues =>
  Object.fromEntries(
    parameters.map(({ name, prior, spread }, index) => [name, prior * Math.exp((position[index] ?? 0) * spread)]),
  );

export const positionOf = (values: ParameterValues): number[] =>
  parameters.map(({ name, prior, spread }) => Math.log((values[name] ?? prior) / prior) / spread);

function errorsOf(run: Run, weight: number, values: ParameterValues): [number, number] {
  const { tpotSeconds, ttftSeconds } = run.predict(values);
  const { tpot_ms, ttft_ms } = run.row;
  return [
    weight * bent(Math.log((tpotSeconds * 1000) / tpot_ms) / expected.tpot),
    tellsOfWaiting(run) ? weight * ttftWeight * faint(Math.log((ttftSeconds * 1000) / ttft_ms) / expected.ttft) : 0,
  ];
}

const engineOf = (name: string): MeasuredEngine | undefined =>
  measuredEngines.find((engine) => name.startsWith(`${engine}.`));

/** A parameter of one engine or of one generation leaves all other runs as they are. */
function concerns(name: string, { row }: Run): boolean {
  const engine = engineOf(name);
  if (engine && engine !== row.engine) return false;
  return !name.endsWith(".blackwell") || /b200/.test(row.accelerator);
}

/** All errors, those of the parameters against their priors last. */
function residualsAt(runs: readonly Run[], weights: readonly number[], position: readonly number[]): number[] {
  const values = valuesAt(position);
  const errors = runs.flatMap((run, index) => errorsOf(run, weights[index] ?? 1, values));
  return [...errors, ...position.map((at) => priorPull * at)];
}

/** Derivatives of every error by every parameter, one list for each error. */
function derivativesAt(runs: readonly Run[], weights: readonly number[], position: readonly number[]): number[][] {
  const base = residualsAt(runs, weights, position);
  const rows = base.map(() => new Array<number>(position.length).fill(0));
  parameters.forEach(({ name }, parameter) => {
    const moved = position.map((at, index) => (index === parameter ? at + difference : at));
    const values = valuesAt(moved);
    runs.forEach((run, index) => {
      if (!concerns(name, run)) return;
      errorsOf(run, weights[index] ?? 1, values).forEach((error, which) => {
        const at = 2 * index + which;
        const row = rows[at];
        if (row) row[parameter] = (error - (base[at] ?? 0)) / difference;
      });
    });
    const own = rows[2 * runs.length + parameter];
    if (own) own[parameter] = priorPull;
  });
  return rows;
}

export type Fit = {
  values: ParameterValues;
  /** Standard deviation of each parameter's logarithm, as the fit leaves it. */
  spreads: ParameterValues;
};

/** Errors: none; a fit without runs gives the priors. */
export function fitRuns(runs: readonly Run[], start: ParameterValues, rounds: number): Fit {
  const weights = weightsOf(runs);
  const points = 2 * runs.length + parameters.length;
  const { parameterValues } = levenbergMarquardt(
    { x: Float64Array.from({ length: points }, (_, index) => index), y: new Float64Array(points) },
    (position) => {
      const residuals = residualsAt(runs, weights, position);
      return (index) => residuals[index] ?? 0;
    },
    {
      initialValues: positionOf(start),
      damping: 1,
      maxIterations: rounds,
      errorTolerance: 1e-9,
      jacobianFunction: (position) => {
        const derivatives = derivativesAt(runs, weights, position);
        return (index) => derivatives[index] ?? [];
      },
    },
  );
  const position = [...parameterValues];
  return { values: valuesAt(position), spreads: spreadsAt(runs, weights, position) };
}

function spreadsAt(runs: readonly Run[], weights: readonly number[], position: readonly number[]): ParameterValues {
  const derivatives = new Matrix(derivativesAt(runs, weights, position));
  const covariance = inverse(derivatives.transpose().mmul(derivatives));
  return Object.fromEntries(
    parameters.map(({ name, spread }, index) => [name, spread * Math.sqrt(covariance.get(index, index))]),
  );
}
