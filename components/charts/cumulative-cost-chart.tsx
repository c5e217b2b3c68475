"use client";

import type { BreakEven, ScenarioResult, UncertaintyResult } from "@/lib/contract/result";
import type { PathId } from "@/lib/contract/scenario";
import { format, formatMonth, monthAfter } from "@/lib/format";
import { pathNames } from "../figures/names";
import { ChartFrame } from "./chart-frame";
import { LinesDrawing } from "./drawings";
import { pathColour, pathDash } from "./path-colours";
import { considered, cumulativeTitle } from "./titles";

type Costs = ScenarioResult["cost"];

type Bands = UncertaintyResult["cumulativeUsd"][PathId];

/** From the draws; in results kept before there were any, the range of the total, wider as costs mount up. */
function bandOf(cost: NonNullable<Costs[PathId]>, bands: Bands | undefined) {
  if (bands) return { low: bands.p10, high: bands.p90 };
  const { low, mid, high } = cost.totalUsd;
  if (mid <= 0 || (low === mid && high === mid)) return undefined;
  return {
    low: cost.cumulativeUsd.map((value) => value * (low / mid)),
    high: cost.cumulativeUsd.map((value) => value * (high / mid)),
  };
}

function tableOf(
  cost: Costs,
  uncertainty: UncertaintyResult | undefined,
  paths: readonly PathId[],
  months: readonly string[],
) {
  const columns = paths.flatMap((id) => {
    const bands = uncertainty?.cumulativeUsd[id];
    const values = [{ id, label: `${pathNames[id]}, so far`, values: cost[id]?.cumulativeUsd }];
    if (!bands) return values;
    return [
      ...values,
      { id: `${id}Low`, label: `${pathNames[id]}, 1 in 10 is below`, values: bands.p10 },
      { id: `${id}High`, label: `${pathNames[id]}, 1 in 10 is above`, values: bands.p90 },
    ];
  });
  return {
    columns: [{ id: "month", label: "Month" }, ...columns.map(({ id, label }) => ({ id, label, unit: "USD" }))],
    rows: months.map((month, index) => ({
      month,
      ...Object.fromEntries(columns.map(({ id, values }) => [id, values?.[index] ?? null])),
    })),
  };
}

/** A way that costs many times as much as the others would press their lines together: it leaves the drawing. */
const farAbove = 3;

function cutOf(lines: readonly { label: string; values: readonly number[]; band?: { high: readonly number[] } }[]) {
  const ends = lines
    .map(({ label, values, band }) => ({
      label,
      total: values.at(-1) ?? 0,
      reach: Math.max(...values, ...(band?.high ?? [])),
    }))
    .sort((a, b) => a.total - b.total);
  const first = ends.findIndex(({ total }, index) => index > 0 && total > farAbove * (ends[index - 1]?.reach ?? total));
  if (first < 1) return undefined;
  const above = ends.slice(first).map(({ label, total }) => `${label} (${format(total, "USD")} in the end)`);
  return {
    most: 1.1 * Math.max(...ends.slice(0, first).map(({ reach }) => reach)),
    words: `${above.join(" and ")} ${above.length === 1 ? "leaves" : "leave"} the drawing`,
  };
}

type CumulativeCostChartProps = {
  cost: Costs;
  breakEven: readonly BreakEven[];
  startMonth: string;
  uncertainty: UncertaintyResult | undefined;
  /** Ways that may not be chosen, whatever they cost. */
  barred: readonly PathId[];
};

export function CumulativeCostChart({ cost, breakEven, startMonth, uncertainty, barred }: CumulativeCostChartProps) {
  const paths = considered(cost);
  const length = paths[0] ? (cost[paths[0]]?.cumulativeUsd.length ?? 0) : 0;
  const months = Array.from({ length }, (_, index) => monthAfter(startMonth, index));
  const lines = paths.flatMap((id) => {
    const path = cost[id];
    if (!path) return [];
    const band = bandOf(path, uncertainty?.cumulativeUsd[id]);
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
  const cut = cutOf(lines);
  return (
    <ChartFrame
      title={cumulativeTitle(cost, breakEven, startMonth, barred)}
      subtitle={[
        "Cost so far, undiscounted",
        "8 of 10 draws of the uncertain inputs lie in the bands",
        ...(cut ? [cut.words] : []),
      ].join("; ")}
      table={tableOf(cost, uncertainty, paths, months)}
      fileName="cumulative-cost"
      height={320}
    >
      <LinesDrawing
        x={{ label: "Month of the plan", values: months, text: (month) => formatMonth(String(month)) }}
        y={{ unit: "USD", ...(cut && { most: cut.most }) }}
        lines={lines}
        marks={marks.filter(({ y }) => !cut || y < cut.most)}
      />
    </ChartFrame>
  );
}
