import { formula } from "../figure";
import { sources } from "../sources";
import { disagreementShare, majorityAccuracy } from "../statistics/judges";
import { minutesPerHour } from "../units";

/** People who judge: how often their judgement is right, how often they differ, and how many are worth their cost. */

type Judging = { judges: number; accuracy: number; overlapShare: number; adjudicationMinutes: number };

const settledAccuracy = ({ judges, accuracy, adjudicationMinutes }: Judging): number =>
  adjudicationMinutes > 0 && judges > 1 ? 1 - (1 - accuracy) ** judges : majorityAccuracy({ judges, accuracy });

/** Whoever settles a disagreement is taken to be right; what all judged wrongly stays wrong. */
export const labelAccuracy = formula(
  {
    id: "evaluation.labelAccuracy",
    title: "Answers rightly judged by people",
    unit: "share",
    reads:
      "share judged by several × how often they end up right (majority, or only all wrong is wrong where disagreement is settled) + the rest × how often one is right",
    source: sources.condorcet,
    example: {
      of: "2 judges right 9 times in 10 on all, disagreement settled: 1 − 0.1²",
      given: { judges: 2, accuracy: 0.9, overlapShare: 1, adjudicationMinutes: 5 },
      gives: 0.99,
      within: 1e-12,
    },
  },
  (judging: Judging) => judging.overlapShare * settledAccuracy(judging) + (1 - judging.overlapShare) * judging.accuracy,
);

export const seenShare = formula(
  {
    id: "evaluation.seenShare",
    title: "Share good as it will be judged",
    unit: "share",
    reads: "share good × share rightly judged + share bad × share wrongly judged",
    source: sources.roganGladen,
    example: {
      of: "85 % good, 9 in 10 rightly judged",
      given: { share: 0.85, accuracy: 0.9 },
      gives: 0.78,
      within: 1e-12,
    },
  },
  ({ share, accuracy }: { share: number; accuracy: number }) => share * accuracy + (1 - share) * (1 - accuracy),
);

export const judgementsOfItems = formula(
  {
    id: "evaluation.judgementsOfItems",
    title: "Judgements by people",
    unit: "item",
    reads: "answers judged by people × (1 + share judged by several × (people per answer − 1)), rounded up",
    source: "definition",
    example: {
      of: "100 answers, a fifth by 3 people",
      given: { items: 100, ratingsPerItem: 3, overlapShare: 0.2 },
      gives: 140,
    },
  },
  ({ items, ratingsPerItem, overlapShare }: { items: number; ratingsPerItem: number; overlapShare: number }) =>
    Math.ceil(items * (1 + overlapShare * (ratingsPerItem - 1)) - 1e-9),
);

type Adjudicated = { items: number; overlapShare: number; disagreementShare: number; adjudicationMinutes: number };

export const adjudicatedItems = formula(
  {
    id: "evaluation.adjudicatedItems",
    title: "Disagreements to settle",
    unit: "item",
    reads:
      "answers judged by people × share judged by several × share on which they differ; none where the majority counts",
    source: "definition",
    example: {
      of: "100 answers, all by two who differ on 18 %",
      given: { items: 100, overlapShare: 1, disagreementShare: 0.18, adjudicationMinutes: 5 },
      gives: 18,
      within: 1e-12,
    },
  },
  ({ items, overlapShare, disagreementShare: differ, adjudicationMinutes }: Adjudicated) =>
    adjudicationMinutes > 0 ? items * overlapShare * differ : 0,
);

type ByJudges = Judging & {
  minutesPerRating: number;
  usdPerHour: number;
  itemsForMargin: number;
  itemsForPower: number;
};

/** Null where judges err so often that no number of answers shows that a good system is good. */
export const usdByJudges = formula(
  {
    id: "evaluation.usdByJudges",
    title: "Cost of a criterion's test by people per answer",
    unit: "USD",
    reads:
      "the larger of answers for the margin and for a good system to pass × minutes of all who judge one, disagreements settled, ÷ 60 × cost of an hour",
    source: "definition",
    example: {
      of: "200 answers, one judge, 3 minutes at 30 USD",
      given: {
        judges: 1,
        accuracy: 0.9,
        overlapShare: 1,
        adjudicationMinutes: 0,
        minutesPerRating: 3,
        usdPerHour: 30,
        itemsForMargin: 93,
        itemsForPower: 200,
      },
      gives: 300,
    },
  },
  (given: ByJudges): number | null => {
    const { judges, accuracy, overlapShare, adjudicationMinutes, minutesPerRating, usdPerHour } = given;
    if (given.itemsForPower === 0) return null;
    const differ = adjudicationMinutes > 0 && judges > 1 ? disagreementShare({ judges, accuracy }) : 0;
    const minutes = minutesPerRating * (1 + overlapShare * (judges - 1)) + overlapShare * differ * adjudicationMinutes;
    return (Math.max(given.itemsForMargin, given.itemsForPower) * minutes * usdPerHour) / minutesPerHour;
  },
);

export const cheapestJudges = formula(
  {
    id: "evaluation.cheapestJudges",
    title: "People per answer that cost least",
    unit: "rating/item",
    reads: "the number at which a test that a good system passes costs least; 0 where none does",
    source: sources.condorcet,
    example: { of: "2, 3 and 2.5 USD", given: { usd: [2, 3, 2.5] }, gives: 1 },
  },
  ({ usd }: { usd: readonly (number | null)[] }) => {
    const costs = usd.map((each) => each ?? Number.POSITIVE_INFINITY);
    const least = Math.min(...costs);
    return Number.isFinite(least) ? costs.indexOf(least) + 1 : 0;
  },
);
