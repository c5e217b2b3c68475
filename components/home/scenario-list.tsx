"use client";

import Link from "next/link";
import { useState } from "react";
import { useScenarios } from "@/lib/client/scenarios";
import { useListFilter } from "@/lib/client/url-state";
import { mostCompared } from "@/lib/contract/http-compare";
import type { ScenarioListItem } from "@/lib/contract/http-scenarios";
import { Badge } from "../ui/badge";
import { Button, LinkButton } from "../ui/button";
import { type Column, DataTable } from "../ui/data-table";
import { EmptyState } from "../ui/empty-state";
import { Notice } from "../ui/notice";
import { Skeleton } from "../ui/skeleton";
import { ListFilters } from "./list-filters";
import { RowMenu } from "./row-menu";
import { BreakEvenCell, FirstWord, Money, Settled, Updated, Verdict } from "./summary-cells";

const right = { align: "right" } as const;

const columns: Column<ScenarioListItem>[] = [
  {
    id: "name",
    header: "Scenario",
    sortable: true,
    cell: (item) => (
      <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
        <Link href={`/scenarios/${item.id}`} className="link">
          {item.name}
        </Link>
        {item.archivedAt && <Badge>Archived</Badge>}
        {item.tags.map((tag) => (
          <span key={tag} className="max-sm:hidden">
            <Badge>{tag}</Badge>
          </span>
        ))}
      </span>
    ),
  },
  { id: "verdict", header: "Verdict", cell: (item) => <Verdict item={item} /> },
  {
    id: "month",
    header: "Cost",
    unit: "$ a month",
    ...right,
    cell: (item) => <Money item={item} field="runningUsdPerMonth" />,
  },
  {
    id: "request",
    header: "Cost",
    unit: "$ a request",
    ...right,
    hideOnPhone: true,
    cell: (item) => <Money item={item} field="usdPerRequest" />,
  },
  { id: "breakEven", header: "Break-even", ...right, hideOnPhone: true, cell: (item) => <BreakEvenCell item={item} /> },
  { id: "ttft", header: "First word", ...right, hideOnPhone: true, cell: (item) => <FirstWord item={item} /> },
  { id: "settled", header: "Settled", ...right, hideOnPhone: true, cell: (item) => <Settled item={item} /> },
  { id: "updated", header: "Changed", sortable: true, hideOnPhone: true, cell: (item) => <Updated item={item} /> },
  { id: "menu", header: <span className="sr-only">Actions</span>, ...right, cell: (item) => <RowMenu item={item} /> },
];

function useList() {
  const [filter, setFilter] = useListFilter();
  const { q, tag, archived, sort } = filter;
  const query = useScenarios({ archived, sort, ...(q !== "" && { q }), ...(tag !== "" && { tag }) });
  const onSort = (column: string) => {
    const next =
      sort === column ? `-${column}` : sort === `-${column}` ? column : column === "name" ? "name" : `-${column}`;
    void setFilter({ sort: next as typeof sort });
  };
  const reset = () => void setFilter(null);
  return { query, filtered: q !== "" || tag !== "" || archived !== "false", sort, onSort, reset };
}

function Compare({ chosen }: { chosen: readonly string[] }) {
  if (chosen.length < 2) {
    return <p className="self-center text-muted">Tick two to {mostCompared} to compare them.</p>;
  }
  if (chosen.length > mostCompared) {
    return <p className="self-center text-warning">{mostCompared} at most fit side by side.</p>;
  }
  return (
    <LinkButton variant="primary" size="sm" href={`/compare?ids=${chosen.join(",")}`}>
      Compare ({chosen.length})
    </LinkButton>
  );
}

/** Every scenario with its answer. */
export function ScenarioList() {
  const { query, filtered, sort, onSort, reset } = useList();
  const [ticked, setTicked] = useState<string[]>([]);
  const { data, error, isPending } = query;
  const chosen = ticked.filter((id) => data?.scenarios.some((item) => item.id === id));
  return (
    <section aria-labelledby="scenarios-heading" className="flex flex-col gap-4">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <h2 id="scenarios-heading">Scenarios</h2>
        <div className="flex flex-wrap gap-2">
          {data && data.scenarios.length > 1 && <Compare chosen={chosen} />}
          <ListFilters tags={data?.tags ?? []} />
        </div>
      </div>
      {error && !data && (
        <Notice
          tone="danger"
          role="alert"
          title="The scenarios could not be read"
          action={
            <Button size="sm" onClick={() => void query.refetch()}>
              Try again
            </Button>
          }
        >
          {error.message}
        </Notice>
      )}
      {isPending && (
        <div role="status">
          <span className="sr-only">Loading the scenarios …</span>
          <Skeleton className="h-10" lines={5} />
        </div>
      )}
      {data && data.scenarios.length === 0 && (
        <EmptyState
          title={filtered ? "No scenario matches" : "No scenarios yet"}
          action={filtered ? <Button onClick={reset}>Show all</Button> : undefined}
        >
          {filtered ? "Search looks in names and tags." : "Answer the three questions above, or start from an example."}
        </EmptyState>
      )}
      {data && data.scenarios.length > 0 && (
        <DataTable
          caption="Scenarios with their answers"
          columns={columns}
          rows={data.scenarios}
          rowKey={({ id }) => id}
          sort={{ column: sort.replace("-", ""), descending: sort.startsWith("-") }}
          onSort={onSort}
          select={{ selected: chosen, onChange: setTicked, labelOf: ({ name }) => `Compare ${name}` }}
        />
      )}
      {data && data.total > data.scenarios.length && (
        <p className="text-muted">
          {data.scenarios.length} of {data.total} shown: search to find the others.
        </p>
      )}
    </section>
  );
}
