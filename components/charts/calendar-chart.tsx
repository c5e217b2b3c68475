"use client";

import type { ReactNode } from "react";
import type { CalendarEvent } from "@/lib/contract/result";
import { formatMonth } from "@/lib/format";
import { ChartFrame } from "./chart-frame";

export const kindWords: Record<CalendarEvent["kind"], string> = {
  data: "Data",
  launch: "Launch",
  release: "Release",
  fineTune: "Fine-tune",
  refresh: "Documents renewed",
  prompts: "Prompts",
  index: "Search index",
  regression: "Regression evaluation",
  securityPatches: "Security patches",
  upgrade: "Engine and drivers",
  audit: "Access and logs",
  other: "Other work",
  drift: "Check for drift",
  migrationStart: "Start of a move",
  migration: "API model retired",
  hardware: "Hardware",
  review: "Examples",
};

const kinds = Object.keys(kindWords) as CalendarEvent["kind"][];
/** Marks of neighbouring months must not run into one another: as wide as a month, within bounds. */
const markWidth = (months: number): string => `clamp(4px, ${(72 / months).toFixed(2)}%, 10px)`;

/** What weighs most first: a move that a provider forces, else whatever comes next. */
function titleOf(calendar: readonly CalendarEvent[]): string {
  const moves = calendar.filter(({ kind }) => kind === "migration");
  const [move] = moves;
  if (move) {
    const first = formatMonth(move.label);
    return moves.length === 1
      ? `The API's model must be replaced in ${first}`
      : `The API's model must be replaced ${moves.length} times, first in ${first}`;
  }
  const next = calendar.find(({ month }) => month > 0);
  return next
    ? `First due after launch: ${kindWords[next.kind].toLowerCase()}, in ${formatMonth(next.label)}`
    : "Nothing falls due after launch";
}

/** What falls due when: a row for each kind of work, a mark for each month it falls in. */
export function CalendarChart({ calendar, months }: { calendar: readonly CalendarEvent[]; months: number }) {
  const rows = kinds.filter((kind) => calendar.some((event) => event.kind === kind));
  const table = {
    columns: [
      { id: "month", label: "Month" },
      { id: "kind", label: "Kind" },
      { id: "what", label: "What falls due" },
    ],
    rows: calendar.map(({ label, kind, what }) => ({ month: formatMonth(label), kind: kindWords[kind], what })),
  };
  const first = Math.min(0, calendar[0]?.month ?? 0);
  const at = (month: number) => `${(100 * (month - first)) / Math.max(1, months - 1 - first)}%`;
  const years = Array.from({ length: Math.floor((months - 1) / 12) + 1 }, (_, year) => year * 12);
  const start = calendar.find(({ month }) => month >= 0)?.label;
  const after = calendar.filter(({ month }) => month >= 0).length - 1;
  return (
    <ChartFrame
      title={titleOf(calendar)}
      subtitle={`${after} dates over ${months} months${start ? ` from ${formatMonth(start)}` : ""}`}
      table={table}
      fileName="calendar"
      height="auto"
    >
      <div role="img" aria-label="Dates by kind; the table has each" className="flex flex-col">
        {rows.map((kind) => (
          <div key={kind} className="flex min-h-6 items-center gap-3">
            <span className="w-24 shrink-0 text-body leading-tight sm:w-36 sm:text-sm">{kindWords[kind]}</span>
            <Track years={years} at={at}>
              {calendar
                .filter((event) => event.kind === kind)
                .map((event) => (
                  <span
                    key={`${event.month}.${event.what}`}
                    className="-translate-x-1/2 -translate-y-1/2 absolute top-1/2 aspect-square rounded-full bg-accent"
                    style={{ left: at(event.month), width: markWidth(months - first) }}
                  />
                ))}
            </Track>
          </div>
        ))}
        <div className="flex gap-3">
          <span className="w-24 shrink-0 sm:w-36" />
          <div className="relative mx-2 h-5 flex-1 text-muted">
            {years.map((month) => (
              <span
                key={month}
                className="-translate-x-1/2 absolute top-0.5 whitespace-nowrap"
                style={{ left: at(month) }}
              >
                {month === 0 ? "launch" : `year ${month / 12}`}
              </span>
            ))}
          </div>
        </div>
      </div>
    </ChartFrame>
  );
}

/** One row's line of time, with a rule at every year from launch. */
function Track({
  years,
  at,
  children,
}: {
  years: readonly number[];
  at: (month: number) => string;
  children: ReactNode;
}) {
  return (
    <div className="relative mx-2 flex-1 self-stretch">
      {years.map((month) => (
        <span key={month} className="absolute inset-y-0 border-line border-l" style={{ left: at(month) }} />
      ))}
      {children}
    </div>
  );
}
