"use client";

import { useEffect, useState } from "react";
import { useDebounced } from "@/lib/client/debounced";
import type { AccuracyMetric, AccuracyRow, AccuracyView } from "@/lib/contract/accuracy";
import { accuracySorts } from "@/lib/contract/accuracy";
import { metricWords } from "@/lib/contract/accuracy-words";
import { SourceNote } from "../figures/source-note";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { type Column, DataTable } from "../ui/data-table";
import { EmptyState } from "../ui/empty-state";
import { Input } from "../ui/input";
import { Pager } from "../ui/pager";
import type { Address } from "./use-address";
import { amount, signedError } from "./words";

/** On a phone the model's cell also holds what has no column of its own there. */
function What({ row: { model, weights, accelerator, accelerators, engine, load, source } }: { row: AccuracyRow }) {
  return (
    <span className="block min-w-36 wrap-anywhere sm:min-w-40">
      {model}
      <span className="block text-xs font-normal text-muted">{weights}</span>
      <span className="block text-xs font-normal text-muted sm:hidden">
        {accelerators} × {accelerator}, {engine}, {load}
        <span className="block">
          <SourceNote source={source} />
        </span>
      </span>
    </span>
  );
}

function columnsFor(metric: AccuracyMetric): Column<AccuracyRow>[] {
  const { unit } = metricWords[metric];
  const inside = ({ low, measured, high }: AccuracyRow) => low <= measured && measured <= high;
  return [
    {
      id: "model",
      header: "Model",
      sortable: true,
      cell: (row) => <What row={row} />,
    },
    {
      id: "accelerator",
      header: "Accelerators",
      sortable: true,
      hideOnPhone: true,
      cell: ({ accelerator, accelerators }) => `${accelerators} × ${accelerator}`,
    },
    {
      id: "engine",
      header: "Engine",
      sortable: true,
      hideOnPhone: true,
      cell: ({ engine, engineVersion }) => `${engine} ${engineVersion}`,
    },
    { id: "load", header: "Load", sortable: true, hideOnPhone: true, cell: ({ load }) => load },
    {
      id: "measured",
      header: "Measured",
      unit,
      align: "right",
      sortable: true,
      cell: ({ measured }) => amount(measured),
    },
    {
      id: "predicted",
      header: "Predicted",
      unit,
      align: "right",
      sortable: true,
      cell: ({ predicted }) => amount(predicted),
    },
    {
      id: "error",
      header: "Error",
      align: "right",
      sortable: true,
      cell: ({ measured, predicted }) => signedError(measured, predicted),
    },
    {
      id: "range",
      header: "Range shown",
      unit,
      align: "right",
      hideOnPhone: true,
      cell: (row) => (
        <span className="inline-flex flex-col items-end gap-1 whitespace-nowrap">
          {amount(row.low)}–{amount(row.high)}
          {!inside(row) && <Badge tone="warning">Measured outside</Badge>}
        </span>
      ),
    },
    {
      id: "source",
      header: "Source",
      hideOnPhone: true,
      cell: ({ source }) => (
        <span className="block max-w-60 min-w-24 break-words">
          <SourceNote source={source} />
        </span>
      ),
    },
  ];
}

function Filters({ address: { address, setAddress } }: { address: Address }) {
  const [typed, setTyped] = useState(address.q);
  const q = useDebounced(typed, 250);
  useEffect(() => {
    if (q !== address.q) void setAddress({ q: q === "" ? null : q, page: null });
  }, [q, address.q, setAddress]);
  return (
    <search className="print-hidden flex flex-wrap items-center gap-2">
      <div className="w-full sm:w-72">
        <Input
          type="search"
          aria-label="Search the rows"
          placeholder="Model, accelerator, engine, source …"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      {address.name !== "" && (
        <Button size="sm" onClick={() => void setAddress({ name: null, page: null })}>
          Only {address.name}: show all groups
        </Button>
      )}
    </search>
  );
}

/** Every row with what was measured, what was said, and where it was published. */
export function RowTable({ address, view }: { address: Address; view: AccuracyView }) {
  const { metric, sort } = address.address;
  const column = sort.replace("-", "");
  const onSort = (chosen: string) => {
    const known = accuracySorts.find((each) => each === chosen);
    if (known) void address.setAddress({ sort: sort === `-${known}` ? known : `-${known}`, page: null });
  };
  return (
    <section aria-labelledby="accuracy-rows" className="flex flex-col gap-3">
      <h2 id="accuracy-rows">Row by row</h2>
      <Filters address={address} />
      <DataTable
        caption="Measured and predicted, row by row"
        columns={columnsFor(metric)}
        rows={view.rows}
        rowKey={({ id }) => id}
        sort={{ column, descending: sort.startsWith("-") }}
        onSort={onSort}
        empty={
          <EmptyState title="Nothing matches">
            Search looks in models, accelerators, engines, loads and sources.
          </EmptyState>
        }
      />
      <Pager
        count={`${view.total.toLocaleString("en-US")} ${view.total === 1 ? "row" : "rows"}`}
        page={view.page}
        pages={view.pages}
        onPage={(page) => void address.setAddress({ page })}
      />
    </section>
  );
}
