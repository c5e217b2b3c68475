"use client";

import { Bar, BarChart, CartesianGrid, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import type { Unit } from "@/lib/contract/unit";
import { format } from "@/lib/format";
import { axis, PartKey, roundTicks, Tip } from "./chart-parts";

export type TornadoDrawingProps = {
  unit: Unit;
  /** What it is with everything as planned. */
  planned: number;
  bars: readonly { label: string; low: number; high: number }[];
};

/** Free at either end, as a share of the widest range. */
const margin = 0.04;

/** Both ends of an input lie on one line. */
const barSize = 20;

const lowColour = "var(--path-api)";
const highColour = "var(--path-self-hosted)";

/** For each input, how far the value goes from the plan with the input at either end of its range. */
export default function TornadoDrawing({ unit, planned, bars }: TornadoDrawingProps) {
  const rows = bars.map(({ label, low, high }) => ({ label, low: [planned, low], high: [planned, high] }));
  const ends = bars.flatMap(({ low, high }) => [low, high]);
  const [least, most] = [Math.min(planned, ...ends), Math.max(planned, ...ends)];
  const room = margin * (most - least);
  return (
    <div className="flex h-full flex-col gap-2">
      <div className="min-h-0 flex-1">
        <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 600, height: 240 }}>
          <BarChart
            data={rows}
            layout="vertical"
            barSize={barSize}
            barGap={-barSize}
            margin={{ top: 8, right: 24, bottom: 4, left: 4 }}
            accessibilityLayer
          >
            <CartesianGrid stroke="var(--line)" horizontal={false} />
            <XAxis
              type="number"
              {...axis}
              domain={[least - room, most + room]}
              ticks={roundTicks(least - room, most + room)}
              tickFormatter={(value: number) => format(value, unit)}
            />
            <YAxis type="category" dataKey="label" {...axis} axisLine={false} width={120} />
            <Tooltip
              isAnimationActive={false}
              cursor={{ fill: "var(--sunken)" }}
              content={(tip) => (
                <Tip
                  active={tip.active}
                  label={tip.label}
                  payload={tip.payload?.map((each) => ({
                    ...each,
                    value: Array.isArray(each.value) ? each.value[1] : each.value,
                  }))}
                  heading={String}
                  text={(value) => format(value, unit)}
                />
              )}
            />
            <ReferenceLine x={planned} stroke="var(--line-strong)" />
            <Bar dataKey="low" name="Input at its lower tenth" fill={lowColour} isAnimationActive={false} />
            <Bar dataKey="high" name="Input at its upper tenth" fill={highColour} isAnimationActive={false} />
          </BarChart>
        </ResponsiveContainer>
      </div>
      <PartKey
        parts={[
          { label: "Input at its lower tenth", colour: lowColour },
          { label: "Input at its upper tenth", colour: highColour },
        ]}
      />
    </div>
  );
}
