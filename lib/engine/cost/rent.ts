import { formula } from "../figure";
import { hoursPerMonth } from "../units";

export const discountedRent = formula(
  {
    id: "cost.discountedRent",
    title: "Rent less a usual discount",
    unit: "USD/accelerator·h",
    reads: "on-demand price × (1 − discount)",
    source: "definition",
    example: {
      of: "4 USD less 37.5 %",
      given: { onDemandUsdPerAcceleratorHour: 4, discountShare: 0.375 },
      gives: 2.5,
    },
  },
  (given: { onDemandUsdPerAcceleratorHour: number; discountShare: number }) =>
    given.onDemandUsdPerAcceleratorHour * (1 - given.discountShare),
);

type Rent = { accelerators: number; usdPerAcceleratorHour: number; trendFactor: number; interruptedShare: number };

export const rentUsd = formula(
  {
    id: "cost.rentUsd",
    title: "Rent of a month",
    unit: "USD/month",
    reads:
      "accelerators that are on, in whole machines × (1 + extra hours for interruptions) × hours in a mean month × price of an accelerator-hour × trend",
    source: "definition",
    example: {
      of: "8 accelerators at 2 USD an hour: 8 × 730.5 × 2",
      given: { accelerators: 8, usdPerAcceleratorHour: 2, trendFactor: 1, interruptedShare: 0 },
      gives: 11_688,
    },
  },
  ({ accelerators, usdPerAcceleratorHour, trendFactor, interruptedShare }: Rent) =>
    accelerators * (1 + interruptedShare) * hoursPerMonth * usdPerAcceleratorHour * trendFactor,
);

/** Reservations end together, one term after another from launch: until then what is reserved stays reserved. */
export const reservedAccelerators = formula(
  {
    id: "cost.reservedAccelerators",
    title: "Accelerators reserved",
    unit: "accelerator",
    reads: "the most that any month of this term has needed so far, as a reservation cannot be given back",
    source: "definition",
    example: { of: "16 needed, then 24, then 16", given: { neededThisTerm: [16, 24, 16] }, gives: 24 },
  },
  ({ neededThisTerm }: { neededThisTerm: readonly number[] }) => Math.max(...neededThisTerm),
);

/** Month in which the term that a month lies in began. */
export const termStart = (month: number, termMonths: number): number => Math.floor(month / termMonths) * termMonths;
