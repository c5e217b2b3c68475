import { npv } from "financial";
import { formula } from "../figure";
import { sources } from "../sources";
import { monthlyRate, monthsPerYear } from "../units";
import { internalRates } from "./internal-rate";

type Flows = { flowsUsd: readonly number[] };

/** Null where no rate, or more than one, makes the flows worth nothing: a single rate would then mislead. */
export const internalRatePerPeriod = formula(
  {
    id: "finance.internalRatePerPeriod",
    title: "Internal rate of return, per period",
    unit: "share",
    reads: "the rate at which Σ flow ÷ (1 + rate)^period is 0; none where there is no such rate or several",
    source: sources.presentValue,
    example: {
      of: "the IRR example of numpy-financial's documentation",
      given: { flowsUsd: [-100, 39, 59, 55, 20] },
      gives: 0.280_948_4,
      within: 1e-6,
    },
  },
  ({ flowsUsd }: Flows): number | null => {
    const { rates } = internalRates(flowsUsd);
    return rates.length === 1 ? (rates[0] ?? null) : null;
  },
);

export const internalRateAnnual = formula(
  {
    id: "finance.internalRateAnnual",
    title: "Internal rate of return, a year",
    unit: "share/year",
    reads:
      "(1 + rate at which the monthly flows are worth nothing)^12 − 1; none where there is no such rate or several",
    source: sources.presentValue,
    example: {
      of: "100 USD now for 121 USD in 12 months",
      given: { flowsUsd: [-100, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 121] },
      gives: 0.21,
    },
  },
  ({ flowsUsd }: Flows): number | null => {
    const rate = internalRatePerPeriod({ flowsUsd });
    return rate === null ? null : (1 + rate) ** monthsPerYear - 1;
  },
);

/** Null where the sum never reaches 0 again. Where it falls below later, the first time counts. */
export const paybackPeriods = formula(
  {
    id: "finance.paybackPeriods",
    title: "Payback",
    unit: "month",
    reads: "periods until the running sum of the flows is no longer below 0, within the period by straight line",
    source: "definition",
    example: {
      of: "100 invested, 60 back in each period: after the first 40 are missing, 40 ÷ 60 of the second",
      given: { flowsUsd: [-100, 60, 60] },
      gives: 1 + 2 / 3,
    },
  },
  ({ flowsUsd }: Flows): number | null => {
    let sum = 0;
    let invested = false;
    for (const [period, flow] of flowsUsd.entries()) {
      const before = sum;
      sum += flow;
      if (sum < 0) invested = true;
      else if (invested) return period - 1 + -before / flow;
    }
    return invested ? null : 0;
  },
);

/** Each flow at what it is worth in the first period. */
export const discountedFlows = (flowsUsd: readonly number[], ratePerPeriod: number): number[] =>
  flowsUsd.map((flow, period) => flow / (1 + ratePerPeriod) ** period);

export const discountedPaybackMonths = formula(
  {
    id: "finance.discountedPaybackMonths",
    title: "Discounted payback",
    unit: "month",
    reads:
      "months until the running sum of the flows, each ÷ (1 + monthly rate)^months since launch, is no longer below 0, within the month by straight line",
    source: "definition",
    example: {
      of: "100 invested, 242 back after a year at 21 % a year, worth 200 now: half of the twelfth month",
      given: { flowsUsd: [-100, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 242], discountRatePerYear: 0.21 },
      gives: 11.5,
      within: 1e-9,
    },
  },
  ({ flowsUsd, discountRatePerYear }: Flows & { discountRatePerYear: number }): number | null =>
    paybackPeriods({ flowsUsd: discountedFlows(flowsUsd, monthlyRate(discountRatePerYear)) }),
);

export const investedUsd = formula(
  {
    id: "finance.investedUsd",
    title: "Most that is laid out",
    unit: "USD",
    reads: "the lowest that the running sum of the flows gets, without its sign",
    source: "definition",
    example: { of: "100 out, then 30 out, then 60 back", given: { flowsUsd: [-100, -30, 60] }, gives: 130 },
  },
  ({ flowsUsd }: Flows) => {
    let sum = 0;
    let lowest = 0;
    for (const flow of flowsUsd) {
      sum += flow;
      lowest = Math.min(lowest, sum);
    }
    return -lowest;
  },
);

export const gainUsd = formula(
  {
    id: "finance.gainUsd",
    title: "Gain over the plan",
    unit: "USD",
    reads: "sum of the flows, undiscounted",
    source: "definition",
    example: { of: "100 out, 60 back twice", given: { flowsUsd: [-100, 60, 60] }, gives: 20 },
  },
  ({ flowsUsd }: Flows) => flowsUsd.reduce((sum, flow) => sum + flow, 0),
);

export const netPresentValue = formula(
  {
    id: "finance.netPresentValue",
    title: "Net present value",
    unit: "USD",
    reads: "Σ flow ÷ (1 + rate per period)^period, the first flow undiscounted",
    source: sources.presentValue,
    example: {
      of: "100 invested, 60 back in each of two periods, at 10 %: −100 + 60 ÷ 1.1 + 60 ÷ 1.21",
      given: { flowsUsd: [-100, 60, 60], ratePerPeriod: 0.1 },
      gives: 4.132_231_404_958_678,
    },
  },
  ({ flowsUsd, ratePerPeriod }: Flows & { ratePerPeriod: number }) => npv(ratePerPeriod, flowsUsd as number[]),
);

/** Null where nothing is spent. */
export const returnOnInvestment = formula(
  {
    id: "finance.returnOnInvestment",
    title: "Return on investment",
    unit: "share",
    reads: "(Σ what comes in − Σ what goes out) ÷ Σ what goes out, undiscounted",
    source: "definition",
    example: { of: "100 out, 120 in", given: { flowsUsd: [-100, 60, 60] }, gives: 0.2 },
  },
  ({ flowsUsd }: Flows): number | null => {
    let paid = 0;
    let net = 0;
    for (const flow of flowsUsd) {
      if (flow < 0) paid -= flow;
      net += flow;
    }
    return paid === 0 ? null : net / paid;
  },
);

export const savedUsd = formula(
  {
    id: "finance.savedUsd",
    title: "Saved in a month",
    unit: "USD",
    reads: "cost of the one way − cost of the other",
    source: "definition",
    example: { of: "500 instead of 800 USD", given: { insteadOfUsd: 800, usd: 500 }, gives: 300 },
  },
  ({ insteadOfUsd, usd }: { insteadOfUsd: number; usd: number }) => insteadOfUsd - usd,
);
