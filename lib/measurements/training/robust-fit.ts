import { levenbergMarquardt } from "ml-levenberg-marquardt";

/** A fit of few positive constants to logarithms of predicted ÷ measured, each drawn to what its physics says. */

export type Prior = { value: number; spread: number };
export type Priors = Record<string, Prior>;
export type Constants = Record<string, number>;

/** One measurement: how much it counts, and the logarithm of predicted ÷ measured under the constants. */
export type Residual<T> = { weight: number; group: string; error: (constants: T) => number };

const difference = 1e-4;

/** Errors count by their square while small and by their size when large (pseudo-Huber), so that no row rules. */
const dampened = (scaled: number): number => Math.sign(scaled) * Math.sqrt(2 * (Math.sqrt(1 + scaled * scaled) - 1));

/** From one start, without chance: the same rows give the same constants, in whatever order they come. */
export function fitConstants<T>(
  residuals: readonly Residual<T>[],
  priors: Priors,
  build: (constants: Constants) => T,
  { sigma, pull, rounds }: { sigma: number; pull: number; rounds: number },
): T {
  const names = Object.keys(priors);
  const constantsAt = (position: readonly number[]): T =>
    build(
      Object.fromEntries(
        names.map((name, index) => [
          name,
          (priors[name]?.value ?? 1) * Math.exp((position[index] ?? 0) * (priors[name]?.spread ?? 1)),
        ]),
      ),
    );
  const at = (position: readonly number[]): number[] => {
    const constants = constantsAt(position);
    return [
      ...residuals.map(({ weight, error }) => Math.sqrt(weight) * dampened(error(constants) / sigma)),
      ...position.map((away) => Math.sqrt(pull) * away),
    ];
  };
  const derivatives = (position: readonly number[]): number[][] => {
    const here = at(position);
    const columns = position.map((_, index) =>
      at(position.map((value, each) => (each === index ? value + difference : value))),
    );
    return here.map((value, row) => columns.map((column) => ((column[row] ?? 0) - value) / difference));
  };
  const points = residuals.length + names.length;
  const { parameterValues } = levenbergMarquardt(
    { x: Float64Array.from({ length: points }, (_, index) => index), y: new Float64Array(points) },
    (position) => {
      const values = at(position);
      return (index) => values[index] ?? 0;
    },
    {
      initialValues: names.map(() => 0),
      damping: 1,
      maxIterations: rounds,
      errorTolerance: 1e-9,
      jacobianFunction: (position) => {
        const rows = derivatives(position);
        return (index) => rows[index] ?? [];
      },
    },
  );
  return constantsAt([...parameterValues]);
}
