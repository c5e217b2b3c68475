import { table } from "../report-text";
import type { Fit } from "./score";

/** Whether runs are rightly said to fit, with every one that is not. */
export function fitReport(verdicts: readonly Fit[]): string {
  const wrong = verdicts.filter(({ ran, fits }) => ran !== fits);
  const share = ((100 * (verdicts.length - wrong.length)) / Math.max(1, verdicts.length)).toFixed(1);
  const rows = wrong.map(({ id, ran, peakGib, usableGib }) => [
    `\`${id}\``,
    ran ? "ran" : "out of memory",
    ran ? "does not fit" : "fits",
    peakGib.toFixed(1),
    usableGib.toFixed(1),
  ]);
  const falseFits = wrong.filter(({ fits }) => fits).map(({ id }) => `\`${id}\``);
  const worst =
    falseFits.length === 0
      ? "No run that ran out of memory is said to fit."
      : `Said to fit, and ran out of memory: ${falseFits.join(", ")}.`;
  return `Of ${verdicts.length} training runs that ran or ran out of memory, ${verdicts.length - wrong.length} (${share}%) are rightly said to fit or not, each by a fit without its model. The bar is 95%. ${worst} The peak is what the device has to hold, its driver included. Wrong are:

${table(["Row", "What happened", "Said", "Peak, GiB", "Usable, GiB"], rows, 3)}`;
}
