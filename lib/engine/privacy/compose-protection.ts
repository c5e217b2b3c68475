import type { z } from "zod";
import type { privacyResultSchema } from "@/lib/contract/result";
import type { Scenario } from "@/lib/contract/scenario";
import { derive, type Figure, type Figured } from "../figure";
import type { ScenarioFigures } from "../resolve/document";
import { coverageOf, functionsOf } from "./coverage";
import { policyOf } from "./policy";
import { deltaFor, noiseMultiplierFor } from "./protection";

type Protection = NonNullable<Figured<z.infer<typeof privacyResultSchema>>["protection"]>;

/** Noise for the privacy budget asked for, and how known risks stand. */
export function composeProtection(scenario: Scenario, { privacy, data, maintenance }: ScenarioFigures): Protection {
  const risks = coverageOf(scenario);
  const functions = functionsOf(scenario);
  const policy = policyOf(scenario, scenario.economics.pricedOn);
  if (privacy.dpEpsilon.value === null) return { noiseMultiplier: null, delta: null, risks, functions, policy };
  const delta = derive(deltaFor, { examples: data.labelledExamples });
  return {
    noiseMultiplier: derive(noiseMultiplierFor, {
      epsilon: privacy.dpEpsilon as Figure<number>,
      delta,
      examples: data.labelledExamples,
      batch: privacy.dpBatch,
      epochs: maintenance.fineTuneEpochs,
    }),
    delta,
    risks,
    functions,
    policy,
  };
}
