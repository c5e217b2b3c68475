"use client";

import type { Unit } from "@/lib/contract/unit";
import { ChartFrame } from "./chart-frame";
import { LinesDrawing } from "./drawings";
import type { DrawnLine, LinesDrawingProps } from "./lines-drawing";

type LinesChartProps = {
  title: string;
  subtitle?: string;
  fileName: string;
  x: { label: string; unit?: string; values: readonly (number | string)[]; text?: (value: number | string) => string };
  y: { label: string; unit: Unit; log?: boolean };
  lines: readonly DrawnLine[];
  marks?: LinesDrawingProps["marks"];
};

/** Lines over a common axis, for whatever is laid over one another. */
export function LinesChart({ title, subtitle, fileName, x, y, lines, marks }: LinesChartProps) {
  const table = {
    columns: [
      { id: "x", label: x.label, ...(x.unit && { unit: x.unit }) },
      ...lines.map(({ id, label }) => ({ id, label, unit: y.unit })),
    ],
    rows: x.values.map((value, index) => ({
      x: value,
      ...Object.fromEntries(lines.map(({ id, values }) => [id, values[index] ?? null])),
    })),
  };
  const [first = ""] = y.label.split(" ");
  const told = subtitle?.toLowerCase().startsWith(first.toLowerCase()) === true;
  const words = [told ? undefined : y.label, subtitle, y.log ? "logarithmic axis" : undefined]
    .filter((each) => each !== undefined)
    .map((each, index) => (index === 0 ? each.charAt(0).toUpperCase() : each.charAt(0).toLowerCase()) + each.slice(1))
    .join("; ");
  return (
    <ChartFrame title={title} subtitle={words} table={table} fileName={fileName} height={320}>
      <LinesDrawing x={x} y={y} lines={lines} {...(marks && { marks })} />
    </ChartFrame>
  );
}
