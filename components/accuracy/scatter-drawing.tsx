"use client";

import { useMemo, useState } from "react";
import { CartesianGrid, ResponsiveContainer, ScatterChart, XAxis, YAxis } from "recharts";
import type { AccuracyPoint } from "@/lib/contract/accuracy";
import { compact } from "@/lib/format";
import { axis, grid } from "../charts/chart-parts";
import { axisRange } from "./axis-range";
import { type MarkedSeries, outline } from "./marks";
import { Guide, Picker, Points } from "./scatter-layers";
import { amount, signedError } from "./words";

export type ScatterDrawingProps = { series: readonly MarkedSeries[]; unit: string; chosen: string };

const label = (value: string) => ({ value, fill: "var(--muted)", fontSize: 11 });

function Key({ series }: { series: readonly MarkedSeries[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 pl-2">
      {series.map(({ name, colour, mark, points }) => (
        <li key={name} className="flex min-w-0 items-center gap-1.5">
          <svg width="12" height="12" viewBox="-6 -6 12 12" aria-hidden="true" className="shrink-0">
            <path d={outline(mark, 0, 0)} fill={colour} />
          </svg>
          <span className="max-w-60 truncate">{name}</span>
          <span className="text-muted">{points.length.toLocaleString("en-US")}</span>
        </li>
      ))}
    </ul>
  );
}

function Reading({ point, unit }: { point: AccuracyPoint | undefined; unit: string }) {
  if (!point) return <>Point at a mark, or step through them with the arrow keys, to read it.</>;
  const [measured, predicted, text] = point;
  return (
    <>
      <span className="font-medium text-strong">
        measured {amount(measured)}, predicted {amount(predicted)} {unit} ({signedError(measured, predicted)})
      </span>
      : {text}
    </>
  );
}

const steps: Record<string, number> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 25,
  PageDown: -25,
};

export default function ScatterDrawing({ series, unit, chosen }: ScatterDrawingProps) {
  const points = useMemo(() => series.flatMap((each) => each.points).sort(([a], [b]) => a - b), [series]);
  const range = useMemo(() => axisRange([...points.map(([x]) => x), ...points.map(([, y]) => y)]), [points]);
  const [active, setActive] = useState<number | null>(null);
  const scale = {
    type: "number",
    scale: "log",
    domain: [range.low, range.high] as [number, number],
    ticks: range.ticks,
    allowDataOverflow: true,
    tickFormatter: (value: number) => compact(value),
  } as const;
  return (
    <div className="flex h-full flex-col gap-2">
      <section
        className="min-h-0 flex-1"
        aria-label="Predicted against measured, both axes logarithmic. Arrow keys step from point to point."
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the points are read out by keyboard here
        tabIndex={0}
        onKeyDown={(event) => {
          const step = steps[event.key];
          if (step === undefined) return;
          event.preventDefault();
          const from = active ?? (step > 0 ? -1 : points.length);
          setActive(Math.max(0, Math.min(points.length - 1, from + step)));
        }}
        onBlur={() => setActive(null)}
      >
        <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 600, height: 400 }}>
          <ScatterChart margin={{ top: 8, right: 16, bottom: 18, left: 8 }} accessibilityLayer={false}>
            <CartesianGrid {...grid} vertical />
            <XAxis
              dataKey="measured"
              {...axis}
              {...scale}
              minTickGap={24}
              label={{ ...label(`measured, ${unit}`), position: "insideBottom", offset: -12 }}
            />
            <YAxis
              dataKey="predicted"
              {...axis}
              {...scale}
              width={60}
              label={{
                ...label(`predicted, ${unit}`),
                position: "insideLeft",
                angle: -90,
                style: { textAnchor: "middle" },
              }}
            />
            <Guide range={range} what="band" />
            <Points series={series} chosen={chosen} />
            <Guide range={range} what="line" />
            <Picker points={points} active={active} onPick={setActive} />
          </ScatterChart>
        </ResponsiveContainer>
      </section>
      <p role="status" className="print-hidden min-h-8 pl-2 text-muted">
        <Reading point={active === null ? undefined : points[active]} unit={unit} />
      </p>
      <Key series={series} />
    </div>
  );
}
