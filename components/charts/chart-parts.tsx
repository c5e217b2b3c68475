"use client";

import type { Unit } from "@/lib/contract/unit";
import { format } from "@/lib/format";

/** What every Recharts drawing here shares. */

export const axis = {
  stroke: "var(--line-strong)",
  tick: { fill: "var(--muted)", fontSize: 11 },
  tickLine: false,
} as const;

export const grid = { stroke: "var(--line)", strokeDasharray: "0", vertical: false } as const;

/** Round numbers from one end of an axis to the other, about five of them. */
export function roundTicks(least: number, most: number, about = 5): number[] {
  const span = most - least;
  if (!(span > 0)) return [least];
  const rough = span / about;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((each) => each * power >= rough * 0.999) ?? 10) * power;
  const first = Math.ceil(least / step - 1e-9);
  const last = Math.floor(most / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}

/** "1.2" where "1.2 requests/s" would take two lines: the chart's title or subtitle says what is counted. */
export function tickText(value: number, unit: Unit): string {
  const text = format(value, unit);
  const [number = text, ...rest] = text.split(" ");
  return rest.join(" ").length > 4 ? number : text;
}

type TipRow = { name?: string | number; value?: unknown; color?: string; dataKey?: unknown };
type TipProps = {
  active?: boolean;
  label?: unknown;
  payload?: readonly TipRow[];
  heading: (label: unknown) => string;
  text: (value: number) => string;
};

/** The values under the pointer or the focused point. */
export function Tip({ active, label, payload, heading, text }: TipProps) {
  if (!active || !payload?.length) return null;
  const rows = payload.filter(({ value, name }) => typeof value === "number" && name !== "band");
  return (
    <div className="tabular rounded-md border border-line-strong bg-surface px-3 py-2 text-xs text-body shadow-lg">
      <p className="font-semibold text-strong">{heading(label)}</p>
      {rows.map(({ name, value, color }) => (
        <p key={String(name)} className="flex items-center justify-between gap-4">
          <span className="flex items-center gap-1.5">
            <span className="size-2.5 rounded-full" style={{ background: color }} />
            {name}
          </span>
          <span className="font-medium text-strong">{text(value as number)}</span>
        </p>
      ))}
    </div>
  );
}

/** Lines named below the drawing, with the dash they are drawn in. */
export function LineKey({ lines }: { lines: readonly { label: string; colour: string; dash?: string | undefined }[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 pl-2">
      {lines.map(({ label, colour, dash }) => (
        <li key={label} className="flex items-center gap-1.5">
          <svg width="26" height="8" aria-hidden="true">
            <line x1="1" x2="25" y1="4" y2="4" stroke={colour} strokeWidth="2.5" strokeDasharray={dash} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}

/** The same for filled parts of a whole. */
export function PartKey({ parts }: { parts: readonly { label: string; colour: string; value?: string }[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1">
      {parts.map(({ label, colour, value }) => (
        <li key={label} className="flex items-center gap-1.5">
          <span className="size-3 rounded-sm" style={{ background: colour }} />
          {label}
          {value && <span className="text-muted">{value}</span>}
        </li>
      ))}
    </ul>
  );
}
