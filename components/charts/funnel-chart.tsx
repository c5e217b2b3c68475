"use client";

import type { DataPipeline } from "@/lib/contract/result";
import { format } from "@/lib/format";
import { ChartFrame } from "./chart-frame";

/** What is left of the documents after each step, as bars of falling length. */
export function FunnelChart({ steps }: { steps: DataPipeline["steps"] }) {
  const [first] = steps;
  const last = steps.at(-1);
  if (!first || !last || first.documents === 0) return null;
  const table = {
    columns: [
      { id: "step", label: "Step" },
      { id: "documents", label: "Documents" },
      { id: "tokens", label: "Tokens" },
    ],
    rows: steps.map(({ label, documents, tokens }) => ({ step: label, documents, tokens })),
  };
  return (
    <ChartFrame
      title={`${format(last.documents / first.documents, "share", { digits: 2 })} of the documents are fit for use`}
      subtitle="Documents after each step, with the tokens in them"
      table={table}
      fileName="documents"
      height={140}
    >
      <ol className="flex h-full flex-col justify-center gap-2">
        {steps.map(({ id, label, documents, tokens }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3">
            <span className="w-36 text-body">{label}</span>
            <span className="h-5 min-w-0 flex-1 basis-40 rounded-sm bg-sunken">
              <span
                className="block h-5 rounded-sm bg-accent"
                style={{ width: `${Math.max(0.5, (100 * documents) / first.documents)}%` }}
              />
            </span>
            <span className="w-44 text-right text-strong">
              {format(documents, "item")}, {format(tokens, "token")}
            </span>
          </li>
        ))}
      </ol>
    </ChartFrame>
  );
}
