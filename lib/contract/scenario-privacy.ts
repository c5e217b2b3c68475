import { z } from "zod";
import { choiceField, optionalNumberField, switchField, wholeNumberField } from "./field";
import { dataClasses } from "./scenario-words";

/** What the data is, and where it may go. */

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
    description: "Examples drawn for a step; larger batches need less noise for each.",
    unit: "item",
  }),
  confidentialComputing: switchField({
    section: "privacy",
    prominence: "more",
    title: "Confidential computing",
    description: "Accelerators run in a trusted environment, so that whoever runs them cannot read data in use.",
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
  limitsUse: switchField({
    section: "privacy",
    prominence: "more",
    title: "Use is limited",
    description: "Requests, tokens and spend of each user are capped.",
  }),
});
