import { formula } from "../figure";
import { minutesPerHour, monthsPerYear } from "../units";

export const ratingsPerRound = formula(
  {
    id: "evaluation.ratingsPerRound",
    title: "Judgements in a round",
    unit: "item",
    reads: "answers × people per answer",
    source: "definition",
    example: { of: "93 answers, 3 people", given: { items: 93, ratingsPerItem: 3 }, gives: 279 },
  },
  ({ items, ratingsPerItem }: { items: number; ratingsPerItem: number }) => items * ratingsPerItem,
);

export const roundUsd = formula(
  {
    id: "evaluation.roundUsd",
    title: "Cost of a round",
    unit: "USD",
    reads: "judgements × minutes ÷ 60 × cost of an hour",
    source: "definition",
    example: {
      of: "300 judgements of 4 minutes at 45 USD",
      given: { ratings: 300, minutesPerRating: 4, usdPerHour: 45 },
      gives: 900,
    },
  },
  ({ ratings, minutesPerRating, usdPerHour }: { ratings: number; minutesPerRating: number; usdPerHour: number }) =>
    ((ratings * minutesPerRating) / minutesPerHour) * usdPerHour,
);

type Judged = {
  ratings: number;
  minutesPerRating: number;
  usdPerHour: number;
  judgedByModel: number;
  judgeUsdPerItem: number;
};

export const roundUsdWithJudge = formula(
  {
    id: "evaluation.roundUsdWithJudge",
    title: "Cost of a round",
    unit: "USD",
    reads: "judgements × minutes ÷ 60 × cost of an hour + answers judged by a model × cost of one",
    source: "definition",
    example: {
      of: "300 judgements of 4 minutes at 45 USD, 1,000 by a model at 1 cent",
      given: { ratings: 300, minutesPerRating: 4, usdPerHour: 45, judgedByModel: 1000, judgeUsdPerItem: 0.01 },
      gives: 910,
    },
  },
  ({ judgedByModel, judgeUsdPerItem, ...people }: Judged) => roundUsd(people) + judgedByModel * judgeUsdPerItem,
);

type Round = { ratings: number; minutesPerRating: number; raters: number; productiveHoursPerDay: number };

export const roundDays = formula(
  {
    id: "evaluation.roundDays",
    title: "Working days of a round",
    unit: "day",
    reads: "judgements × minutes ÷ 60 ÷ (people judging × productive hours a day)",
    source: "definition",
    example: {
      of: "360 judgements of 4 minutes by 2 people: 24 h ÷ 12 h a day",
      given: { ratings: 360, minutesPerRating: 4, raters: 2, productiveHoursPerDay: 6 },
      gives: 2,
    },
  },
  ({ ratings, minutesPerRating, raters, productiveHoursPerDay }: Round) =>
    (ratings * minutesPerRating) / minutesPerHour / (raters * productiveHoursPerDay),
);

export const releaseTestsUsdPerMonth = formula(
  {
    id: "evaluation.releaseTestsUsdPerMonth",
    title: "Testing releases",
    unit: "USD/month",
    reads: "cost of a round × rounds a year ÷ 12",
    source: "definition",
    example: { of: "900 USD, 4 a year", given: { usdPerRound: 900, roundsPerYear: 4 }, gives: 300 },
  },
  ({ usdPerRound, roundsPerYear }: { usdPerRound: number; roundsPerYear: number }) =>
    (usdPerRound * roundsPerYear) / monthsPerYear,
);
