import type { ProviderTerms } from "@/lib/contract/catalogue";
import { legalRegions, type Scenario } from "@/lib/contract/scenario";
import type { Source } from "@/lib/contract/source";

/** The part of a path that handles data: a mix has both. */
export type Handler = "api" | "selfHosted" | "people";

/** What the plan's accelerators allow. */
export type Hardware = {
  accelerator: string;
  /** Whether they can run in a trusted environment, as far as their maker says. */
  trusted: "yes" | "no" | "unknown";
  /** How slow multi-party computation is against the target; null where it keeps up. */
  tooSlow: string | null;
};

/** What the rules look at: the plan's answers, and what the API's provider says of itself. */
export type Facts = Scenario["privacy"] & {
  /** As people call it. */
  provider: string;
  /** Terms that hold for this plan's calls; null where the catalogue has none. */
  terms: ProviderTerms | null;
} & Hardware;

export type Rule = {
  id: string;
  handlers: readonly Handler[];
  applies: (facts: Facts) => boolean;
  effect: "no" | "withMeasures";
  /** Why, in a sentence; with measures, what they are. */
  because: string | ((facts: Facts) => string);
  /** What would lift a "no". */
  todo: string | ((facts: Facts) => string);
  source: Source | "own requirement" | "terms";
};

export const isPersonal = ({ dataClass }: Facts) => dataClass === "personal" || dataClass === "special";
export const isSpecial = ({ dataClass }: Facts) => dataClass === "special";
export const isPayment = ({ dataClass }: Facts) => dataClass === "payment";
export const isOpen = ({ dataClass }: Facts) => dataClass === "public" || dataClass === "internal";

/** Whether prompts rest with the provider: not under other terms, nor with one that keeps nothing by default. */
export const isKept = ({ apiTerms, terms }: Facts) => apiTerms === "standard" && terms?.retentionDays !== 0;
export const keptFor = ({ provider, terms }: Facts): string =>
  terms?.retentionDays
    ? `${provider} keeps prompts up to ${terms.retentionDays} days`
    : `${provider} keeps prompts for a while`;

/** Region that must be kept and that the provider is known not to offer. */
export const isRegionMissing = ({ residency, legalRegion, terms }: Facts) =>
  residency === "region" && legalRegion !== "other" && terms?.regions != null && !terms.regions.includes(legalRegion);
export const offersRegion = ({ legalRegion, terms }: Facts) =>
  legalRegion !== "other" && (terms?.regions?.includes(legalRegion) ?? false);
export const agreeRegion = (facts: Facts): string =>
  offersRegion(facts)
    ? `${facts.provider} offers processing in the ${regionName(facts)}: choose it, have it in the contract, and say so here.`
    : "Get the provider's contractual commitment to process within the region.";
export const regionName = ({ legalRegion }: Facts): string => legalRegions[legalRegion];
