import { fieldAt, leavesOf } from "@/lib/contract/field-at";
import type { Scenario } from "@/lib/contract/scenario";
import type { Source } from "@/lib/contract/source";
import { engineContext } from "../context";
import { database } from "../database/client";
import { unpackWorking } from "../revisions/pinned-working";
import type { ReadableRevisionId } from "./access";

/** Where an input of a pinned document came from. */
export type InputOrigin = { kind: "entered" | "default"; source?: Source; note?: string };

/** Inputs that no figure was made of, such as a choice between wordings, are not in the working: today's defaults tell. */
async function fallbackOrigins(document: Scenario): Promise<Map<string, InputOrigin>> {
  const { reference } = await engineContext();
  const defaults = reference.defaultsFor(document.workload.useCase);
  return new Map(
    leavesOf(document).map(({ path, value }): [string, InputOrigin] => {
      const entry = defaults.get(path);
      return entry && JSON.stringify(entry.value) === JSON.stringify(value)
        ? [path, { kind: "default", source: entry.source, note: entry.why }]
        : [path, { kind: "entered" }];
    }),
  );
}

/** Where every input of a pinned revision came from on the day it was made, by its path in the document. */
export async function findSharedOrigins(
  revisionId: ReadableRevisionId,
  document: Scenario,
): Promise<Record<string, InputOrigin>> {
  const found = await fallbackOrigins(document);
  const row = await database().revision.findUnique({ where: { id: revisionId }, select: { working: true } });
  const pinned = row ? (await unpackWorking(row.working)).origins : [];
  for (const { path, kind, source, note } of pinned) {
    if (fieldAt(path) === undefined) continue;
    const known = kind === "entered" || kind === "default" ? kind : "default";
    found.set(path, { kind: known, ...(source && { source }), ...(note && { note }) });
  }
  return Object.fromEntries(found);
}
