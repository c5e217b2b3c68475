import { formula } from "../figure";
import { monthsPerYear } from "../units";

const workingDaysPerYear = 252;

export const monthsBefore = formula(
  {
    id: "data.monthsBefore",
    title: "Months before launch that work on the data begins",
    unit: "month",
    reads: "working days ÷ 21 a month, rounded up",
    source: "definition",
    example: { of: "30 working days", given: { days: 30 }, gives: 2 },
  },
  ({ days }: { days: number }) => Math.ceil((days / workingDaysPerYear) * monthsPerYear - 1e-9),
);
