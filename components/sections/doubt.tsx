"use client";

import type { UncertaintyResult } from "@/lib/contract/result";
import type { PathId } from "@/lib/contract/scenario";
import { format } from "@/lib/format";
import { CheapestShareChart } from "../charts/cheapest-share-chart";
import { TornadoChart } from "../charts/tornado-chart";
import { DataTable } from "../ui/data-table";
import { Group } from "./group";

type DoubtProps = { uncertainty: UncertaintyResult; path: PathId; plannedUsd: number; startMonth: string };

const change = (factor: number): string =>
  factor === 1
    ? "as planned"
    : `${format(Math.abs(factor - 1), "share", { digits: 2 })} ${factor < 1 ? "lower" : "higher"}`;

/** What is not exactly known, and what that leaves of the answer. */
export function Doubt({ uncertainty, path, plannedUsd, startMonth }: DoubtProps) {
  return (
    <Group
      title="How sure is it?"
      lead={`Each way was worked out ${format(uncertainty.draws, "1")} times, with inputs drawn from the ranges below.`}
    >
      <CheapestShareChart uncertainty={uncertainty} startMonth={startMonth} />
      <TornadoChart uncertainty={uncertainty} path={path} plannedUsd={plannedUsd} />
      <DataTable
        caption="Ranges of the uncertain inputs"
        rows={uncertainty.inputs}
        rowKey={({ path: input }) => input}
        columns={[
          { id: "label", header: "Input", cell: ({ label }) => label },
          { id: "low", header: "1 in 10 is below", align: "right", cell: ({ low }) => change(low) },
          { id: "high", header: "1 in 10 is above", align: "right", cell: ({ high }) => change(high) },
          { id: "note", header: "Where from", cell: ({ note }) => note },
        ]}
      />
    </Group>
  );
}
