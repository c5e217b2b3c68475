"use client";

import type { ScenarioResult, Threshold } from "@/lib/contract/result";
import type { Unit } from "@/lib/contract/unit";
import { format } from "@/lib/format";
import { pathNames } from "../figures/names";
import { DataTable } from "../ui/data-table";

type Row = NonNullable<ScenarioResult["verdict"]["thresholds"]>[number];

const changed = (factor: number): string =>
  factor >= 2
    ? `${format(factor, "1", { digits: 2 })} times`
    : `${factor < 1 ? "−" : "+"}${format(Math.abs(factor - 1), "share", { digits: 2 })}`;

/** The value at which the answer flips, what it flips to, and how likely that is. */
function Flip({ at, unit }: { at: Threshold | null; unit: Unit | null }) {
  if (!at) return <span className="text-muted">never</span>;
  const { value, factor, instead, chance } = at;
  return (
    <span>
      <span className="text-strong">
        {value !== null && unit ? `${format(value, unit)} (${changed(factor)})` : changed(factor)}
      </span>
      : {instead ? pathNames[instead] : "no way within the budget"}
      {chance !== null && (
        <span className="block text-muted text-xs">
          {chance < 0.001 ? "all but ruled out by its range" : `${format(chance, "share", { digits: 2 })} likely`}
        </span>
      )}
    </span>
  );
}

/** "API price" keeps its capitals. */
const withinSentence = (label: string): string =>
  /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;

/** Where each input, moved alone, makes another way the cheapest. */
export function Flips({ verdict }: Pick<ScenarioResult, "verdict">) {
  const thresholds = verdict.thresholds ?? [];
  if (!verdict.path || thresholds.length === 0) return null;
  const rows = thresholds.filter(({ below, above }) => below || above);
  const firm = thresholds.filter(({ below, above }) => !below && !above).map(({ label }) => withinSentence(label));
  return (
    <div className="flex flex-col gap-2">
      {rows.length > 0 && (
        <p className="font-medium text-strong">
          The answer flips from {pathNames[verdict.path]} when one of these alone
        </p>
      )}
      {rows.length > 0 && (
        <DataTable<Row>
          caption={`The answer flips from ${pathNames[verdict.path]} when`}
          rows={rows}
          rowKey={({ label }) => label}
          columns={[
            { id: "label", header: "Input, moved alone", cell: ({ label }) => label },
            {
              id: "planned",
              header: "As planned",
              align: "right",
              hideOnPhone: true,
              cell: ({ planned, unit }) => (planned !== null && unit ? format(planned, unit) : "–"),
            },
            { id: "below", header: "falls to", cell: ({ below, unit }) => <Flip at={below} unit={unit} /> },
            { id: "above", header: "rises to", cell: ({ above, unit }) => <Flip at={above} unit={unit} /> },
          ]}
        />
      )}
      {firm.length > 0 && (
        <p className="max-w-prose text-muted text-sm">
          Between a tenth and ten times as much, none of these flips it alone: {firm.join(", ")}.
        </p>
      )}
    </div>
  );
}
