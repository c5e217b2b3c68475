"use client";

import { useRevisions } from "@/lib/client/sharing";
import type { Revision } from "@/lib/contract/http-shares";
import { Dialog } from "../ui/dialog";
import { EmptyState } from "../ui/empty-state";
import { Skeleton } from "../ui/skeleton";

type Props = { scenarioId: string; open: boolean; onOpenChange(open: boolean): void };

export function RevisionsDialog({ scenarioId, open, onOpenChange }: Props) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Revisions"
      description="Copies of this plan that no longer change; shares point to them."
    >
      {open && <RevisionList scenarioId={scenarioId} />}
    </Dialog>
  );
}

function RevisionList({ scenarioId }: Pick<Props, "scenarioId">) {
  const { data, error } = useRevisions(scenarioId);
  if (error) {
    return (
      <p role="alert" className="text-danger">
        The revisions could not be read: {error.message}
      </p>
    );
  }
  if (!data) return <Skeleton lines={3} />;
  if (data.revisions.length === 0) {
    return <EmptyState title="No revision yet">Save one before a decision, or share the plan.</EmptyState>;
  }
  return (
    <ol className="flex flex-col divide-y divide-line">
      {data.revisions.map((revision) => (
        <RevisionItem key={revision.id} revision={revision} />
      ))}
    </ol>
  );
}

const moment = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });

function RevisionItem({ revision: { number, label, createdAt, createdBy, catalogueVersion } }: { revision: Revision }) {
  return (
    <li className="py-2">
      <p className="text-strong">
        <span className="tabular">{number}.</span> {label ?? "Without a name"}
      </p>
      <p className="text-muted text-sm">
        <time dateTime={createdAt}>{moment.format(new Date(createdAt))}</time>, {createdBy}, catalogue{" "}
        {catalogueVersion}
      </p>
    </li>
  );
}
