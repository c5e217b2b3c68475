import type { CorrectionMethod } from "@/lib/contract/scenario";
import { formula } from "../figure";
import { monthsPerYear } from "../units";

/** Corrections, retirements, reviews and refreshes over the horizon. */

type Way = { hours: number; shareOfFineTune: number; days: number; residualShare: number };

/** Our assumptions, in the order of what they change; sharded retraining after Bourtoule et al. (2021): 1 ÷ 10 of a run. */
export const correctionWays: Record<CorrectionMethod, Way> = {
  promptPatch: { hours: 1, shareOfFineTune: 0, days: 1, residualShare: 0.3 },
  retrieval: { hours: 0.5, shareOfFineTune: 0, days: 1, residualShare: 0.1 },
  fineTune: { hours: 8, shareOfFineTune: 0.2, days: 7, residualShare: 0.2 },
  unlearning: { hours: 16, shareOfFineTune: 0.1, days: 7, residualShare: 0.3 },
  shards: { hours: 4, shareOfFineTune: 0.1, days: 5, residualShare: 0 },
  retraining: { hours: 8, shareOfFineTune: 1, days: 14, residualShare: 0 },
};

export const correctionHours = formula(
  {
    id: "maintenance.correctionHours",
    title: "Hours on corrections",
    unit: "h/month",
    reads: "corrections a month × hours of one (our assumption for the method)",
    source: "definition",
    example: { of: "10 patches of an hour", given: { perMonth: 10, hours: 1 }, gives: 10 },
  },
  ({ perMonth, hours }: { perMonth: number; hours: number }) => perMonth * hours,
);

type Corrected = {
  hoursPerMonth: number;
  usdPerHour: number;
  perMonth: number;
  acceleratorHours: number;
  shareOfFineTune: number;
  usdPerAcceleratorHour: number;
};

/** One run settles all requests of a month: they are gathered, not run one by one. */
export const correctionsUsd = formula(
  {
    id: "maintenance.correctionsUsd",
    title: "Corrections of a month",
    unit: "USD/month",
    reads:
      "hours × cost of an hour + (where there is any) one run: accelerator-hours of a fine-tune × share of it × price of an accelerator-hour",
    source: "definition",
    example: {
      of: "16 hours at 140 USD and a tenth of a run of 100 hours at 2 USD",
      given: {
        hoursPerMonth: 16,
        usdPerHour: 140,
        perMonth: 1,
        acceleratorHours: 100,
        shareOfFineTune: 0.1,
        usdPerAcceleratorHour: 2,
      },
      gives: 2260,
    },
  },
  ({ hoursPerMonth, usdPerHour, perMonth, acceleratorHours, shareOfFineTune, usdPerAcceleratorHour }: Corrected) =>
    hoursPerMonth * usdPerHour + Math.min(1, perMonth) * acceleratorHours * shareOfFineTune * usdPerAcceleratorHour,
);

export const migrationsOverHorizon = formula(
  {
    id: "maintenance.migrationsOverHorizon",
    title: "Moves to another API model",
    unit: "1",
    reads: "whole lifetimes of an API model that end within the horizon",
    source: "definition",
    example: {
      of: "18 months each, in 36 months, the last one after its end",
      given: { horizonMonths: 36, lifetimeMonths: 18 },
      gives: 1,
    },
  },
  ({ horizonMonths, lifetimeMonths }: { horizonMonths: number; lifetimeMonths: number }) =>
    Math.ceil(horizonMonths / lifetimeMonths) - 1,
);

export const migrationUsd = formula(
  {
    id: "maintenance.migrationUsd",
    title: "A move to another API model",
    unit: "USD",
    reads: "hours × cost of an hour + a round of evaluation",
    source: "definition",
    example: {
      of: "40 hours at 140 USD, a round for 1,000",
      given: { hours: 40, usdPerHour: 140, roundUsd: 1000 },
      gives: 6600,
    },
  },
  ({ hours, usdPerHour, roundUsd }: { hours: number; usdPerHour: number; roundUsd: number }) =>
    hours * usdPerHour + roundUsd,
);

export const monitoringUsd = formula(
  {
    id: "maintenance.monitoringUsd",
    title: "Answers reviewed in a month",
    unit: "USD/month",
    reads: "answers × minutes ÷ 60 × cost of an hour of judging",
    source: "definition",
    example: { of: "100 of 3 minutes at 45 USD", given: { items: 100, minutes: 3, usdPerHour: 45 }, gives: 225 },
  },
  ({ items, minutes, usdPerHour }: { items: number; minutes: number; usdPerHour: number }) =>
    ((items * minutes) / 60) * usdPerHour,
);

/** Null where growing stale costs nothing, or a refresh does. */
export const bestRefreshMonths = formula(
  {
    id: "maintenance.bestRefreshMonths",
    title: "Months between refreshes that cost least",
    unit: "month",
    reads: "√(2 × cost of a refresh ÷ cost added by each month of age): the square-root rule of stock keeping",
    source: {
      title: "F. W. Harris, How many parts to make at once, Factory 10 (1913)",
      url: "https://en.wikipedia.org/wiki/Economic_order_quantity",
      asOf: "1913",
    },
    example: { of: "1,800 USD, 100 USD more each month", given: { refreshUsd: 1800, stalenessUsd: 100 }, gives: 6 },
  },
  ({ refreshUsd, stalenessUsd }: { refreshUsd: number; stalenessUsd: number }): number | null =>
    stalenessUsd > 0 && refreshUsd > 0 ? Math.sqrt((2 * refreshUsd) / stalenessUsd) : null,
);

export const releaseMonths = (perYear: number, horizonMonths: number): number[] => {
  if (perYear <= 0) return [];
  const every = monthsPerYear / perYear;
  const months: number[] = [];
  for (let at = every; at <= horizonMonths - 1e-9; at += every) months.push(Math.floor(at));
  return [...new Set(months)];
};
