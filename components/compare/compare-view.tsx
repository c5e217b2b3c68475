"use client";

import { parseAsString, parseAsStringLiteral, useQueryState } from "nuqs";
import { useBaselineId, useComparedIds } from "@/lib/client/url-state";
import { mostCompared } from "@/lib/contract/http-compare";
import { pathIds } from "@/lib/contract/scenario";
import { WorkingProvider } from "../figures/working-panel";
import { CompareCharts } from "./compare-charts";
import { CompareEmpty } from "./compare-empty";
import { CompareTable } from "./compare-table";
import { CompareToolbar } from "./compare-toolbar";
import { useColumns, useColumnsWorking } from "./use-columns";
import { WorkloadNotice } from "./workload-notice";

const pathChoices = ["chosen", ...pathIds] as const;

/** What the address holds: the columns and their order, the baseline, whose costs are shown, whose workload is used. */
function useSelection() {
  const [asked, setIds] = useComparedIds();
  const [baselineId, setBaselineId] = useBaselineId();
  const [choice, setChoice] = useQueryState("path", parseAsStringLiteral(pathChoices).withDefault("chosen"));
  const [workloadOf, setWorkloadOf] = useQueryState("workload", parseAsString.withDefault(""));
  const ids = [...new Set(asked)].slice(0, mostCompared);
  const baseline = Math.max(0, ids.indexOf(baselineId));
  return { ids, setIds, baseline, setBaselineId, choice, setChoice, workloadOf, setWorkloadOf };
}

export type Selection = ReturnType<typeof useSelection>;

export function CompareView() {
  const selection = useSelection();
  const { ids, workloadOf } = selection;
  const { columns, comparison, error, pending, behind } = useColumns(ids, workloadOf);
  const loadWorking = useColumnsWorking(columns);
  if (ids.length < 2) return <CompareEmpty selection={selection} />;
  return (
    <WorkingProvider load={loadWorking}>
      <div className="flex flex-col gap-8" aria-busy={pending || behind}>
        <CompareToolbar selection={selection} columns={columns} />
        {error && <CompareProblem message={error.message} />}
        {comparison && (
          <>
            <WorkloadNotice selection={selection} columns={columns} differences={comparison.differences} />
            <CompareTable selection={selection} columns={columns} differences={comparison.differences} />
            <CompareCharts selection={selection} columns={columns} />
          </>
        )}
        {pending && <p className="text-muted">Estimating {ids.length} scenarios …</p>}
      </div>
    </WorkingProvider>
  );
}

function CompareProblem({ message }: { message: string }) {
  return (
    <p role="alert" className="text-danger">
      The comparison could not be made: {message}
    </p>
  );
}
