import type { Scenario } from "@/lib/contract/scenario";
import type { Source } from "@/lib/contract/source";

/** The part of a path that handles data: a mix has both. */
export type Handler = "api" | "selfHosted" | "people";
export type Facts = Scenario["privacy"];

export type Rule = {
  id: string;
  handler: Handler;
  applies: (facts: Facts) => boolean;
  effect: "no" | "withMeasures";
  /** Why, in a sentence; with measures, what they are. */
  because: string;
  /** What would lift a "no". */
  todo: string;
  source: Source | "own requirement";
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

const isPersonal = ({ dataClass }: Facts) => dataClass === "personal" || dataClass === "special";
const isSpecial = ({ dataClass }: Facts) => dataClass === "special";
const isPayment = ({ dataClass }: Facts) => dataClass === "payment";

const apiRules: Rule[] = [
  {
    id: "api.premises",
    handler: "api",
    applies: ({ residency }) => residency === "ownPremises",
    effect: "no",
    because: "Data must stay on your own premises, and an API processes it elsewhere.",
    todo: "Host the model on your own premises, or allow processing elsewhere.",
    source: "own requirement",
  },
  {
    id: "api.region.personal",
    handler: "api",
    applies: (facts) => facts.residency === "region" && !facts.apiInRegion && isPersonal(facts),
    effect: "no",
    because: "Personal data would leave the region: a transfer needs a legal basis of its own.",
    todo: "Get the provider's contractual commitment to process within the region.",
    source: gdpr("Art. 44"),
  },
  {
    id: "api.region",
    handler: "api",
    applies: (facts) => facts.residency === "region" && !facts.apiInRegion && !isPersonal(facts),
    effect: "no",
    because: "Data must stay within one region, and the API does not commit to it.",
    todo: "Choose a provider that commits to the region, or allow processing anywhere.",
    source: "own requirement",
  },
  {
    id: "api.processor",
    handler: "api",
    applies: (facts) => facts.dataClass === "personal" && !facts.agreementSigned,
    effect: "no",
    because: "The provider processes personal data for you without a signed processing agreement.",
    todo: "Sign the provider's data processing agreement.",
    source: gdpr("Art. 28(3)"),
  },
  {
    id: "api.businessAssociate",
    handler: "api",
    applies: (facts) => isSpecial(facts) && !facts.agreementSigned,
    effect: "no",
    because:
      "Health data may be disclosed to a provider only under a business associate agreement; in the EU a processing agreement is needed too (GDPR Art. 28(3)).",
    todo: "Sign a business associate agreement or processing agreement with the provider.",
    source: hipaa,
  },
  {
    id: "api.specialRetention",
    handler: "api",
    applies: (facts) => isSpecial(facts) && facts.apiTerms === "standard",
    effect: "no",
    because:
      "Standard terms let the provider keep prompts and read some of them to detect abuse, which special-category data does not allow without a specific ground.",
    todo: "Agree zero data retention, or use the model in your own cloud tenant.",
    source: gdpr("Art. 9"),
  },
  {
    id: "api.impactAssessment",
    handler: "api",
    applies: (facts) => isSpecial(facts) && facts.apiTerms !== "standard",
    effect: "withMeasures",
    because: "Do a data protection impact assessment before launch, and send only what the task needs.",
    todo: "",
    source: gdpr("Art. 35(3)(b)"),
  },
  {
    id: "api.paymentAgreement",
    handler: "api",
    applies: (facts) => isPayment(facts) && !facts.agreementSigned,
    effect: "no",
    because: "A provider that receives card data must acknowledge its responsibility for it in writing.",
    todo: "Sign such an agreement with the provider, or remove card numbers before the call.",
    source: pci("requirement 12.8.2"),
  },
  {
    id: "api.paymentRetention",
    handler: "api",
    applies: (facts) => isPayment(facts) && facts.apiTerms === "standard",
    effect: "no",
    because: "Under standard terms prompts are stored, and card data may be stored only where needed and protected.",
    todo: "Agree zero data retention or use your own cloud tenant, and mask card numbers before the call.",
    source: pci("requirement 3.2.1"),
  },
  {
    id: "api.paymentMasking",
    handler: "api",
    applies: (facts) => isPayment(facts) && facts.apiTerms !== "standard",
    effect: "withMeasures",
    because: "Mask card numbers before the call; never send security codes.",
    todo: "",
    source: pci("requirement 3.4.1"),
  },
  {
    id: "api.personalRetention",
    handler: "api",
    applies: (facts) => facts.dataClass === "personal" && facts.apiTerms === "standard",
    effect: "withMeasures",
    because: "Under standard terms prompts are kept for a while: state it in your record and your notice to users.",
    todo: "",
    source: gdpr("Art. 13(2)(a) and 30"),
  },
  {
    id: "api.confidentialTerms",
    handler: "api",
    applies: (facts) => facts.dataClass === "confidential" && facts.apiTerms === "standard" && !facts.agreementSigned,
    effect: "withMeasures",
    because: "Check that the provider's terms rule out training on your prompts, and how long it keeps them.",
    todo: "",
    source: "own requirement",
  },
];

const selfHostedRules: Rule[] = [
  {
    id: "selfHosted.premises",
    handler: "selfHosted",
    applies: ({ residency, selfHostedSite }) => residency === "ownPremises" && selfHostedSite !== "ownPremises",
    effect: "no",
    because: "Data must stay on your own premises, and the hardware stands elsewhere.",
    todo: "Run the hardware on your own premises, or allow processing elsewhere.",
    source: "own requirement",
  },
  {
    id: "selfHosted.region",
    handler: "selfHosted",
    applies: ({ residency, selfHostedSite }) => residency === "region" && selfHostedSite !== "ownPremises",
    effect: "withMeasures",
    because: "Rent or place the machines within the region, backups included.",
    todo: "",
    source: "own requirement",
  },
  {
    id: "selfHosted.processor",
    handler: "selfHosted",
    applies: (facts) =>
      facts.dataClass === "personal" && facts.selfHostedSite === "publicCloud" && !facts.agreementSigned,
    effect: "no",
    because: "The cloud processes personal data for you without a signed processing agreement.",
    todo: "Sign the cloud's data processing agreement.",
    source: gdpr("Art. 28(3)"),
  },
  {
    id: "selfHosted.businessAssociate",
    handler: "selfHosted",
    applies: (facts) => isSpecial(facts) && facts.selfHostedSite === "publicCloud" && !facts.agreementSigned,
    effect: "no",
    because: "A cloud that stores or processes health data is a business associate, and no agreement is signed.",
    todo: "Sign a business associate agreement with the cloud.",
    source: hipaa,
  },
  {
    id: "selfHosted.impactAssessment",
    handler: "selfHosted",
    applies: isSpecial,
    effect: "withMeasures",
    because: "Do a data protection impact assessment before launch; encrypt disks and limit who sees prompts and logs.",
    todo: "",
    source: gdpr("Art. 32 and 35(3)(b)"),
  },
  {
    id: "selfHosted.paymentAgreement",
    handler: "selfHosted",
    applies: (facts) => isPayment(facts) && facts.selfHostedSite === "publicCloud" && !facts.agreementSigned,
    effect: "no",
    because: "A cloud that holds card data must acknowledge its responsibility for it in writing.",
    todo: "Sign such an agreement with the cloud, or mask card numbers first.",
    source: pci("requirement 12.8.2"),
  },
  {
    id: "selfHosted.paymentScope",
    handler: "selfHosted",
    applies: isPayment,
    effect: "withMeasures",
    because: "The system comes into the scope of the card standard: mask card numbers before they reach it.",
    todo: "",
    source: pci("requirement 3.4.1"),
  },
];

/** In the order in which reasons are given. Own staff handle data under the company's own rules. */
export const rules: readonly Rule[] = [...apiRules, ...selfHostedRules];
