"use client";

import { useState } from "react";
import type { PathCost } from "@/lib/contract/result";
import type { PathId } from "@/lib/contract/scenario";
import { format } from "@/lib/format";
import { Figure } from "../figures/figure";
import { considerationNames, pathNames } from "../figures/names";
import { Button } from "../ui/button";
import { DataTable } from "../ui/data-table";

/** Smaller lines are told on demand: together they say little. */
const smallShare = 0.005;

/** Every line of a way's costs, the largest first. */
export function CostLines({ path, cost }: { path: PathId; cost: PathCost }) {
  const rows = cost.lines.map((line, index) => ({ ...line, index })).sort((a, b) => b.totalUsd - a.totalUsd);
  const total = cost.totalUsd.mid;
  const [all, setAll] = useState(false);
  const large = rows.filter(({ totalUsd }) => total <= 0 || totalUsd >= smallShare * total);
  const small = rows.length - large.length;
  const table = (
    <DataTable
      caption={`Cost lines of ${pathNames[path]}`}
      rows={all ? rows : large}
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
  if (small === 0) return table;
  const rest = rows.slice(large.length).reduce((sum, { totalUsd }) => sum + totalUsd, 0);
  return (
    <div className="flex flex-col items-start gap-2">
      <div className="w-full min-w-0">{table}</div>
      <Button size="sm" className="print-hidden" aria-expanded={all} onClick={() => setAll(!all)}>
        {all ? "Show the large lines only" : `Show ${small} smaller lines, ${format(rest, "USD")} together`}
      </Button>
    </div>
  );
}
