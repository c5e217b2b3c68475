"use client";

import clsx from "clsx";
import Link from "next/link";
import type { ReactNode } from "react";
import type { Comparison } from "@/lib/contract/http-compare";
import { amountWithUnit } from "../forms/amount";
import { Icon } from "../ui/icons";
import type { Selection } from "./compare-view";
import { inputGroup, inputText, inputTitle, listTexts } from "./input-value";
import { ResultCell } from "./result-cell";
import { rowGroups } from "./row-groups";
import type { Row } from "./rows";
import { bestOf } from "./standing";
import type { Column } from "./use-columns";

type CompareTableProps = {
  selection: Selection;
  columns: readonly Column[];
  differences: Comparison["differences"];
};

const moveLook =
  "grid size-7 place-items-center rounded text-muted hover:bg-sunken hover:text-strong disabled:opacity-40";

/** Name of a column, and its place: to the left, to the right, away. */
function ColumnHead({ column, index, selection }: { column: Column; index: number; selection: Selection }) {
  const { ids, setIds, baseline } = selection;
  const swap = (other: number) => {
    const next = [...ids];
    const [a, b] = [next[index], next[other]];
    if (a === undefined || b === undefined) return;
    next[index] = b;
    next[other] = a;
    void setIds(next);
  };
  const without = () => void setIds(ids.filter((id) => id !== column.id));
  return (
    <th scope="col" className="min-w-44 px-3 py-2 text-right align-bottom font-semibold">
      <Link href={`/scenarios/${column.id}`} className="link">
        {column.name}
      </Link>
      <span className="block text-xs font-normal text-muted">
        {[index === baseline && "baseline", column.moved && "on another's workload"].filter(Boolean).join(", ")}
      </span>
      <span className="print-hidden flex justify-end">
        <button
          type="button"
          aria-label={`Move ${column.name} left`}
          disabled={index === 0}
          onClick={() => swap(index - 1)}
          className={moveLook}
        >
          <Icon name="chevronRight" className="size-3.5 rotate-180" />
        </button>
        <button
          type="button"
          aria-label={`Move ${column.name} right`}
          disabled={index === ids.length - 1}
          onClick={() => swap(index + 1)}
          className={moveLook}
        >
          <Icon name="chevronRight" className="size-3.5" />
        </button>
        <button type="button" aria-label={`Remove ${column.name}`} onClick={without} className={moveLook}>
          <Icon name="cross" className="size-3.5" />
        </button>
      </span>
    </th>
  );
}

function GroupHead({ title, span }: { title: string; span: number }) {
  return (
    <tr>
      <th scope="colgroup" colSpan={span} className="px-3 pt-6 pb-1 text-left text-base font-semibold text-strong">
        {title}
      </th>
    </tr>
  );
}

function Line({ title, hint, children }: { title: string; hint?: string | undefined; children: ReactNode }) {
  return (
    <tr className="border-t border-line align-top hover:bg-sunken/50">
      <th scope="row" className="bg-page px-3 py-2 text-left font-normal sm:sticky sm:left-0">
        {title}
        {hint && <span className="block text-xs text-muted">{hint}</span>}
      </th>
      {children}
    </tr>
  );
}

function ResultLine({ row, columns, selection }: { row: Row; columns: readonly Column[]; selection: Selection }) {
  const { choice, baseline } = selection;
  if (row.kind === "text") {
    return (
      <Line title={row.title} hint={row.hint}>
        {columns.map(({ id, result }) => (
          <td key={id} className="px-3 py-2 text-right">
            {(result && row.read(result, choice)) ?? "–"}
          </td>
        ))}
      </Line>
    );
  }
  const readings = columns.map(({ result }) => result && row.read(result, choice));
  const horizons = new Set(columns.map(({ document }) => document?.economics.horizonMonths));
  const best = row.overHorizon && horizons.size > 1 ? new Set<number>() : bestOf(row.better, readings);
  return (
    <Line title={row.title} hint={row.hint}>
      {readings.map((reading, index) => (
        <td key={columns[index]?.id} className={clsx("tabular px-3 py-2 text-right")}>
          <ResultCell
            row={row}
            reading={reading}
            baseline={readings[baseline] ?? null}
            isBaseline={index === baseline}
            best={best.has(index)}
            column={index}
          />
        </td>
      ))}
    </Line>
  );
}

/** What differs in the inputs first, then the results by group. */
export function CompareTable({ selection, columns, differences }: CompareTableProps) {
  const span = columns.length + 1;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section tabIndex={0} aria-label="Comparison" className="relative overflow-x-auto">
      <table className="w-full border-collapse">
        <caption className="sr-only">Scenarios side by side</caption>
        <thead>
          <tr>
            <td />
            {columns.map((column, index) => (
              <ColumnHead key={column.id} column={column} index={index} selection={selection} />
            ))}
          </tr>
        </thead>
        <tbody>
          <GroupHead title={differences.length === 0 ? "No input differs" : "Where the inputs differ"} span={span} />
          {differences.map(({ path, values }) => {
            const lists = listTexts(path, values);
            return (
              <Line key={path} title={inputTitle(path)} hint={inputGroup(path)}>
                {values.map((value, index) => (
                  <td key={columns[index]?.id ?? index} className="tabular px-3 py-2 text-right">
                    {lists?.[index] ?? inputText(path, value, amountWithUnit)}
                  </td>
                ))}
              </Line>
            );
          })}
          {columns.some(({ problem }) => problem !== null) && (
            <Line title="Cannot be reckoned">
              {columns.map(({ id, problem }) => (
                <td key={id} className="px-3 py-2 text-right text-danger">
                  {problem}
                </td>
              ))}
            </Line>
          )}
        </tbody>
        {rowGroups.map(({ id, title, rows }) => (
          <tbody key={id}>
            <GroupHead title={title} span={span} />
            {rows.map((row) => (
              <ResultLine key={row.id} row={row} columns={columns} selection={selection} />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}
