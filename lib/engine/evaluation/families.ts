import { formula } from "../figure";
import { sources } from "../sources";

/** What must be tested: the families of questions that make up most of the volume, and a sample of the long tail. */

type Family = { share: number; covered: boolean };
type Strata = { families: Family[]; tailShare: number };

/** Below this a rest of the volume is rounding. */
const nothing = 1e-9;

/** The largest families until the volume wanted is covered; all else is the tail. Shares above 1 in all are scaled. */
export function strataOf(trafficShares: readonly number[], coverageShare: number): Strata {
  const all = trafficShares.reduce((sum, share) => sum + share, 0);
  const scale = all > 1 ? 1 / all : 1;
  const shares = trafficShares.map((share) => share * scale);
  const order = shares.map((_, at) => at).sort((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0) || a - b);
  const covered = new Set<number>();
  let volume = 0;
  for (const at of order) {
    if (volume >= coverageShare - nothing) break;
    covered.add(at);
    volume += shares[at] ?? 0;
  }
  const tail = 1 - [...covered].reduce((sum, at) => sum + (shares[at] ?? 0), 0);
  return {
    families: shares.map((share, at) => ({ share, covered: covered.has(at) })),
    tailShare: tail < nothing ? 0 : tail,
  };
}

type Wordings = { trafficShares: readonly number[]; variations: readonly number[]; correlations: readonly number[] };

/** Answers in proportion to the volume: each family's effect counts by its share; what no family holds is unlike. */
export const designEffect = formula(
  {
    id: "evaluation.designEffect",
    title: "Design effect of wordings",
    unit: "1",
    reads: "sum over families of share of the volume × (1 + (wordings − 1) × likeness) + share of all else",
    source: sources.kish,
    example: {
      of: "all in one family, 5 wordings, likeness 0.3",
      given: { trafficShares: [1], variations: [5], correlations: [0.3] },
      gives: 2.2,
      within: 1e-12,
    },
  },
  ({ trafficShares, variations, correlations }: Wordings) => {
    const { families } = strataOf(trafficShares, 1);
    const held = families.reduce((sum, { share }) => sum + share, 0);
    return families.reduce(
      (sum, { share }, at) => sum + share * (1 + ((variations[at] ?? 1) - 1) * (correlations[at] ?? 0)),
      Math.max(0, 1 - held),
    );
  },
);

type Shared = { items: number; trafficShares: readonly number[]; coverageShare: number; itemsPerFamily: number };

const whole = (items: number): number => Math.max(0, Math.ceil(items * (1 - 1e-12) - 1e-9));

const ofFamily = (items: number, share: number, itemsPerFamily: number): number =>
  Math.max(whole(items * share), itemsPerFamily);

export const familyItems = formula(
  {
    id: "evaluation.familyItems",
    title: "Answers of a family",
    unit: "item",
    reads:
      "answers × its share of the volume, rounded up, no fewer than asked of a family; 0 where it falls to the tail",
    source: sources.cochran,
    example: {
      of: "the second of two families, 500 answers, at least 30",
      given: { items: 500, trafficShares: [0.9, 0.05], coverageShare: 0.95, itemsPerFamily: 30, at: 1 },
      gives: 30,
    },
  },
  ({ items, trafficShares, coverageShare, itemsPerFamily, at }: Shared & { at: number }) => {
    const family = strataOf(trafficShares, coverageShare).families[at];
    return family?.covered ? ofFamily(items, family.share, itemsPerFamily) : 0;
  },
);

export const tailItems = formula(
  {
    id: "evaluation.tailItems",
    title: "Answers sampled from the long tail",
    unit: "item",
    reads: "answers × share of the volume outside the families tested one by one, rounded up",
    source: sources.cochran,
    example: {
      of: "a fifth of 500",
      given: { items: 500, trafficShares: [0.8], coverageShare: 0.8, itemsPerFamily: 0 },
      gives: 100,
    },
  },
  ({ items, trafficShares, coverageShare }: Shared) => whole(items * strataOf(trafficShares, coverageShare).tailShare),
);

export const itemsOverFamilies = formula(
  {
    id: "evaluation.itemsOverFamilies",
    title: "Answers to judge, over all families",
    unit: "item",
    reads: "answers of each family tested + those sampled from the long tail",
    source: sources.cochran,
    example: {
      of: "500 answers: 400 of one family, 30 of a small one, 75 of the tail",
      given: { items: 500, trafficShares: [0.8, 0.05], coverageShare: 0.85, itemsPerFamily: 30 },
      gives: 505,
    },
  },
  ({ items, trafficShares, coverageShare, itemsPerFamily }: Shared) => {
    if (trafficShares.length === 0) return items;
    const { families, tailShare } = strataOf(trafficShares, coverageShare);
    return families.reduce(
      (sum, { share, covered }) => sum + (covered ? ofFamily(items, share, itemsPerFamily) : 0),
      whole(items * tailShare),
    );
  },
);

export const familyQuestions = formula(
  {
    id: "evaluation.familyQuestions",
    title: "Questions of a family to write",
    unit: "item",
    reads: "answers ÷ wordings of a question, rounded up",
    source: "definition",
    example: { of: "100 answers, 3 wordings", given: { items: 100, variations: 3 }, gives: 34 },
  },
  ({ items, variations }: { items: number; variations: number }) => whole(items / variations),
);

export const coveredShare = formula(
  {
    id: "evaluation.coveredShare",
    title: "Volume tested family by family",
    unit: "share",
    reads: "sum of the shares of the largest families, until the volume wanted is reached",
    source: "definition",
    example: {
      of: "40, 30, 20 and 10 %, up to 80 %",
      given: { trafficShares: [0.4, 0.3, 0.2, 0.1], coverageShare: 0.8 },
      gives: 0.9,
      within: 1e-12,
    },
  },
  ({ trafficShares, coverageShare }: { trafficShares: readonly number[]; coverageShare: number }) =>
    strataOf(trafficShares, coverageShare).families.reduce((sum, { share, covered }) => sum + (covered ? share : 0), 0),
);
