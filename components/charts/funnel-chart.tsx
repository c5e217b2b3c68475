"use client";

import type { DataExamples, DataPipeline } from "@/lib/contract/result";
import { format } from "@/lib/format";
import { ChartFrame } from "./chart-frame";

type Bar = { id: string; label: string; items: number; text: string };

/** Bars of falling length under one another, each with its words. */
function Bars({ bars, whole }: { bars: readonly Bar[]; whole: number }) {
  return (
    <ol className="flex flex-col gap-2 py-2">
      {bars.map(({ id, label, items, text }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-3">
          <span className="w-48 text-body max-sm:w-full">{label}</span>
          <span className="h-5 min-w-0 flex-1 basis-32 rounded-sm bg-sunken">
            <span
              className="block h-5 rounded-sm bg-accent"
              style={{ width: `${Math.min(100, Math.max(0.5, (100 * items) / whole))}%` }}
            />
          </span>
          <span className="w-48 text-right text-strong max-sm:w-40">{text}</span>
        </li>
      ))}
    </ol>
  );
}

/** What is left of the documents after each step, with what the step takes. */
export function FunnelChart({ read, steps }: Pick<DataPipeline, "read" | "steps">) {
  const last = steps.at(-1) ?? read;
  if (read.documents === 0) return null;
  const rows = [{ ...read, usd: 0, hours: 0, days: 0 }, ...steps];
  const table = {
    columns: [
      { id: "step", label: "Step" },
      { id: "documents", label: "Documents left" },
      { id: "tokens", label: "Tokens" },
      { id: "usd", label: "Cost", unit: "USD" },
      { id: "hours", label: "People", unit: "h" },
      { id: "days", label: "Time", unit: "days" },
    ],
    rows: rows.map(({ label, documents, tokens, usd, hours, days }) => ({
      step: label,
      documents,
      tokens,
      usd,
      hours,
      days,
    })),
  };
  return (
    <ChartFrame
      title={`${format(last.documents / read.documents, "share", { digits: 2 })} of the documents are fit for use`}
      subtitle="Documents after each step, with the tokens in them"
      table={table}
      fileName="documents"
      height="auto"
    >
      <Bars
        whole={read.documents}
        bars={rows.map(({ id, label, documents, tokens }) => ({
          id,
          label,
          items: documents,
          text: `${format(documents, "1")} · ${format(tokens, "token")}`,
        }))}
      />
    </ChartFrame>
  );
}

/** What is left of the examples to train on, against what it takes. */
export function ExamplesFunnel({ steps, needed }: Pick<DataExamples, "steps" | "needed">) {
  const [first, last] = [steps[0], steps.at(-1)];
  if (!first || !last || needed === 0) return null;
  const rows = [...steps, { id: "needed", label: "Needed", items: needed }];
  const table = {
    columns: [
      { id: "step", label: "Step" },
      { id: "items", label: "Examples" },
    ],
    rows: rows.map(({ label, items }) => ({ step: label, items })),
  };
  const title =
    last.items >= needed
      ? `${format(last.items, "1")} examples are left to train on, and ${format(needed, "1")} are needed`
      : `Only ${format(last.items / needed, "share", { digits: 2 })} of the examples needed are left to train on`;
  return (
    <ChartFrame
      title={title}
      subtitle="Examples after review, split and check for leaks"
      table={table}
      fileName="examples"
      height="auto"
    >
      <Bars
        whole={Math.max(first.items, needed)}
        bars={rows.map(({ id, label, items }) => ({ id, label, items, text: format(items, "1") }))}
      />
    </ChartFrame>
  );
}
