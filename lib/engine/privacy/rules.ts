import type { ProviderTerms } from "@/lib/contract/catalogue";
import { legalRegions, type Scenario } from "@/lib/contract/scenario";
import type { Source } from "@/lib/contract/source";
import { sources } from "../sources";

/** The part of a path that handles data: a mix has both. */
export type Handler = "api" | "selfHosted" | "people";

/** What the rules look at: the plan's answers, and what the API's provider says of itself. */
export type Facts = Scenario["privacy"] & {
  /** As people call it. */
  provider: string;
  /** Terms that hold for this plan's calls; null where the catalogue has none. */
  terms: ProviderTerms | null;
  /** How slow multi-party computation is against the target; null where it keeps up. */
  tooSlow: string | null;
};

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

const gdpr = (article: string): Source => ({
  title: `Regulation (EU) 2016/679 (GDPR), ${article}`,
  url: "https://eur-lex.europa.eu/eli/reg/2016/679/oj",
  asOf: "2016-04-27",
});
const hipaa: Source = {
  title: "45 CFR 164.502(e) and 164.504(e) (HIPAA, business associates)",
  url: "https://www.ecfr.gov/current/title-45/section-164.502",
  asOf: "2024",
};
const pci = (requirement: string): Source => ({
  title: `PCI DSS v4.0.1, ${requirement}`,
  url: "https://www.pcisecuritystandards.org/document_library/",
  asOf: "2024-06",
});

const confidentialInference = sources.confidentialInference;
const mpcSpeed = sources.permLlm;

const isPersonal = ({ dataClass }: Facts) => dataClass === "personal" || dataClass === "special";
const isSpecial = ({ dataClass }: Facts) => dataClass === "special";
const isPayment = ({ dataClass }: Facts) => dataClass === "payment";
const isOpen = ({ dataClass }: Facts) => dataClass === "public" || dataClass === "internal";

/** Whether prompts rest with the provider: not under other terms, nor with one that keeps nothing by default. */
const isKept = ({ apiTerms, terms }: Facts) => apiTerms === "standard" && terms?.retentionDays !== 0;
const keptFor = ({ provider, terms }: Facts): string =>
  terms?.retentionDays
    ? `${provider} keeps prompts up to ${terms.retentionDays} days`
    : `${provider} keeps prompts for a while`;

/** Region that must be kept and that the provider is known not to offer. */
const isRegionMissing = ({ residency, legalRegion, terms }: Facts) =>
  residency === "region" && legalRegion !== "other" && terms?.regions != null && !terms.regions.includes(legalRegion);
const offersRegion = ({ legalRegion, terms }: Facts) =>
  legalRegion !== "other" && (terms?.regions?.includes(legalRegion) ?? false);
const agreeRegion = (facts: Facts): string =>
  offersRegion(facts)
    ? `${facts.provider} offers processing in the ${regionName(facts)}: choose it, have it in the contract, and say so here.`
    : "Get the provider's contractual commitment to process within the region.";
const regionName = ({ legalRegion }: Facts): string => legalRegions[legalRegion];

const art9 = new Set(["consent", "vitalInterests", "legalObligation", "publicTask", "healthCare", "notNamed"]);

