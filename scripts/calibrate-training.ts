import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { loadReferenceData } from "@/lib/catalogue/load";
import type { TrainingConstants } from "@/lib/engine/measuring";
import {
  estimated,
  fitTraining,
  measuredPeak,
  measuredSpeed,
  peakAsRead,
  type Run,
  spreadOf,
} from "@/lib/measurements/training/fit";
import { readTrainingRows } from "@/lib/measurements/training/rows";
import { groupOf, type LeftOutFits, sortedRuns } from "@/lib/measurements/training/score";

/** `npm run calibrate:training`: fits the few constants of training, and again without each group they are judged by. */
const { values: flags } = parseArgs({
  options: { today: { type: "string", default: new Date().toISOString().slice(0, 10) } },
});

const digits = 4;
const rounded = <T extends object>(tree: T): T =>
  Object.fromEntries(
    Object.entries(tree).map(([key, value]) => [
      key,
      typeof value === "number" ? Number(value.toPrecision(digits)) : rounded(value as object),
    ]),
  ) as T;
const write = (file: string, content: unknown) =>
  writeFileSync(new URL(file, import.meta.url), `${JSON.stringify(content, null, 2)}\n`);

const reference = await loadReferenceData();
const { runs, excluded } = sortedRuns(readTrainingRows());
console.log(`${runs.length} runs, ${excluded.length} rows left aside`);

const fitOf = (some: readonly Run[]): TrainingConstants => {
  const [memory, time] = [fitTraining(some, reference, "memory"), fitTraining(some, reference, "time")];
  console.log(`  priors draw ${memory.pull} (memory) and ${time.pull} (time)`);
  return { memory: memory.constants, time: time.constants };
};
const all = fitOf(runs);
const leftOut: LeftOutFits = { modelLeftOut: {}, acceleratorLeftOut: {}, sourceLeftOut: {} };
for (const [way, group] of Object.entries(groupOf) as [keyof LeftOutFits, (run: Run) => string][]) {
  for (const name of new Set(runs.map(group))) {
    leftOut[way][name] = rounded(fitOf(runs.filter((run) => group(run) !== name)));
    console.log(`  without ${name}`);
  }
}

/** Measured ÷ predicted by a fit that had not seen the model's family. */
const ratios = (
  measured: (run: Run) => number | null,
  of: (run: Run, answer: NonNullable<ReturnType<typeof estimated>>) => number,
): number[] =>
  runs.flatMap((run) => {
    const is = measured(run);
    const answer = estimated(run, reference, leftOut.modelLeftOut[groupOf.modelLeftOut(run)]);
    return is === null || !answer ? [] : [is / of(run, answer)];
  });
const spread = {
  peak: spreadOf(ratios(measuredPeak, peakAsRead)),
  speed: spreadOf(ratios(measuredSpeed, (_, answer) => answer.tokensPerSecondPerAccelerator)),
};
write("../lib/engine/training/fitted.json", { fittedOn: flags.today, ...rounded(all), spread: rounded(spread) });
write("../lib/measurements/training/left-out.json", leftOut);
console.log(JSON.stringify({ ...rounded(all), spread }, null, 1));
