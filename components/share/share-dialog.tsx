"use client";

import { useId, useState } from "react";
import { useCreateShare, useShares } from "@/lib/client/sharing";
import { Button } from "../ui/button";
import { CopyButton } from "../ui/copy-button";
import { Dialog } from "../ui/dialog";
import { Input } from "../ui/input";
import { Notice } from "../ui/notice";
import { Select } from "../ui/select";
import { Skeleton } from "../ui/skeleton";
import { ShareRow } from "./share-row";

type ShareDialogProps = { scenarioId: string; open: boolean; onOpenChange: (open: boolean) => void };

const dayMs = 86_400_000;
const expiries = [
  { value: "", label: "Never" },
  { value: "7", label: "In 7 days" },
  { value: "30", label: "In 30 days" },
  { value: "90", label: "In 90 days" },
];
const expiryOf = (days: string) => (days === "" ? null : new Date(Date.now() + Number(days) * dayMs).toISOString());

function NewLink({ scenarioId }: { scenarioId: string }) {
  const create = useCreateShare(scenarioId);
  const [label, setLabel] = useState("");
  const [days, setDays] = useState("");
  const ids = { label: useId(), days: useId() };
  const submit = () =>
    create.mutate({ expiresAt: expiryOf(days), ...(label.trim() !== "" && { label: label.trim() }) });
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className="grid gap-3 sm:grid-cols-2">
        <div>
          <label htmlFor={ids.label}>Who is it for? (optional)</label>
          <Input id={ids.label} maxLength={120} value={label} onChange={(event) => setLabel(event.target.value)} />
        </div>
        <div>
          <label htmlFor={ids.days}>When does it stop working?</label>
          <Select id={ids.days} value={days} onChange={setDays} options={expiries} />
        </div>
      </div>
      <div>
        <Button type="submit" variant="primary" disabled={create.isPending}>
          {create.isPending ? "Creating …" : "Create link"}
        </Button>
      </div>
      {create.error && (
        <Notice tone="danger" role="alert" title="The link could not be made">
          {create.error.message}
        </Notice>
      )}
      {create.data && (
        <Notice
          tone="good"
          role="status"
          title="Copy it now: it is shown only once"
          action={<CopyButton text={create.data.url} label="Copy link" />}
        >
          <a href={create.data.url} target="_blank" rel="noreferrer" className="link break-all">
            {create.data.url}
          </a>
        </Notice>
      )}
    </form>
  );
}

function Links({ scenarioId }: { scenarioId: string }) {
  const { data, error, isPending } = useShares(scenarioId);
  if (isPending) return <Skeleton lines={2} />;
  if (error) return <p role="alert">{error.message}</p>;
  if (data.shares.length === 0) return <p className="text-muted">No links yet.</p>;
  return (
    <ul className="flex flex-col">
      {data.shares.map((share) => (
        <ShareRow key={share.id} share={share} scenarioId={scenarioId} />
      ))}
    </ul>
  );
}

/** Links to the plan as it stands now, for people without an account. */
export function ShareDialog({ scenarioId, open, onOpenChange }: ShareDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Share this plan"
      description="A link shows the plan as it stands now, read-only and without an account. Later changes do not show."
    >
      <NewLink scenarioId={scenarioId} />
      <section aria-labelledby="share-links" className="flex flex-col gap-2">
        <h3 id="share-links">Links to this plan</h3>
        <Links scenarioId={scenarioId} />
      </section>
    </Dialog>
  );
}