const apiRules: Rule[] = [
  {
    id: "api.premises",
    handlers: ["api"],
    applies: ({ residency }) => residency === "ownPremises",
    effect: "no",
    because: "Data must stay on your own premises, and an API processes it elsewhere.",
    todo: "Host the model on your own premises, or allow processing elsewhere.",
    source: "own requirement",
  },
  {
    id: "api.region.personal",
    handlers: ["api"],
    applies: (facts) =>
      facts.residency === "region" && !facts.apiInRegion && isPersonal(facts) && !isRegionMissing(facts),
    effect: "no",
    because: "Personal data would leave the region: a transfer needs a legal basis of its own.",
    todo: agreeRegion,
    source: gdpr("Art. 44"),
  },
  {
    id: "api.region",
    handlers: ["api"],
    applies: (facts) =>
      facts.residency === "region" && !facts.apiInRegion && !isPersonal(facts) && !isRegionMissing(facts),
    effect: "no",
    because: "Data must stay within one region, and the API does not commit to it.",
    todo: agreeRegion,
    source: "own requirement",
  },
  {
    id: "api.processor",
    handlers: ["api"],
    applies: (facts) => facts.dataClass === "personal" && !facts.agreementSigned,
    effect: "no",
    because: "The provider processes personal data for you without a signed processing agreement.",
    todo: "Sign the provider's data processing agreement.",
    source: gdpr("Art. 28(3)"),
  },
  {
    id: "api.businessAssociate",
    handlers: ["api"],
    applies: (facts) => isSpecial(facts) && !facts.agreementSigned,
    effect: "no",
    because:
      "Health data may be disclosed to a provider only under a business associate agreement; in the EU a processing agreement is needed too (GDPR Art. 28(3)).",
    todo: "Sign a business associate agreement or processing agreement with the provider.",
    source: hipaa,
  },
  {
    id: "api.specialRetention",
    handlers: ["api"],
    applies: (facts) => isSpecial(facts) && isKept(facts),
    effect: "no",
    because: (facts) =>
      `${keptFor(facts)} and may read some of them to detect abuse, which special-category data does not allow without a specific ground.`,
    todo: "Agree zero data retention, or use the model in your own cloud tenant.",
    source: gdpr("Art. 9"),
  },
  {
    id: "api.impactAssessment",
    handlers: ["api"],
    applies: (facts) => isSpecial(facts) && !isKept(facts),
    effect: "withMeasures",
    because: "Do a data protection impact assessment before launch, and send only what the task needs.",
    todo: "",
    source: gdpr("Art. 35(3)(b)"),
  },
  {
    id: "api.paymentAgreement",
    handlers: ["api"],
    applies: (facts) => isPayment(facts) && !facts.agreementSigned,
    effect: "no",
    because: "A provider that receives card data must acknowledge its responsibility for it in writing.",
    todo: "Sign such an agreement with the provider, or remove card numbers before the call.",
    source: pci("requirement 12.8.2"),
  },
  {
    id: "api.paymentRetention",
    handlers: ["api"],
    applies: (facts) => isPayment(facts) && isKept(facts),
    effect: "no",
    because: (facts) => `${keptFor(facts)}, and card data may be stored only where needed and protected.`,
    todo: "Agree zero data retention or use your own cloud tenant, and mask card numbers before the call.",
    source: pci("requirement 3.2.1"),
  },
  {
    id: "api.paymentMasking",
    handlers: ["api"],
    applies: (facts) => isPayment(facts) && !isKept(facts),
    effect: "withMeasures",
    because: "Mask card numbers before the call; never send security codes.",
    todo: "",
    source: pci("requirement 3.4.1"),
  },
  {
    id: "api.personalRetention",
    handlers: ["api"],
    applies: (facts) => facts.dataClass === "personal" && isKept(facts),
    effect: "withMeasures",
    because: (facts) => `${keptFor(facts)}: state it in your record and your notice to users.`,
    todo: "",
    source: gdpr("Art. 13(2)(a) and 30"),
  },
  {
    id: "api.confidentialTerms",
    handlers: ["api"],
    applies: (facts) => facts.dataClass === "confidential" && isKept(facts) && !facts.agreementSigned,
    effect: "withMeasures",
    because: (facts) =>
      facts.terms
        ? `${keptFor(facts)}, and its terms ${facts.terms.training === "no" ? "rule out training on them" : "do not rule out training on them"}: decide whether that is acceptable.`
        : "Check that the provider's terms rule out training on your prompts, and how long it keeps them.",
    todo: "",
    source: "terms",
  },
];

