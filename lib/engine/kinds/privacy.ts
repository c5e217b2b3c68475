import type { z } from "zod";
import { fail, type Outcome, succeed } from "@/lib/contract/errors";
import type { privacyAnswerSchema, privacyRequestSchema } from "@/lib/contract/request";
import { noiseFor } from "../privacy/noise";
import { prvEpsilon } from "../privacy/prv";
import { rdpEpsilon } from "../privacy/rdp";

type Request = z.infer<typeof privacyRequestSchema>;
type Answer = z.infer<typeof privacyAnswerSchema>;

const poisson =
  "Batches are taken to be drawn with a chance of their own for each example (Poisson); shuffled batches are commonly accounted for in the same way.";

const estimated =
  "An estimate, not an upper end: libraries that give the upper end (Opacus) add the error they allow, usually 0.01.";
const leastExactDelta = 1e-10;
const rounded =
  "At a δ this small rounding limits composed losses; the bound of Rényi moments is given where it is lower.";

/** ε of private gradient descent, or the noise for an ε. */
export function privacyKind(request: Request): Outcome<Answer> {
  const { samplingRate, steps, delta, accountant = "rdp", noiseMultiplier, targetEpsilon } = request;
  if ((noiseMultiplier === undefined) === (targetEpsilon === undefined)) {
    const message =
      "`noiseMultiplier` or `targetEpsilon` must be given, and not both: ε follows from noise, or noise from ε";
    return fail("INVALID_INPUT", message, "noiseMultiplier");
  }
  const at = (noise: number) => ({ samplingRate, noiseMultiplier: noise, steps });
  const epsilonAt = (noise: number): number =>
    accountant === "rdp" ? rdpEpsilon(at(noise), delta).epsilon : prvEpsilon(at(noise), delta);
  const noise = noiseMultiplier ?? noiseFor(epsilonAt, targetEpsilon ?? 0);
  if (noise === null) {
    const message = `\`targetEpsilon\` is ${targetEpsilon}: not reached with a noise multiplier of 10,000; train for fewer steps or draw smaller batches`;
    return fail("INFEASIBLE", message, "targetEpsilon");
  }
  if (accountant === "prv") {
    return succeed({
      epsilon: prvEpsilon(at(noise), delta),
      noiseMultiplier: noise,
      delta,
      accountant,
      notes: [poisson, estimated, ...(delta < leastExactDelta ? [rounded] : [])],
    });
  }
  const { epsilon, order, epsilonTighter } = rdpEpsilon(at(noise), delta);
  const conversion =
    "By Mironov's conversion (2017), which published examples use; epsilonTighter by that of Balle et al. (2020).";
  return succeed({
    epsilon,
    noiseMultiplier: noise,
    delta,
    accountant,
    order,
    epsilonTighter,
    notes: [poisson, conversion],
  });
}
