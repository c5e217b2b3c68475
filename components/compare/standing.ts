import type { NumberRow, Reading } from "./rows";

/** Places of the best readings of a row; none where the row has no good end, or all who can be ranked are level. */
export function bestOf(better: NumberRow["better"], readings: readonly (Reading | null)[]): ReadonlySet<number> {
  const values = readings.flatMap((reading, index) => (reading ? [{ value: reading.value, index }] : []));
  if (better === null || values.length < 2) return new Set();
  const all = values.map(({ value }) => value);
  const [least, most] = [Math.min(...all), Math.max(...all)];
  if (least === most) return new Set();
  const best = better === "lower" ? least : most;
  return new Set(values.filter(({ value }) => value === best).map(({ index }) => index));
}

export type Difference = { absolute: number; share: number | null };

/** How far a value stands from the baseline's; the share is missing where the baseline is nothing. */
export function differenceFrom(baseline: Reading | null | undefined, reading: Reading | null): Difference | null {
  if (!baseline || !reading) return null;
  const absolute = reading.value - baseline.value;
  return { absolute, share: baseline.value === 0 ? null : absolute / Math.abs(baseline.value) };
}
