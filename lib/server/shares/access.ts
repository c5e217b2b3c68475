import type { SharedRevision } from "@/lib/contract/http-shares";
import { database } from "../database/client";
import { type Answer, answer, refuse } from "../refusal";
import { allowLookup } from "./rate-limit";
import { hashOf } from "./token";

declare const readable: unique symbol;
/** A revision that a share's token opens; only `openShare` makes one. */
export type ReadableRevisionId = string & { readonly [readable]: "revision" };

export type OpenedShare = {
  revisionId: ReadableRevisionId;
  shareId: string;
  sharedAt: SharedRevision["sharedAt"];
  expiresAt: SharedRevision["expiresAt"];
};

const headers = { "x-robots-tag": "noindex, nofollow" };

/**
 * Turns a token into the revision it opens. Every token costs the same hash and the same look-up, whatever became of
 * it; the answer then tells apart what never was (404) from what is over (410).
 */
export async function openShare(token: string, from: Headers, now = new Date()): Promise<Answer<OpenedShare>> {
  const allowed = await allowLookup(from);
  if (!allowed.ok) return allowed;
  const share = await database().share.findUnique({
    where: { tokenHash: hashOf(token) },
    include: { revision: { include: { scenario: { select: { deletedAt: true } } } } },
  });
  if (!share) return refuse("NOT_FOUND", "there is no such link; check that it was copied whole", { headers });
  if (share.revokedAt) return refuse("GONE", "this link was revoked by the person who shared it", { headers });
  if (share.expiresAt && share.expiresAt <= now) return refuse("GONE", "this link has expired", { headers });
  if (share.revision.scenario.deletedAt) return refuse("GONE", "what this link showed was deleted", { headers });
  return answer({
    revisionId: share.revisionId as ReadableRevisionId,
    shareId: share.id,
    sharedAt: share.createdAt.toISOString(),
    expiresAt: share.expiresAt?.toISOString() ?? null,
  });
}
