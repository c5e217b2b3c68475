"use client";

import type { ScenarioResult } from "@/lib/contract/result";
import { pathIds } from "@/lib/contract/scenario";
import { compact } from "@/lib/format";
import { pathNames } from "../figures/names";
import { ChartFrame } from "./chart-frame";
import { LinesDrawing } from "./drawings";
import { pathColour, pathDash } from "./path-colours";
import { volumeTitle } from "./titles";

type VolumeCostChartProps = {
  finance: ScenarioResult["finance"];
  requestsPerDay: number;
  horizonMonths: number;
};

/** Totals at other volumes: where the lines cross, the answer changes. */
export function VolumeCostChart({ finance, requestsPerDay, horizonMonths }: VolumeCostChartProps) {
  const { byVolume, breakEven } = finance;
  if (!byVolume) return null;
  const paths = pathIds.filter((id) => byVolume.totalUsd[id]);
  const from = byVolume.requestsPerDay[0] ?? 0;
  const to = byVolume.requestsPerDay.at(-1) ?? 0;
  const marks = breakEven.flatMap((each) =>
    each.requestsPerDay
      .slice(0, 1)
      .filter((at) => at > from && at < to)
      .flatMap((at) => {
        const y = valueAt(byVolume.requestsPerDay, byVolume.totalUsd[each.to] ?? [], at);
        return y > 0 ? [{ label: `${pathNames[each.from]} = ${pathNames[each.to]}`, x: at, y }] : [];
      }),
  );
  const table = {
    columns: [
      { id: "x", label: "Requests a day at launch" },
      ...paths.map((id) => ({ id, label: pathNames[id], unit: "USD" as const })),
    ],
    rows: byVolume.requestsPerDay.map((x, index) => ({
      x: Number(x.toPrecision(3)),
      ...Object.fromEntries(paths.map((id) => [id, byVolume.totalUsd[id]?.[index] ?? null])),
    })),
  };
  return (
    <ChartFrame
      title={volumeTitle(finance, requestsPerDay)}
      subtitle={`Total over ${horizonMonths} months against volume, everything else as planned; both axes logarithmic`}
      table={table}
      fileName="cost-by-volume"
      height={320}
    >
      <LinesDrawing
        x={{
          label: "Requests a day at launch",
          values: byVolume.requestsPerDay,
          text: (value) => compact(Number(value)),
          log: true,
        }}
        y={{ unit: "USD", log: true }}
        lines={paths.map((id) => ({
          id,
          label: pathNames[id],
          colour: pathColour[id],
          dash: pathDash[id],
          values: (byVolume.totalUsd[id] ?? []).map((usd) => (usd > 0 ? usd : null)),
        }))}
        marks={[{ label: "This plan", x: requestsPerDay }, ...marks]}
      />
    </ChartFrame>
  );
}

/** Between two points by straight line on both logarithmic axes. */
function valueAt(xs: readonly number[], ys: readonly number[], x: number): number {
  const after = xs.findIndex((each) => each >= x);
  const [x0, x1] = [xs[after - 1] ?? 0, xs[after] ?? 0];
  const [y0, y1] = [ys[after - 1] ?? 0, ys[after] ?? 0];
  if (y0 <= 0 || y1 <= 0) return 0;
  return y0 * (y1 / y0) ** (Math.log(x / x0) / Math.log(x1 / x0));
}
