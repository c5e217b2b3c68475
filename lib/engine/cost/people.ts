import { formula } from "../figure";
import { sources } from "../sources";
import { hoursOfDay } from "../traffic/day";
import { daysPerMonth, hoursPerDay, minutesPerHour, monthsPerYear, secondsPerMinute } from "../units";
import { agentsFor } from "./erlang";

type Handled = {
  requests: number;
  minutesPerRequest: number;
  productiveHoursPerYear: number;
  occupancyShare: number;
};

/** Part-time posts exist, so people are not rounded up. */
export const peopleNeeded = formula(
  {
    id: "cost.peopleNeeded",
    title: "People who handle the requests",
    unit: "person",
    reads: "requests × minutes ÷ 60 ÷ (hours worked a year ÷ 12 × occupancy)",
    source: "definition",
    example: {
      of: "10,000 requests of 6 minutes, 1,500 hours a year at 80 %: 1,000 h ÷ 100 h",
      given: { requests: 10_000, minutesPerRequest: 6, productiveHoursPerYear: 1500, occupancyShare: 0.8 },
      gives: 10,
    },
  },
  ({ requests, minutesPerRequest, productiveHoursPerYear, occupancyShare }: Handled) =>
    (requests * minutesPerRequest) / minutesPerHour / ((productiveHoursPerYear / monthsPerYear) * occupancyShare),
);

type Staffed = Handled & { peakToMean: number; answerSeconds: number; answerShare: number };

/** Hour by hour of a day, as long as anyone asks; every day alike. */
export const peopleForServiceLevel = formula(
  {
    id: "cost.peopleForServiceLevel",
    title: "People who handle the requests in time",
    unit: "person",
    reads: "Σ over the hours of a day: people at work by Erlang C × days in a mean month ÷ (hours worked a year ÷ 12)",
    source: sources.erlang,
    example: {
      of: "200 requests of 3 minutes in every hour, 80 % within 20 s: 14 at work × 24 × 30.4375 h ÷ 125 h",
      given: {
        requests: 200 * 24 * 30.4375,
        minutesPerRequest: 3,
        productiveHoursPerYear: 1500,
        occupancyShare: 0.85,
        peakToMean: 1,
        answerSeconds: 20,
        answerShare: 0.8,
      },
      gives: (14 * 24 * 30.4375) / 125,
    },
  },
  ({ requests, minutesPerRequest, productiveHoursPerYear, occupancyShare, peakToMean, ...wanted }: Staffed) => {
    const handlingSeconds = minutesPerRequest * secondsPerMinute;
    const meanErlangs = ((requests / daysPerMonth / hoursPerDay) * minutesPerRequest) / minutesPerHour;
    let hoursPerDayOfWork = 0;
    for (const rate of hoursOfDay(peakToMean)) {
      hoursPerDayOfWork += agentsFor({ erlangs: meanErlangs * rate, handlingSeconds, occupancyShare, ...wanted });
    }
    return (hoursPerDayOfWork * daysPerMonth) / (productiveHoursPerYear / monthsPerYear);
  },
);

export const firstHiringUsd = formula(
  {
    id: "cost.firstHiringUsd",
    title: "Hiring and training for launch",
    unit: "USD",
    reads: "people × cost of bringing one to full work",
    source: "definition",
    example: { of: "10 people at 4,000 USD", given: { people: 10, hiringUsdPerPerson: 4000 }, gives: 40_000 },
  },
  ({ people, hiringUsdPerPerson }: { people: number; hiringUsdPerPerson: number }) => people * hiringUsdPerPerson,
);

type Turnover = { people: number; peopleBefore: number; attritionPerYear: number; hiringUsdPerPerson: number };

export const hiringUsdPerMonth = formula(
  {
    id: "cost.hiringUsdPerMonth",
    title: "Hiring and training in a month",
    unit: "USD/month",
    reads: "(people more than the month before + people × attrition ÷ 12) × cost of bringing one to full work",
    source: "definition",
    example: {
      of: "one more than 9, 30 % attrition: (1 + 0.25) × 4,000",
      given: { people: 10, peopleBefore: 9, attritionPerYear: 0.3, hiringUsdPerPerson: 4000 },
      gives: 5000,
    },
  },
  ({ people, peopleBefore, attritionPerYear, hiringUsdPerPerson }: Turnover) =>
    (Math.max(0, people - peopleBefore) + (people * attritionPerYear) / monthsPerYear) * hiringUsdPerPerson,
);
