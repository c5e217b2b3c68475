"use client";

import type { ScenarioResult } from "@/lib/contract/result";
import { type DataClass, dataClasses } from "@/lib/contract/scenario";
import { Badge, type Tone } from "../ui/badge";
import { DataTable } from "../ui/data-table";
import { Disclosure } from "../ui/disclosure";
import { Group } from "./group";
import { allowedWords } from "./words";

type Matrix = NonNullable<ScenarioResult["privacy"]["matrix"]>;
type Row = Matrix["rows"][number];
type Cell = Row["cells"][number];

export const allowedTones: Record<keyof typeof allowedWords, Tone> = {
  yes: "good",
  withMeasures: "warning",
  no: "danger",
};
const shortWords = { yes: "Yes", withMeasures: "Measures", no: "No" } as const;

/** For the heads of narrow columns. */
const shortClass: Record<DataClass, string> = {
  public: "Public",
  internal: "Internal",
  confidential: "Confidential",
  personal: "Personal",
  special: "Health, special",
  payment: "Payment card",
};

const cellFor = ({ cells }: Row, option: string): Cell | undefined => cells.find((cell) => cell.option === option);

function MatrixCell({ cell }: { cell: Cell | undefined }) {
  if (!cell) return null;
  return (
    <span
      className={`inline-flex flex-col items-start gap-0.5 ${cell.planned ? "rounded p-1 ring-2 ring-current" : ""}`}
    >
      <Badge bare tone={allowedTones[cell.allowed]}>
        {shortWords[cell.allowed]}
      </Badge>
      {cell.planned && <span className="text-xs font-medium text-strong">This plan</span>}
    </span>
  );
}

/** Each reason in a paragraph of its own. */
export function ReasonList({ reasons }: { reasons: readonly string[] }) {
  return (
    <span className="flex min-w-0 flex-1 basis-64 flex-col gap-1">
      {reasons.map((reason) => (
        <span key={reason}>{reason}</span>
      ))}
    </span>
  );
}

/** Why, for one class of data: every option with its reasons. */
function Reasons({ row, options }: { row: Row; options: Matrix["options"] }) {
  return (
    <Disclosure summary={`Why: ${dataClasses[row.dataClass as DataClass]}`} defaultOpen={row.planned}>
      <ul className="flex flex-col">
        {options.map(({ id, label }) => {
          const cell = cellFor(row, id);
          if (!cell) return null;
          return (
            <li key={id} className="flex flex-wrap gap-x-3 gap-y-1 border-t border-line py-2 first:border-t-0">
              <span className="w-48 font-medium text-strong">{label}</span>
              <span className="w-44">
                <Badge tone={allowedTones[cell.allowed]}>{allowedWords[cell.allowed]}</Badge>
              </span>
              <ReasonList reasons={cell.reasons} />
            </li>
          );
        })}
      </ul>
    </Disclosure>
  );
}

export function PrivacyMatrix({ matrix }: { matrix: Matrix }) {
  const { options, rows } = matrix;
  return (
    <Group
      title="Which data may go where"
      lead="Every class of data against every way to run a model, with this plan's other answers (agreements, region, provider). No legal advice."
    >
      <DataTable
        caption="Classes of data against ways to run a model"
        stickyFirst
        rows={options}
        rowKey={({ id }) => id}
        columns={[
          { id: "way", header: "Way", cell: ({ label }) => label },
          ...rows.map((row) => ({
            id: row.dataClass,
            header: shortClass[row.dataClass as DataClass],
            cell: ({ id }: Matrix["options"][number]) => <MatrixCell cell={cellFor(row, id)} />,
          })),
        ]}
      />
      <div>
        {rows
          .toSorted((a, b) => Number(b.planned) - Number(a.planned))
          .map((row) => (
            <Reasons key={row.dataClass} row={row} options={options} />
          ))}
      </div>
    </Group>
  );
}
