import type { Scenario } from "@/lib/contract/scenario";
import { scenarioResult } from "../estimates";
import { summarise } from "./summary";

/** The document and the columns that are computed from it at each save. */
export async function columnsOf(document: Scenario) {
  const summary = summarise(document, await scenarioResult(document));
  const { name, tags, schemaVersion, workload } = document;
  return { document, summary, name, tags, schemaVersion, useCase: workload.useCase };
}
