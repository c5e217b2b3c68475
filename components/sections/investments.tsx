"use client";

import type { Investment } from "@/lib/contract/result";
import { Figure } from "../figures/figure";
import { pathNames } from "../figures/names";
import { DataTable } from "../ui/data-table";

type Row = Investment & { index: number };

const pairName = ({ of, over }: Investment): string => `${pathNames[of]} instead of ${pathNames[over]}`;

/** Every two ways against one another: what the one that costs more at first gives back. */
export function Investments({ investments }: { investments: readonly Investment[] }) {
  if (investments.length === 0) return null;
  const rows: Row[] = investments.map((each, index) => ({ ...each, index }));
  const figure = (field: "investedUsd" | "gainUsd" | "npvUsd", header: string) => ({
    id: field,
    header,
    align: "right" as const,
    cell: (row: Row) => (
      <span className="whitespace-nowrap">
        <Figure value={row[field]} unit="USD" path={`finance.investments.${row.index}.${field}`} />
      </span>
    ),
  });
  const orWords = (field: "paybackMonths" | "discountedPaybackMonths", header: string) => ({
    id: field,
    header,
    align: "right" as const,
    cell: (row: Row) =>
      row[field] === null ? (
        "not within the plan"
      ) : (
        <Figure value={row[field]} unit="month" path={`finance.investments.${row.index}.${field}`} />
      ),
  });
  const notes = [...new Set(rows.flatMap(({ irrNote }) => irrNote ?? []))].map((note) => ({
    note,
    pairs: rows.filter(({ irrNote }) => irrNote === note).map(pairName),
  }));
  return (
    <div className="flex flex-col gap-2">
      <DataTable
        caption="The way that costs more at first, as an investment against the other"
        rows={rows}
        rowKey={({ of, over }) => `${of}.${over}`}
        stickyFirst
        columns={[
          {
            id: "pair",
            header: "Instead of",
            cell: (row) => <span className="block min-w-28">{pairName(row)}</span>,
          },
          figure("investedUsd", "Most laid out"),
          figure("gainUsd", "Saved over the plan"),
          figure("npvUsd", "NPV"),
          {
            id: "roi",
            header: "ROI",
            align: "right",
            cell: ({ roi, index }) => <Figure value={roi} unit="share" path={`finance.investments.${index}.roi`} />,
          },
          {
            id: "irr",
            header: "IRR a year",
            align: "right",
            cell: ({ irrAnnual, index }) => (
              <Figure value={irrAnnual} unit="share" path={`finance.investments.${index}.irrAnnual`} />
            ),
          },
          orWords("paybackMonths", "Payback"),
          orWords("discountedPaybackMonths", "Discounted payback"),
        ]}
      />
      {notes.length > 0 && (
        <ul className="flex list-disc flex-col gap-1 pl-5 text-sm text-muted">
          {notes.map(({ note, pairs }) => (
            <li key={note}>
              {pairs.length === rows.length && rows.length > 1 ? "For each of these" : pairs.join(", ")}: {note}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
