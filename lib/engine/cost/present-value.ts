import { npv } from "financial";
import { formula } from "../figure";
import { sources } from "../sources";
import { monthlyRate } from "../units";

/** The first month is not discounted. Range: rate > −1. */
export const presentValueUsd = formula(
  {
    id: "cost.presentValueUsd",
    title: "Present value",
    unit: "USD",
    reads: "Σ month's amount ÷ (1 + monthly rate)^months since launch, monthly rate = (1 + rate a year)^(1/12) − 1",
    source: sources.presentValue,
    example: {
      of: "100 USD now and 121 USD in 12 months at 21 % a year",
      given: { monthsUsd: [100, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 121], discountRatePerYear: 0.21 },
      gives: 200,
    },
  },
  ({ monthsUsd, discountRatePerYear }: { monthsUsd: readonly number[]; discountRatePerYear: number }) =>
    npv(monthlyRate(discountRatePerYear), monthsUsd as number[]),
);
