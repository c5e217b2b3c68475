import type { CatalogueTable } from "@/lib/contract/http-catalogue";
import type { ListScenariosQuery } from "@/lib/contract/http-scenarios";
import type { Scenario, UseCase } from "@/lib/contract/scenario";

/** Every query key there is: what starts alike is invalidated together. */
export const keys = {
  scenarios: ["scenarios"] as const,
  scenarioList: (query: ListScenariosQuery) => ["scenarios", "list", query] as const,
  scenario: (id: string) => ["scenarios", "one", id] as const,
  result: (id: string, version: number | undefined) => ["scenarios", "one", id, "result", version] as const,
  revisions: (id: string) => ["scenarios", "one", id, "revisions"] as const,
  shares: (id: string) => ["scenarios", "one", id, "shares"] as const,
  /** By the document's text, so that equal documents are one question. */
  estimate: (document: string | undefined) => ["estimate", document] as const,
  working: (document: Scenario, path: string, depth?: number) => ["working", document, path, depth] as const,
  sharedWorking: (token: string, path: string, depth?: number) => ["working", "share", token, path, depth] as const,
  compare: (ids: readonly string[]) => ["scenarios", "compare", ids] as const,
  catalogue: (table: CatalogueTable, query: object) => ["catalogue", table, query] as const,
  defaults: (useCase: UseCase) => ["catalogue", "defaults", useCase] as const,
  templates: ["templates"] as const,
};
