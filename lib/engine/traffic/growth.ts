import { formula } from "../figure";
import { sources } from "../sources";
import { daysPerMonth, monthsPerYear, secondsPerDay } from "../units";

type GrowthKind = "compound" | "linear" | "sCurve" | "own";
type Growth = {
  requestsPerDay: number;
  growthPerYear: number;
  growthKind: GrowthKind;
  ceilingFactor: number;
  month: number;
};

/** Verhulst's logistic curve through 1 at launch: it starts at the rate given and ends at the ceiling. */
const towardsCeiling = (ceiling: number, growthPerYear: number, years: number): number =>
  ceiling / (1 + (ceiling - 1) * (1 + growthPerYear) ** -years);

function growthFactor({ growthPerYear, growthKind, ceilingFactor, month }: Omit<Growth, "requestsPerDay">): number {
  const years = month / monthsPerYear;
  if (growthKind === "linear") return Math.max(0, 1 + growthPerYear * years);
  if (growthKind === "sCurve") return towardsCeiling(ceilingFactor, growthPerYear, years);
  return (1 + growthPerYear) ** years;
}

/** Range: month ≥ 0 counts from launch, so the first month carries today's volume. Shrinking linearly ends at none. */
export const requestsInMonth = formula(
  {
    id: "traffic.requestsInMonth",
    title: "Requests in a month",
    unit: "request/month",
    reads:
      "requests a day × days in a mean month × (1 + growth)^(month ÷ 12), or × (1 + growth × month ÷ 12) when growth is linear, or ceiling ÷ (1 + (ceiling − 1) × (1 + growth)^(−month ÷ 12)) towards a ceiling",
    source: sources.logisticGrowth,
    example: {
      of: "1,000 requests a day, 20 % growth, after a year",
      given: { requestsPerDay: 1000, growthPerYear: 0.2, growthKind: "compound", ceilingFactor: 5, month: 12 },
      gives: 36_525,
    },
  },
  ({ requestsPerDay, ...growth }: Growth) => requestsPerDay * daysPerMonth * growthFactor(growth),
);

export const requestsOfDay = formula(
  {
    id: "traffic.requestsOfDay",
    title: "Requests in a month",
    unit: "request/month",
    reads: "requests a day, as entered for this month × days in a mean month",
    source: "definition",
    example: { of: "1,200 requests a day", given: { requestsPerDay: 1200 }, gives: 36_525 },
  },
  ({ requestsPerDay }: { requestsPerDay: number }) => requestsPerDay * daysPerMonth,
);

export const meanRequestsPerSecond = formula(
  {
    id: "traffic.meanRequestsPerSecond",
    title: "Requests a second, on average",
    unit: "request/s",
    reads: "requests in the month ÷ seconds in a mean month",
    source: "definition",
    example: { of: "86,400 requests a day", given: { requestsPerMonth: 86_400 * 30.4375 }, gives: 1 },
  },
  ({ requestsPerMonth }: { requestsPerMonth: number }) => requestsPerMonth / daysPerMonth / secondsPerDay,
);

export const peakRequestsPerSecond = formula(
  {
    id: "traffic.peakRequestsPerSecond",
    title: "Requests a second, at the peak",
    unit: "request/s",
    reads: "requests in the month ÷ seconds in a mean month × peak to average",
    source: "definition",
    example: {
      of: "86,400 requests a day, a peak of three times the average",
      given: { requestsPerMonth: 86_400 * 30.4375, peakToMean: 3 },
      gives: 3,
    },
  },
  ({ requestsPerMonth, peakToMean }: { requestsPerMonth: number; peakToMean: number }) =>
    (requestsPerMonth / daysPerMonth / secondsPerDay) * peakToMean,
);

export const tokensPerMonth = formula(
  {
    id: "traffic.tokensPerMonth",
    title: "Tokens in a month",
    unit: "token/month",
    reads: "requests in the month × tokens per request",
    source: "definition",
    example: {
      of: "30,000 requests of 1,500 tokens",
      given: { requests: 30_000, tokensPerRequest: 1500 },
      gives: 45e6,
    },
  },
  ({ requests, tokensPerRequest }: { requests: number; tokensPerRequest: number }) => requests * tokensPerRequest,
);

export const partOfRequests = formula(
  {
    id: "traffic.partOfRequests",
    title: "Part of the requests",
    unit: "request/month",
    reads: "requests in the month × the share that goes this way",
    source: "definition",
    example: { of: "40 % of 30,000 requests", given: { requests: 30_000, share: 0.4 }, gives: 12_000 },
  },
  ({ requests, share }: { requests: number; share: number }) => requests * share,
);

export const complementOf = formula(
  {
    id: "traffic.complementOf",
    title: "The remaining share",
    unit: "share",
    reads: "1 − share",
    source: "definition",
    example: { of: "a share of 0.25", given: { share: 0.25 }, gives: 0.75 },
  },
  ({ share }: { share: number }) => 1 - share,
);

/** Grows evenly from the month of launch on; the whole share from the month after the ramp. */
export const settledShare = formula(
  {
    id: "traffic.settledShare",
    title: "Share of the requests the model settles",
    unit: "share",
    reads: "(1 − share handed on) × the smaller of 1; (months since launch + 1) ÷ (months of the ramp + 1)",
    source: "definition",
    example: {
      of: "80 %, the second of three months' ramp",
      given: { escalatedShare: 0.2, month: 1, rampMonths: 3 },
      gives: 0.4,
    },
  },
  ({ escalatedShare, month, rampMonths }: { escalatedShare: number; month: number; rampMonths: number }) =>
    (1 - escalatedShare) * Math.min(1, (month + 1) / (rampMonths + 1)),
);
