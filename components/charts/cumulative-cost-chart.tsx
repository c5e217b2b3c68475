"use client";

import type { BreakEven, ScenarioResult } from "@/lib/contract/result";
import type { PathId } from "@/lib/contract/scenario";
import { formatMonth, monthAfter } from "@/lib/format";
import { pathNames } from "../figures/names";
import { ChartFrame } from "./chart-frame";
import { LinesDrawing } from "./drawings";
import { pathColour, pathDash } from "./path-colours";
import { considered, cumulativeTitle } from "./titles";

type Costs = ScenarioResult["cost"];

/** The range of the total widens along the line as its costs mount up. */
function bandOf(cost: NonNullable<Costs[PathId]>) {
  const { low, mid, high } = cost.totalUsd;
  if (mid <= 0 || (low === mid && high === mid)) return undefined;
  return {
    low: cost.cumulativeUsd.map((value) => value * (low / mid)),
    high: cost.cumulativeUsd.map((value) => value * (high / mid)),
  };
}

function tableOf(cost: Costs, paths: readonly PathId[], months: readonly string[]) {
  return {
    columns: [
      { id: "month", label: "Month" },
      ...paths.map((id) => ({ id, label: `${pathNames[id]}, so far`, unit: "USD" })),
    ],
    rows: months.map((month, index) => ({
      month,
      ...Object.fromEntries(paths.map((id) => [id, cost[id]?.cumulativeUsd[index] ?? null])),
    })),
  };
}

type CumulativeCostChartProps = { cost: Costs; breakEven: readonly BreakEven[]; startMonth: string };

export function CumulativeCostChart({ cost, breakEven, startMonth }: CumulativeCostChartProps) {
  const paths = considered(cost);
  const length = paths[0] ? (cost[paths[0]]?.cumulativeUsd.length ?? 0) : 0;
  const months = Array.from({ length }, (_, index) => monthAfter(startMonth, index));
  const lines = paths.flatMap((id) => {
    const path = cost[id];
    if (!path) return [];
    const band = bandOf(path);
    return [
      {
        id,
        label: pathNames[id],
        colour: pathColour[id],
        dash: pathDash[id],
        values: path.cumulativeUsd,
        ...(band && { band }),
      },
    ];
  });
  const marks = breakEven.flatMap(({ from, to, month }) => {
    const y = month === null || month <= 1 ? undefined : cost[to]?.cumulativeUsd[month - 1];
    const x = month === null ? undefined : months[month - 1];
    return y === undefined || x === undefined ? [] : [{ label: `${pathNames[to]} passes ${pathNames[from]}`, x, y }];
  });
  return (
    <ChartFrame
      title={cumulativeTitle(cost, breakEven, startMonth)}
      subtitle="Cost so far, undiscounted; bands are the 10–90 % range"
      table={tableOf(cost, paths, months)}
      fileName="cumulative-cost"
      height={320}
    >
      <LinesDrawing
        x={{ label: "Month of the plan", values: months, text: (month) => formatMonth(String(month)) }}
        y={{ unit: "USD" }}
        lines={lines}
        marks={marks}
      />
    </ChartFrame>
  );
}
