"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import type { StoredScenario } from "@/lib/contract/http-scenarios";
import type { Scenario } from "@/lib/contract/scenario";
import { DraftSaver } from "./draft-saver";
import { keys } from "./keys";
import { request } from "./request";

const send = (id: string) => (draft: Scenario, version: number, leaving: boolean) =>
  request<StoredScenario>(`/api/v1/scenarios/${encodeURIComponent(id)}`, {
    method: "PATCH",
    body: { document: draft },
    headers: { "if-match": `"v${version}"` },
    keepalive: leaving,
  });

/**
 * Saves the scenario on the screen as it changes. `state` says how saving stands; after a conflict, show both and call
 * `resolve("mine" | "theirs")`: with "theirs", take the document from `useScenario(id)`.
 */
export function useSaveScenario(id: string, version: number) {
  const client = useQueryClient();
  const [saver] = useState(
    () =>
      new DraftSaver(version, send(id), (stored) => {
        client.setQueryData(keys.scenario(id), stored);
        void client.invalidateQueries({ queryKey: ["scenarios", "list"] });
      }),
  );
  useEffect(() => saver.rebase(version), [saver, version]);
  useEffect(() => {
    const leave = () => void saver.flush(true);
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [saver]);
  const state = useSyncExternalStore(saver.subscribe, saver.read, saver.read);
  return {
    state,
    save: (draft: Scenario) => saver.save(draft),
    saveNow: () => saver.flush(),
    resolve: (choice: "mine" | "theirs") => saver.resolve(choice),
  };
}
