"use client";

import { useQueries, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useCompare } from "@/lib/client/compare";
import { fetchWorking } from "@/lib/client/estimate";
import { keys } from "@/lib/client/keys";
import { type RequestError, request } from "@/lib/client/request";
import type { Comparison } from "@/lib/contract/http-compare";
import type { StoredScenario } from "@/lib/contract/http-scenarios";
import type { ScenarioResult } from "@/lib/contract/result";
import type { Scenario } from "@/lib/contract/scenario";
import type { WorkingNode } from "@/lib/contract/working";

/** A scenario on the screen: as stored, or put on another one's workload without being saved. */
export type Column = {
  id: string;
  name: string;
  document: Scenario | undefined;
  /** Null until it is there, or where the scenario cannot be estimated: `problem` says why. */
  result: ScenarioResult | null;
  problem: string | null;
  /** The figures are those of another scenario's workload. */
  moved: boolean;
};

type Answer = { ok: true; result: ScenarioResult };
const forever = Number.POSITIVE_INFINITY;

function useDocuments(ids: readonly string[]): (Scenario | undefined)[] {
  const queries = useQueries({
    queries: ids.map((id) => ({
      queryKey: keys.scenario(id),
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        request<StoredScenario>(`/api/v1/scenarios/${encodeURIComponent(id)}`, { signal }),
    })),
  });
  return queries.map(({ data }) => data?.document);
}

/** Estimates of documents that are nowhere saved; an `undefined` one asks nothing. */
function useUnsavedEstimates(documents: readonly (Scenario | undefined)[]) {
  return useQueries({
    queries: documents.map((document, index) => ({
      queryKey: document ? keys.estimate(JSON.stringify(document)) : ["estimate", "none", index],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        request<Answer>("/api/v1/estimate", {
          method: "POST",
          body: { kind: "scenario", scenario: document },
          signal,
        }),
      enabled: document !== undefined,
      staleTime: forever,
      retry: false,
    })),
  });
}

const storedColumn = (
  { scenario, outcome }: Comparison["scenarios"][number],
  document: Scenario | undefined,
): Column => ({
  id: scenario.id,
  name: scenario.name,
  document,
  result: outcome.ok ? outcome.result : null,
  problem: outcome.ok ? null : outcome.message,
  moved: false,
});

/**
 * The columns of the comparison. With `workloadOf`, every scenario is estimated on that one's workload; nothing is
 * saved by that.
 */
export function useColumns(ids: readonly string[], workloadOf: string) {
  const comparison = useCompare(ids);
  const documents = useDocuments(ids);
  const workload = documents[ids.indexOf(workloadOf)]?.workload;
  const moved = documents.map((document, index) =>
    document && workload && ids[index] !== workloadOf ? { ...document, workload } : undefined,
  );
  const estimates = useUnsavedEstimates(moved);
  const columns = comparison.data?.scenarios.map((each): Column => {
    const index = ids.indexOf(each.scenario.id);
    const document = moved[index];
    const estimate = estimates[index];
    if (!document || !estimate) return storedColumn(each, documents[index]);
    const result = estimate.data?.result ?? null;
    return { ...storedColumn(each, document), result, problem: estimate.error?.message ?? null, moved: true };
  });
  return {
    columns: columns ?? [],
    comparison: comparison.data,
    error: comparison.error as RequestError | null,
    pending: comparison.isPending && ids.length > 0,
    behind: comparison.isPlaceholderData || estimates.some(({ isFetching }) => isFetching),
  };
}

/** One loader for the working of every column: a figure is asked for as `column/path`. */
export const workingPath = (column: number, path: string): string => `${column}/${path}`;

export function useColumnsWorking(columns: readonly Column[]) {
  const client = useQueryClient();
  return useCallback(
    async (asked: string, depth?: number): Promise<WorkingNode> => {
      const [index = "", path = ""] = asked.split("/");
      const document = columns[Number(index)]?.document;
      if (!document) throw new Error("The scenario of this figure is no longer on the screen.");
      return fetchWorking(client, document, path, depth);
    },
    [client, columns],
  );
}
