"use client";

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
const rowHeight = 26;
const left = 156;
const width = 720;
/** Marks of neighbouring months must not run into one another. */
const radius = (months: number): number => Math.max(1.5, Math.min(5, (0.45 * (width - left - 16)) / months));

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
  const height = rows.length * rowHeight + 28;
  const first = Math.min(0, calendar[0]?.month ?? 0);
  const x = (month: number) => left + ((width - left - 16) * (month - first)) / Math.max(1, months - 1 - first);
  const years = Array.from({ length: Math.floor((months - 1) / 12) + 1 }, (_, year) => year * 12);
  const start = calendar.find(({ month }) => month >= 0)?.label;
  const after = calendar.filter(({ month }) => month >= 0).length - 1;
  return (
    <ChartFrame
      title={titleOf(calendar)}
      subtitle={`${after} dates over ${months} months${start ? ` from ${formatMonth(start)}` : ""}`}
      table={table}
      fileName="calendar"
      height={height + 8}
    >
      <svg
        viewBox={`0 0 ${width} ${height}`}
        className="h-full w-full"
        role="img"
        aria-label="Dates by kind; the table has each"
      >
        {years.map((month) => (
          <g key={month}>
            <line x1={x(month)} x2={x(month)} y1={0} y2={height - 22} stroke="var(--line)" />
            <text x={x(month)} y={height - 6} textAnchor="middle" fontSize={12} fill="var(--muted)">
              {month === 0 ? "launch" : `month ${month}`}
            </text>
          </g>
        ))}
        {rows.map((kind, row) => (
          <g key={kind}>
            <text x={0} y={row * rowHeight + 17} fontSize={13} fill="var(--body)">
              {kindWords[kind]}
            </text>
            {calendar
              .filter((event) => event.kind === kind)
              .map((event) => (
                <circle
                  key={`${event.month}.${event.what}`}
                  cx={x(event.month)}
                  cy={row * rowHeight + 12}
                  r={radius(months)}
                  fill="var(--accent)"
                  stroke="var(--surface)"
                />
              ))}
          </g>
        ))}
      </svg>
    </ChartFrame>
  );
}
