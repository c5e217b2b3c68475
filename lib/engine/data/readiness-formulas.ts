import { formula } from "../figure";

/** How ready the data is: gates first, then points for what is worked out, never for what is claimed. */

export const readinessScore = formula(
  {
    id: "data.readinessScore",
    title: "Readiness of the data",
    unit: "1",
    reads: "100 × sum of (weight × share reached) ÷ sum of weights, over what applies; weights are ours",
    source: "definition",
    example: { of: "20 reached in full, 20 by half", given: { weights: [20, 20], shares: [1, 0.5] }, gives: 75 },
  },
  ({ weights, shares }: { weights: readonly number[]; shares: readonly number[] }) => {
    let [reached, all] = [0, 0];
    weights.forEach((weight, at) => {
      reached += weight * (shares[at] ?? 0);
      all += weight;
    });
    return all === 0 ? 0 : (100 * reached) / all;
  },
);

export const partOfDocuments = formula(
  {
    id: "data.partOfDocuments",
    title: "Part of the documents",
    unit: "share",
    reads: "documents of the sources concerned ÷ all documents",
    source: "definition",
    example: { of: "3,000 and 2,000 of 10,000", given: { some: [3000, 2000], all: 10_000 }, gives: 0.5 },
  },
  ({ some, all }: { some: readonly number[]; all: number }) => {
    let sum = 0;
    for (const each of some) sum += each;
    return all === 0 ? 0 : sum / all;
  },
);

export const reachedOf = formula(
  {
    id: "data.reachedOf",
    title: "Reached of what is needed",
    unit: "share",
    reads: "what there is ÷ what is needed, at most all",
    source: "definition",
    example: { of: "1,000 of 5,000", given: { present: 1000, needed: 5000 }, gives: 0.2 },
  },
  ({ present, needed }: { present: number; needed: number }) =>
    needed <= 0 ? 1 : Math.max(0, Math.min(1, present / needed)),
);

export const qualityShown = formula(
  {
    id: "data.qualityShown",
    title: "Quality shown",
    unit: "share",
    reads: "smallest of: share of faults tolerated ÷ most there may be; 0 where nothing was inspected",
    source: "definition",
    example: { of: "5 % tolerated, at most 10 %", given: { tolerated: 0.05, most: [0.1, 0.04] }, gives: 0.5 },
  },
  ({ tolerated, most }: { tolerated: number; most: readonly number[] }) =>
    most.length === 0 ? 0 : Math.min(1, ...most.map((each) => tolerated / each)),
);

export const dimensionsSeen = formula(
  {
    id: "data.dimensionsSeen",
    title: "Sides of quality looked at",
    unit: "share",
    reads: "different sides inspected ÷ 5",
    source: {
      title: "ISO/IEC 25012:2008, Data quality model (five of its inherent and system-dependent characteristics)",
      url: "https://www.iso.org/standard/35736.html",
      asOf: "2008",
    },
    example: { of: "two", given: { seen: 2 }, gives: 0.4 },
  },
  ({ seen }: { seen: number }) => seen / 5,
);
