import type { Revision } from "@/lib/contract/http-shares";
import { database } from "../database/client";
import { localOwner, type ReadableScenarioId } from "../scenarios/access";

export const revisionColumns = {
  id: true,
  scenarioId: true,
  number: true,
  label: true,
  scenarioVersion: true,
  engineVersion: true,
  calibrationVersion: true,
  catalogueVersion: true,
  createdAt: true,
} as const;

export type RevisionRow = Omit<Revision, "createdAt" | "createdBy"> & { createdAt: Date };

export const revisionOf = ({ createdAt, ...row }: RevisionRow): Revision => ({
  ...row,
  createdAt: createdAt.toISOString(),
  createdBy: localOwner.name,
});

/** Named copies of a scenario, the newest first. */
export async function listRevisions(scenarioId: ReadableScenarioId): Promise<Revision[]> {
  const rows = await database().revision.findMany({
    where: { scenarioId },
    select: revisionColumns,
    orderBy: { number: "desc" },
  });
  return rows.map(revisionOf);
}
