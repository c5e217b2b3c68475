import { fieldAt } from "@/lib/contract/field-at";
import type { Origin } from "@/lib/engine/figure";
import { database } from "../database/client";
import { unpackWorking } from "../revisions/pinned-working";
import type { ReadableRevisionId } from "./access";

/** Where every input of a pinned revision came from on the day it was made, by its path in the document. */
export async function findSharedOrigins(revisionId: ReadableRevisionId): Promise<ReadonlyMap<string, Origin>> {
  const row = await database().revision.findUnique({ where: { id: revisionId }, select: { working: true } });
  if (!row) return new Map();
  const { origins } = await unpackWorking(row.working);
  return new Map(origins.filter(({ path }) => fieldAt(path) !== undefined).map((origin) => [origin.path, origin]));
}
