import { once } from "node:events";
import { performance } from "node:perf_hooks";
import { createInterface } from "node:readline";
import { loadReferenceData } from "@/lib/catalogue/load";
import { defaultCalibration, type EstimateResult, estimate } from "@/lib/engine";

/**
 * The engine as a filter: one JSON request a line in, one result a line out, in the same order. A bad line gives an
 * error on its line, and the rest go on. Blank lines are skipped. Nothing but results goes to standard output.
 */
const reference = await loadReferenceData();
const options = {
  reference,
  calibration: defaultCalibration,
  today: new Date().toISOString().slice(0, 10),
  now: () => performance.now(),
};

function answerTo(line: string): EstimateResult {
  let request: unknown;
  try {
    request = JSON.parse(line);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, error: { code: "INVALID_INPUT", message: `the line is not JSON: ${reason}` } };
  }
  return estimate(request, options);
}

// A reader that goes away early (head, for one) is no error of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  if (line.trim() === "") continue;
  if (!process.stdout.write(`${JSON.stringify(answerTo(line))}\n`)) await once(process.stdout, "drain");
}
