"use client";

import { memo, useMemo } from "react";
import { usePlotArea, useXAxisScale, useYAxisScale } from "recharts";
import type { AccuracyPoint } from "@/lib/contract/accuracy";
import type { AxisRange } from "./axis-range";
import { type MarkedSeries, outline } from "./marks";

/** What is drawn inside the axes. Each group is one path, so that thousands of points stay light. */

type Place = { x: number; y: number };

function usePlace(): ((measured: number, predicted: number) => Place) | null {
  const xScale = useXAxisScale();
  const yScale = useYAxisScale();
  return useMemo(() => {
    if (!xScale || !yScale) return null;
    return (measured, predicted) => ({ x: xScale(measured) ?? 0, y: yScale(predicted) ?? 0 });
  }, [xScale, yScale]);
}

const line = (points: readonly Place[]): string => `M${points.map(({ x, y }) => `${x} ${y}`).join("L")}`;

/** Below the points the band of 20 % to either side, above them the line of equal values. */
export function Guide({ range: { low, high }, what }: { range: AxisRange; what: "band" | "line" }) {
  const place = usePlace();
  const area = usePlotArea();
  if (!place || !area) return null;
  const from = low / 2;
  const to = high * 2;
  // Beyond the axes a scale may stop: the corners are placed by the slope, which is one decade for one decade.
  const origin = place(low, low);
  const end = place(high, high);
  const decades = Math.log10(high / low);
  const at = (measured: number, predicted: number): Place => ({
    x: origin.x + ((end.x - origin.x) * Math.log10(measured / low)) / decades,
    y: origin.y + ((end.y - origin.y) * Math.log10(predicted / low)) / decades,
  });
  const id = `accuracy-${what}`;
  const band = [at(from, from * 0.8), at(to, to * 0.8), at(to, to * 1.2), at(from, from * 1.2)];
  return (
    <g clipPath={`url(#${id})`}>
      <clipPath id={id}>
        <rect x={area.x} y={area.y} width={area.width} height={area.height} />
      </clipPath>
      {what === "band" ? (
        <path d={`${line(band)}Z`} fill="var(--muted)" fillOpacity={0.22} />
      ) : (
        <path d={line([at(from, from), at(to, to)])} stroke="var(--strong)" strokeDasharray="5 4" fill="none" />
      )}
    </g>
  );
}

type PointsProps = { series: readonly MarkedSeries[]; chosen: string };

function PointLayer({ series, chosen }: PointsProps) {
  const place = usePlace();
  const paths = useMemo(
    () =>
      place &&
      series.map(({ name, colour, mark, points }) => ({
        name,
        colour,
        d: points
          .map(([measured, predicted]) => {
            const { x, y } = place(measured, predicted);
            return outline(mark, x, y);
          })
          .join(""),
      })),
    [place, series],
  );
  const faded = (name: string) => chosen !== "" && series.some((each) => each.name === chosen) && name !== chosen;
  return (
    <g>
      {paths?.map(({ name, colour, d }) => (
        <path
          key={name}
          d={d}
          fill={colour}
          fillOpacity={0.4}
          stroke={colour}
          strokeWidth={0.7}
          opacity={faded(name) ? 0.12 : 1}
        />
      ))}
    </g>
  );
}
export const Points = memo(PointLayer);

type PickerProps = {
  points: readonly AccuracyPoint[];
  active: number | null;
  onPick: (index: number | null) => void;
};

const reach = 24;

/** Finds the point nearest to the pointer, and rings the one that is read out. */
export function Picker({ points, active, onPick }: PickerProps) {
  const place = usePlace();
  const area = usePlotArea();
  const places = useMemo(() => (place ? points.map(([x, y]) => place(x, y)) : []), [place, points]);
  if (!area) return null;
  const nearest = (x: number, y: number): number | null => {
    let best = { index: -1, distance: reach };
    for (const [index, at] of places.entries()) {
      const distance = Math.hypot(at.x - x, at.y - y);
      if (distance < best.distance) best = { index, distance };
    }
    return best.index < 0 ? null : best.index;
  };
  const ring = active === null ? undefined : places[active];
  return (
    <g>
      {ring && <circle cx={ring.x} cy={ring.y} r={7} fill="none" stroke="var(--strong)" strokeWidth={2} />}
      {/* By keyboard, the arrow keys of the figure do the same. */}
      <rect
        x={area.x}
        y={area.y}
        width={area.width}
        height={area.height}
        fill="transparent"
        onPointerMove={({ clientX, clientY, currentTarget }) => {
          const box = currentTarget.getBoundingClientRect();
          onPick(nearest(area.x + clientX - box.x, area.y + clientY - box.y));
        }}
        onPointerLeave={() => onPick(null)}
      />
    </g>
  );
}
