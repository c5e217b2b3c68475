"use client";

import { useState } from "react";
import { useRevokeShare } from "@/lib/client/sharing";
import type { Share } from "@/lib/contract/http-shares";
import { formatDate } from "@/lib/format";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";

const states = {
  open: { tone: "good", words: "Open" },
  revoked: { tone: "neutral", words: "Revoked" },
  expired: { tone: "neutral", words: "Expired" },
} as const;

const viewed = (views: number): string =>
  views === 0 ? "not opened yet" : views === 1 ? "opened once" : `opened ${views} times`;

/** One link: whom it is for, how often it was opened, and an end to it in two presses. */
export function ShareRow({ share, scenarioId }: { share: Share; scenarioId: string }) {
  const revoke = useRevokeShare(scenarioId);
  const [asked, setAsked] = useState(false);
  const { label, revisionNumber, state, views, createdAt, expiresAt } = share;
  const name = label ?? `Link of ${formatDate(createdAt)}`;
  const { tone, words } = states[state];
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line py-2 first:border-t-0">
      <div className="min-w-0 flex-1 basis-48">
        <p className="font-medium text-strong">
          {name} <Badge tone={tone}>{words}</Badge>
        </p>
        <p className="text-xs text-muted">
          Revision {revisionNumber}, {viewed(views)}
          {expiresAt && state === "open" && `, until ${formatDate(expiresAt)}`}
        </p>
        {revoke.error && <p role="alert">{revoke.error.message}</p>}
      </div>
      {state === "open" && !asked && (
        <Button size="sm" onClick={() => setAsked(true)}>
          Revoke<span className="sr-only"> {name}</span>
        </Button>
      )}
      {state === "open" && asked && (
        <span className="flex gap-2">
          <Button size="sm" variant="danger" disabled={revoke.isPending} onClick={() => revoke.mutate(share.id)}>
            Revoke for good
          </Button>
          <Button size="sm" variant="ghost" onClick={() => setAsked(false)}>
            Keep
          </Button>
        </span>
      )}
    </li>
  );
}
