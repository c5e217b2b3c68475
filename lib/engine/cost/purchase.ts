import { formula } from "../figure";
import { hoursPerMonth, hoursPerYear, monthsPerYear, wattsPerKilowatt } from "../units";

/** Machines bought in earlier months that have reached the end of their life in this one. */
export const machinesRetired = formula(
  {
    id: "cost.machinesRetired",
    title: "Machines at the end of their life",
    unit: "machine",
    reads: "machines bought exactly one life ago",
    source: "definition",
    example: {
      of: "2 bought a life of 2 months ago",
      given: { bought: [2, 1], month: 2, lifeYears: 2 / 12 },
      gives: 2,
    },
  },
  ({ bought, month, lifeYears }: { bought: readonly number[]; month: number; lifeYears: number }) =>
    bought[month - Math.round(lifeYears * monthsPerYear)] ?? 0,
);

export const machinesBought = formula(
  {
    id: "cost.machinesBought",
    title: "Machines bought in a month",
    unit: "machine",
    reads: "machines needed − (machines owned − machines at the end of their life), never below 0",
    source: "definition",
    example: { of: "5 needed, 4 owned, 1 retires", given: { needed: 5, owned: 4, retired: 1 }, gives: 2 },
  },
  ({ needed, owned, retired }: { needed: number; owned: number; retired: number }) =>
    Math.max(0, needed - (owned - retired)),
);

export const machinesOwned = formula(
  {
    id: "cost.machinesOwned",
    title: "Machines owned",
    unit: "machine",
    reads: "owned the month before − retired + bought",
    source: "definition",
    example: { of: "4 − 1 + 2", given: { owned: 4, retired: 1, bought: 2 }, gives: 5 },
  },
  ({ owned, retired, bought }: { owned: number; retired: number; bought: number }) => owned - retired + bought,
);

export const machineUsd = formula(
  {
    id: "cost.machineUsd",
    title: "Price of a machine",
    unit: "USD",
    reads: "accelerators in a machine × price of one × server factor",
    source: "definition",
    example: {
      of: "8 at 30,000 USD, server factor 1.28",
      given: { acceleratorsPerMachine: 8, usdPerAccelerator: 30_000, serverFactor: 1.28 },
      gives: 307_200,
    },
  },
  (given: { acceleratorsPerMachine: number; usdPerAccelerator: number; serverFactor: number }) =>
    given.acceleratorsPerMachine * given.usdPerAccelerator * given.serverFactor,
);

export const purchaseUsd = formula(
  {
    id: "cost.purchaseUsd",
    title: "Machines paid for in a month",
    unit: "USD",
    reads: "machines bought × price of a machine",
    source: "definition",
    example: { of: "2 at 307,200 USD", given: { bought: 2, machineUsd: 307_200 }, gives: 614_400 },
  },
  ({ bought, machineUsd }: { bought: number; machineUsd: number }) => bought * machineUsd,
);

type Sale = { retired: number; machineUsd: number; residualShare: number };

export const saleUsd = formula(
  {
    id: "cost.saleUsd",
    title: "Sale of machines at the end of their life",
    unit: "USD",
    reads: "− machines retired × price of a machine × residual share",
    source: "definition",
    example: { of: "2 at 10 %", given: { retired: 2, machineUsd: 307_200, residualShare: 0.1 }, gives: -61_440 },
  },
  ({ retired, machineUsd, residualShare }: Sale) => -retired * machineUsd * residualShare,
);

type Remaining = {
  bought: readonly number[];
  machineUsd: number;
  residualShare: number;
  lifeYears: number;
};

/** Straight line from the price to the residual share over the life, as for book values. */
export const remainingValueUsd = formula(
  {
    id: "cost.remainingValueUsd",
    title: "Worth of the machines at the horizon",
    unit: "USD",
    reads:
      "− Σ over machines still owned: price × (1 − (1 − residual share) × age at the horizon ÷ life); those that reached the end of their life earlier stand under sales",
    source: "definition",
    example: {
      of: "one machine of 100,000 USD after 12 of 48 months, residual 10 %: 1 − 0.9 × 0.25",
      given: {
        bought: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
        machineUsd: 100_000,
        residualShare: 0.1,
        lifeYears: 4,
      },
      gives: -77_500,
    },
  },
  ({ bought, machineUsd, residualShare, lifeYears }: Remaining) => {
    const life = Math.round(lifeYears * monthsPerYear);
    const horizon = bought.length;
    let worth = 0;
    bought.forEach((count, month) => {
      const age = horizon - month;
      // An older cohort was sold in the month its life ended.
      if (age <= life) worth += count * (1 - (1 - residualShare) * (age / life));
    });
    return -worth * machineUsd;
  },
);

export const supportUsd = formula(
  {
    id: "cost.supportUsd",
    title: "Hardware support of a month",
    unit: "USD/month",
    reads: "machines owned × price of a machine × support share a year ÷ 12",
    source: "definition",
    example: {
      of: "2 machines of 300,000 USD at 5 %",
      given: { owned: 2, machineUsd: 300_000, supportSharePerYear: 0.05 },
      gives: 2500,
    },
  },
  ({ owned, machineUsd, supportSharePerYear }: { owned: number; machineUsd: number; supportSharePerYear: number }) =>
    (owned * machineUsd * supportSharePerYear) / monthsPerYear,
);

export const powerUsd = formula(
  {
    id: "cost.powerUsd",
    title: "Electricity of a month",
    unit: "USD/month",
    reads: "facility watts ÷ 1,000 × hours in a mean month × price of a kWh",
    source: "definition",
    example: {
      of: "13.84 kW at 0.146 USD: 13.84 × 730.5 × 0.146",
      given: { facilityWatts: 13_840, usdPerKwh: 0.146 },
      gives: 1476.07752,
    },
  },
  ({ facilityWatts, usdPerKwh }: { facilityWatts: number; usdPerKwh: number }) =>
    (facilityWatts / wattsPerKilowatt) * hoursPerMonth * usdPerKwh,
);

export const colocationUsd = formula(
  {
    id: "cost.colocationUsd",
    title: "Colocation of a month",
    unit: "USD/month",
    reads: "facility watts ÷ 1,000 × price per kW and month",
    source: "definition",
    example: { of: "10 kW at 184 USD", given: { facilityWatts: 10_000, usdPerKwMonth: 184 }, gives: 1840 },
  },
  ({ facilityWatts, usdPerKwMonth }: { facilityWatts: number; usdPerKwMonth: number }) =>
    (facilityWatts / wattsPerKilowatt) * usdPerKwMonth,
);

type Owned = { machineUsd: number; acceleratorsPerMachine: number; residualShare: number; lifeYears: number };

/** What an hour of a bought accelerator is worth to the plan, for work besides serving. */
export const ownedUsdPerAcceleratorHour = formula(
  {
    id: "cost.ownedUsdPerAcceleratorHour",
    title: "An hour of an owned accelerator",
    unit: "USD/accelerator·h",
    reads: "price of a machine × (1 − residual share) ÷ life in hours ÷ accelerators in it",
    source: "definition",
    example: {
      of: "8 accelerators for 350,640 USD in 4 years, no residual: 350,640 ÷ 35,064 h ÷ 8",
      given: { machineUsd: 350_640, acceleratorsPerMachine: 8, residualShare: 0, lifeYears: 4 },
      gives: 1.25,
    },
  },
  ({ machineUsd, acceleratorsPerMachine, residualShare, lifeYears }: Owned) =>
    (machineUsd * (1 - residualShare)) / (lifeYears * hoursPerYear) / acceleratorsPerMachine,
);
