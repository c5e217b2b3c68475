import type { ReferenceData } from "@/lib/contract/reference";
import {
  preparedTraining,
  type TrainingConstants,
  trainingConstants,
  trainingKind,
  trainingMemory,
  trainingSpeed,
} from "@/lib/engine/measuring";
import { quantile } from "../statistics";
import { allPriors } from "./priors";
import { meterOf, type Read } from "./reading";
import { type Constants, fitConstants, type Residual } from "./robust-fit";
import type { TrainingRow } from "./rows";

/** A row that can be asked, with what it is asked. */
export type Run = { row: TrainingRow; request: Extract<Read, { ok: true }>["request"] };

export const measuredPeak = ({ row }: Run): number | null => row.peak_mem_gib_per_gpu;
export const measuredSpeed = ({ row }: Run): number | null => row.tokens_per_s_per_gpu;

export function estimated(run: Run, reference: ReferenceData, constants: TrainingConstants = trainingConstants) {
  const answer = trainingKind(run.request, { reference }, constants);
  return answer.ok ? answer.value : null;
}

type Answer = NonNullable<ReturnType<typeof estimated>>;

/** The peak as the source of a row read it. */
export const peakAsRead = ({ row }: Run, { allocatedGib, peakGib, deviceGib }: Answer): number =>
  ({ allocated: allocatedGib, reserved: peakGib, device: deviceGib })[meterOf(row)];

/** Models of one release, however a source spells it. */
export const familyOf = ({ row }: Run): string =>
  row.model
    .replace(/^.*\//, "")
    .toLowerCase()
    .replace(/[-_ ]?style/, "")
    .replace(/[-_ ]+/g, "-")
    .replace(/^llama-?/, "llama-")
    .replace(/-?[0-9.]+[bm]\b.*$/, "");

export const sourceOf = ({ row }: Run): string =>
  row.source_title
    .replace(/[:(].*/, "")
    .replace(/ performance.*/, "")
    .trim();

export type Part = "memory" | "time";
const gib = 2 ** 30;

/** Standard errors expected of a good estimate, in logarithms. */
const sigma: Record<Part, number> = { memory: 0.08, time: 0.15 };

/** Dotted names stand for what lies under others, as efficiencies do under their family. */
function built<P extends Part>(constants: Constants): TrainingConstants[P] {
  const tree: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(constants)) {
    const [key = "", inner] = name.split(".");
    if (inner === undefined) tree[key] = value;
    else tree[key] = { ...(tree[key] as object), [inner]: value };
  }
  return tree as TrainingConstants[P];
}

/** Many rows of a source say less than as many of several: each source counts by the root of its rows. */
function residualsOf<P extends Part>(
  runs: readonly Run[],
  reference: ReferenceData,
  part: P,
): Residual<TrainingConstants[P]>[] {
  const measured = part === "memory" ? measuredPeak : measuredSpeed;
  const some = runs.filter((run) => measured(run) !== null);
  const counts = new Map<string, number>();
  for (const run of some) counts.set(sourceOf(run), (counts.get(sourceOf(run)) ?? 0) + 1);
  return some.flatMap((run) => {
    const prepared = preparedTraining(run.request, reference);
    if (!prepared.ok) return [];
    const { shape, plan, device } = prepared.value;
    const is = Math.log(measured(run) ?? 1);
    const weight = (counts.get(sourceOf(run)) ?? 1) ** -0.5;
    const meter = meterOf(run.row);
    const says = {
      memory: (constants: TrainingConstants["memory"]) => {
        const memory = trainingMemory(shape, plan, constants);
        const bytes = { allocated: memory.allocatedBytes, reserved: memory.reservedBytes, device: memory.deviceBytes };
        return bytes[meter] / gib;
      },
      time: (constants: TrainingConstants["time"]) =>
        trainingSpeed(shape, plan, device, constants).tokensPerSecondPerAccelerator,
    }[part] as (constants: TrainingConstants[P]) => number;
    const error = (constants: TrainingConstants[P]) => Math.log(says(constants)) - is;
    return [{ weight, error, group: familyOf(run) }];
  });
}

/** How strongly priors draw; the one under which models left out are estimated best is taken. */
const pulls = [0.3, 1, 3];
const folds = 3;
/** Of the method; it stands still after about ten. */
const rounds = { folds: 12, fit: 30 };

function leftOutError<P extends Part>(
  residuals: readonly Residual<TrainingConstants[P]>[],
  part: P,
  pull: number,
): number {
  const groups = [...new Set(residuals.map(({ group }) => group))].sort();
  let sum = 0;
  for (let fold = 0; fold < folds; fold += 1) {
    const out = new Set(groups.filter((_, index) => index % folds === fold));
    const constants = fitConstants(
      residuals.filter(({ group }) => !out.has(group)),
      allPriors[part],
      built<P>,
      { sigma: sigma[part], pull, rounds: rounds.folds },
    );
    for (const { weight, error, group } of residuals) if (out.has(group)) sum += weight * Math.abs(error(constants));
  }
  return sum;
}

/** Constants of a part, with the strength of their priors chosen within these runs alone. */
export function fitTraining<P extends Part>(
  runs: readonly Run[],
  reference: ReferenceData,
  part: P,
): { constants: TrainingConstants[P]; pull: number } {
  const residuals = residualsOf(runs, reference, part);
  const errors = pulls.map((pull) => ({ pull, error: leftOutError(residuals, part, pull) }));
  const { pull } = errors.reduce((best, each) => (each.error < best.error ? each : best));
  const constants = fitConstants(residuals, allPriors[part], built<P>, {
    sigma: sigma[part],
    pull,
    rounds: rounds.fit,
  });
  return { constants, pull };
}

/** Factors that hold the middle 80 % of measured ÷ predicted. */
export function spreadOf(ratios: readonly number[]): { low: number; high: number } {
  return { low: quantile(ratios, 0.1), high: quantile(ratios, 0.9) };
}
