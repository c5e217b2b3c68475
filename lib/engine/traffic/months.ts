import { type Figure, given } from "../figure";
import { monthsPerYear } from "../units";

/** Label of a month of the plan: `2026-12` and 1 make `2027-01`. */
export function monthLabel(startMonth: string, index: number): string {
  const [year = "0", month = "1"] = startMonth.split("-");
  const count = Number(year) * monthsPerYear + (Number(month) - 1) + index;
  return `${Math.floor(count / monthsPerYear)}-${String((count % monthsPerYear) + 1).padStart(2, "0")}`;
}

const counted: Figure<number>[] = [];

/** Months since launch as a figure; the same object every time, as thousands of steps refer to it. */
export function monthsSinceLaunch(index: number): Figure<number> {
  const known = counted[index];
  if (known) return known;
  const figure = given(index, {
    kind: "default",
    label: "Months since launch",
    unit: "month",
    path: "economics.horizonMonths",
    note: "Counted from 0 in the first month of the horizon.",
  });
  counted[index] = figure;
  return figure;
}
