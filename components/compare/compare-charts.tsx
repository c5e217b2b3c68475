"use client";

import { format } from "@/lib/format";
import { LinesChart } from "../charts/lines-chart";
import { partColour } from "../charts/path-colours";
import { pathNames } from "../figures/names";
import type { Selection } from "./compare-view";
import { pathOf } from "./rows";
import type { Column } from "./use-columns";

const dashes = [undefined, "8 3", "2 3", "10 3 2 3", "4 4", "1 3"];

function linesOf(columns: readonly Column[], { choice }: Selection) {
  return columns.flatMap(({ id, name, result }, index) => {
    const path = result && pathOf(result, choice);
    const cost = path && result.cost[path];
    if (!cost) return [];
    const label = `${name} (${pathNames[path]})`;
    return [{ id, label, colour: partColour(index), dash: dashes[index % dashes.length], cost }];
  });
}

const cheapestOf = (lines: ReturnType<typeof linesOf>) =>
  [...lines].sort((a, b) => (a.cost.cumulativeUsd.at(-1) ?? 0) - (b.cost.cumulativeUsd.at(-1) ?? 0))[0];

const lastOf = ({ cost }: ReturnType<typeof linesOf>[number]): number => cost.monthlyUsd.at(-1) ?? 0;

/** Costs over one another, month by month of each plan. */
export function CompareCharts({ selection, columns }: { selection: Selection; columns: readonly Column[] }) {
  const lines = linesOf(columns, selection);
  const longest = Math.max(0, ...lines.map(({ cost }) => cost.monthlyUsd.length));
  if (lines.length === 0 || longest === 0) return null;
  const months = Array.from({ length: longest }, (_, index) => index + 1);
  const x = { label: "Month of the plan", values: months };
  const cheapest = cheapestOf(lines);
  const lowest = [...lines].sort((a, b) => lastOf(a) - lastOf(b))[0];
  return (
    <div className="grid gap-8 lg:grid-cols-2">
      <LinesChart
        title={cheapest ? `${cheapest.label} has cost least by the end of its plan` : "Cost so far"}
        fileName="compared-cumulative"
        x={x}
        y={{ label: "cost so far", unit: "USD" }}
        lines={lines.map(({ cost, ...line }) => ({ ...line, values: cost.cumulativeUsd }))}
      />
      <LinesChart
        title={
          lowest ? `${lowest.label} costs least in its last month: ${format(lastOf(lowest), "USD")}` : "Cost of a month"
        }
        fileName="compared-monthly"
        x={x}
        y={{ label: "cost of the month", unit: "USD" }}
        lines={lines.map(({ cost, ...line }) => ({ ...line, values: cost.monthlyUsd }))}
      />
    </div>
  );
}
