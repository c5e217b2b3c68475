import { formula } from "../figure";
import { monthsPerYear } from "../units";

type Employed = { people: number; usdPerYear: number; overheadFactor: number };

export const staffUsdPerMonth = formula(
  {
    id: "cost.staffUsdPerMonth",
    title: "People, a month",
    unit: "USD/month",
    reads: "people × pay a year × employer's cost ÷ 12",
    source: "definition",
    example: {
      of: "half an engineer of 190,000 USD at 1.42: 0.5 × 269,800 ÷ 12",
      given: { people: 0.5, usdPerYear: 190_000, overheadFactor: 1.42 },
      gives: 11_241.666_666_666_666,
    },
  },
  ({ people, usdPerYear, overheadFactor }: Employed) => (people * usdPerYear * overheadFactor) / monthsPerYear,
);

export const buildUsd = formula(
  {
    id: "cost.buildUsd",
    title: "Work before launch",
    unit: "USD",
    reads: "person-months × pay a year × employer's cost ÷ 12",
    source: "definition",
    example: {
      of: "4 months of an engineer of 120,000 USD at 1.5",
      given: { personMonths: 4, usdPerYear: 120_000, overheadFactor: 1.5 },
      gives: 60_000,
    },
  },
  (given: { personMonths: number; usdPerYear: number; overheadFactor: number }) =>
    (given.personMonths * given.usdPerYear * given.overheadFactor) / monthsPerYear,
);

export const largerTeam = formula(
  {
    id: "cost.largerTeam",
    title: "People to run a mix",
    unit: "person",
    reads: "the larger of the two teams, who then look after both ways",
    source: "definition",
    example: { of: "0.2 and 1 people", given: { apiPeople: 0.2, selfHostedPeople: 1 }, gives: 1 },
  },
  ({ apiPeople, selfHostedPeople }: { apiPeople: number; selfHostedPeople: number }) =>
    Math.max(apiPeople, selfHostedPeople),
);

export const bothBuilds = formula(
  {
    id: "cost.bothBuilds",
    title: "Person-months to build a mix",
    unit: "month",
    reads: "person-months of one + of the other, as both are built",
    source: "definition",
    example: { of: "2 and 4", given: { apiMonths: 2, selfHostedMonths: 4 }, gives: 6 },
  },
  ({ apiMonths, selfHostedMonths }: { apiMonths: number; selfHostedMonths: number }) => apiMonths + selfHostedMonths,
);
