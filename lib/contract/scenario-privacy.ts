import { z } from "zod";
import { choiceField, switchField } from "./field";
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
});
