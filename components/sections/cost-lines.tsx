"use client";

import type { PathCost } from "@/lib/contract/result";
import type { PathId } from "@/lib/contract/scenario";
import { format } from "@/lib/format";
import { Figure } from "../figures/figure";
import { considerationNames, pathNames } from "../figures/names";
import { DataTable } from "../ui/data-table";

/** Every line of a way's costs, the largest first. */
export function CostLines({ path, cost }: { path: PathId; cost: PathCost }) {
  const rows = cost.lines.map((line, index) => ({ ...line, index })).sort((a, b) => b.totalUsd - a.totalUsd);
  const total = cost.totalUsd.mid;
  return (
    <DataTable
      caption={`Cost lines of ${pathNames[path]}`}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { id: "line", header: "Line", cell: ({ label }) => label },
        {
          id: "part",
          header: "Consideration",
          hideOnPhone: true,
          cell: ({ consideration }) => considerationNames[consideration],
        },
        { id: "kind", header: "Kind", hideOnPhone: true, cell: ({ kind }) => (kind === "oneOff" ? "once" : "running") },
        {
          id: "total",
          header: "Total",
          align: "right",
          cell: ({ totalUsd, index, label }) => (
            <Figure value={totalUsd} unit="USD" path={`cost.${path}.lines.${index}.totalUsd`} label={label} />
          ),
        },
        {
          id: "share",
          header: "Share",
          align: "right",
          cell: ({ totalUsd }) => (total > 0 ? format(totalUsd / total, "share", { digits: 2 }) : "–"),
        },
      ]}
    />
  );
}
