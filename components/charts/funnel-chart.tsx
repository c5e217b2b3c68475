"use client";

import type { DataPipeline } from "@/lib/contract/result";
import { format } from "@/lib/format";
import { ChartFrame } from "./chart-frame";

const rowPixels = 34;

/** What is left of the documents after each step, as bars of falling length. */
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
      height={rows.length * rowPixels + 16}
    >
      <ol className="flex h-full flex-col justify-center gap-2">
        {rows.map(({ id, label, documents, tokens }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3">
            <span className="w-48 text-body max-sm:w-full">{label}</span>
            <span className="h-5 min-w-0 flex-1 basis-32 rounded-sm bg-sunken">
              <span
                className="block h-5 rounded-sm bg-accent"
                style={{ width: `${Math.max(0.5, (100 * documents) / read.documents)}%` }}
              />
            </span>
            <span className="w-48 text-right text-strong max-sm:w-40">
              {format(documents, "item")}, {format(tokens, "token")}
            </span>
          </li>
        ))}
      </ol>
    </ChartFrame>
  );
}
