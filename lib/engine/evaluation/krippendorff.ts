import type { Level, Rating, Ratings } from "./agreement";

/**
 * Krippendorff's α, 1 − observed ÷ expected disagreement; any number of judges, missing ratings, four levels. What each
 * item adds to the coincidences is worked out once, so that items can be drawn again a thousand times.
 */
type Pair = { a: number; b: number; weight: number };
export type Coded = {
  values: (string | number)[];
  /** Of each item: how often each value stands there, where at least two judges rated it. */
  totals: Pair[][];
  /** Of each item: pairs of values, each weighing 1 ÷ (ratings of the item − 1). */
  pairs: Pair[][];
};

const given = (row: readonly Rating[]): (string | number)[] => row.filter((rating) => rating !== null);

export function codedRatings(items: Ratings): Coded {
  const values = [...new Set(items.flatMap(given))].sort((a, b) =>
    typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b)),
  );
  const place = new Map(values.map((value, index) => [value, index]));
  const totals: Pair[][] = [];
  const pairs: Pair[][] = [];
  for (const row of items) {
    const codes = given(row).map((rating) => place.get(rating) ?? 0);
    const counts = new Map<number, number>();
    for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
    const several = codes.length > 1;
    const found = [...counts];
    totals.push(several ? found.map(([a, weight]) => ({ a, b: a, weight })) : []);
    pairs.push(
      several
        ? found.flatMap(([a, m]) =>
            found.flatMap(([b, k]) => {
              const together = a === b ? m * (m - 1) : m * k;
              return together > 0 ? [{ a, b, weight: together / (codes.length - 1) }] : [];
            }),
          )
        : [],
    );
  }
  return { values, totals, pairs };
}

/** Squared distance of two values, which for ranks depends on how often those between them stand. */
function distanceOf(values: readonly (string | number)[], totals: Float64Array, level: Level) {
  if (level === "nominal") return (a: number, b: number) => (a === b ? 0 : 1);
  if (level === "ordinal") {
    const upTo = new Float64Array(totals.length + 1);
    totals.forEach((total, index) => {
      upTo[index + 1] = (upTo[index] ?? 0) + total;
    });
    return (a: number, b: number) => {
      const [low, high] = a < b ? [a, b] : [b, a];
      const between = (upTo[high + 1] ?? 0) - (upTo[low] ?? 0);
      return (between - ((totals[low] ?? 0) + (totals[high] ?? 0)) / 2) ** 2;
    };
  }
  const at = (index: number) => Number(values[index]);
  if (level === "interval") return (a: number, b: number) => (at(a) - at(b)) ** 2;
  return (a: number, b: number) => (at(a) + at(b) === 0 ? 0 : ((at(a) - at(b)) / (at(a) + at(b))) ** 2);
}

/** α of the items named by their places, of all unless said. */
export function alphaOf({ values, totals, pairs }: Coded, level: Level, drawn?: ArrayLike<number>): number {
  const counts = new Float64Array(values.length);
  let all = 0;
  const size = drawn?.length ?? pairs.length;
  const placeAt = (index: number) => drawn?.[index] ?? index;
  for (let index = 0; index < size; index += 1) {
    for (const { a, weight } of totals[placeAt(index)] ?? []) {
      counts[a] = (counts[a] ?? 0) + weight;
      all += weight;
    }
  }
  if (all === 0) return Number.NaN;
  const apart = distanceOf(values, counts, level);
  let observed = 0;
  for (let index = 0; index < size; index += 1) {
    for (const { a, b, weight } of pairs[placeAt(index)] ?? []) if (a !== b) observed += weight * apart(a, b);
  }
  const expected = expectedOf(values, counts, all, level, apart);
  return expected === 0 ? 1 : 1 - observed / expected;
}

function expectedOf(
  values: readonly (string | number)[],
  counts: Float64Array,
  all: number,
  level: Level,
  apart: (a: number, b: number) => number,
): number {
  if (level === "nominal") return (all * all - counts.reduce((sum, count) => sum + count * count, 0)) / (all - 1);
  if (level === "interval") {
    let mean = 0;
    counts.forEach((count, index) => {
      mean += (count * Number(values[index])) / all;
    });
    let spread = 0;
    counts.forEach((count, index) => {
      spread += count * (Number(values[index]) - mean) ** 2;
    });
    return (2 * all * spread) / (all - 1);
  }
  let expected = 0;
  for (let a = 0; a < counts.length; a += 1) {
    const first = counts[a] ?? 0;
    if (first === 0) continue;
    for (let b = a + 1; b < counts.length; b += 1) expected += 2 * first * (counts[b] ?? 0) * apart(a, b);
  }
  return expected / (all - 1);
}

export const krippendorffAlpha = (items: Ratings, level: Level = "nominal"): number =>
  alphaOf(codedRatings(items), level);

/** With more different numbers than this, pairs of all of them a thousand times over would take too long. */
const mostValues = 300;

/** Whether α can be drawn a thousand times in reasonable time. */
export const canBeRedrawn = ({ values }: Coded, level: Level): boolean =>
  level === "nominal" || level === "interval" || values.length <= mostValues;
