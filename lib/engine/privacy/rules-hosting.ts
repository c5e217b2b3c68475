import { sources } from "../sources";
import { isPayment, isSpecial, type Rule } from "./facts";
import { gdpr, hipaa, pci } from "./regulations";

/** On data that a model of our own processes. */
export const selfHostedRules: Rule[] = [
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

/** On data in use, on machines of our own or of others. */
export const protectionRules: Rule[] = [
  {
    id: "selfHosted.noTrustedHardware",
    handlers: ["selfHosted"],
    applies: ({ protection, trusted }) => protection === "confidential" && trusted === "no",
    effect: "no",
    because: ({ accelerator }) => `${accelerator} has no trusted environment: NVIDIA's begin with Hopper.`,
    todo: "Choose Hopper or Blackwell accelerators, or protect data in another way.",
    source: sources.trustedPlatforms,
  },
  {
    id: "selfHosted.trustedHardwareUnknown",
    handlers: ["selfHosted"],
    applies: ({ protection, trusted }) => protection === "confidential" && trusted === "unknown",
    effect: "withMeasures",
    because: ({ accelerator }) =>
      `Whether ${accelerator} can run in a trusted environment could not be read: ask its maker.`,
    todo: "",
    source: "own requirement",
  },
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
    source: sources.confidentialInference,
  },
  {
    id: "selfHosted.mpcTooSlow",
    handlers: ["selfHosted"],
    applies: ({ protection, tooSlow }) => protection === "mpc" && tooSlow !== null,
    effect: "no",
    because: ({ tooSlow }) => tooSlow ?? "",
    todo: "Use confidential computing or your own premises, or accept answers after minutes or hours.",
    source: sources.permLlm,
  },
];
