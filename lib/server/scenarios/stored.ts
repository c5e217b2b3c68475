import type { ScenarioListItem, StoredScenario } from "@/lib/contract/http-scenarios";
import { type ScenarioSummary, scenarioSummarySchema } from "@/lib/contract/http-scenarios";
import type { Scenario } from "@/lib/contract/scenario";
import { localOwner } from "./access";
import { readDocument } from "./document";

/** Columns of the list: all but the document itself. */
export const listColumns = {
  id: true,
  name: true,
  tags: true,
  useCase: true,
  version: true,
  summary: true,
  archivedAt: true,
  createdAt: true,
  updatedAt: true,
} as const;

export type ListRow = {
  id: string;
  name: string;
  tags: string[];
  useCase: string;
  version: number;
  summary: unknown;
  archivedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
};
export type ScenarioRow = ListRow & { document: unknown };

const unreadable: ScenarioSummary = {
  ok: false,
  code: "INVALID_INPUT",
  message: "the figures of this scenario were kept by another version; open it to see them",
};

export function listItem(row: ListRow): ScenarioListItem {
  const summary = scenarioSummarySchema.safeParse(row.summary);
  return {
    id: row.id,
    name: row.name,
    tags: row.tags,
    useCase: row.useCase as ScenarioListItem["useCase"],
    version: row.version,
    summary: summary.success ? summary.data : unreadable,
    archivedAt: row.archivedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    owner: localOwner.name,
  };
}

/** A stored document as today's; what was accepted once must stay readable, so a refusal is our own fault. */
export function storedDocument(id: string, document: unknown): Scenario {
  const read = readDocument(document as Record<string, unknown>);
  if (!read.ok) throw new Error(`stored document ${id} cannot be read: ${read.message}`);
  return read.value;
}

export const storedScenario = (row: ScenarioRow): StoredScenario => ({
  ...listItem(row),
  document: storedDocument(row.id, row.document),
});
