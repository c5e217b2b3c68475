import type { z } from "zod";
import type { privacyResultSchema } from "@/lib/contract/result";
import type { Scenario } from "@/lib/contract/scenario";
import { expectedGoodShare } from "../evaluation/main-criterion";
import { derive, type Figure, type Figured } from "../figure";
import type { ScenarioFigures } from "../resolve/document";
import { coverageOf, functionsOf } from "./coverage";
import type { Facts } from "./facts";
import { noticeOf, policyOf } from "./policy";
import { deltaFor, noiseMultiplierFor, passShareAtBest, passShareAtWorst } from "./protection";

type Protection = Figured<NonNullable<z.infer<typeof privacyResultSchema>["protection"]>>;
type InUse = Pick<Protection, "leaksPerMonth" | "inlineSeconds" | "multiParty">;

/** Noise for the privacy budget asked for, what protection in use takes, and how known risks stand. */
export function composeProtection(
  scenario: Scenario,
  { privacy, data, maintenance, evaluation }: ScenarioFigures,
  facts: Facts,
  inUse: InUse,
): Protection {
  const common = {
    risks: coverageOf(scenario),
    functions: functionsOf(scenario),
    policy: policyOf(scenario, facts),
    notice: noticeOf(scenario, facts),
    ...inUse,
  };
  if (privacy.dpEpsilon.value === null) return { noiseMultiplier: null, delta: null, passShare: null, ...common };
  const delta = derive(deltaFor, { examples: data.labelledExamples });
  const expectedPassShare = expectedGoodShare(evaluation);
  return {
    noiseMultiplier: derive(noiseMultiplierFor, {
      epsilon: privacy.dpEpsilon as Figure<number>,
      delta,
      examples: data.labelledExamples,
      batch: privacy.dpBatch,
      epochs: maintenance.fineTuneEpochs,
    }),
    delta,
    passShare: {
      low: derive(passShareAtWorst, { expectedPassShare }),
      high: derive(passShareAtBest, { expectedPassShare }),
    },
    ...common,
  };
}
