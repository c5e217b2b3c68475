import type { Share, SharedRevision } from "@/lib/contract/http-shares";
import { type ScenarioResult, scenarioResultSchema } from "@/lib/contract/result";
import type { WorkingNode } from "@/lib/contract/working";
import { database } from "../database/client";
import { noSuchFigure } from "../estimates";
import { type Answer, answer, refuse } from "../refusal";
import { pinnedWorking, unpackWorking } from "../revisions/pinned-working";
import { revisionColumns, revisionOf } from "../revisions/queries";
import type { ReadableScenarioId } from "../scenarios/access";
import { storedDocument } from "../scenarios/stored";
import type { OpenedShare, ReadableRevisionId } from "./access";

export type ShareRow = {
  id: string;
  label: string | null;
  views: number;
  lastViewedAt: Date | null;
  expiresAt: Date | null;
  revokedAt: Date | null;
  createdAt: Date;
  revision: { id: string; number: number; scenarioId: string };
};
export const shareColumns = {
  id: true,
  label: true,
  views: true,
  lastViewedAt: true,
  expiresAt: true,
  revokedAt: true,
  createdAt: true,
  revision: { select: { id: true, number: true, scenarioId: true } },
} as const;

function stateOf({ revokedAt, expiresAt }: ShareRow, now: Date): Share["state"] {
  if (revokedAt) return "revoked";
  return expiresAt && expiresAt <= now ? "expired" : "open";
}

export const shareOf = (row: ShareRow, now = new Date()): Share => ({
  id: row.id,
  scenarioId: row.revision.scenarioId,
  revisionId: row.revision.id,
  revisionNumber: row.revision.number,
  label: row.label,
  state: stateOf(row, now),
  views: row.views,
  lastViewedAt: row.lastViewedAt?.toISOString() ?? null,
  expiresAt: row.expiresAt?.toISOString() ?? null,
  revokedAt: row.revokedAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
});

export async function listShares(scenarioId: ReadableScenarioId): Promise<Share[]> {
  const rows = await database().share.findMany({
    where: { revision: { scenarioId } },
    select: shareColumns,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  return rows.map((row) => shareOf(row));
}

/** The shared page: document and result as they were when the revision was made. */
export async function findSharedRevision(opened: OpenedShare): Promise<Answer<SharedRevision>> {
  const row = await database().revision.findUnique({
    where: { id: opened.revisionId },
    select: { ...revisionColumns, document: true, result: true },
  });
  if (!row) return refuse("GONE", "what this link showed was deleted");
  const { document, result, ...columns } = row;
  const newer = await database().revision.count({
    where: { scenarioId: row.scenarioId, number: { gt: row.number } },
  });
  const { scenarioId: _scenario, createdBy: _who, ...revision } = revisionOf(columns);
  return answer({
    document: storedDocument(row.id, document),
    result: readResult(result),
    revision,
    sharedAt: opened.sharedAt,
    expiresAt: opened.expiresAt,
    newerRevision: newer > 0,
  });
}

/** A result of an older engine may lack fields of today's; it is handed on as it is, never recomputed. */
function readResult(result: unknown): ScenarioResult {
  const parsed = scenarioResultSchema.safeParse(result);
  return parsed.success ? parsed.data : (result as ScenarioResult);
}

export async function findSharedWorking(
  revisionId: ReadableRevisionId,
  path: string,
  depth?: number,
  once?: boolean,
): Promise<Answer<WorkingNode>> {
  const row = await database().revision.findUnique({ where: { id: revisionId }, select: { working: true } });
  if (!row) return refuse("GONE", "what this link showed was deleted");
  const node = pinnedWorking(await unpackWorking(row.working), path, depth, once);
  return node ? answer(node) : noSuchFigure(path);
}
