"use client";

import { useState } from "react";
import { ShareDialog } from "../share/share-dialog";
import { Button } from "../ui/button";
import { Menu } from "../ui/menu";
import { RevisionsDialog } from "./revisions-dialog";
import { SaveRevisionDialog } from "./save-revision-dialog";
import { useAfterSave } from "./use-after-save";
import type { Saving } from "./use-saving";
import { useWholePlan } from "./use-whole-plan";

export type MenuProps = { id: string; archived: boolean; saving: Saving; onVersion(version: number): void };

type Opened = "revision" | "revisions" | "share" | null;

export function ScenarioMenu({ id, archived, saving, onVersion }: MenuProps) {
  const [opened, setOpened] = useState<Opened>(null);
  const afterSave = useAfterSave(saving);
  const { duplicate, archive, remove } = useWholePlan(id, onVersion);
  const openChange = (which: Opened) => (open: boolean) => setOpened(open ? which : null);
  return (
    <>
      <Button variant="secondary" size="sm" onClick={() => afterSave(() => setOpened("share"))}>
        Share
      </Button>
      <Menu
        label="Scenario menu"
        items={[
          { label: "Save revision…", onSelect: () => afterSave(() => setOpened("revision")) },
          { label: "Revisions…", onSelect: () => setOpened("revisions") },
          { label: "Duplicate", onSelect: () => afterSave(() => void duplicate()) },
          {
            label: archived ? "Bring back from the archive" : "Archive",
            onSelect: () => afterSave((version) => void archive(version, !archived)),
          },
          { label: "Delete", danger: true, onSelect: () => afterSave(() => void remove()) },
        ]}
      />
      <ShareDialog scenarioId={id} open={opened === "share"} onOpenChange={openChange("share")} />
      <SaveRevisionDialog scenarioId={id} open={opened === "revision"} onOpenChange={openChange("revision")} />
      <RevisionsDialog scenarioId={id} open={opened === "revisions"} onOpenChange={openChange("revisions")} />
    </>
  );
}
