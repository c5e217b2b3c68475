import { derive, type Figure, formula, given } from "../figure";
import type { Acquisition } from "../resolve/acquisition";
import type { ScenarioFigures } from "../resolve/document";
import { monthsPerYear } from "../units";

/** How long hardware takes to come, and what that leaves of the plan. */
export type Lead = { months: Figure<number>; monthsWithout: Figure<number> };

const usual = (value: number, note: string): Figure<number> =>
  given(value, {
    kind: "default",
    label: "Lead time of hardware",
    unit: "month",
    path: "paths.selfHosted.leadMonths",
    note: `Our assumption: ${note}`,
  });

const usualOf = {
  atOnce: usual(0, "machines on demand and at spot are there within hours."),
  reserved: usual(1, "a month to agree a reservation and have it provided."),
  bought: usual(4, "8 to 12 weeks to be delivered (Dell, April 2024), and time to install and connect."),
};

const monthOf = (date: string): number => {
  const [year = 0, month = 1] = date.split("-").map(Number);
  return year * monthsPerYear + month;
};

export const monthsUntilLaunch = formula(
  {
    id: "fleet.monthsUntilLaunch",
    title: "Months until launch",
    unit: "month",
    reads: "months from the day of the prices, taken as the day of the order, to the first month of the plan",
    source: "definition",
    example: {
      of: "from 24 November 2026 to February 2027",
      given: { orderedOn: "2026-11-24", startMonth: "2027-02" },
      gives: 3,
    },
  },
  ({ orderedOn, startMonth }: { orderedOn: string; startMonth: string }) =>
    Math.max(0, monthOf(startMonth) - monthOf(orderedOn)),
);

export const monthsWithoutHardware = formula(
  {
    id: "fleet.monthsWithoutHardware",
    title: "Months of the plan before hardware serves",
    unit: "month",
    reads: "lead time − months until launch, rounded up, never below 0",
    source: "definition",
    example: { of: "4 months of lead, a month to go", given: { leadMonths: 4, monthsUntilLaunch: 1 }, gives: 3 },
  },
  (given: { leadMonths: number; monthsUntilLaunch: number }) =>
    Math.max(0, Math.ceil(given.leadMonths - given.monthsUntilLaunch)),
);

export const servingCapacity = formula(
  {
    id: "fleet.servingCapacity",
    title: "Rate the fleet may carry once it is there",
    unit: "request/s",
    reads: "none before hardware serves, then what the fleet may carry",
    source: "definition",
    example: {
      of: "the second month, with three to wait",
      given: { capacityRequestsPerSecond: 11, month: 1, monthsWithout: 3 },
      gives: 0,
    },
  },
  (given: { capacityRequestsPerSecond: number; month: number; monthsWithout: number }) =>
    given.month < given.monthsWithout ? 0 : given.capacityRequestsPerSecond,
);

/** What is entered, or what is usual for the way hardware is got. */
export function leadOf({ paths, economics }: ScenarioFigures, acquisition: Acquisition): Lead {
  const own = paths.selfHosted.leadMonths;
  const rented = acquisition.kind === "rent" && (acquisition.termMonths === null ? "atOnce" : "reserved");
  const months = own.value === null ? usualOf[rented || "bought"] : (own as Figure<number>);
  return {
    months,
    monthsWithout: derive(monthsWithoutHardware, {
      leadMonths: months,
      monthsUntilLaunch: derive(monthsUntilLaunch, {
        orderedOn: economics.pricedOn,
        startMonth: economics.startMonth,
      }),
    }),
  };
}
