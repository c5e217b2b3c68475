"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { readConnection, reportBack, reportFine, subscribe } from "@/lib/client/connection";
import { Notice } from "../ui/notice";

const pollMs = 2_000;

/** Asks for the server's health while it is away, and for everything on the page again once it is back. */
export function DatabaseBanner() {
  const connection = useSyncExternalStore(subscribe, readConnection, () => "fine" as const);
  const client = useQueryClient();
  useEffect(() => {
    if (connection === "fine") return;
    if (connection === "back") {
      const timer = setTimeout(reportFine, 4_000);
      return () => clearTimeout(timer);
    }
    const timer = setInterval(async () => {
      const health = await fetch("/api/health", { cache: "no-store" }).catch(() => undefined);
      if (!health?.ok) return;
      reportBack();
      void client.refetchQueries({ type: "active" });
    }, pollMs);
    return () => clearInterval(timer);
  }, [connection, client]);
  return (
    <div role="status" className="print-hidden sticky top-12 z-30">
      {connection === "away" && (
        <Notice tone="warning" title="The database does not answer">
          What you type is kept in this browser, and is saved as soon as the database is back.
        </Notice>
      )}
      {connection === "back" && <Notice tone="good" title="Connected again" />}
    </div>
  );
}
