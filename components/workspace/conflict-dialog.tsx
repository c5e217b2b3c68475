"use client";

import { useState } from "react";
import type { SaveState } from "@/lib/client/draft-saver";
import { useCreateRevision } from "@/lib/client/sharing";
import { useForm } from "../forms/draft-context";
import { Button } from "../ui/button";
import { DataTable } from "../ui/data-table";
import { Dialog } from "../ui/dialog";
import { useToast } from "../ui/toast";
import { fieldDifferences } from "./conflict";
import type { Saving } from "./use-saving";

type Conflict = Extract<SaveState, { kind: "conflict" }>;
type Props = { id: string; saving: Saving };

/** Two people changed the same plan. Both states are shown; whichever is not taken is kept as well. */
export function ConflictDialog({ id, saving }: Props) {
  const [later, setLater] = useState(false);
  const { state } = saving;
  if (state.kind !== "conflict") return null;
  return (
    <>
      <p role="alert" className="flex flex-wrap items-baseline gap-3 rounded-md bg-warning-soft px-3 py-2">
        Someone else saved this plan while you were changing it. Yours is kept here and not saved yet.
        <Button size="sm" onClick={() => setLater(false)}>
          Compare both
        </Button>
      </p>
      <ConflictChoice id={id} saving={saving} conflict={state} open={!later} onOpenChange={(open) => setLater(!open)} />
    </>
  );
}

type ChoiceProps = Props & { conflict: Conflict; open: boolean; onOpenChange(open: boolean): void };

function ConflictChoice({ id, saving, conflict, open, onOpenChange }: ChoiceProps) {
  const { keepMine, takeTheirs, pending, error } = useDecision(id, saving, conflict);
  const differences = fieldDifferences(conflict.mine, conflict.current.document);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Changed by someone else"
      description="Choose which state to go on with. Theirs stays as a revision if you keep yours; yours comes back with Undo if you take theirs."
      footer={
        <>
          <Button onClick={takeTheirs}>Take theirs</Button>
          <Button variant="primary" busy={pending} onClick={keepMine}>
            Keep mine
          </Button>
        </>
      }
    >
      <DataTable
        caption="What differs"
        rows={differences}
        rowKey={({ path }) => path}
        columns={[
          { id: "field", header: "Field", cell: ({ title }) => title },
          { id: "mine", header: "Mine", align: "right", cell: ({ mine }) => mine },
          { id: "theirs", header: "Theirs", align: "right", cell: ({ theirs }) => theirs },
        ]}
        empty="Both hold the same values."
      />
      {error && (
        <p role="alert" className="text-danger text-sm">
          Theirs could not be kept as a revision, so nothing was changed: {error}
        </p>
      )}
    </Dialog>
  );
}

function useDecision(id: string, saving: Saving, { mine, current }: Conflict) {
  const { store } = useForm();
  const { show } = useToast();
  const revision = useCreateRevision(id);
  const keepMine = () =>
    revision.mutate(
      { label: `Version ${current.version}, before it was replaced` },
      { onSuccess: () => saving.resolve("mine") },
    );
  const takeTheirs = () => {
    saving.resolve("theirs");
    store.getState().replace(current.document);
    show({
      title: "You took theirs.",
      action: { label: "Bring mine back", onSelect: () => store.getState().replace(mine) },
    });
  };
  return { keepMine, takeTheirs, pending: revision.isPending, error: revision.error?.message ?? null };
}
