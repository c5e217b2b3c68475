import type { z } from "zod";
import type { ReferenceData } from "@/lib/contract/reference";
import type { Finding, privacyResultSchema } from "@/lib/contract/result";
import type { Scenario } from "@/lib/contract/scenario";
import { derive, type Figured } from "../figure";
import type { ScenarioFigures } from "../resolve/document";
import type { Replica } from "../serving/compose";
import type { Traffic } from "../traffic/compose";
import { composeOptions, factsOf, privacyFindings } from "./compose";
import { composeMultiParty, type MultiParty, withMultiParty } from "./compose-multi-party";
import { composeProtection } from "./compose-protection";
import type { Facts } from "./facts";
import { leakFindings, privateTrainingFindings, promptClassFindings, tooSlowFor } from "./findings";
import { composeMatrix } from "./matrix";
import { inlineSeconds, leaksPerMonth } from "./prompts";
import { isTrusted } from "./trusted";

export type PrivacyResult = Figured<z.infer<typeof privacyResultSchema>>;

export type Privacy = {
  facts: Facts;
  /** The replica as the protection chosen lets it be. */
  replica: Replica;
  inlineSeconds: number;
  describe: (traffic: Traffic) => { result: PrivacyResult; findings: Finding[] };
};

/** What the data allows, what protecting it takes, and what is left open. */
export function composePrivacy(
  scenario: Scenario,
  figures: ScenarioFigures,
  unprotected: Replica,
  reference: Pick<ReferenceData, "findTerms">,
): Privacy {
  const times = composeMultiParty(figures, unprotected.activeParameters);
  const tooSlow = tooSlowFor(scenario, times);
  const { acceleratorInfo } = unprotected;
  const hardware = { accelerator: acceleratorInfo.name, trusted: isTrusted(acceleratorInfo), tooSlow };
  const facts = factsOf(scenario, reference, hardware);
  const multiParty = scenario.privacy.protection === "mpc";
  const { scrubsPrompts, scrubSeconds, filtersOutput, guardSeconds } = figures.privacy;
  const inline = derive(inlineSeconds, { scrubsPrompts, scrubSeconds, filtersOutput, guardSeconds });
  return {
    facts,
    replica: multiParty ? withMultiParty(figures, unprotected, times) : unprotected,
    inlineSeconds: inline.value,
    describe: (traffic) => {
      const leaks = derive(leaksPerMonth, {
        requestsPerMonth: traffic.requestsPerMonth,
        identifiersPerPrompt: figures.privacy.identifiersPerPrompt,
        scrubsPrompts,
        promptRecallShare: figures.privacy.promptRecallShare,
      });
      return {
        findings: [
          ...privacyFindings(scenario, facts),
          ...leakFindings(scenario, leaks.value),
          ...promptClassFindings(scenario),
          ...privateTrainingFindings(scenario),
        ],
        result: {
          options: composeOptions(facts),
          matrix: composeMatrix(scenario, (changes) => factsOf(scenario, reference, hardware, changes)),
          terms: termsOf(scenario, facts),
          protection: composeProtection(scenario, figures, facts, {
            leaksPerMonth: leaks,
            inlineSeconds: inline,
            multiParty: multiParty ? describeTimes(times) : null,
          }),
        },
      };
    },
  };
}

const describeTimes = ({ fastest, slowest, requestSeconds }: MultiParty) => ({
  secondsPerToken: { low: fastest, mid: fastest, high: slowest },
  requestSeconds,
});

/** What the provider's own pages say; null where no API is considered or nothing of it is known. */
function termsOf({ paths }: Pick<Scenario, "paths">, { terms }: Facts): PrivacyResult["terms"] {
  if (!terms || !(paths.api.enabled || paths.hybrid.enabled)) return null;
  const { retentionDays, ...plain } = terms;
  return {
    ...plain,
    retentionDays: retentionDays === null ? "unknown" : retentionDays === 0 ? "none" : `${retentionDays} days`,
  };
}
