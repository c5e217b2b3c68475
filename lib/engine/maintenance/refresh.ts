import { formula } from "../figure";
import { monthsPerYear } from "../units";

/** How often knowledge is renewed: what each renewal costs against what growing stale costs. */

const squareRoot = {
  title: "F. W. Harris, How many parts to make at once, Factory 10 (1913)",
  url: "https://en.wikipedia.org/wiki/Economic_order_quantity",
  asOf: "1913",
};

export const refreshUsd = formula(
  {
    id: "maintenance.refreshUsd",
    title: "Cost of a renewal",
    unit: "USD",
    reads: "its own work + a fine-tune where there are any + a round of evaluation + work on a release",
    source: "definition",
    example: {
      of: "560, a fine-tune of 1,000, a round of 900 and 280 USD",
      given: { workUsd: 560, fineTuneUsd: 1000, roundUsd: 900, releaseUsd: 280 },
      gives: 2740,
    },
  },
  (given: { workUsd: number; fineTuneUsd: number; roundUsd: number; releaseUsd: number }) =>
    given.workUsd + given.fineTuneUsd + given.roundUsd + given.releaseUsd,
);

/** The mean over the kinds of renewal, each counted as often as it comes. */
export const meanUsdEach = formula(
  {
    id: "maintenance.meanUsdEach",
    title: "Work of a renewal",
    unit: "USD",
    reads: "Σ (hours × cost of an hour + bought in) × times a year ÷ times a year of all",
    source: "definition",
    example: {
      of: "12 a year of 4 hours at 140 USD, and one of 40 hours with 800 USD besides",
      given: { hours: [4, 40], usdPerHour: [140, 140], usdEach: [0, 800], timesPerYear: [12, 1] },
      gives: (12 * 560 + 6400) / 13,
    },
  },
  (given: {
    hours: readonly number[];
    usdPerHour: readonly number[];
    usdEach: readonly number[];
    timesPerYear: readonly number[];
  }) => {
    let times = 0;
    let usd = 0;
    given.timesPerYear.forEach((each, row) => {
      times += each;
      usd += each * ((given.hours[row] ?? 0) * (given.usdPerHour[row] ?? 0) + (given.usdEach[row] ?? 0));
    });
    return times > 0 ? usd / times : 0;
  },
);

/** Null where nothing is ever renewed. */
export const ownRefreshMonths = formula(
  {
    id: "maintenance.ownRefreshMonths",
    title: "Months between your renewals",
    unit: "month",
    reads: "12 ÷ renewals a year",
    source: "definition",
    example: { of: "4 a year", given: { timesPerYear: [4] }, gives: 3 },
  },
  ({ timesPerYear }: { timesPerYear: readonly number[] }): number | null => {
    const times = timesPerYear.reduce((sum, each) => sum + each, 0);
    return times > 0 ? monthsPerYear / times : null;
  },
);

/** Null where growing stale costs nothing, or a renewal does. */
export const bestRefreshMonths = formula(
  {
    id: "maintenance.bestRefreshMonths",
    title: "Months between renewals that cost least",
    unit: "month",
    reads: "√(2 × cost of a renewal ÷ cost added by each month of age): the square-root rule of stock keeping",
    source: squareRoot,
    example: { of: "1,800 USD, 100 USD more each month", given: { refreshUsd: 1800, stalenessUsd: 100 }, gives: 6 },
  },
  ({ refreshUsd: usd, stalenessUsd }: { refreshUsd: number; stalenessUsd: number }): number | null =>
    stalenessUsd > 0 && usd > 0 ? Math.sqrt((2 * usd) / stalenessUsd) : null,
);

export const refreshUsdPerMonth = formula(
  {
    id: "maintenance.refreshUsdPerMonth",
    title: "Renewing and growing stale, a month",
    unit: "USD/month",
    reads: "cost of a renewal ÷ months between + cost added by each month of age × months between ÷ 2",
    source: squareRoot,
    example: {
      of: "1,800 USD every 6 months, 100 USD more each month",
      given: { refreshUsd: 1800, stalenessUsd: 100, everyMonths: 6 },
      gives: 600,
    },
  },
  (given: { refreshUsd: number; stalenessUsd: number; everyMonths: number }) =>
    given.refreshUsd / given.everyMonths + (given.stalenessUsd * given.everyMonths) / 2,
);

export const extraUsdPerMonth = formula(
  {
    id: "maintenance.extraUsdPerMonth",
    title: "Cost of another cadence than the best",
    unit: "USD/month",
    reads: "yours − the least",
    source: "definition",
    example: { of: "750 and 600 USD", given: { ownUsd: 750, bestUsd: 600 }, gives: 150 },
  },
  ({ ownUsd, bestUsd }: { ownUsd: number; bestUsd: number }) => ownUsd - bestUsd,
);

/** Exact for any cadence: age is a saw-tooth, and its mean over the month is taken. Without renewals age only grows. */
export const stalenessUsd = formula(
  {
    id: "maintenance.stalenessUsd",
    title: "Harm of knowledge grown stale",
    unit: "USD/month",
    reads: "cost added by each month of age × mean age in the month",
    source: "definition",
    example: {
      of: "100 USD more each month, renewed every 6: in the third month it is 2.5 months old",
      given: { stalenessUsdPerMonth: 100, everyMonths: 6, month: 2 },
      gives: 250,
    },
  },
  ({
    stalenessUsdPerMonth,
    everyMonths,
    month,
  }: {
    stalenessUsdPerMonth: number;
    everyMonths: number | null;
    month: number;
  }) => stalenessUsdPerMonth * (ageUntil(month + 1, everyMonths) - ageUntil(month, everyMonths)),
);

/** Age summed from launch: whole teeth of the saw, and what there is of the last. */
function ageUntil(month: number, every: number | null): number {
  if (every === null) return month ** 2 / 2;
  const whole = Math.floor(month / every + 1e-9);
  const rest = Math.max(0, month - whole * every);
  return (whole * every ** 2) / 2 + rest ** 2 / 2;
}
