import { formula } from "../figure";
import { minutesPerHour, monthsPerYear } from "../units";

export const annotatorAccuracy = formula(
  {
    id: "data.annotatorAccuracy",
    title: "Labels of one person that are right",
    unit: "share",
    reads: "(1 + √(2 × agreement of two − 1)) ÷ 2, for labels with two values",
    source: "definition",
    example: { of: "two agree on 82 %", given: { agreementShare: 0.82 }, gives: 0.9, within: 1e-12 },
  },
  ({ agreementShare }: { agreementShare: number }) => (1 + Math.sqrt(Math.max(0, 2 * agreementShare - 1))) / 2,
);

export const decidingPeople = formula(
  {
    id: "data.decidingPeople",
    title: "People whose majority decides",
    unit: "person",
    reads: "people per example; one more where their number is even and may tie",
    source: "definition",
    example: { of: "two, and a third where they differ", given: { ratingsPerExample: 2 }, gives: 3 },
  },
  ({ ratingsPerExample }: { ratingsPerExample: number }) =>
    ratingsPerExample % 2 === 0 ? ratingsPerExample + 1 : ratingsPerExample,
);

export const agreementBeyondChance = formula(
  {
    id: "data.agreementBeyondChance",
    title: "Agreement beyond chance",
    unit: "1",
    reads: "(agreement − ½) ÷ ½: kappa of two equally frequent labels",
    source: {
      title: "J. Cohen, A coefficient of agreement for nominal scales, Educ. Psychol. Meas. 20 (1960)",
      url: "https://doi.org/10.1177/001316446002000104",
      asOf: "1960",
    },
    example: { of: "two agree on 85 %", given: { agreementShare: 0.85 }, gives: 0.7, within: 1e-12 },
  },
  ({ agreementShare }: { agreementShare: number }) => 2 * agreementShare - 1,
);

type Labelled = { examples: number; ratingsPerExample: number; rejectedShare: number; disagreeingShare: number };

export const labelsNeeded = formula(
  {
    id: "data.labelsNeeded",
    title: "Labels",
    unit: "item",
    reads: "examples × (people per example × (1 + share done again) + share on which they differ, decided by one more)",
    source: "definition",
    example: {
      of: "1,000 examples, 2 people each, 15 % done again, a fifth decided by a third",
      given: { examples: 1000, ratingsPerExample: 2, rejectedShare: 0.15, disagreeingShare: 0.2 },
      gives: 2500,
    },
  },
  ({ examples, ratingsPerExample, rejectedShare, disagreeingShare: differing }: Labelled) =>
    examples * (ratingsPerExample * (1 + rejectedShare) + differing),
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

type Renewed = { labels: number; minutesPerLabel: number; refreshSharePerYear: number };

export const exampleUpkeepHours = formula(
  {
    id: "data.exampleUpkeepHours",
    title: "Hours to keep the examples current",
    unit: "h/month",
    reads: "labels × minutes ÷ 60 × share renewed a year ÷ 12",
    source: "definition",
    example: {
      of: "2,400 labels of 3 minutes, half renewed a year",
      given: { labels: 2400, minutesPerLabel: 3, refreshSharePerYear: 0.5 },
      gives: 5,
    },
  },
  ({ labels, minutesPerLabel, refreshSharePerYear: share }: Renewed) =>
    (((labels * minutesPerLabel) / minutesPerHour) * share) / monthsPerYear,
);
