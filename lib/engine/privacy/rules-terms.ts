import {
  isOpen,
  isPayment,
  isPersonal,
  isRegionMissing,
  isSpecial,
  offersRegion,
  type Rule,
  regionName,
} from "./facts";
import { gdpr, hipaa, pci } from "./regulations";

/** Rules that go by what the provider says of itself. */
export const termsRules: Rule[] = [
  {
    id: "api.regionNotOffered",
    handlers: ["api"],
    applies: isRegionMissing,
    effect: "no",
    because: (facts) => `${facts.provider} is not known to offer processing held to the ${regionName(facts)}.`,
    todo: "Call the model through a cloud that offers the region, or choose another provider.",
    source: "terms",
  },
  {
    id: "api.regionUnknown",
    handlers: ["api"],
    applies: (facts) =>
      facts.residency === "region" && facts.apiInRegion && !isRegionMissing(facts) && !offersRegion(facts),
    effect: "withMeasures",
    because: (facts) =>
      `Whether ${facts.provider} can hold processing to the ${regionName(facts)} could not be read: have the contract say it.`,
    todo: "",
    source: "terms",
  },
  {
    id: "api.trains",
    handlers: ["api"],
    applies: (facts) =>
      !isOpen(facts) &&
      facts.apiTerms === "standard" &&
      !facts.agreementSigned &&
      (facts.terms?.training ?? "no") !== "no",
    effect: "no",
    because: ({ provider, terms }) =>
      `${provider}'s terms ${terms?.training === "yes" ? "let it train on prompts" : "do not rule out that it trains on prompts"}.`,
    todo: "Sign an agreement that rules training out, or choose a provider whose terms do.",
    source: "terms",
  },
  {
    id: "api.zeroRetentionNotOffered",
    handlers: ["api"],
    applies: ({ apiTerms, terms }) => apiTerms === "zeroRetention" && terms?.zeroRetention === "no",
    effect: "no",
    because: ({ provider, terms }) =>
      `The plan counts on zero retention, which ${provider} does not offer${terms?.retentionDays ? `: it keeps prompts ${terms.retentionDays} days` : ""}.`,
    todo: "Use the model in your own cloud tenant, or choose a provider that offers zero retention.",
    source: "terms",
  },
  {
    id: "api.zeroRetentionApproval",
    handlers: ["api"],
    applies: ({ apiTerms, terms }) => apiTerms === "zeroRetention" && terms?.zeroRetention === "onApproval",
    effect: "withMeasures",
    because: ({ provider }) =>
      `${provider} grants zero retention on application only: apply before launch, and check what it leaves out.`,
    todo: "",
    source: "terms",
  },
  {
    id: "api.zeroRetentionUnknown",
    handlers: ["api"],
    applies: ({ apiTerms, terms }) =>
      apiTerms === "zeroRetention" && (terms === null || terms.zeroRetention === "unknown"),
    effect: "withMeasures",
    because: ({ provider }) => `Whether ${provider} offers zero retention could not be read: have it in writing.`,
    todo: "",
    source: "terms",
  },
  {
    id: "api.termsUnknown",
    handlers: ["api"],
    applies: (facts) => !isOpen(facts) && facts.terms === null && facts.apiTerms !== "zeroRetention",
    effect: "withMeasures",
    because: ({ provider, apiTerms }) =>
      apiTerms === "cloudTenant"
        ? `No cloud that runs ${provider}'s models is in the catalogue: read what its terms say of training, retention and regions.`
        : `${provider}'s terms are not in the catalogue: read what they say of training, retention and regions.`,
    todo: "",
    source: "own requirement",
  },
  {
    id: "api.storedAbroad",
    handlers: ["api"],
    applies: (facts) =>
      isPersonal(facts) &&
      facts.residency === "anywhere" &&
      facts.terms?.storedIn != null &&
      facts.terms.storedIn !== "EU",
    effect: "withMeasures",
    because: ({ provider, terms }) =>
      `${provider} stores data in ${terms?.storedIn}: for people in the EU that is a transfer, which needs an adequacy decision or standard clauses and an assessment.`,
    todo: "",
    source: gdpr("Art. 44 to 46"),
  },
  {
    id: "api.cardStandardUnknown",
    handlers: ["api"],
    applies: (facts) => isPayment(facts) && facts.terms !== null && !facts.terms.certifications.includes("PCI DSS"),
    effect: "withMeasures",
    because: ({ provider }) => `No attestation of ${provider} to the card standard was read: ask for it.`,
    todo: "",
    source: pci("requirement 12.8.4"),
  },
  {
    id: "api.businessAssociateUnknown",
    handlers: ["api"],
    applies: (facts) => isSpecial(facts) && facts.agreementSigned && facts.terms?.businessAssociate === "unknown",
    effect: "withMeasures",
    because: ({ provider }) =>
      `Whether ${provider} signs business associate agreements could not be read: for health data in the US, see that yours is one.`,
    todo: "",
    source: hipaa,
  },
];
