"use client";

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
import { axis, grid, LineKey, Tip } from "./chart-parts";

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

/** Powers of ten between the ends of an axis. */
function decadesWithin(values: readonly number[]): number[] {
  const first = Math.ceil(Math.log10(values[0] ?? 1) - 1e-9);
  const last = Math.floor(Math.log10(values.at(-1) ?? 1) + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => 10 ** (first + index));
}

export default function LinesDrawing(props: LinesDrawingProps) {
  const { x, y, lines, levels = [], marks = [] } = props;
  const xText = x.text ?? String;
  const numeric = typeof x.values[0] === "number";
  return (
    <div className="flex h-full flex-col gap-2">
      <div className="min-h-0 flex-1">
        <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 600, height: 240 }}>
          <ComposedChart data={rowsOf(props)} margin={{ top: 18, right: 16, bottom: 16, left: 4 }} accessibilityLayer>
            <CartesianGrid {...grid} />
            <XAxis
              dataKey="x"
              {...axis}
              {...(numeric && { type: "number" as const, domain: ["dataMin", "dataMax"] as const })}
              {...(x.log && { scale: "log" as const, ticks: decadesWithin(x.values as readonly number[]) })}
              tickFormatter={xText}
              minTickGap={32}
              label={{ value: x.label, position: "insideBottom", offset: -10, fill: "var(--muted)", fontSize: 11 }}
            />
            <YAxis
              {...axis}
              axisLine={false}
              width={64}
              scale={y.log ? "log" : "linear"}
              domain={y.log ? ["auto", "auto"] : [0, y.most ?? "auto"]}
              allowDataOverflow={y.log === true || y.most !== undefined}
              tickFormatter={(value: number) => format(value, y.unit)}
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
                  label={{ value: label, position: "top", fill: "var(--strong)", fontSize: 11 }}
                />
              ),
            )}
          </ComposedChart>
        </ResponsiveContainer>
      </div>
      <LineKey lines={lines} />
    </div>
  );
}
