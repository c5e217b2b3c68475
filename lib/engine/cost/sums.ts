import { formula } from "../figure";
import { tokensPerMtoken } from "../units";

const add = (parts: readonly number[]): number => {
  let sum = 0;
  for (const part of parts) sum += part;
  return sum;
};

export const lineTotalUsd = formula(
  {
    id: "cost.lineTotalUsd",
    title: "A line over the horizon",
    unit: "USD",
    reads: "sum of its months",
    source: "definition",
    example: { of: "three months", given: { monthsUsd: [100, 110, 121] }, gives: 331 },
  },
  ({ monthsUsd }: { monthsUsd: readonly number[] }) => add(monthsUsd),
);

export const monthTotalUsd = formula(
  {
    id: "cost.monthTotalUsd",
    title: "All lines of a month",
    unit: "USD",
    reads: "sum of the lines",
    source: "definition",
    example: { of: "three lines", given: { linesUsd: [1000, 200, 30] }, gives: 1230 },
  },
  ({ linesUsd }: { linesUsd: readonly number[] }) => add(linesUsd),
);

export const cumulativeUsd = formula(
  {
    id: "cost.cumulativeUsd",
    title: "Spent until the end of this month",
    unit: "USD",
    reads: "spent until the month before + this month",
    source: "definition",
    example: { of: "the second month", given: { beforeUsd: 1000, monthUsd: 230 }, gives: 1230 },
  },
  ({ beforeUsd, monthUsd }: { beforeUsd: number; monthUsd: number }) => beforeUsd + monthUsd,
);

export const linesTotalUsd = formula(
  {
    id: "cost.linesTotalUsd",
    title: "All lines over the horizon",
    unit: "USD",
    reads: "sum of the lines",
    source: "definition",
    example: { of: "two lines", given: { linesUsd: [36_000, 1200] }, gives: 37_200 },
  },
  ({ linesUsd }: { linesUsd: readonly number[] }) => add(linesUsd),
);

export const runningUsdPerMonth = formula(
  {
    id: "cost.runningUsdPerMonth",
    title: "Running cost of an average month",
    unit: "USD/month",
    reads: "sum of the running lines over the horizon ÷ months",
    source: "definition",
    example: { of: "36,000 USD in three years", given: { linesUsd: [30_000, 6000], months: 36 }, gives: 1000 },
  },
  ({ linesUsd, months }: { linesUsd: readonly number[]; months: number }) => add(linesUsd) / months,
);

export const usdPerRequest = formula(
  {
    id: "cost.usdPerRequest",
    title: "Cost of a request",
    unit: "USD/request",
    reads: "everything over the horizon ÷ requests over the horizon",
    source: "definition",
    example: { of: "100 USD for 300 + 100 requests", given: { totalUsd: 100, requests: [300, 100] }, gives: 0.25 },
  },
  ({ totalUsd, requests }: { totalUsd: number; requests: readonly number[] }) => totalUsd / add(requests),
);

export const usdPerMillionTokens = formula(
  {
    id: "cost.usdPerMillionTokens",
    title: "Cost of a million tokens",
    unit: "USD/Mtoken",
    reads: "cost of a request ÷ (input + output tokens of a request) × 1,000,000",
    source: "definition",
    example: {
      of: "0.003 USD for 1,000 + 500 tokens",
      given: { usdPerRequest: 0.003, isl: 1000, osl: 500 },
      gives: 2,
    },
  },
  (given: { usdPerRequest: number; isl: number; osl: number }) =>
    (given.usdPerRequest / (given.isl + given.osl)) * tokensPerMtoken,
);
