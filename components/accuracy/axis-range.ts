/** One logarithmic range for both axes, so that the line of equal values runs from corner to corner. */
export type AxisRange = { low: number; high: number; ticks: number[] };

const margin = 1.15;

export function axisRange(values: readonly number[]): AxisRange {
  const known = values.filter((value) => value > 0 && Number.isFinite(value));
  if (known.length === 0) return { low: 1, high: 10, ticks: [1, 10] };
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  for (const value of known) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  const low = least / margin;
  const high = most * margin;
  const decades = Math.log10(high / low);
  const steps = decades > 3 ? [1] : decades > 0.8 ? [1, 2, 5] : [1, 1.5, 2, 3, 4, 5, 6, 7, 8, 9];
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(low)); 10 ** power <= high; power += 1) {
    for (const step of steps) {
      const tick = Number((step * 10 ** power).toPrecision(3));
      if (tick >= low && tick <= high) ticks.push(tick);
    }
  }
  return { low, high, ticks };
}
