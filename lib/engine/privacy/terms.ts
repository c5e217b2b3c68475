import type { ProviderTerms } from "@/lib/contract/catalogue";
import type { ReferenceData } from "@/lib/contract/reference";
import type { Scenario } from "@/lib/contract/scenario";

type Known = Pick<ReferenceData, "findTerms">;
export type PlanTerms = { provider: string; terms: ProviderTerms | null };

/** Clouds run models of their own list in a customer's tenant: their standard terms are the tenant's. */
const clouds = new Set(["aws", "azure", "google-vertex"]);

/** Terms that hold for calls under an arrangement: the provider's own, or those of the cloud its models run in. */
export function termsUnder(
  provider: string,
  apiTerms: Scenario["privacy"]["apiTerms"],
  { findTerms }: Known,
): PlanTerms {
  const own = findTerms(provider);
  const name = own?.name ?? provider;
  if (apiTerms !== "cloudTenant" || clouds.has(provider)) return { provider: name, terms: own };
  const tenant = own?.tenant ? findTerms(own.tenant) : null;
  return { provider: tenant?.name ?? name, terms: tenant };
}

const trainingWords = {
  no: "does not train on prompts",
  yes: "may train on prompts",
  unknown: "does not say whether it trains on prompts",
};

/** What a provider says of itself, in a sentence with its source. */
export function briefOf({ provider, terms, apiTerms }: PlanTerms & Pick<Scenario["privacy"], "apiTerms">): string {
  if (!terms) return "";
  const days = terms.retentionDays;
  const kept =
    apiTerms === "zeroRetention" && terms.zeroRetention !== "no"
      ? "keeps none by agreement"
      : days === null
        ? "keeps them as settings decide or for an unknown time"
        : days === 0
          ? "keeps none by default"
          : `keeps them up to ${days} days`;
  const held =
    terms.regions === null
      ? "an unknown choice of regions"
      : terms.regions.length === 0
        ? "no region"
        : terms.regions.map((region) => region.toUpperCase()).join(" or ");
  return `${provider} ${trainingWords[terms.training]}, ${kept}, and offers ${held} (${terms.source.title}, ${terms.source.asOf}).`;
}
