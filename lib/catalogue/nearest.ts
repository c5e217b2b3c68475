import didYouMean, { ReturnTypeEnums, ThresholdTypeEnums } from "didyoumean2";

/** The three names most like the one asked for; `key` gives the part of a name that is compared. */
export function nearest(
  asked: string,
  names: readonly string[],
  key: (name: string) => string = (name) => name.toLowerCase(),
): string[] {
  const compared = names.map((name) => ({ name, key: key(name) }));
  const found = didYouMean(key(asked), compared, {
    matchPath: ["key"],
    returnType: ReturnTypeEnums.ALL_SORTED_MATCHES,
    threshold: 0,
    thresholdType: ThresholdTypeEnums.SIMILARITY,
  });
  return [...new Set(found.map((entry) => entry.name))].slice(0, 3);
}

export const suggest = (names: readonly string[]): string =>
  names.length === 0 ? "" : `; the nearest are ${names.map((name) => `"${name}"`).join(", ")}`;
