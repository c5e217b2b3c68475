import type { ReferenceData } from "@/lib/contract/reference";
import { type TrainingConstants, trainingConstants, trainingKind } from "@/lib/engine/measuring";
import { quantile } from "../statistics";
import type { Read } from "./reading";
import type { TrainingRow } from "./rows";

/** A row that can be asked, with what it is asked. */
export type Run = { row: TrainingRow; request: Extract<Read, { ok: true }>["request"] };

export const measuredPeak = ({ row }: Run): number | null => row.peak_mem_gib_per_gpu;
export const measuredSpeed = ({ row }: Run): number | null => row.tokens_per_s_per_gpu;

export function estimated(run: Run, reference: ReferenceData, constants: TrainingConstants = trainingConstants) {
  const answer = trainingKind(run.request, { reference }, constants);
  return answer.ok ? answer.value : null;
}

/** Constants as one list of positive numbers, by dotted name. */
type Named = [name: string, value: number];
const listOf = (tree: object, prefix = ""): Named[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "number" ? [[prefix + key, value] as Named] : listOf(value as object, `${prefix}${key}.`),
  );

function withValue<T extends object>(tree: T, name: string, value: number): T {
  const [key = "", ...rest] = name.split(".");
  const at = (tree as Record<string, unknown>)[key];
  return { ...tree, [key]: rest.length === 0 ? value : withValue(at as object, rest.join("."), value) };
}

/** Factors on a constant that are tried, and how often all are gone through. */
const steps = [0.7, 0.85, 0.95, 0.99, 1.01, 1.05, 1.18, 1.4];
const rounds = 20;

/** Mean size of the logarithm of predicted ÷ measured; each source counts by the root of its rows. */
function loss(
  runs: readonly Run[],
  measured: (run: Run) => number | null,
  predicted: (run: Run) => number | null,
): number {
  const bySource = new Map<string, number[]>();
  for (const run of runs) {
    const [is, says] = [measured(run), predicted(run)];
    if (is === null || says === null) continue;
    const source = run.row.source_title.replace(/[:(].*/, "");
    bySource.set(source, [...(bySource.get(source) ?? []), Math.abs(Math.log(says / is))]);
  }
  let sum = 0;
  let weights = 0;
  for (const errors of bySource.values()) {
    const weight = Math.sqrt(errors.length);
    sum += (weight * errors.reduce((total, error) => total + error, 0)) / errors.length;
    weights += weight;
  }
  return sum / weights;
}

export type Part = "memory" | "time";

/** Where the fit begins, and what it is drawn back to for each factor e away: what no run says anything about stays. */
const prior = 0.001;
const start: TrainingConstants = {
  memory: {
    fragmentation: 0.03,
    workspaceBytes: 5e8,
    communicationBytes: 2e9,
    bytesPerLogit: 10,
    bytesPerFusedLogit: 1,
    activations: 1,
    selectiveShare: 0.4,
    bytesPerQuantisedParameter: 0.2,
  },
  time: {
    efficiency: { ampere: 0.65, hopper: 0.5, blackwell: 0.6, tpu: 0.6, other: 0.45 },
    fp8Factor: 0.7,
    halfTokens: 400,
    halfHidden: 400,
    adapterFactor: 0.95,
    quantisedFactor: 0.8,
    unflashedFactor: 0.8,
    expertFactor: 0.5,
    recomputeFactor: 1.05,
    secondsPerLayer: 0.002,
  },
};

/** One constant after the other is moved while that lowers the error. */
export function fitTraining(runs: readonly Run[], reference: ReferenceData, part: Part): TrainingConstants {
  const measured = part === "memory" ? measuredPeak : measuredSpeed;
  const some = runs.filter((run) => measured(run) !== null);
  const drawnTo = new Map(listOf(start[part]));
  const away = (constants: TrainingConstants): number =>
    listOf(constants[part]).reduce(
      (sum, [name, value]) => sum + Math.log(value / (drawnTo.get(name) ?? value)) ** 2,
      0,
    );
  const errorOf = (constants: TrainingConstants): number =>
    prior * away(constants) +
    loss(some, measured, (run) => {
      const answer = estimated(run, reference, constants);
      if (!answer) return null;
      return part === "memory" ? answer.peakGib : answer.tokensPerSecondPerAccelerator;
    });
  let best = start;
  let error = errorOf(best);
  for (let round = 0; round < rounds; round += 1) {
    const before = error;
    for (const [name] of listOf(best[part])) {
      const from = best;
      const value = listOf(from[part]).find(([each]) => each === name)?.[1] ?? 0;
      for (const step of steps) {
        const tried = { ...from, [part]: withValue(from[part], name, value * step) } as TrainingConstants;
        const found = errorOf(tried);
        if (found < error - 1e-9) [best, error] = [tried, found];
      }
    }
    if (before - error < 1e-5) break;
  }
  return best;
}

/** Factors that hold the middle 80 % of measured ÷ predicted. */
export function spreadOf(ratios: readonly number[]): { low: number; high: number } {
  return { low: quantile(ratios, 0.1), high: quantile(ratios, 0.9) };
}
