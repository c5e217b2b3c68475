import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { loadReferenceData } from "@/lib/catalogue/load";
import { defaultCalibration, trainingSpread as spread } from "@/lib/engine/measuring";
import { barResults } from "@/lib/measurements/bars";
import { readMemoryRows } from "@/lib/measurements/memory/rows";
import { scoredMemory } from "@/lib/measurements/memory/score";
import { accuracyMarkdown } from "@/lib/measurements/report";
import { sorted } from "@/lib/measurements/serving/faults";
import leftOut from "@/lib/measurements/serving/left-out.json";
import { runOf } from "@/lib/measurements/serving/predictor";
import { readServingRows } from "@/lib/measurements/serving/rows";
import { scoredRun } from "@/lib/measurements/serving/score";
import { accuracyJson, accuracyOf } from "@/lib/measurements/stored";
import { fitReport } from "@/lib/measurements/training/report";
import { readTrainingRows } from "@/lib/measurements/training/rows";
import { fitVerdicts, scoredTraining, sortedRuns } from "@/lib/measurements/training/score";

/** `npm run accuracy`: every measured row beside its estimate, for the page and for docs/accuracy.md. */
const { values: flags } = parseArgs({
  options: { today: { type: "string", default: new Date().toISOString().slice(0, 10) } },
});

const reference = await loadReferenceData();
const serving = sorted(readServingRows());
const memory = scoredMemory(readMemoryRows(), reference);
const runs = serving.kept.map((row) => scoredRun(runOf(row, reference), defaultCalibration, leftOut));

const training = sortedRuns(readTrainingRows());
const trained = scoredTraining(training.runs, reference, spread);
const verdicts = fitVerdicts(training.runs, reference);

const accuracy = accuracyOf({
  calibrationVersion: defaultCalibration.version,
  computedOn: flags.today,
  rows: [...runs, ...memory.rows, ...trained],
  excluded: [...serving.excluded, ...memory.excluded, ...training.excluded],
});
writeFileSync(new URL("../lib/measurements/accuracy.json", import.meta.url), accuracyJson(accuracy));
writeFileSync(new URL("../docs/accuracy.md", import.meta.url), accuracyMarkdown(accuracy, fitReport(verdicts)));

for (const { title, metric, rows: count, reached, least, most, met } of barResults(accuracy.rows)) {
  const limits = [least === null ? "" : `at least ${least}`, most === null ? "" : `at most ${most}`].join(" ").trim();
  const word = met === null ? "none " : met ? "met  " : "MISSED";
  console.log(`${word} ${metric}: ${title}: ${reached?.toFixed(4) ?? "–"} (${limits}; ${count} rows)`);
}

const wrong = verdicts.filter(({ ran, fits }) => ran !== fits);
console.log(
  `fits: ${verdicts.length - wrong.length} of ${verdicts.length} right; wrong: ${wrong.map(({ id }) => id).join(", ")}`,
);
