import type { Level, Rating, Ratings } from "./agreement";

/**
 * Krippendorff's α, 1 − observed ÷ expected disagreement; any number of judges, missing ratings, four levels. Items with
 * the same ratings are alike, so that what each kind of them adds is worked out once, and items can be drawn again a
 * thousand times by counting kinds.
 */
type Part = { a: number; b: number; weight: number };
type Kind = {
  /** How often each value stands in an item of this kind. */
  totals: Part[];
  /** Pairs of values, each weighing 1 ÷ (ratings of the item − 1). */
  pairs: Part[];
};
export type Coded = {
  values: (string | number)[];
  kinds: Kind[];
  /** Kind of each item; −1 where fewer than two judges rated it. */
  kindOf: Int32Array;
};

const given = (row: readonly Rating[]): (string | number)[] => row.filter((rating) => rating !== null);

function kindFrom(codes: readonly number[]): Kind {
  const counts = new Map<number, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  const found = [...counts];
  return {
    totals: found.map(([a, weight]) => ({ a, b: a, weight })),
    pairs: found.flatMap(([a, m]) =>
      found.flatMap(([b, k]) => {
        const together = a === b ? m * (m - 1) : m * k;
        return together > 0 ? [{ a, b, weight: together / (codes.length - 1) }] : [];
      }),
    ),
  };
}

export function codedRatings(items: Ratings): Coded {
  const values = [...new Set(items.flatMap(given))].sort((a, b) =>
    typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b)),
  );
  const place = new Map(values.map((value, index) => [value, index]));
  const kinds: Kind[] = [];
  const known = new Map<string, number>();
  const kindOf = Int32Array.from(items, (row) => {
    const codes = given(row).map((rating) => place.get(rating) ?? 0);
    if (codes.length < 2) return -1;
    const key = codes.sort((a, b) => a - b).join(",");
    const found = known.get(key);
    if (found !== undefined) return found;
    known.set(key, kinds.length);
    return kinds.push(kindFrom(codes)) - 1;
  });
  return { values, kinds, kindOf };
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

/** How many items of each kind there are among those named by their places, or among all. */
function countKinds({ kinds, kindOf }: Coded, drawn?: Int32Array): Float64Array {
  const often = new Float64Array(kinds.length);
  const size = drawn ? drawn.length : kindOf.length;
  for (let index = 0; index < size; index += 1) {
    const kind = kindOf[drawn ? (drawn[index] ?? 0) : index] ?? -1;
    if (kind >= 0) often[kind] = (often[kind] ?? 0) + 1;
  }
  return often;
}

/** α of the items named by their places, of all unless said. */
export function alphaOf(coded: Coded, level: Level, drawn?: Int32Array): number {
  const { values, kinds } = coded;
  const often = countKinds(coded, drawn);
  const counts = new Float64Array(values.length);
  let all = 0;
  kinds.forEach(({ totals }, kind) => {
    const items = often[kind] ?? 0;
    if (items === 0) return;
    for (const { a, weight } of totals) {
      counts[a] = (counts[a] ?? 0) + items * weight;
      all += items * weight;
    }
  });
  if (all === 0) return Number.NaN;
  const apart = distanceOf(values, counts, level);
  let observed = 0;
  kinds.forEach(({ pairs }, kind) => {
    const items = often[kind] ?? 0;
    if (items === 0) return;
    for (const { a, b, weight } of pairs) if (a !== b) observed += items * weight * apart(a, b);
  });
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
