import { formula } from "../figure";
import { minutesPerHour, monthsPerYear } from "../units";

/** Work that comes back: its hours, and what it costs beyond what the team does within its own. */

export const recurringHours = formula(
  {
    id: "maintenance.recurringHours",
    title: "Hours of recurring work",
    unit: "h/month",
    reads: "times a year × hours each ÷ 12",
    source: "definition",
    example: { of: "26 a year of 3 hours", given: { timesPerYear: 26, hours: 3 }, gives: 6.5 },
  },
  ({ timesPerYear, hours }: { timesPerYear: number; hours: number }) => (timesPerYear * hours) / monthsPerYear,
);

export const recurringUsd = formula(
  {
    id: "maintenance.recurringUsd",
    title: "Recurring work, paid on top of the team",
    unit: "USD/month",
    reads: "hours × cost of an hour of the role × (1 − share done by the team that runs it)",
    source: "definition",
    example: {
      of: "6.5 hours at 140 USD, half of it within the team's hours",
      given: { hoursPerMonth: 6.5, usdPerHour: 140, coveredShare: 0.5 },
      gives: 455,
    },
  },
  (given: { hoursPerMonth: number; usdPerHour: number; coveredShare: number }) =>
    given.hoursPerMonth * given.usdPerHour * (1 - given.coveredShare),
);

export const timesUsdPerMonth = formula(
  {
    id: "maintenance.timesUsdPerMonth",
    title: "Of something that comes back, a month",
    unit: "USD/month",
    reads: "times a year × cost each ÷ 12",
    source: "definition",
    example: { of: "4 rounds a year for 900 USD", given: { timesPerYear: 4, usdEach: 900 }, gives: 300 },
  },
  ({ timesPerYear, usdEach }: { timesPerYear: number; usdEach: number }) => (timesPerYear * usdEach) / monthsPerYear,
);

export const alertHours = formula(
  {
    id: "maintenance.alertHours",
    title: "Hours on alerts",
    unit: "h/month",
    reads: "alerts a month × minutes ÷ 60",
    source: "definition",
    example: { of: "30 of 10 minutes", given: { alertsPerMonth: 30, minutes: 10 }, gives: 5 },
  },
  ({ alertsPerMonth, minutes }: { alertsPerMonth: number; minutes: number }) =>
    (alertsPerMonth * minutes) / minutesPerHour,
);

export const judgingHours = formula(
  {
    id: "maintenance.judgingHours",
    title: "Hours of judging a month",
    unit: "h/month",
    reads: "answers × people per answer × minutes ÷ 60",
    source: "definition",
    example: { of: "100 answers by 2 people, 3 minutes", given: { items: 100, ratings: 2, minutes: 3 }, gives: 10 },
  },
  ({ items, ratings, minutes }: { items: number; ratings: number; minutes: number }) =>
    (items * ratings * minutes) / minutesPerHour,
);

export const workUsd = formula(
  {
    id: "maintenance.workUsd",
    title: "Work",
    unit: "USD",
    reads: "hours × cost of an hour",
    source: "definition",
    example: { of: "2 hours at 140 USD", given: { hours: 2, usdPerHour: 140 }, gives: 280 },
  },
  ({ hours, usdPerHour }: { hours: number; usdPerHour: number }) => hours * usdPerHour,
);
