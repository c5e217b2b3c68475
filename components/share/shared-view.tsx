"use client";

import { useSharedWorking } from "@/lib/client/estimate";
import type { SharedRevision } from "@/lib/contract/http-shares";
import { compact, format, formatDate, significant } from "@/lib/format";
import { WorkingProvider } from "../figures/working-panel";
import { CostResults } from "../sections/cost";
import { LatencyResults } from "../sections/latency";
import { OverviewResults } from "../sections/overview";
import { PrivacyResults } from "../sections/privacy";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import type { InputOrigin } from "./assumptions";
import { Assumptions } from "./assumptions-view";
import { questionOf } from "./question";

const words = {
  count: (value: number) => compact(value),
  percent: (share: number) => `${significant(share * 100, 5)}%`,
  seconds: (value: number) => format(value, "s"),
};

type SharedViewProps = { token: string; shared: SharedRevision; origins: Record<string, InputOrigin> };

/** The plan as it was shared: question, answer, why, and what it rests on. */
export function SharedView({ token, shared, origins }: SharedViewProps) {
  const { document, result, revision, newerRevision } = shared;
  const load = useSharedWorking(token);
  const props = { scenario: document, result };
  return (
    <WorkingProvider load={load}>
      <header className="flex flex-col gap-2">
        <p className="text-muted">
          Shared plan, revision {revision.number}
          {revision.label && ` “${revision.label}”`} of {formatDate(revision.createdAt)}
        </p>
        <h1>{document.name}</h1>
        {document.notes !== "" && <p className="max-w-prose whitespace-pre-line">{document.notes}</p>}
        <div className="print-hidden">
          <Button size="sm" onClick={() => window.print()}>
            Print or save as PDF
          </Button>
        </div>
        {newerRevision && (
          <Notice tone="info" title="There is a newer revision of this plan">
            This link stays with the one that was shared. Ask the person who sent it for a new link.
          </Notice>
        )}
      </header>
      <section aria-labelledby="question" className="flex flex-col gap-2">
        <h2 id="question">The question</h2>
        {questionOf(document, words).map((sentence) => (
          <p key={sentence} className="max-w-prose">
            {sentence}
          </p>
        ))}
      </section>
      <section aria-label="The answer and why" className="flex flex-col gap-8">
        <h2>Answer and reasons</h2>
        <OverviewResults {...props} />
      </section>
      <section aria-label="Cost" className="flex flex-col gap-8">
        <h2>Cost</h2>
        <CostResults {...props} course={false} />
      </section>
      <section aria-label="Latency" className="flex flex-col gap-8">
        <h2>Latency</h2>
        <LatencyResults {...props} />
      </section>
      <section aria-label="Privacy" className="flex flex-col gap-8">
        <h2>Privacy</h2>
        <PrivacyResults {...props} />
      </section>
      <section aria-label="Assumptions" className="flex flex-col gap-4">
        <h2>Assumptions and their sources</h2>
        <Assumptions document={document} origins={origins} />
      </section>
    </WorkingProvider>
  );
}
