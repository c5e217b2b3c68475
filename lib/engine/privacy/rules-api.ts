import { agreeRegion, isKept, isPayment, isPersonal, isRegionMissing, isSpecial, keptFor, type Rule } from "./facts";
import { gdpr, hipaa, pci } from "./regulations";

/** On data that an API processes. */
export const apiRules: Rule[] = [
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
