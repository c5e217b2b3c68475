import type { AccuracyPoint } from "@/lib/contract/accuracy";
import { partColour } from "../charts/path-colours";

export type Series = { name: string; points: readonly AccuracyPoint[] };
export type MarkedSeries = Series & { colour: string; mark: Mark };

type Corner = readonly [x: number, y: number];
/** Corners of a mark around its point, in pixels; none for a circle. Groups differ by shape as well as by colour. */
export type Mark = readonly Corner[];

const polygon = (corners: number, size: number, turn = 0): Mark =>
  Array.from({ length: corners }, (_, index) => {
    const angle = ((index + turn) / corners) * 2 * Math.PI - Math.PI / 2;
    return [size * Math.cos(angle), size * Math.sin(angle)];
  });

const cross: Mark = [
  [-1, -4],
  [1, -4],
  [1, -1],
  [4, -1],
  [4, 1],
  [1, 1],
  [1, 4],
  [-1, 4],
  [-1, 1],
  [-4, 1],
  [-4, -1],
  [-1, -1],
];
const turned: Mark = cross.map(([x, y]) => [(x - y) * Math.SQRT1_2, (x + y) * Math.SQRT1_2]);

const marks: readonly Mark[] = [
  [],
  polygon(3, 3.9),
  polygon(4, 3.7, 0.5),
  polygon(4, 3.9),
  polygon(3, 3.9, 1.5),
  cross,
  turned,
];
const circleRadius = 2.8;
const colourOfRest = "#7a7a7a";

/** More groups than marks: those of most rows keep their own, the others share a grey circle. */
export function markedSeries(series: readonly Series[]): MarkedSeries[] {
  const room = series.length > marks.length ? marks.length - 1 : marks.length;
  const own = series
    .slice(0, room)
    .map((each, index) => ({ ...each, colour: partColour(index), mark: marks[index] ?? [] }));
  const rest = series.slice(room);
  if (rest.length === 0) return own;
  const points = rest.flatMap((each) => each.points);
  return [...own, { name: `${rest.length} other groups`, points, colour: colourOfRest, mark: [] }];
}

export function outline(mark: Mark, x: number, y: number): string {
  if (mark.length === 0) {
    const r = circleRadius;
    return `M${(x - r).toFixed(1)} ${y.toFixed(1)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
  }
  return `M${mark.map(([dx, dy]) => `${(x + dx).toFixed(1)} ${(y + dy).toFixed(1)}`).join("L")}Z`;
}
