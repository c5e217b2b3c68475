import type { ReferenceData } from "@/lib/contract/reference";
import { type TrainingConstants, trainingConstants } from "@/lib/engine/measuring";
import type { Compared, ExcludedRow, ScoredRow, Scoring } from "../accuracy";
import { estimated, familyOf, measuredPeak, measuredSpeed, peakAsRead, type Run, sourceOf } from "./fit";
import leftOutFits from "./left-out.json";
import { readRow } from "./reading";
import type { TrainingRow } from "./rows";

/** Fits without one group each, by what was left out and the group's name. */
export type LeftOutFits = Record<
  "modelLeftOut" | "acceleratorLeftOut" | "sourceLeftOut",
  Record<string, TrainingConstants>
>;

export const acceleratorOf = ({ request }: Run): string =>
  typeof request.accelerator === "string" ? request.accelerator : (request.accelerator.name ?? "described");

export const groupOf: Record<keyof LeftOutFits, (run: Run) => string> = {
  modelLeftOut: familyOf,
  acceleratorLeftOut: acceleratorOf,
  sourceLeftOut: sourceOf,
};

export function sortedRuns(rows: readonly TrainingRow[]): { runs: Run[]; excluded: ExcludedRow[] } {
  const runs: Run[] = [];
  const excluded: ExcludedRow[] = [];
  for (const row of rows) {
    const read = readRow(row);
    if (read.ok) runs.push({ row, request: read.request });
    else excluded.push({ id: row.id, reason: read.reason });
  }
  return { runs, excluded };
}

export type Fit = { id: string; ran: boolean; fits: boolean; peakGib: number; usableGib: number };

/** Whether a run that is known to have run, or to have failed for memory, is said to fit by a fit without its model. */
export function fitVerdicts(
  runs: readonly Run[],
  reference: ReferenceData,
  fits = leftOutFits as unknown as LeftOutFits,
): Fit[] {
  return runs.flatMap((run) => {
    const ran = run.row.outcome !== "OOM";
    if (ran && measuredPeak(run) === null) return [];
    const answer = estimated(run, reference, fits.modelLeftOut[familyOf(run)] ?? trainingConstants);
    return answer
      ? [{ id: run.row.id, ran, fits: answer.fits, peakGib: answer.deviceGib, usableGib: answer.usableGib }]
      : [];
  });
}

/** Measured beside predicted by each fit. The range is the one the product shows, around what the fit had not seen. */
export function scoredTraining(
  runs: readonly Run[],
  reference: ReferenceData,
  spread: { peak: { low: number; high: number }; speed: { low: number; high: number } },
  fits = leftOutFits as unknown as LeftOutFits,
): ScoredRow[] {
  return runs.flatMap((run) => {
    const constants: Record<Scoring, TrainingConstants> = {
      fitted: trainingConstants,
      modelLeftOut: fits.modelLeftOut[familyOf(run)] ?? trainingConstants,
      acceleratorLeftOut: fits.acceleratorLeftOut[acceleratorOf(run)] ?? trainingConstants,
      sourceLeftOut: fits.sourceLeftOut[sourceOf(run)] ?? trainingConstants,
    };
    const compare = (
      measured: number | null,
      of: (answer: NonNullable<ReturnType<typeof estimated>>) => number,
      range: { low: number; high: number },
    ): Compared | null => {
      if (measured === null) return null;
      const at = (scoring: Scoring): number => {
        const answer = estimated(run, reference, constants[scoring]);
        return answer ? of(answer) : Number.NaN;
      };
      const predicted = {
        fitted: at("fitted"),
        modelLeftOut: at("modelLeftOut"),
        acceleratorLeftOut: at("acceleratorLeftOut"),
        sourceLeftOut: at("sourceLeftOut"),
      };
      if (Number.isNaN(predicted.fitted)) return null;
      return {
        measured,
        predicted,
        low: predicted.modelLeftOut * range.low,
        high: predicted.modelLeftOut * range.high,
      };
    };
    const peak = compare(measuredPeak(run), (answer) => peakAsRead(run, answer), spread.peak);
    const speed = compare(measuredSpeed(run), (answer) => answer.tokensPerSecondPerAccelerator, spread.speed);
    if (!peak && !speed) return [];
    return [
      {
        ...describedRun(run),
        compared: { ...(peak && { trainingPeakGib: peak }), ...(speed && { trainingTokensPerSecond: speed }) },
      },
    ];
  });
}

function describedRun(run: Run): Omit<ScoredRow, "compared"> {
  const { row, request } = run;
  return {
    id: row.id,
    area: "training",
    model: row.model,
    family: familyOf(run),
    kind: /a3b|a22b|moe|mixtral/i.test(row.model) ? "mixture of experts" : "dense",
    accelerator: acceleratorOf(run),
    accelerators: request.count,
    engine: sourceOf(run),
    engineVersion: "",
    weights: `${request.method}, ${request.precision}`,
    load: `${request.seqLen.toLocaleString("en-US")} tokens × ${request.microBatch}, ${request.sharding}, checkpointing ${request.checkpointing}`,
    concurrency: null,
    source: { title: sourceOf(run), url: row.source_url, asOf: row.date },
  };
}