/** Rules that go by what the provider says of itself. */
const termsRules: Rule[] = [
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

/** Rules on the data itself, wherever it is processed. */
const dataRules: Rule[] = [
  {
    id: "basis.special",
    handlers: ["api", "selfHosted"],
    applies: (facts) => isSpecial(facts) && !art9.has(facts.lawfulBasis),
    effect: "no",
    because: "A contract or legitimate interests alone do not allow processing special-category data.",
    todo: "Name a ground of Art. 9(2), such as explicit consent or health care by professionals.",
    source: gdpr("Art. 9(2)"),
  },
  {
    id: "basis.notNamed",
    handlers: ["api", "selfHosted"],
    applies: (facts) => isPersonal(facts) && facts.lawfulBasis === "notNamed",
    effect: "withMeasures",
    because: "Name the lawful basis before launch; the record of processing and the notice to users need it.",
    todo: "",
    source: gdpr("Art. 6 and 13(1)(c)"),
  },
];

const selfHostedRules: Rule[] = [
  {
    id: "selfHosted.premises",
    handlers: ["selfHosted"],
    applies: ({ residency, selfHostedSite }) => residency === "ownPremises" && selfHostedSite !== "ownPremises",
    effect: "no",
    because: "Data must stay on your own premises, and the hardware stands elsewhere.",
    todo: "Run the hardware on your own premises, or allow processing elsewhere.",
    source: "own requirement",
  },
  {
    id: "selfHosted.region",
    handlers: ["selfHosted"],
    applies: ({ residency, selfHostedSite }) => residency === "region" && selfHostedSite !== "ownPremises",
    effect: "withMeasures",
    because: "Rent or place the machines within the region, backups included.",
    todo: "",
    source: "own requirement",
  },
  {
    id: "selfHosted.processor",
    handlers: ["selfHosted"],
    applies: (facts) =>
      facts.dataClass === "personal" && facts.selfHostedSite === "publicCloud" && !facts.agreementSigned,
    effect: "no",
    because: "The cloud processes personal data for you without a signed processing agreement.",
    todo: "Sign the cloud's data processing agreement.",
    source: gdpr("Art. 28(3)"),
  },
  {
    id: "selfHosted.businessAssociate",
    handlers: ["selfHosted"],
    applies: (facts) => isSpecial(facts) && facts.selfHostedSite === "publicCloud" && !facts.agreementSigned,
    effect: "no",
    because: "A cloud that stores or processes health data is a business associate, and no agreement is signed.",
    todo: "Sign a business associate agreement with the cloud.",
    source: hipaa,
  },
  {
    id: "selfHosted.impactAssessment",
    handlers: ["selfHosted"],
    applies: isSpecial,
    effect: "withMeasures",
    because: "Do a data protection impact assessment before launch; encrypt disks and limit who sees prompts and logs.",
    todo: "",
    source: gdpr("Art. 32 and 35(3)(b)"),
  },
  {
    id: "selfHosted.paymentAgreement",
    handlers: ["selfHosted"],
    applies: (facts) => isPayment(facts) && facts.selfHostedSite === "publicCloud" && !facts.agreementSigned,
    effect: "no",
    because: "A cloud that holds card data must acknowledge its responsibility for it in writing.",
    todo: "Sign such an agreement with the cloud, or mask card numbers first.",
    source: pci("requirement 12.8.2"),
  },
  {
    id: "selfHosted.paymentScope",
    handlers: ["selfHosted"],
    applies: isPayment,
    effect: "withMeasures",
    because: "The system comes into the scope of the card standard: mask card numbers before they reach it.",
    todo: "",
    source: pci("requirement 3.4.1"),
  },
];

const protectionRules: Rule[] = [
  {
    id: "selfHosted.operatorAccess",
    handlers: ["selfHosted"],
    applies: (facts) =>
      facts.selfHostedSite === "publicCloud" &&
      facts.protection === "none" &&
      (facts.dataClass === "confidential" || isSpecial(facts) || isPayment(facts)),
    effect: "withMeasures",
    because:
      "Whoever runs the rented machines could read data in use: rule it out by contract and logged access, or use confidential computing.",
    todo: "",
    source: confidentialInference,
  },
  {
    id: "selfHosted.mpcTooSlow",
    handlers: ["selfHosted"],
    applies: ({ protection, tooSlow }) => protection === "mpc" && tooSlow !== null,
    effect: "no",
    because: ({ tooSlow }) => tooSlow ?? "",
    todo: "Use confidential computing or your own premises, or accept answers after minutes or hours.",
    source: mpcSpeed,
  },
];

/** In the order in which reasons are given. Own staff handle data under the company's own rules. */
export const rules: readonly Rule[] = [
  ...apiRules,
  ...termsRules,
  ...selfHostedRules,
  ...protectionRules,
  ...dataRules,
];

const worded = (words: Rule["because"], facts: Facts): string => (typeof words === "string" ? words : words(facts));

export const todoOf = (rule: Rule, facts: Facts): string => worded(rule.todo, facts);

/** Why, with where it is written. */
export function citedOf(rule: Rule, facts: Facts): string {
  const because = worded(rule.because, facts);
  if (rule.source === "own requirement") return `${because} (your own requirement)`;
  const source = rule.source === "terms" ? facts.terms?.source : rule.source;
  return source ? `${because} (${source.title}, ${source.asOf})` : because;
}

export const becauseOf = (rule: Rule, facts: Facts): string => worded(rule.because, facts);
