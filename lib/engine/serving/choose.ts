import type { Outcome } from "@/lib/contract/errors";
import { type Figure, given } from "../figure";
import { allowsTp } from "../resolve/deployment-layout";
import type { ScenarioFigures } from "../resolve/document";
import { composeTraffic, type Traffic } from "../traffic/compose";
import { type Candidate, candidateFor, plainGoodput, type Subject } from "./candidate";
import type { Targets } from "./steady/solve";

/** Splits that are tried where the scenario leaves it open. */
const degrees = [1, 2, 4, 8, 16, 32, 64];

const split = (tp: number): Figure<number> =>
  given(tp, {
    kind: "default",
    label: "Accelerators per replica (TP)",
    unit: "accelerator/replica",
    path: "paths.selfHosted.tp",
    note: "The split with which the peak takes the fewest accelerators, within one machine.",
  });

/** Rate in the busiest minutes of the busiest month, less what can wait; an average month's at least. */
function busiestRate({ workload }: ScenarioFigures, monthly: Traffic["monthly"]): number {
  const peak = monthly.reduce((most, month) => Math.max(most, month.peakRequestsPerSecond.value), 0);
  return Math.max(peak * (1 - workload.batchableShare.value), peak / workload.peakToMean.value);
}

/** Accelerators that serve a rate with one replica to spare; none serve it where no load meets the targets. */
function acceleratorsFor(candidate: Candidate, scenario: ScenarioFigures, targets: Targets, rate: number): number {
  if (candidate.lack !== null) return Number.POSITIVE_INFINITY;
  const goodput = plainGoodput(candidate.system, targets);
  if (goodput <= 0) return Number.POSITIVE_INFINITY;
  const counted = goodput * scenario.paths.selfHosted.targetUtilisation.value;
  return (Math.max(1, Math.ceil(rate / counted)) + 1) * candidate.deployment.layout.tp.value;
}

/**
 * The split asked for, or the one with which the busiest month takes the fewest accelerators; where none meets the
 * targets, the largest that fits, and where none fits, the largest there is. Errors: a split the model does not allow.
 */
export function chooseCandidate(subject: Subject, perMachine: number, targets: Targets): Outcome<Candidate> {
  const { scenario, model } = subject;
  const asked = scenario.paths.selfHosted.tp;
  if (asked.value !== "auto") return candidateFor(subject, asked as Figure<number>);
  const engine = scenario.paths.selfHosted.engine.value;
  const possible = degrees.filter((tp) => tp === 1 || (tp <= perMachine && allowsTp(model, engine, tp)));
  const rate = busiestRate(scenario, composeTraffic(scenario).monthly);
  let best: { candidate: Candidate; accelerators: number } | null = null;
  for (const tp of possible) {
    const outcome = candidateFor(subject, split(tp));
    if (!outcome.ok) return outcome;
    const candidate = outcome.value;
    const accelerators = acceleratorsFor(candidate, scenario, targets, rate);
    if (!best || accelerators < best.accelerators || best.accelerators === Number.POSITIVE_INFINITY) {
      best = { candidate, accelerators };
    }
  }
  if (!best) throw new Error("no split was tried");
  return { ok: true, value: best.candidate };
}
