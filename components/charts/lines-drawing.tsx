"use client";

import { useState } from "react";
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceDot,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import type { Unit } from "@/lib/contract/unit";
import { format } from "@/lib/format";
import { axis, grid, LineKey, roundTicks, Tip, tickText } from "./chart-parts";
import { placeLabels } from "./mark-labels";

export type DrawnLine = {
  id: string;
  label: string;
  colour: string;
  dash?: string | undefined;
  values: readonly (number | null)[];
  band?: { low: readonly number[]; high: readonly number[] };
};
export type LinesDrawingProps = {
  x: { label: string; values: readonly (number | string)[]; text?: (value: number | string) => string; log?: boolean };
  /** `most`: where the axis ends; lines beyond leave the drawing, and the table has their values. */
  y: { label?: string; unit: Unit; log?: boolean; most?: number };
  lines: readonly DrawnLine[];
  /** Dashed levels to stay under. */
  levels?: readonly { label: string; y: number; colour?: string }[];
  /** Points and positions worth a word. */
  marks?: readonly { label: string; x: number | string; y?: number }[];
};

const rowsOf = ({ x, lines }: LinesDrawingProps) =>
  x.values.map((value, index) => ({
    x: value,
    ...Object.fromEntries(lines.map((line) => [line.id, line.values[index] ?? null])),
    ...Object.fromEntries(
      lines.flatMap(({ id, band }) => (band ? [[`${id}Band`, [band.low[index], band.high[index]]]] : [])),
    ),
  }));

/** Words stay legible where a line passes behind them. */
const halo = { stroke: "var(--page)", strokeWidth: 3, paintOrder: "stroke" } as const;
const margin = { top: 18, right: 28, bottom: 16, left: 4 };
const yAxisWidth = 64;
const xAxisHeight = 30;

/** How far along an axis a value lies, from 0 to 1. */
function along(value: number, [least, most]: readonly [number, number], log: boolean): number {
  const at = log ? Math.log : (each: number) => each;
  return most === least ? 0 : (at(value) - at(least)) / (at(most) - at(least));
}

/** Sides of the labels of marked points, on a drawing of this size; about where Recharts will draw the points. */
function sidesOf({ x, y, lines, marks = [] }: LinesDrawingProps, size: { width: number; height: number }) {
  const points = marks.flatMap((mark) => (mark.y === undefined ? [] : [{ ...mark, y: mark.y }]));
  const width = size.width - yAxisWidth - margin.left - margin.right;
  const height = size.height - margin.top - margin.bottom - xAxisHeight;
  const values = lines.flatMap((line) => line.values.filter((value) => value !== null));
  const ends = [y.log ? Math.min(...values) : 0, y.most ?? Math.max(...values)] as const;
  const spots = points.map(({ label, x: at, y: level }) => ({
    label,
    x:
      width *
      (typeof at === "number"
        ? along(at, [Number(x.values[0]), Number(x.values.at(-1))], x.log === true)
        : x.values.indexOf(at) / Math.max(1, x.values.length - 1)),
    y: height * (1 - along(level, ends, y.log === true)),
  }));
  const placed = placeLabels(spots, width + margin.right, height);
  return new Map(points.map(({ label }, index) => [label, placed[index]]));
}

/** Powers of ten between the ends of an axis. */
function decadesWithin(values: readonly number[]): number[] {
  const first = Math.ceil(Math.log10(values[0] ?? 1) - 1e-9);
  const last = Math.floor(Math.log10(values.at(-1) ?? 1) + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => 10 ** (first + index));
}

export default function LinesDrawing(props: LinesDrawingProps) {
  const { x, y, lines, levels = [], marks = [] } = props;
  const xText = x.text ?? String;
  const [size, setSize] = useState({ width: 600, height: 240 });
  const sides = sidesOf(props, size);
  const numeric = typeof x.values[0] === "number";
  const linear = numeric && !x.log;
  const [least, most] = [Number(x.values[0]), Number(x.values.at(-1))];
  return (
    <div className="flex h-full flex-col gap-2">
      <div className="min-h-0 flex-1">
        <ResponsiveContainer
          width="100%"
          height="100%"
          initialDimension={{ width: 600, height: 240 }}
          onResize={(width, height) => setSize({ width, height })}
        >
          <ComposedChart data={rowsOf(props)} margin={margin} accessibilityLayer>
            <CartesianGrid {...grid} />
            <XAxis
              dataKey="x"
              {...axis}
              {...(numeric && { type: "number" as const, domain: ["dataMin", "dataMax"] as const })}
              {...(linear && { ticks: roundTicks(least, most) })}
              {...(x.log && { scale: "log" as const, ticks: decadesWithin(x.values as readonly number[]) })}
              tickFormatter={xText}
              minTickGap={32}
              label={{ value: x.label, position: "insideBottom", offset: -10, fill: "var(--muted)", fontSize: 11 }}
            />
            <YAxis
              {...axis}
              axisLine={false}
              width={yAxisWidth}
              scale={y.log ? "log" : "linear"}
              domain={y.log ? ["auto", "auto"] : [0, y.most ?? "auto"]}
              allowDataOverflow={y.log === true || y.most !== undefined}
              {...(!y.log && y.most !== undefined && { ticks: roundTicks(0, y.most) })}
              tickFormatter={(value: number) => tickText(value, y.unit)}
            />
            <Tooltip
              isAnimationActive={false}
              cursor={{ stroke: "var(--line-strong)" }}
              content={(tip) => (
                <Tip
                  active={tip.active}
                  label={tip.label}
                  payload={tip.payload.filter(({ dataKey }) => !String(dataKey).endsWith("Band"))}
                  heading={(label) => xText(label as number | string)}
                  text={(value) => format(value, y.unit)}
                />
              )}
            />
            {lines.map(
              ({ id, colour, band }) =>
                band && (
                  <Area
                    key={`${id}Band`}
                    dataKey={`${id}Band`}
                    stroke="none"
                    fill={colour}
                    fillOpacity={0.14}
                    isAnimationActive={false}
                    activeDot={false}
                  />
                ),
            )}
            {lines.map(({ id, label, colour, dash }) => (
              <Line
                key={id}
                dataKey={id}
                name={label}
                stroke={colour}
                strokeWidth={2}
                {...(dash && { strokeDasharray: dash })}
                dot={false}
                isAnimationActive={false}
              />
            ))}
            {levels.map(({ label, y: level, colour = "var(--strong)" }) => (
              <ReferenceLine
                key={label}
                y={level}
                stroke={colour}
                strokeDasharray="4 4"
                ifOverflow={y.most === undefined ? "extendDomain" : "hidden"}
                label={{ value: label, position: "insideBottomLeft", fill: "var(--body)", fontSize: 11 }}
              />
            ))}
            {marks.map(({ label, x: at, y: height }) =>
              height === undefined ? (
                <ReferenceLine
                  key={label}
                  x={at}
                  stroke="var(--line-strong)"
                  label={{ value: label, position: "top", fill: "var(--body)", fontSize: 11 }}
                />
              ) : (
                <ReferenceDot
                  key={label}
                  x={at}
                  y={height}
                  r={5}
                  fill="var(--surface)"
                  stroke="var(--strong)"
                  strokeWidth={2}
                  label={{
                    value: label,
                    ...(sides.get(label) ?? { position: "top" as const }),
                    fill: "var(--strong)",
                    fontSize: 11,
                    ...halo,
                  }}
                />
              ),
            )}
          </ComposedChart>
        </ResponsiveContainer>
      </div>
      {lines.length > 1 && <LineKey lines={lines} />}
    </div>
  );
}
