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
