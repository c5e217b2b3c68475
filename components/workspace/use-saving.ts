"use client";

import { useEffect, useRef } from "react";
import { useSaveScenario } from "@/lib/client/save-scenario";
import type { DraftStore } from "../forms/draft-store";
import { dropLocalDraft, keepLocalDraft, type Start } from "./local-draft";

/**
 * Sends every change of the draft to the server, and keeps it in this browser until the server has acknowledged it.
 * `unsaved`: the draft it starts with is not on the server yet. `kept`: this browser holds something of an earlier visit,
 * which is touched only by the view that was started from it.
 */
export function useSaving(
  id: string,
  store: DraftStore,
  version: number,
  { unsaved, kept }: Pick<Start, "unsaved" | "kept">,
) {
  const saving = useSaveScenario(id, version);
  const saver = useRef(saving);
  saver.current = saving;
  const based = useRef(version);
  const touched = useRef(kept);
  const { state } = saving;

  useEffect(
    () =>
      store.subscribe((now, before) => {
        const changed = now.document !== before.document;
        if (!changed && now.invalid === before.invalid) return;
        touched.current = true;
        const { document, invalid } = now;
        const stillUnsaved = changed || saver.current.state.kind !== "saved";
        keepLocalDraft(localStorage, id, { version: based.current, unsaved: stillUnsaved, document, invalid });
        if (changed) saver.current.save(document);
      }),
    [id, store],
  );

  useEffect(() => {
    if (state.kind !== "saved") return;
    based.current = state.version;
    if (!touched.current) return;
    const { document, invalid } = store.getState();
    if (Object.keys(invalid).length === 0) dropLocalDraft(localStorage, id);
    else keepLocalDraft(localStorage, id, { version: state.version, unsaved: false, document, invalid });
  }, [id, store, state]);

  // After the effect above: what is not on the server yet must stay kept.
  useEffect(() => {
    if (!unsaved) return;
    const { document, invalid } = store.getState();
    keepLocalDraft(localStorage, id, { version: based.current, unsaved, document, invalid });
    saver.current.save(document);
  }, [id, store, unsaved]);

  return saving;
}

export type Saving = ReturnType<typeof useSaving>;
