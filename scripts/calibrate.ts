import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { loadReferenceData } from "@/lib/catalogue/load";
import { type ParameterValues, priorValues } from "@/lib/engine/measuring";
import { errorBands } from "@/lib/measurements/serving/bands";
import { sorted } from "@/lib/measurements/serving/faults";
import { fitRuns } from "@/lib/measurements/serving/fit";
import { fitLeftOut } from "@/lib/measurements/serving/left-out";
import { runOf } from "@/lib/measurements/serving/predictor";
import { readServingRows } from "@/lib/measurements/serving/rows";

/** `npm run calibrate`: fits the serving model to measured runs, and again without each group it is judged by. */
const { values: flags } = parseArgs({
  options: { today: { type: "string", default: new Date().toISOString().slice(0, 10) } },
});

const rounds = 12;
const digits = 5;
const fitted = new URL("../lib/engine/serving/calibration/fitted.json", import.meta.url);
const leftOutFile = new URL("../lib/measurements/serving/left-out.json", import.meta.url);

const rounded = (values: ParameterValues): ParameterValues =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Number(value.toPrecision(digits))]));

const write = (file: URL, content: unknown) => writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);

const reference = await loadReferenceData();
const { kept, excluded } = sorted(readServingRows());
const runs = kept.map((row) => runOf(row, reference));
console.log(`${runs.length} runs, ${excluded.length} rows left aside`);

const { values, spreads } = fitRuns(runs, priorValues, rounds);
console.log("fitted to all");
const leftOut = fitLeftOut(runs, values, (what) => console.log(`  ${what}`));
const errors = errorBands(runs, leftOut);

/** Too few runs say nothing of how far off the next one is. */
const fewestRuns = 20;
const onEach = new Map<string, number>();
for (const { accelerator } of kept) onEach.set(accelerator, (onEach.get(accelerator) ?? 0) + 1);
const oftenMeasured = [...onEach].flatMap(([id, count]) => (count >= fewestRuns ? [id] : [])).sort();

write(fitted, {
  version: flags.today,
  runs: runs.length,
  accelerators: oftenMeasured,
  values: rounded(values),
  spreads: rounded(spreads),
  errors,
});
write(
  leftOutFile,
  Object.fromEntries(
    Object.entries(leftOut).map(([by, groups]) => [
      by,
      Object.fromEntries(Object.entries(groups).map(([group, fits]) => [group, rounded(fits)])),
    ]),
  ),
);
console.log(JSON.stringify(errors, null, 1));
