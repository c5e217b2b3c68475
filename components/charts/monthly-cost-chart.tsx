"use client";

import type { PathCost } from "@/lib/contract/result";
import type { PathId } from "@/lib/contract/scenario";
import { formatMonth, monthAfter } from "@/lib/format";
import { ChartFrame } from "./chart-frame";
import { StackDrawing } from "./drawings";
import { partColour } from "./path-colours";
import { monthlyTitle } from "./titles";

const mostParts = 7;

/** The largest lines by name, the rest in one: more colours than these cannot be told apart. */
function partsOf(cost: PathCost) {
  const lines = cost.lines.filter(({ totalUsd }) => totalUsd > 0).sort((a, b) => b.totalUsd - a.totalUsd);
  const named = lines.length > mostParts + 1 ? lines.slice(0, mostParts) : lines;
  const rest = lines.slice(named.length);
  const parts = named.map(({ id, label, monthlyUsd }) => ({ id, label, values: monthlyUsd }));
  if (rest.length > 0) {
    const values = cost.monthlyUsd.map((_, month) =>
      rest.reduce((sum, { monthlyUsd }) => sum + (monthlyUsd[month] ?? 0), 0),
    );
    parts.push({ id: "rest", label: `${rest.length} smaller lines`, values });
  }
  return parts.map((part, index) => ({ ...part, colour: partColour(index) }));
}

export function MonthlyCostChart({ path, cost, startMonth }: { path: PathId; cost: PathCost; startMonth: string }) {
  const months = cost.monthlyUsd.map((_, index) => monthAfter(startMonth, index));
  const parts = partsOf(cost);
  const table = {
    columns: [
      { id: "month", label: "Month" },
      ...cost.lines.map(({ id, label }) => ({ id, label, unit: "USD" })),
      { id: "total", label: "Total", unit: "USD" },
    ],
    rows: months.map((month, index) => ({
      month,
      ...Object.fromEntries(cost.lines.map(({ id, monthlyUsd }) => [id, monthlyUsd[index] ?? null])),
      total: cost.monthlyUsd[index] ?? null,
    })),
  };
  return (
    <ChartFrame
      title={monthlyTitle(path, cost)}
      subtitle="Cost of each month by line; one-off costs stand in the first month"
      table={table}
      fileName={`monthly-cost-${path}`}
      height={340}
    >
      <StackDrawing x={{ values: months, text: formatMonth }} unit="USD" parts={parts} />
    </ChartFrame>
  );
}
