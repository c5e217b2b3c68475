"use client";

import { useId, useState } from "react";
import { pathIds } from "@/lib/contract/scenario";
import { pathNames } from "../figures/names";
import { Button } from "../ui/button";
import { CopyButton } from "../ui/copy-button";
import { Dialog } from "../ui/dialog";
import { Select } from "../ui/select";
import type { Selection } from "./compare-view";
import { exportTable } from "./export-table";
import { ScenarioPicker } from "./scenario-picker";
import type { Column } from "./use-columns";

const choices = [
  { value: "chosen", label: "Each one's own verdict" },
  ...pathIds.map((id) => ({ value: id, label: pathNames[id] })),
];

type CompareToolbarProps = { selection: Selection; columns: readonly Column[] };

/** What is compared, against which, and whose costs are shown. */
export function CompareToolbar({ selection, columns }: CompareToolbarProps) {
  const { ids, setIds, baseline, setBaselineId, choice, setChoice } = selection;
  const [picking, setPicking] = useState(false);
  const fields = { baseline: useId(), costs: useId() };
  return (
    <div className="print-hidden flex flex-wrap items-end gap-3">
      <Button onClick={() => setPicking(true)}>Add or remove</Button>
      <div className="flex flex-col gap-1">
        <label htmlFor={fields.baseline} className="text-xs text-muted">
          Differences against
        </label>
        <Select
          id={fields.baseline}
          className="w-auto max-w-56"
          value={ids[baseline] ?? ""}
          onChange={(id) => void setBaselineId(id)}
          options={columns.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </div>
      <div className="flex flex-col gap-1">
        <label htmlFor={fields.costs} className="text-xs text-muted">
          Costs of
        </label>
        <Select
          id={fields.costs}
          className="w-auto"
          value={choice}
          onChange={(value) => void setChoice(value as typeof choice)}
          options={choices}
        />
      </div>
      <CopyButton text={() => location.href} label="Copy link" />
      <Button size="sm" onClick={() => exportTable(columns, choice)}>
        CSV
      </Button>
      <Dialog open={picking} onOpenChange={setPicking} title="Scenarios side by side">
        <ScenarioPicker ids={ids} onChange={(next) => void setIds(next)} />
      </Dialog>
    </div>
  );
}
