"use client";

import clsx from "clsx";
import { type ReactNode, useId } from "react";
import { Checkbox } from "./checkbox";
import { Icon } from "./icons";

export type Column<T> = {
  id: string;
  header: ReactNode;
  unit?: string;
  align?: "left" | "right";
  cell: (row: T) => ReactNode;
  sortable?: boolean;
  hideOnPhone?: boolean;
};
export type Sort = { column: string; descending: boolean };
type Selection<T> = { selected: readonly string[]; onChange: (ids: string[]) => void; labelOf: (row: T) => string };
export type DataTableProps<T> = {
  caption: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  rowKey: (row: T) => string;
  sort?: Sort;
  onSort?: (column: string) => void;
  select?: Selection<T>;
  empty?: ReactNode;
  stickyFirst?: boolean;
};

const cellLook = <T,>(column: Column<T>, align = "align-top") =>
  clsx(
    "px-2 py-2 sm:px-3",
    align,
    column.align === "right" && "tabular text-right",
    column.hideOnPhone && "max-sm:hidden",
  );
const stuck = "sm:sticky sm:left-0 bg-page";

function HeaderCell<T>({ column, sort, onSort }: { column: Column<T> } & Pick<DataTableProps<T>, "sort" | "onSort">) {
  const sorted = sort?.column === column.id ? sort : undefined;
  const words = (
    <>
      {column.header}
      {column.unit && <span className="block font-normal whitespace-nowrap text-muted">{column.unit}</span>}
    </>
  );
  if (!column.sortable || !onSort) return words;
  return (
    <button
      type="button"
      onClick={() => onSort(column.id)}
      className="inline-flex min-h-6 items-end gap-0.5 text-inherit [text-align:inherit] hover:text-strong"
    >
      <span>{words}</span>
      <Icon name={sorted ? (sorted.descending ? "down" : "up") : "sort"} className="size-3.5" />
    </button>
  );
}

const ariaSort = <T,>(column: Column<T>, sort: Sort | undefined) =>
  sort?.column === column.id ? (sort.descending ? ("descending" as const) : ("ascending" as const)) : undefined;

function Row<T>({ row, columns, rowKey, select, stickyFirst }: { row: T } & DataTableProps<T>) {
  const key = rowKey(row);
  const toggle = (checked: boolean) =>
    select?.onChange(checked ? [...select.selected, key] : select.selected.filter((each) => each !== key));
  return (
    <tr className="border-t border-line hover:bg-sunken/50">
      {select && (
        <td className="w-8 py-2 pl-3 align-top">
          <Checkbox hideLabel label={select.labelOf(row)} checked={select.selected.includes(key)} onChange={toggle} />
        </td>
      )}
      {columns.map((column, index) =>
        index === 0 ? (
          <th
            key={column.id}
            scope="row"
            className={clsx(cellLook(column), "text-left font-medium text-strong", stickyFirst && stuck)}
          >
            {column.cell(row)}
          </th>
        ) : (
          <td key={column.id} className={cellLook(column)}>
            {column.cell(row)}
          </td>
        ),
      )}
    </tr>
  );
}

/**
 * Scrolls inside itself, by keyboard too, so that the page never scrolls sideways; words for screen readers are
 * positioned, and would widen the page if the region were not.
 */
export function DataTable<T>(props: DataTableProps<T>) {
  const { caption, columns, rows, rowKey, sort, onSort, select, empty, stickyFirst } = props;
  const captionId = useId();
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      aria-labelledby={captionId}
      className="relative overflow-x-auto"
    >
      <table className="w-full border-collapse">
        <caption id={captionId} className="sr-only">
          {caption}
        </caption>
        <thead>
          <tr className="text-left text-xs text-muted">
            {select && (
              <td className="w-8">
                <span className="sr-only">Choose</span>
              </td>
            )}
            {columns.map((column, index) => (
              <th
                key={column.id}
                scope="col"
                aria-sort={ariaSort(column, sort)}
                className={clsx(cellLook(column, "align-bottom"), "font-medium", index === 0 && stickyFirst && stuck)}
              >
                <HeaderCell column={column} sort={sort} onSort={onSort} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={rowKey(row)} row={row} {...props} />
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <div className="py-6">{empty ?? <p className="text-muted">Nothing to show.</p>}</div>}
    </section>
  );
}
