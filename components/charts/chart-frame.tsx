"use client";

import Papa from "papaparse";
import { type ReactNode, useId, useState } from "react";
import { Button } from "../ui/button";
import { DataTable } from "../ui/data-table";
import { type ChartTable, cellText } from "./table";

export type { ChartTable } from "./table";

type ChartFrameProps = {
  /** The finding, not the axes. */
  title: string;
  subtitle?: string;
  table: ChartTable;
  fileName: string;
  /** In pixels, or as much as what is in it. */
  height?: number | "auto";
  children: ReactNode;
};

function download(fileName: string, { columns, rows }: ChartTable): void {
  const header = columns.map(({ label, unit }) => (unit ? `${label} (${unit})` : label));
  const body = rows.map((row) => columns.map(({ id }) => row[id] ?? ""));
  const url = URL.createObjectURL(new Blob([Papa.unparse([header, ...body])], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = `${fileName}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1_000);
}

function TableView({ title, table }: { title: string; table: ChartTable }) {
  const rows = table.rows.map((row, index) => ({ row, index }));
  return (
    <div className="max-h-96 overflow-y-auto">
      <DataTable
        caption={`${title}: the figures`}
        rows={rows}
        rowKey={({ index }) => String(index)}
        columns={table.columns.map(({ id, label, unit }, index) => ({
          id,
          header: label,
          ...(unit && { unit }),
          align: index === 0 ? ("left" as const) : ("right" as const),
          cell: ({ row }: (typeof rows)[number]) => cellText(row[id]),
        }))}
      />
    </div>
  );
}

/** A chart with its finding as title, its figures as a table, and both to take away. */
export function ChartFrame({ title, subtitle, table, fileName, height = 280, children }: ChartFrameProps) {
  const [asTable, setAsTable] = useState(false);
  const titleId = useId();
  return (
    <figure aria-labelledby={titleId} className="flex min-w-0 flex-col gap-2 [figure+&]:mt-3 [p+&]:mt-1">
      <figcaption className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <span className="min-w-0 flex-1 basis-64">
          <span id={titleId} className="block font-semibold text-strong">
            {title}
          </span>
          {subtitle && <span className="block text-xs text-muted">{subtitle}</span>}
        </span>
        <span className="print-hidden flex gap-1">
          <Button size="sm" variant="ghost" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {asTable ? "Chart" : "Table"}
          </Button>
          <Button size="sm" variant="ghost" onClick={() => download(fileName, table)}>
            CSV
          </Button>
        </span>
      </figcaption>
      {asTable ? (
        <TableView title={title} table={table} />
      ) : (
        <div className="tabular min-w-0 text-xs" style={{ height }}>
          {children}
        </div>
      )}
    </figure>
  );
}
