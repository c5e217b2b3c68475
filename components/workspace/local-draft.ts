import { z } from "zod";
import { readScenario } from "@/lib/contract/migrations";
import type { Scenario } from "@/lib/contract/scenario";
import type { Draft, InvalidFields } from "../forms/draft";

/**
 * What this browser keeps of a scenario while the server does not have it: the version it is based on, and whether the
 * document holds changes that were not acknowledged (`unsaved`) or only texts that are not valid yet.
 */
export type LocalDraft = Draft & { version: number; unsaved: boolean };
export type Kept = Pick<Storage, "getItem" | "setItem" | "removeItem">;
export type OnServer = { id: string; version: number; document: Scenario };

const keptSchema = z.object({
  version: z.int(),
  unsaved: z.boolean(),
  document: z.record(z.string(), z.unknown()),
  invalid: z.record(z.string(), z.object({ text: z.string(), message: z.string() })),
});

const keyOf = (id: string): string => `slipway.draft.${id}`;

/** Storage may be full or forbidden; typing goes on without it. */
export function keepLocalDraft(storage: Kept, id: string, draft: LocalDraft): void {
  try {
    storage.setItem(keyOf(id), JSON.stringify(draft));
  } catch {
    return;
  }
}

export function dropLocalDraft(storage: Kept, id: string): void {
  try {
    storage.removeItem(keyOf(id));
  } catch {
    return;
  }
}

function textOf(storage: Kept, id: string): string | null {
  try {
    return storage.getItem(keyOf(id));
  } catch {
    return null;
  }
}

/** The kept draft, if there is one that today's contract reads. */
export function readLocalDraft(storage: Kept, id: string): LocalDraft | null {
  const text = textOf(storage, id);
  if (text === null) return null;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const kept = keptSchema.safeParse(json);
  const document = kept.success ? readScenario(kept.data.document) : undefined;
  if (!kept.success || !document?.ok) return null;
  return { ...kept.data, document: document.value };
}

export type Start = Draft & { version: number; unsaved: boolean; kept: boolean };

const sameDocument = (a: Scenario, b: Scenario): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Where work goes on: from the server's document, or from what this browser kept. A draft based on an older version
 * keeps that version, so that saving it shows both sides instead of overwriting what somebody else did.
 */
export function startFrom(server: OnServer, kept: LocalDraft | null): Start {
  const { version, document } = server;
  const none: InvalidFields = {};
  if (!kept) return { version, document, invalid: none, unsaved: false, kept: false };
  const unsaved = kept.unsaved && !sameDocument(kept.document, document);
  const invalid = kept.invalid;
  if (!unsaved) return { version, document, invalid, unsaved: false, kept: true };
  return { version: kept.version, document: kept.document, invalid, unsaved: true, kept: true };
}
