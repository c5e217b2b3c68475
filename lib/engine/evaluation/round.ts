import { formula } from "../figure";
import { minutesPerHour, monthsPerYear } from "../units";

/** What a round, a release and a month of testing cost. */

type People = {
  ratings: number;
  minutesPerRating: number;
  adjudications: number;
  adjudicationMinutes: number;
};

const minutesOf = ({ ratings, minutesPerRating, adjudications, adjudicationMinutes }: People): number =>
  ratings * minutesPerRating + adjudications * adjudicationMinutes;

type Priced = People & { usdPerHour: number; judgedByModel: number; judgeUsdPerItem: number };

export const roundUsd = formula(
  {
    id: "evaluation.roundUsd",
    title: "Cost of a round",
    unit: "USD",
    reads:
      "(judgements × minutes + disagreements × minutes to settle one) ÷ 60 × cost of an hour + answers judged by a model × price of one",
    source: "definition",
    example: {
      of: "300 judgements of 4 minutes and 10 disagreements of 6 at 45 USD, 1,000 by a model at 1 cent",
      given: {
        ratings: 300,
        minutesPerRating: 4,
        adjudications: 10,
        adjudicationMinutes: 6,
        usdPerHour: 45,
        judgedByModel: 1000,
        judgeUsdPerItem: 0.01,
      },
      gives: 955,
    },
  },
  ({ usdPerHour, judgedByModel, judgeUsdPerItem, ...people }: Priced) =>
    (minutesOf(people) / minutesPerHour) * usdPerHour + judgedByModel * judgeUsdPerItem,
);

type Round = People & { raters: number; productiveHoursPerDay: number };

export const roundDays = formula(
  {
    id: "evaluation.roundDays",
    title: "Working days of a round",
    unit: "day",
    reads:
      "(judgements × minutes + disagreements × minutes to settle one) ÷ 60 ÷ (people judging × productive hours a day)",
    source: "definition",
    example: {
      of: "360 judgements of 4 minutes by 2 people: 24 h ÷ 12 h a day",
      given: {
        ratings: 360,
        minutesPerRating: 4,
        adjudications: 0,
        adjudicationMinutes: 0,
        raters: 2,
        productiveHoursPerDay: 6,
      },
      gives: 2,
    },
  },
  ({ raters, productiveHoursPerDay, ...people }: Round) =>
    minutesOf(people) / minutesPerHour / (raters * productiveHoursPerDay),
);

export const labelUsd = formula(
  {
    id: "evaluation.labelUsd",
    title: "An answer judged by people",
    unit: "USD/item",
    reads:
      "(minutes × (1 + share judged by several × (people − 1)) + disagreements per answer × minutes to settle one) ÷ 60 × cost of an hour",
    source: "definition",
    example: {
      of: "2 people, 4 minutes, 45 USD",
      given: {
        ratingsPerItem: 2,
        overlapShare: 1,
        minutesPerRating: 4,
        adjudicationsPerItem: 0,
        adjudicationMinutes: 0,
        usdPerHour: 45,
      },
      gives: 6,
      within: 1e-12,
    },
  },
  (given: {
    ratingsPerItem: number;
    overlapShare: number;
    minutesPerRating: number;
    adjudicationsPerItem: number;
    adjudicationMinutes: number;
    usdPerHour: number;
  }) =>
    ((given.minutesPerRating * (1 + given.overlapShare * (given.ratingsPerItem - 1)) +
      given.adjudicationsPerItem * given.adjudicationMinutes) /
      minutesPerHour) *
    given.usdPerHour,
);

const total = ({ parts }: { parts: readonly number[] }): number => parts.reduce((sum, part) => sum + part, 0);

export const itemsInAll = formula(
  {
    id: "evaluation.itemsInAll",
    title: "Over all criteria",
    unit: "item",
    reads: "the sum over the criteria",
    source: "definition",
    example: { of: "186 and 20", given: { parts: [186, 20] }, gives: 206 },
  },
  total,
);

export const largestSample = formula(
  {
    id: "evaluation.largestSample",
    title: "Answers to judge",
    unit: "item",
    reads: "the most that any criterion asks for; all are judged on the same answers",
    source: "definition",
    example: { of: "93, 299 and 64", given: { parts: [93, 299, 64] }, gives: 299 },
  },
  ({ parts }: { parts: readonly number[] }) => Math.max(0, ...parts),
);

export const itemsBesides = formula(
  {
    id: "evaluation.itemsBesides",
    title: "Answers judged for critical failures alone",
    unit: "item",
    reads: "answers without a critical failure − those people judge anyway, never below 0",
    source: "definition",
    example: { of: "299, of which 93 anyway", given: { items: 299, judged: 93 }, gives: 206 },
  },
  ({ items, judged }: { items: number; judged: number }) => Math.max(0, items - judged),
);

export const releaseTestsUsdPerMonth = formula(
  {
    id: "evaluation.releaseTestsUsdPerMonth",
    title: "Testing releases",
    unit: "USD/month",
    reads: "cost of a release's test × releases a year ÷ 12",
    source: "definition",
    example: { of: "900 USD, 4 a year", given: { usdPerRound: 900, roundsPerYear: 4 }, gives: 300 },
  },
  ({ usdPerRound, roundsPerYear }: { usdPerRound: number; roundsPerYear: number }) =>
    (usdPerRound * roundsPerYear) / monthsPerYear,
);
