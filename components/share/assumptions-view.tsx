"use client";

import type { Consideration } from "@/lib/contract/field";
import type { Scenario } from "@/lib/contract/scenario";
import { considerationNames } from "../figures/names";
import { SourceNote } from "../figures/source-note";
import { valueText } from "../forms/default-text";
import { Badge } from "../ui/badge";
import { DataTable } from "../ui/data-table";
import { Disclosure } from "../ui/disclosure";
import { type Assumption, assumptionsOf, type InputOrigin } from "./assumptions";

const sectionName = (section: string): string => considerationNames[section as Consideration] ?? "Overview";

function Origin({ origin: { kind, source, note } }: Assumption) {
  if (kind === "entered") return <Badge tone="info">Entered</Badge>;
  return (
    <span className="flex flex-col gap-0.5">
      {source ? <SourceNote source={source} /> : <span className="text-xs text-muted">Default</span>}
      {note && <span className="text-xs text-muted">{note}</span>}
    </span>
  );
}

/** Every input by section: what people entered first, then defaults with their sources. */
export function Assumptions({ document, origins }: { document: Scenario; origins: Record<string, InputOrigin> }) {
  return (
    <div className="flex flex-col">
      {assumptionsOf(document, origins).map(({ section, rows }) => (
        <Disclosure key={section} summary={`${sectionName(section)} (${rows.length})`}>
          <DataTable
            caption={`Assumptions: ${sectionName(section)}`}
            rows={rows}
            rowKey={({ path }) => path}
            columns={[
              { id: "title", header: "Assumption", cell: ({ title }) => title },
              { id: "value", header: "Value", align: "right", cell: ({ path, value }) => valueText(path, value) },
              { id: "origin", header: "Where from", cell: (row) => <Origin {...row} /> },
            ]}
          />
        </Disclosure>
      ))}
    </div>
  );
}
