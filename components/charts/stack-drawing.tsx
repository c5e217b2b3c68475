"use client";

import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import type { Unit } from "@/lib/contract/unit";
import { format } from "@/lib/format";
import { axis, grid, PartKey, Tip, tickText } from "./chart-parts";

export type StackDrawingProps = {
  x: { values: readonly string[]; text: (value: string) => string };
  unit: Unit;
  parts: readonly { id: string; label: string; colour: string; values: readonly number[] }[];
};

/** Bars of parts on top of one another. */
export default function StackDrawing({ x, unit, parts }: StackDrawingProps) {
  const rows = x.values.map((value, index) => ({
    x: value,
    ...Object.fromEntries(parts.map(({ id, values }) => [id, values[index] ?? 0])),
  }));
  return (
    <div className="flex h-full flex-col gap-2">
      <div className="min-h-0 flex-1">
        <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 600, height: 240 }}>
          <BarChart
            data={rows}
            margin={{ top: 8, right: 8, bottom: 4, left: 4 }}
            barCategoryGap="15%"
            accessibilityLayer
          >
            <CartesianGrid {...grid} />
            <XAxis dataKey="x" {...axis} tickFormatter={x.text} minTickGap={32} />
            <YAxis {...axis} axisLine={false} width={64} tickFormatter={(value: number) => tickText(value, unit)} />
            <Tooltip
              isAnimationActive={false}
              cursor={{ fill: "var(--sunken)" }}
              content={(tip) => (
                <Tip
                  active={tip.active}
                  label={tip.label}
                  payload={tip.payload}
                  heading={(label) => x.text(String(label))}
                  text={(value) => format(value, unit)}
                />
              )}
            />
            {parts.map(({ id, label, colour }) => (
              <Bar
                key={id}
                dataKey={id}
                name={label}
                stackId="all"
                fill={colour}
                stroke="var(--surface)"
                strokeWidth={0.5}
                isAnimationActive={false}
              />
            ))}
          </BarChart>
        </ResponsiveContainer>
      </div>
      <PartKey parts={parts} />
    </div>
  );
}
