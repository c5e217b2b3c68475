import type { Scenario } from "@/lib/contract/scenario";

/** Documents of all sources together. */
export const plannedDocuments = ({ sources }: Scenario["data"]): number =>
  sources.reduce((sum, { documents }) => sum + documents, 0);
