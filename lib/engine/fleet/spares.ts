import jstat from "jstat";
import { formula } from "../figure";
import { sources } from "../sources";

type Availability = { replicas: number; replicaAvailabilityShare: number; availabilityShare: number };

/** Past this many standard deviations below the mean a term adds less than 1e-30. */
const negligibleDeviations = 12;

/**
 * Smallest k with P(at least n of n + k up) ≥ target. That probability is the chance that n successes come before
 * k + 1 failures, whose terms C(n+i−1, i) aⁿ (1−a)ⁱ do not depend on k: one pass finds k exactly.
 */
function fewestSpares(n: number, up: number, target: number): number {
  const down = 1 - up;
  const mean = (n * down) / up;
  const deviation = Math.sqrt(mean / up);
  let spares = Math.max(0, Math.floor(mean - negligibleDeviations * deviation));
  let logTerm =
    jstat.gammaln(n + spares) -
    jstat.gammaln(spares + 1) -
    jstat.gammaln(n) +
    n * Math.log(up) +
    spares * Math.log(down);
  let probability = Math.exp(logTerm);
  // Far in the tail rounding may keep the sum just below the target for ever; the bound ends that.
  const most = mean + 2 * negligibleDeviations * deviation + 2 * negligibleDeviations;
  while (probability < target && spares < most) {
    logTerm += Math.log(((n + spares) / (spares + 1)) * down);
    spares += 1;
    probability += Math.exp(logTerm);
  }
  return spares;
}

/** Answers for one pair of availabilities: a plan asks the same question for every month and volume. */
type Known = { up: number; target: number; byReplicas: Map<number, number> };
let known: Known = { up: 0, target: 0, byReplicas: new Map() };
const knownAtMost = 20_000;

function rememberedSpares(n: number, up: number, target: number): number {
  if (known.up !== up || known.target !== target || known.byReplicas.size >= knownAtMost) {
    known = { up, target, byReplicas: new Map() };
  }
  const before = known.byReplicas.get(n);
  if (before !== undefined) return before;
  const spares = fewestSpares(n, up, target);
  known.byReplicas.set(n, spares);
  return spares;
}

export const sparesFor = formula(
  {
    id: "fleet.sparesFor",
    title: "Spare replicas",
    unit: "replica",
    reads:
      "the smallest k for which P(at least n of n + k replicas up) reaches the availability required, each replica up independently of the others",
    source: sources.negativeBinomial,
    example: {
      of: "2 replicas needed, each up 99 %: with one spare 0.99³ + 3 × 0.99² × 0.01 = 0.9997",
      given: { replicas: 2, replicaAvailabilityShare: 0.99, availabilityShare: 0.999 },
      gives: 1,
    },
  },
  ({ replicas, replicaAvailabilityShare, availabilityShare }: Availability) =>
    rememberedSpares(replicas, replicaAvailabilityShare, availabilityShare),
);
