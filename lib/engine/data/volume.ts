import type { Scenario } from "@/lib/contract/scenario";
import { holdsPersonal } from "./sensitivity";

type Data = Scenario["data"];

/** Documents of all sources together. */
export const plannedDocuments = ({ sources }: Data): number =>
  sources.reduce((sum, { documents }) => sum + documents, 0);

/** Whether any document holds data on persons. */
export const holdsPersonalDocuments = ({ sources }: Data): boolean =>
  sources.some(({ documents, sensitivity }) => documents > 0 && holdsPersonal(sensitivity));

/** Share of the identifiers that the steps find: none where no step scrubs. */
export const scrubbedShare = ({ steps, scrubRecallShare }: Data): number =>
  steps.some(({ step }) => step === "scrub") ? scrubRecallShare : 0;
