import type { CreatedShare, CreateShareBody } from "@/lib/contract/http-shares";
import { database } from "../database/client";
import { type Answer, answer, refuse } from "../refusal";
import { createRevision } from "../revisions/commands";
import type { EditableScenarioId, EditableShareId } from "../scenarios/access";
import type { OpenedShare } from "./access";
import { shareColumns, shareOf } from "./queries";
import { hashOf, newToken } from "./token";

const maximumYears = 10;

function expiry(text: string | null | undefined, now: Date): Answer<Date | null> {
  if (text === null || text === undefined) return answer(null);
  const moment = new Date(text);
  const latest = new Date(now);
  latest.setUTCFullYear(now.getUTCFullYear() + maximumYears);
  if (moment > now && moment <= latest) return answer(moment);
  return refuse("INVALID_INPUT", `\`expiresAt\` is ${text}: must lie within the next ${maximumYears} years`, {
    path: "expiresAt",
  });
}

/** The revision asked for, or one of the scenario as it now stands. */
async function revisionToShare(scenarioId: EditableScenarioId, asked: string | undefined): Promise<Answer<string>> {
  if (asked === undefined) {
    const made = await createRevision(scenarioId, {});
    return made.ok ? answer(made.value.id) : made;
  }
  const found = await database().revision.findFirst({ where: { id: asked, scenarioId }, select: { id: true } });
  if (found) return answer(found.id);
  return refuse("NOT_FOUND", `this scenario has no revision with the id ${JSON.stringify(asked)}`, {
    path: "revisionId",
  });
}

/** Makes a link. Its address is answered once and cannot be read again, as only a hash of the token is kept. */
export async function createShare(
  scenarioId: EditableScenarioId,
  body: CreateShareBody,
  origin: string,
): Promise<Answer<CreatedShare>> {
  const expiresAt = expiry(body.expiresAt, new Date());
  if (!expiresAt.ok) return expiresAt;
  const revision = await revisionToShare(scenarioId, body.revisionId);
  if (!revision.ok) return revision;
  const token = newToken();
  const row = await database().share.create({
    data: {
      revisionId: revision.value,
      tokenHash: hashOf(token),
      label: body.label ?? null,
      expiresAt: expiresAt.value,
    },
    select: shareColumns,
  });
  return answer({ id: row.id, url: `${origin}/s/${token}`, share: shareOf(row) });
}

export async function revokeShare(id: EditableShareId): Promise<void> {
  await database().share.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: new Date() } });
}

/** Counts an opened page; the figures a page asks for afterwards are not views. */
export async function countView({ shareId }: OpenedShare): Promise<void> {
  await database().share.updateMany({
    where: { id: shareId },
    data: { views: { increment: 1 }, lastViewedAt: new Date() },
  });
}
