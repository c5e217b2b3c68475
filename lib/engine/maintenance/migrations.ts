import { formula } from "../figure";
import { daysPerMonth, hoursPerDay } from "../units";

/** Moves that a provider forces by retiring a model: how often, when, at what cost, and whether there is time for them. */

const dayMs = 86_400_000;

/** Days since 1970; a month means its middle. */
function dayOf(date: string): number {
  const [year = 1970, month = 1, day = 15] = date.split("-").map(Number);
  return Date.UTC(year, month - 1, day) / dayMs;
}

export const observedLifetimeMonths = formula(
  {
    id: "maintenance.observedLifetimeMonths",
    title: "Lifetime of the provider's models",
    unit: "month",
    reads: "median of the months from release to retirement, of the models whose dates are known",
    source: "definition",
    example: {
      of: "two models of 365 and 731 days",
      given: { releasedOn: ["2024-01-01", "2023-01-01"], retiresOn: ["2024-12-31", "2025-01-01"] },
      gives: (365 + 731) / 2 / (365.25 / 12),
    },
  },
  ({ releasedOn, retiresOn }: { releasedOn: readonly string[]; retiresOn: readonly string[] }) =>
    median(releasedOn.map((released, index) => dayOf(retiresOn[index] ?? released) - dayOf(released))) / daysPerMonth,
);

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

export const observedNoticeDays = formula(
  {
    id: "maintenance.observedNoticeDays",
    title: "Shortest notice the provider gave",
    unit: "day",
    reads: "fewest days from announcement to retirement, of the models whose dates are known",
    source: "definition",
    example: {
      of: "24 and 29 days",
      given: { announcedOn: ["2025-11-06", "2025-12-02"], retiresOn: ["2025-11-30", "2025-12-31"] },
      gives: 24,
    },
  },
  ({ announcedOn, retiresOn }: { announcedOn: readonly string[]; retiresOn: readonly string[] }) =>
    Math.min(...announcedOn.map((announced, index) => dayOf(retiresOn[index] ?? announced) - dayOf(announced))),
);

/** Whole months from the first of the plan's first month; negative where it is before. */
export const monthsToRetirement = formula(
  {
    id: "maintenance.monthsToRetirement",
    title: "Month in which the chosen model retires",
    unit: "month",
    reads: "calendar months from launch to the announced date",
    source: "definition",
    example: {
      of: "launch in December 2026, retired on 14 January 2027",
      given: { startMonth: "2026-12", retiresOn: "2027-01-14" },
      gives: 1,
    },
  },
  ({ startMonth, retiresOn }: { startMonth: string; retiresOn: string }) =>
    monthNumber(retiresOn) - monthNumber(startMonth),
);

const monthNumber = (date: string): number => {
  const [year = 0, month = 1] = date.split("-").map(Number);
  return year * 12 + month;
};

/** At least one month, as nothing has been announced yet. */
export const monthsLeft = formula(
  {
    id: "maintenance.monthsLeft",
    title: "Months the chosen model has left at launch",
    unit: "month",
    reads: "lifetime − months from its release to launch, at least 1",
    source: "definition",
    example: {
      of: "18 months, released three months before launch",
      given: { lifetimeMonths: 18, releasedOn: "2026-09-02", startMonth: "2026-12" },
      gives: 15,
    },
  },
  ({ lifetimeMonths, releasedOn, startMonth }: { lifetimeMonths: number; releasedOn: string; startMonth: string }) =>
    Math.max(1, lifetimeMonths - (monthNumber(startMonth) - monthNumber(releasedOn))),
);

export const expectedMigrations = formula(
  {
    id: "maintenance.expectedMigrations",
    title: "Forced moves to expect over the plan",
    unit: "1",
    reads: "horizon ÷ lifetime of a model",
    source: "definition",
    example: { of: "36 months, 18 each", given: { horizonMonths: 36, lifetimeMonths: 18 }, gives: 2 },
  },
  ({ horizonMonths, lifetimeMonths }: { horizonMonths: number; lifetimeMonths: number }) =>
    horizonMonths / lifetimeMonths,
);

export const migrationUsd = formula(
  {
    id: "maintenance.migrationUsd",
    title: "A move to another API model",
    unit: "USD",
    reads: "hours × cost of an hour + rounds of evaluation × cost of one",
    source: "definition",
    example: {
      of: "40 hours at 140 USD, two rounds for 1,000",
      given: { hours: 40, usdPerHour: 140, rounds: 2, roundUsd: 1000 },
      gives: 7600,
    },
  },
  ({ hours, usdPerHour, rounds, roundUsd }: { hours: number; usdPerHour: number; rounds: number; roundUsd: number }) =>
    hours * usdPerHour + rounds * roundUsd,
);

type Lead = {
  hours: number;
  rounds: number;
  daysPerRound: number;
  productiveHoursPerDay: number;
  canaryShare: number;
  canaryHours: number;
};

/** One person adapts, then the rounds, then the trial on some of the requests; five working days make a week. */
export const migrationLeadDays = formula(
  {
    id: "maintenance.migrationLeadDays",
    title: "Days a move takes",
    unit: "day",
    reads:
      "(hours ÷ productive hours a day + rounds × working days of one) × 7 ÷ 5 + hours on some of the requests ÷ 24, if any",
    source: "definition",
    example: {
      of: "60 hours, two rounds of 5 days, a day's trial",
      given: { hours: 60, rounds: 2, daysPerRound: 5, productiveHoursPerDay: 6, canaryShare: 0.05, canaryHours: 24 },
      gives: 29,
    },
  },
  ({ hours, rounds, daysPerRound, productiveHoursPerDay, canaryShare, canaryHours }: Lead) =>
    ((hours / productiveHoursPerDay + rounds * daysPerRound) * 7) / 5 +
    (canaryShare > 0 ? canaryHours / hoursPerDay : 0),
);

export const migrationHoursPerMonth = formula(
  {
    id: "maintenance.migrationHoursPerMonth",
    title: "Hours on moves, a month",
    unit: "h/month",
    reads: "moves over the plan × hours ÷ months of the plan",
    source: "definition",
    example: { of: "2 of 36 hours in 36 months", given: { moves: 2, hours: 36, horizonMonths: 36 }, gives: 2 },
  },
  ({ moves, hours, horizonMonths }: { moves: number; hours: number; horizonMonths: number }) =>
    (moves * hours) / horizonMonths,
);

type Ends = { firstMonth: number; lifetimeMonths: number | null; horizonMonths: number };

/** Whole months within the plan in which a model retires: the chosen one first, then each successor at its age. */
export function retirementMonths({ firstMonth, lifetimeMonths, horizonMonths }: Ends): number[] {
  const months: number[] = [];
  for (let month = firstMonth; Math.round(month) < horizonMonths; month += lifetimeMonths ?? horizonMonths) {
    if (month >= 0) months.push(Math.round(month));
    else if (lifetimeMonths === null) break;
  }
  return months;
}

export const plannedMigrations = formula(
  {
    id: "maintenance.plannedMigrations",
    title: "Moves that fall due within the plan",
    unit: "1",
    reads: "the first retirement and every lifetime after it, as long as the plan lasts",
    source: "definition",
    example: {
      of: "18 months each from launch, 36 months: the second falls due after the end",
      given: { firstMonth: 18, lifetimeMonths: 18, horizonMonths: 36 },
      gives: 1,
    },
  },
  (ends: Ends) => retirementMonths(ends).length,
);
