import { randomFrom } from "../random";

/**
 * Agreement of judges beyond chance. A rating is a category or a number; null where a judge gave none. Items stand in
 * rows, their ratings in columns.
 */
export type Rating = string | number | null;
export type Ratings = readonly (readonly Rating[])[];
export type Level = "nominal" | "ordinal" | "interval" | "ratio";

const given = (row: readonly Rating[]): (string | number)[] => row.filter((rating) => rating !== null);

/** Share of pairs of judges that agree, over all pairs on the same item. */
export function percentAgreement(items: Ratings): number {
  let pairs = 0;
  let alike = 0;
  for (const row of items) {
    const ratings = given(row);
    ratings.forEach((one, index) => {
      for (const other of ratings.slice(index + 1)) {
        pairs += 1;
        if (one === other) alike += 1;
      }
    });
  }
  return pairs === 0 ? Number.NaN : alike / pairs;
}

/** Cohen (1960), two judges; items that either left out do not count. 1 where both give one category throughout. */
export function cohenKappa(items: Ratings): number {
  const both = items.filter((row) => row[0] !== null && row[1] !== null) as [string | number, string | number][];
  const n = both.length;
  if (n === 0) return Number.NaN;
  const first = new Map<string | number, number>();
  const second = new Map<string | number, number>();
  let alike = 0;
  for (const [one, other] of both) {
    first.set(one, (first.get(one) ?? 0) + 1);
    second.set(other, (second.get(other) ?? 0) + 1);
    if (one === other) alike += 1;
  }
  let byChance = 0;
  for (const [category, count] of first) byChance += (count * (second.get(category) ?? 0)) / (n * n);
  return byChance === 1 ? 1 : (alike / n - byChance) / (1 - byChance);
}

/** Fleiss (1971): counts of each category for each item, as many judges on every item. */
export function fleissKappaOfCounts(counts: readonly (readonly number[])[]): number {
  const judges = counts[0]?.reduce((sum, count) => sum + count, 0) ?? 0;
  const items = counts.length;
  const shares: number[] = [];
  let observed = 0;
  for (const row of counts) {
    let squares = 0;
    row.forEach((count, category) => {
      shares[category] = (shares[category] ?? 0) + count / (items * judges);
      squares += count * count;
    });
    observed += (squares - judges) / (judges * (judges - 1)) / items;
  }
  const byChance = shares.reduce((sum, share) => sum + share * share, 0);
  return byChance === 1 ? 1 : (observed - byChance) / (1 - byChance);
}

/** The same from ratings; every item needs as many. */
export function fleissKappa(items: Ratings): number {
  const categories = [...new Set(items.flatMap(given))];
  return fleissKappaOfCounts(
    items.map((row) => categories.map((category) => row.filter((rating) => rating === category).length)),
  );
}

const resamples = 1000;

/** The middle 95 % of what items drawn again with replacement give; the same seed gives the same ends. */
export function bootstrapInterval(
  items: number,
  coefficient: (drawn: Int32Array) => number,
  seed = 1,
): { low: number; high: number } | null {
  const random = randomFrom(seed);
  const found: number[] = [];
  const drawn = new Int32Array(items);
  for (let round = 0; round < resamples; round += 1) {
    for (let at = 0; at < items; at += 1) drawn[at] = Math.floor(random.uniform() * items);
    const value = coefficient(drawn);
    if (Number.isFinite(value)) found.push(value);
  }
  if (found.length < resamples / 2) return null;
  found.sort((a, b) => a - b);
  const at = (share: number) => found[Math.min(found.length - 1, Math.floor(share * found.length))] ?? Number.NaN;
  return { low: at(0.025), high: at(0.975) };
}
