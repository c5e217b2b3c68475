import type { CalendarEvent } from "@/lib/contract/result";
import { type Scenario, teamRoles, upkeepKinds } from "@/lib/contract/scenario";
import { monthLabel } from "../traffic/months";
import { daysPerMonth, monthsPerYear } from "../units";

export type Event = CalendarEvent;

/** When the API's model is retired, as far as the plan goes, and how many days before one must start to move. */
export type Retirements = { months: readonly number[]; leadDays: number };

/** Months in which something that comes so often a year falls due, the month of launch being 0; each month once. */
export const releaseMonths = (perYear: number, horizonMonths: number): number[] => {
  if (perYear <= 0) return [];
  const every = monthsPerYear / perYear;
  const months: number[] = [];
  for (let count = 1; count * every <= horizonMonths - 1e-9; count += 1) months.push(Math.floor(count * every + 1e-9));
  return [...new Set(months)];
};

const considered = ({ paths }: Scenario) => ({
  api: paths.api.enabled || paths.hybrid.enabled,
  hosting: paths.selfHosted.enabled || paths.hybrid.enabled,
});

/** More often than monthly it stands in every month, with how often in words. */
const often = (timesPerYear: number): string =>
  timesPerYear > monthsPerYear ? ` (${Math.round(timesPerYear * 10) / 10} times a year)` : "";

const hoursOf = (hours: number): string => (hours >= 48 ? `${Math.round(hours / 24)} days` : `${hours} hours`);

/** Work on the data before launch: how long it takes, and how many months before it must begin. */
export type BeforeLaunch = { days: number; months: number };

/** What falls due in which month of the plan, the first month being 0; what comes before is below. */
export function calendarOf(scenario: Scenario, retirements: Retirements, before: BeforeLaunch): Event[] {
  const { economics, maintenance, data } = scenario;
  const { horizonMonths, startMonth } = economics;
  const { api, hosting } = considered(scenario);
  if (!api && !hosting) return [];
  const events: Omit<Event, "label">[] = [
    { month: 0, kind: "launch", what: "Launch, after the first round of evaluation" },
  ];
  if (before.months > 0) {
    const what = `Work on documents and examples must begin: ${Math.ceil(before.days)} working days`;
    events.push({ month: -before.months, kind: "data", what });
  }
  const add = (months: readonly number[], kind: Event["kind"], what: string) => {
    for (const month of months) if (month >= 0 && month < horizonMonths) events.push({ month, kind, what });
  };
  const { canaryShare, canaryHours, releasesPerYear } = maintenance;
  const trial =
    canaryShare > 0 && canaryHours > 0
      ? `, ${Math.round(canaryShare * 1000) / 10}% of requests for ${hoursOf(canaryHours)}`
      : "";
  add(
    releaseMonths(releasesPerYear, horizonMonths),
    "release",
    `Release: round of evaluation${trial}, then live${often(releasesPerYear)}`,
  );
  const tuned = hosting || (api && scenario.paths.api.fineTuned);
  if (tuned) add(releaseMonths(maintenance.fineTunesPerYear, horizonMonths), "fineTune", "Fine-tune on new examples");
  for (const { kind, timesPerYear, role, on } of maintenance.work) {
    if ((on === "api" && !api) || (on === "selfHosted" && !hosting)) continue;
    const what = `${upkeepKinds[kind]}${often(timesPerYear)}: ${teamRoles[role].toLowerCase()}`;
    add(releaseMonths(timesPerYear, horizonMonths), kind, what);
  }
  if (maintenance.monitoredPerMonth > 0) {
    const every = monthsPerYear / maintenance.driftMonths;
    add(releaseMonths(every, horizonMonths), "drift", "Judge from the answers reviewed whether quality has dropped");
  }
  if (api) {
    add(retirements.months, "migration", "API model retired: the move to its successor must be done");
    const starts = retirements.months.map((month) =>
      Math.max(0, Math.floor(month - retirements.leadDays / daysPerMonth)),
    );
    add(
      starts,
      "migrationStart",
      `Start to move to the next API model: it takes about ${Math.ceil(retirements.leadDays)} days`,
    );
  }
  addHardware(scenario, hosting, add);
  if (data.refreshSharePerYear > 0 && data.labelledExamples > 0) {
    add(
      releaseMonths(1, horizonMonths),
      "review",
      "Examples renewed over the year are complete: check their agreement",
    );
  }
  return events
    .sort((a, b) => a.month - b.month)
    .map((event) => ({ ...event, label: monthLabel(startMonth, event.month) }));
}

function addHardware(
  { paths, economics }: Scenario,
  hosting: boolean,
  add: (months: readonly number[], kind: Event["kind"], what: string) => void,
): void {
  const { acquisition } = paths.selfHosted;
  if (!hosting) return;
  if (acquisition.kind === "buy") {
    add(
      [Math.round(acquisition.lifeYears * monthsPerYear)],
      "hardware",
      "Machines bought at launch reach the end of their life",
    );
    return;
  }
  if (acquisition.term === "onDemand" || acquisition.term === "spot") return;
  const every = acquisition.term === "reserved1Year" ? monthsPerYear : 3 * monthsPerYear;
  const ends = Array.from({ length: Math.floor(economics.horizonMonths / every) }, (_, index) => (index + 1) * every);
  add(ends, "hardware", "Reservation of the machines ends: renew or change");
}
