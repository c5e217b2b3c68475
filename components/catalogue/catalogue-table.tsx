"use client";

import clsx from "clsx";
import { formatDate } from "@/lib/format";
import { SourceNote } from "../figures/source-note";
import { Badge } from "../ui/badge";
import { type Column, DataTable } from "../ui/data-table";
import { Disclosure } from "../ui/disclosure";
import { EmptyState } from "../ui/empty-state";
import { useCatalogueAddress } from "./address";
import type { Entry, Page } from "./entry";

/** Columns that a phone has room for; the others stand in a row that is opened. */
const onPhone = 3;

/** Dates as people read them, in one line. */
const cellOf = (text: string) =>
  /^\d{4}-\d{2}(-\d{2})?$/.test(text) ? <span className="whitespace-nowrap">{formatDate(text)}</span> : text;

function Name({ entry, columns }: { entry: Entry; columns: Page["columns"] }) {
  const { cells, details, notes } = entry;
  const leftOut = columns.slice(onPhone).map(({ header, unit }, at) => ({
    label: header,
    value: cells[onPhone + at] ?? "–",
    unit,
    phone: true,
  }));
  const lines = [...leftOut, ...details.map((detail) => ({ ...detail, phone: false }))];
  return (
    <Disclosure dense summary={cells[0]}>
      <div className="flex max-w-md flex-col gap-1 font-normal text-body">
        {notes && <p>{notes}</p>}
        <p className="sm:hidden">
          <SourceNote source={entry.source} />
        </p>
        <dl>
          {lines.map(({ label, value, unit, phone }) => (
            <div
              key={`${phone} ${label} ${value}`}
              className={clsx("flex flex-wrap justify-between gap-x-4", phone && "sm:hidden")}
            >
              <dt className="text-muted">{label}</dt>
              <dd className="tabular break-all">
                {cellOf(value)}
                {unit && unit !== "year" && ` ${unit}`}
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </Disclosure>
  );
}

/** One table of the catalogue. Every row says where it was read, and for which day. */
export function CatalogueTable({ page, caption }: { page: Page; caption: string }) {
  const { address, setAddress } = useCatalogueAddress();
  const columns: Column<Entry>[] = page.columns.map(({ id, header, unit, numeric }, index) => ({
    id,
    header,
    ...(unit && { unit }),
    align: numeric ? "right" : "left",
    sortable: true,
    hideOnPhone: index >= onPhone,
    cell: (entry) => (index === 0 ? <Name entry={entry} columns={page.columns} /> : cellOf(entry.cells[index] ?? "")),
  }));
  columns.push({
    id: "source",
    header: "Source",
    hideOnPhone: true,
    cell: ({ source, confidence }) => (
      <span className="flex min-w-40 flex-col items-start gap-1">
        <SourceNote source={source} />
        {confidence === "low" && <Badge tone="warning">Low confidence</Badge>}
      </span>
    ),
  });
  const sorted = address.sort.replace("-", "");
  const onSort = (column: string) =>
    void setAddress({ sort: address.sort === column ? `-${column}` : column, page: null });
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={page.entries}
      rowKey={({ id }) => id}
      {...(sorted !== "" && { sort: { column: sorted, descending: address.sort.startsWith("-") } })}
      onSort={onSort}
      empty={<EmptyState title="Nothing matches">Search looks in names and ids.</EmptyState>}
    />
  );
}
