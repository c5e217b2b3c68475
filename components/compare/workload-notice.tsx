"use client";

import type { Comparison } from "@/lib/contract/http-compare";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { Select } from "../ui/select";
import type { Selection } from "./compare-view";
import { inputTitle } from "./input-value";
import type { Column } from "./use-columns";

type WorkloadNoticeProps = {
  selection: Selection;
  columns: readonly Column[];
  differences: Comparison["differences"];
};

/** Costs of unlike work are no comparison: says so, and puts all on one workload for this view alone. */
export function WorkloadNotice({ selection, columns, differences }: WorkloadNoticeProps) {
  const { workloadOf, setWorkloadOf, ids, baseline } = selection;
  const unlike = differences.filter(({ path }) => path.startsWith("workload."));
  if (unlike.length === 0) return null;
  const [first] = columns;
  if (workloadOf !== "" && ids.includes(workloadOf)) {
    return (
      <Notice
        tone="info"
        title="All are reckoned on the same workload here; nothing is saved by that"
        action={
          <span className="flex flex-wrap items-center gap-2">
            <Select
              aria-label="Workload of"
              className="w-auto max-w-56"
              value={workloadOf}
              onChange={(id) => void setWorkloadOf(id)}
              options={columns.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <Button size="sm" onClick={() => void setWorkloadOf(null)}>
              Each on its own
            </Button>
          </span>
        }
      />
    );
  }
  const named = unlike.slice(0, 4).map(({ path }) => `“${inputTitle(path)}”`);
  return (
    <Notice
      tone="warning"
      title="These plans are for unlike workloads"
      action={
        <Button size="sm" onClick={() => void setWorkloadOf(ids[baseline] ?? first?.id ?? null)}>
          Put all on the same workload
        </Button>
      }
    >
      They differ in {named.join(", ")}
      {unlike.length > named.length && ` and ${unlike.length - named.length} more`}, so their costs cannot be set
      against each other as they stand.
    </Notice>
  );
}
