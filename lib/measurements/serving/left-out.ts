import type { ParameterValues } from "@/lib/engine/measuring";
import { fitRuns } from "./fit";
import type { Run } from "./predictor";
import { sourceOf } from "./reading";

/** Fits that have not seen the rows they are judged by. */

export const leftOutBy = {
  modelLeftOut: ({ family }: Run) => family,
  acceleratorLeftOut: ({ row }: Run) => row.accelerator,
  sourceLeftOut: ({ row }: Run) => sourceOf(row),
} satisfies Record<string, (run: Run) => string>;

export type LeftOut = Record<keyof typeof leftOutBy, Record<string, ParameterValues>>;

/** Rounds from the full fit on: what is left out moves a fit by less than starting anew. */
const rounds = 6;

const keys = Object.keys(leftOutBy) as (keyof typeof leftOutBy)[];

/** For each group, the parameters fitted to all runs but its own. */
export function fitLeftOut(runs: readonly Run[], start: ParameterValues, tell: (what: string) => void): LeftOut {
  const fits = keys.map((by) => {
    const groupOf = leftOutBy[by];
    const groups = [...new Set(runs.map(groupOf))].sort();
    const without = groups.map((group): [string, ParameterValues] => {
      const others = runs.filter((run) => groupOf(run) !== group);
      tell(`${by}: ${group}, ${others.length} others`);
      return [group, fitRuns(others, start, rounds).values];
    });
    return [by, Object.fromEntries(without)];
  });
  return Object.fromEntries(fits) as LeftOut;
}

/** The parameters by which a run is judged. */
export function valuesFor(run: Run, by: keyof LeftOut, leftOut: LeftOut): ParameterValues {
  const values = leftOut[by][leftOutBy[by](run)];
  if (!values) throw new Error(`no fit leaves out ${leftOutBy[by](run)}: run npm run calibrate`);
  return values;
}
