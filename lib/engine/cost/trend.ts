import { formula } from "../figure";
import { monthsPerYear } from "../units";

export const trendFactor = formula(
  {
    id: "cost.trendFactor",
    title: "Price relative to today's",
    unit: "1",
    reads: "factor per year ^ (months since launch ÷ 12)",
    source: "definition",
    example: { of: "0.5 a year, after six months", given: { factorPerYear: 0.5, month: 6 }, gives: Math.SQRT1_2 },
  },
  ({ factorPerYear, month }: { factorPerYear: number; month: number }) => factorPerYear ** (month / monthsPerYear),
);
