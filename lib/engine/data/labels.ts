import { formula } from "../figure";
import { minutesPerHour, monthsPerYear } from "../units";

export const labelsNeeded = formula(
  {
    id: "data.labelsNeeded",
    title: "Labels",
    unit: "item",
    reads: "examples × people per example × (1 + share done again)",
    source: "definition",
    example: {
      of: "1,000 examples, 2 people each, 15 % done again",
      given: { examples: 1000, ratingsPerExample: 2, rejectedShare: 0.15 },
      gives: 2300,
    },
  },
  (given: { examples: number; ratingsPerExample: number; rejectedShare: number }) =>
    given.examples * given.ratingsPerExample * (1 + given.rejectedShare),
);

export const labellingUsd = formula(
  {
    id: "data.labellingUsd",
    title: "Cost of labelling",
    unit: "USD",
    reads: "labels × minutes ÷ 60 × cost of an hour",
    source: "definition",
    example: {
      of: "2,300 labels of 3 minutes at 30 USD",
      given: { labels: 2300, minutesPerLabel: 3, usdPerHour: 30 },
      gives: 3450,
    },
  },
  ({ labels, minutesPerLabel, usdPerHour }: { labels: number; minutesPerLabel: number; usdPerHour: number }) =>
    ((labels * minutesPerLabel) / minutesPerHour) * usdPerHour,
);

type Work = { labels: number; minutesPerLabel: number; annotators: number; productiveHoursPerDay: number };

export const labellingDays = formula(
  {
    id: "data.labellingDays",
    title: "Working days of labelling",
    unit: "day",
    reads: "labels × minutes ÷ 60 ÷ (annotators × productive hours a day)",
    source: "definition",
    example: {
      of: "2,400 labels of 3 minutes by 4 people: 120 h ÷ 24 h a day",
      given: { labels: 2400, minutesPerLabel: 3, annotators: 4, productiveHoursPerDay: 6 },
      gives: 5,
    },
  },
  ({ labels, minutesPerLabel, annotators, productiveHoursPerDay }: Work) =>
    (labels * minutesPerLabel) / minutesPerHour / (annotators * productiveHoursPerDay),
);

export const upkeepUsdPerMonth = formula(
  {
    id: "data.upkeepUsdPerMonth",
    title: "Keeping the examples current",
    unit: "USD/month",
    reads: "cost of labelling all examples × share renewed a year ÷ 12",
    source: "definition",
    example: {
      of: "3,600 USD, half renewed a year",
      given: { labellingUsd: 3600, refreshSharePerYear: 0.5 },
      gives: 150,
    },
  },
  ({ labellingUsd, refreshSharePerYear }: { labellingUsd: number; refreshSharePerYear: number }) =>
    (labellingUsd * refreshSharePerYear) / monthsPerYear,
);
