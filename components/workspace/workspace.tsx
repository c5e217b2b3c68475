"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState, useSyncExternalStore } from "react";
import { keys } from "@/lib/client/keys";
import type { DefaultValue } from "@/lib/contract/catalogue";
import type { StoredScenario } from "@/lib/contract/http-scenarios";
import type { ScenarioResult } from "@/lib/contract/result";
import type { Pickers } from "../forms/pickers";
import { type LocalDraft, readLocalDraft, startFrom } from "./local-draft";
import { WorkspaceBody } from "./workspace-body";

export type WorkspaceProps = {
  scenario: Pick<StoredScenario, "id" | "version" | "document" | "archivedAt">;
  /** Of the scenario's use case. */
  defaults: readonly DefaultValue[];
  pickers: Pickers;
  /** What the server made of the document, so that the first view has its figures. */
  estimate: { result: ScenarioResult; engineVersion: string } | null;
};

const neverChanges = () => () => {};

/** What this browser kept of the plan when the page was opened; nothing while the server draws. */
function useKeptDraft(id: string): LocalDraft | null {
  const kept = useRef<LocalDraft | null | undefined>(undefined);
  // Read while the page is taken over: what starts then from the server's document tidies the store up.
  if (kept.current === undefined && typeof window !== "undefined") kept.current = readLocalDraft(localStorage, id);
  return useSyncExternalStore(
    neverChanges,
    () => kept.current ?? null,
    () => null,
  );
}

/** Going back in the browser shows the page as it was first sent; what was saved since is known here. */
function useNewest(sent: WorkspaceProps["scenario"]): WorkspaceProps["scenario"] {
  const client = useQueryClient();
  const [newest] = useState(() => {
    const known = client.getQueryData<StoredScenario>(keys.scenario(sent.id));
    return known && known.version > sent.version ? known : sent;
  });
  return newest;
}

/** A scenario to read and change. */
export function Workspace({ scenario, defaults, pickers, estimate }: WorkspaceProps) {
  const client = useQueryClient();
  useState(() => {
    if (!estimate) return;
    const key = keys.estimate(JSON.stringify(scenario.document));
    client.setQueryData(key, { ok: true, kind: "scenario", elapsedMs: 0, ...estimate });
  });
  const newest = useNewest(scenario);
  const kept = useKeptDraft(scenario.id);
  const start = startFrom(newest, kept);
  return (
    <WorkspaceBody
      key={kept ? "kept" : "stored"}
      id={scenario.id}
      archivedAt={newest.archivedAt}
      start={start}
      defaults={defaults}
      pickers={pickers}
    />
  );
}
