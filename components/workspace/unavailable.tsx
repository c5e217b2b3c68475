"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Notice } from "../ui/notice";
import { readLocalDraft } from "./local-draft";
import { Workspace, type WorkspaceProps } from "./workspace";

type Props = Pick<WorkspaceProps, "defaults" | "pickers"> & { id: string };

const retryMs = 3000;

/**
 * The database is away. A plan with unsaved changes opens from what this browser kept, so that work goes on; any other
 * waits here. Either way the page looks again by itself.
 */
export function Unavailable({ id, defaults, pickers }: Props) {
  const [kept, setKept] = useState<ReturnType<typeof readLocalDraft>>(null);
  useEffect(() => setKept(readLocalDraft(localStorage, id)), [id]);
  const waiting = kept === null;
  useRetry(waiting);
  if (kept) {
    const scenario = { id, version: kept.version, document: kept.document, archivedAt: null };
    return <Workspace scenario={scenario} defaults={defaults} pickers={pickers} estimate={null} />;
  }
  return (
    <Notice tone="warning" role="status" title="The database cannot be reached.">
      The scenario opens by itself as soon as it can. What was saved is safe.
    </Notice>
  );
}

function useRetry(active: boolean): void {
  const router = useRouter();
  useEffect(() => {
    if (!active) return;
    const timer = setInterval(() => router.refresh(), retryMs);
    return () => clearInterval(timer);
  }, [active, router]);
}
