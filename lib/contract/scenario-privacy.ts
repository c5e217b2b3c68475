import { z } from "zod";
import { choiceField, numberField, optionalNumberField, switchField, wholeNumberField } from "./field";
import { dataClasses } from "./scenario-words";

/** What the data is, where it may go, and how it is protected. */

export const legalRegions = { eu: "European Union or EEA", us: "United States", other: "Another one" } as const;
export type LegalRegion = keyof typeof legalRegions;

export const lawfulBases = {
  notNamed: "Not named yet",
  consent: "Consent",
  contract: "Contract with the person",
  legalObligation: "Legal obligation",
  vitalInterests: "Vital interests",
  publicTask: "Public task",
  legitimateInterests: "Legitimate interests",
  healthCare: "Health care, by professionals bound to secrecy",
} as const;
export type LawfulBasis = keyof typeof lawfulBases;

export const protections = {
  none: "Not beyond encryption at rest and on the way",
  confidential: "Confidential computing",
  mpc: "Secure multi-party computation",
} as const;
export type Protection = keyof typeof protections;

export const privacySchema = z.strictObject({
  dataClass: choiceField(dataClasses, {
    section: "privacy",
    prominence: "main",
    title: "How sensitive is the data?",
    description: "The most sensitive class that prompts, documents or answers may hold.",
  }),
  residency: choiceField(
    { anywhere: "Anywhere", region: "Within one legal region (EU, US, …)", ownPremises: "On our own premises" },
    {
      section: "privacy",
      prominence: "main",
      title: "Where may data be processed?",
      description: "A path that cannot stay there does not qualify.",
    },
  ),
  legalRegion: choiceField(legalRegions, {
    section: "privacy",
    prominence: "main",
    title: "Which legal region?",
    description: "Where data must stay; what the API's provider offers there is looked up.",
  }),
  lawfulBasis: choiceField(lawfulBases, {
    section: "privacy",
    prominence: "more",
    title: "Lawful basis",
    description: "On what ground personal data is processed (GDPR Art. 6; for special categories Art. 9 besides).",
  }),
  apiTerms: choiceField(
    {
      standard: "Provider's standard terms",
      zeroRetention: "Zero data retention agreed",
      cloudTenant: "Model in our own cloud tenant",
    },
    {
      section: "privacy",
      prominence: "main",
      title: "API terms",
      description: "What has been agreed with the API's provider on keeping and using data.",
    },
  ),
  agreementSigned: switchField({
    section: "privacy",
    prominence: "main",
    title: "Processing agreement signed",
    description:
      "A data processing agreement (DPA), or a business associate agreement (BAA) for health data, with the API's provider or the cloud.",
  }),
  apiInRegion: switchField({
    section: "privacy",
    prominence: "more",
    title: "API offers the region",
    description: "The API's provider contractually processes within the region required.",
  }),
  selfHostedSite: choiceField(
    {
      publicCloud: "Rented in a public cloud",
      colocation: "Own hardware in a colocation site",
      ownPremises: "Own premises",
    },
    {
      section: "privacy",
      prominence: "main",
      title: "Where the self-hosted path runs",
      description: "Decides who else has access and whether data leaves the premises.",
    },
  ),
  dpEpsilon: optionalNumberField(0.01, 1000, {
    section: "privacy",
    prominence: "more",
    title: "Privacy budget of fine-tuning (ε)",
    description: "Fine-tuning with differential privacy at this ε (δ = 1 ÷ 10 examples). Empty: without.",
    unit: "1",
  }),
  dpBatch: wholeNumberField(1, 1000000, {
    section: "privacy",
    prominence: "more",
    title: "Batch of private fine-tuning",
    description: "Examples drawn for a step; larger batches need less noise for each, and fewer steps.",
    unit: "item",
  }),
  protection: choiceField(protections, {
    section: "privacy",
    prominence: "main",
    title: "Protection of data in use",
    description:
      "For the self-hosted model: accelerators in a trusted environment, or a computation shared among parties of whom none sees the data.",
  }),
  confidentialLossShare: numberField(0, 0.5, {
    section: "privacy",
    prominence: "more",
    title: "Speed lost to confidential computing",
    description: "Share by which a trusted environment slows the accelerators down.",
    unit: "share",
  }),
  mpcSecondsPerToken: optionalNumberField(0.001, 3600, {
    section: "privacy",
    prominence: "more",
    title: "Time per token, multi-party",
    description: "Seconds a token takes under multi-party computation. Empty: from published systems, by model size.",
    unit: "s",
  }),
  identifiersPerPrompt: numberField(0, 10_000, {
    section: "privacy",
    prominence: "more",
    title: "Identifiers in a prompt",
    description: "Names, addresses, numbers of persons in one prompt on average.",
    unit: "1",
  }),
  leaksPerMonthTolerated: optionalNumberField(0, 1e12, {
    section: "privacy",
    prominence: "more",
    title: "Identifiers that may get out a month",
    description: "More identifiers a month reaching the API's provider than this bar it. Empty: no limit.",
    unit: "1",
  }),
  scrubsPrompts: switchField({
    section: "privacy",
    prominence: "main",
    title: "Prompts are scrubbed",
    description: "Identifiers are found and replaced in each prompt before it reaches the model.",
  }),
  promptRecallShare: numberField(0, 1, {
    section: "privacy",
    prominence: "more",
    title: "Identifiers found in prompts",
    description: "Share of the identifiers that scrubbing finds; measure it on a sample of your own.",
    unit: "share",
  }),
  scrubUsdPerThousandPrompts: numberField(0, 10_000, {
    section: "privacy",
    prominence: "more",
    title: "Scrubbing a thousand prompts",
    description: "Service or machines that find and replace identifiers.",
    unit: "USD",
  }),
  scrubSeconds: numberField(0, 60, {
    section: "privacy",
    prominence: "more",
    title: "Time to scrub a prompt",
    description: "Wait added before the first word.",
    unit: "s",
  }),
  publicUsers: switchField({
    section: "privacy",
    prominence: "more",
    title: "Open to the public",
    description: "People outside the organisation write prompts.",
  }),
  usesTools: switchField({
    section: "privacy",
    prominence: "more",
    title: "Acts through tools",
    description: "The model sends, buys, changes or deletes something by itself.",
  }),
  readsUntrusted: switchField({
    section: "privacy",
    prominence: "more",
    title: "Reads content of others",
    description: "Web pages, mail or documents from outside enter prompts.",
  }),
  approvesActions: switchField({
    section: "privacy",
    prominence: "more",
    title: "People approve actions",
    description: "A person confirms what has consequences before it is done.",
  }),
  filtersOutput: switchField({
    section: "privacy",
    prominence: "more",
    title: "Answers are checked by rules",
    description: "Answers are filtered or encoded before other systems use them.",
  }),
  guardUsdPerThousandRequests: numberField(0, 10_000, {
    section: "privacy",
    prominence: "more",
    title: "Checking a thousand answers",
    description: "Model or service that checks prompts and answers by rules.",
    unit: "USD",
  }),
  guardSeconds: numberField(0, 60, {
    section: "privacy",
    prominence: "more",
    title: "Time to check",
    description: "Wait added before the first word.",
    unit: "s",
  }),
  redTeamDaysPerYear: numberField(0, 365, {
    section: "privacy",
    prominence: "more",
    title: "Days of attack testing a year",
    description: "Days in which testers try to break the system: injection, extraction, abuse of tools. 0: none.",
    unit: "1",
  }),
  redTeamUsdPerDay: numberField(0, 100_000, {
    section: "privacy",
    prominence: "more",
    title: "A day of attack testing",
    description: "Fee of the testers.",
    unit: "USD",
  }),
  auditUsdPerYear: numberField(0, 10_000_000, {
    section: "privacy",
    prominence: "more",
    title: "Audits a year",
    description: "Security or data protection audit of the system, with its follow-up. 0: none.",
    unit: "USD/year",
  }),
  limitsUse: switchField({
    section: "privacy",
    prominence: "more",
    title: "Use is limited",
    description: "Requests, tokens and spend of each user are capped.",
  }),
});
