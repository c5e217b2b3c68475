"use client";

import { type FormEvent, useId, useState } from "react";
import { useCreateRevision } from "@/lib/client/sharing";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Input } from "../ui/input";
import { useToast } from "../ui/toast";

type Props = { scenarioId: string; open: boolean; onOpenChange(open: boolean): void };

const longestLabel = 120;

/** Keeps the plan as it now stands under a name, with the versions it was computed with. */
export function SaveRevisionDialog({ scenarioId, open, onOpenChange }: Props) {
  const id = useId();
  const [label, setLabel] = useState("");
  const { show } = useToast();
  const creation = useCreateRevision(scenarioId);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const named = label.trim();
    const revision = await creation.mutateAsync(named === "" ? {} : { label: named }).catch(() => undefined);
    if (!revision) return;
    show({ title: `Revision ${revision.number} saved`, tone: "good" });
    setLabel("");
    onOpenChange(false);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Save a revision"
      description="A revision never changes: its inputs, figures and prices stay as they are now."
      footer={
        <Button type="submit" form={`${id}-form`} variant="primary" busy={creation.isPending}>
          Save revision
        </Button>
      }
    >
      <form id={`${id}-form`} onSubmit={(event) => void save(event)} className="flex flex-col gap-2">
        <label htmlFor={id} className="text-strong">
          Name of the revision
        </label>
        <Input
          id={id}
          value={label}
          maxLength={longestLabel}
          autoComplete="off"
          placeholder="Before the budget meeting"
          onChange={({ target }) => setLabel(target.value)}
        />
        {creation.error && (
          <p role="alert" className="text-danger text-sm">
            Not saved: {creation.error.message}
          </p>
        )}
      </form>
    </Dialog>
  );
}
