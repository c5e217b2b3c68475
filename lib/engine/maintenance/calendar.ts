import type { Scenario } from "@/lib/contract/scenario";
import { monthLabel } from "../traffic/months";
import { monthsPerYear } from "../units";
import { releaseMonths } from "./upkeep";

export type Event = {
  month: number;
  label: string;
  kind: "launch" | "release" | "fineTune" | "migration" | "hardware" | "review";
  what: string;
};

const considered = ({ paths }: Scenario) => ({
  api: paths.api.enabled || paths.hybrid.enabled,
  hosting: paths.selfHosted.enabled || paths.hybrid.enabled,
});

/** What falls due in which month of the plan, the first month being 0. */
export function calendarOf(scenario: Scenario): Event[] {
  const { economics, maintenance, data, paths } = scenario;
  const { horizonMonths, startMonth } = economics;
  const { api, hosting } = considered(scenario);
  if (!api && !hosting) return [];
  const events: Omit<Event, "label">[] = [
    { month: 0, kind: "launch", what: "Launch, after the first round of evaluation" },
  ];
  const add = (months: readonly number[], kind: Event["kind"], what: string) => {
    for (const month of months) if (month < horizonMonths) events.push({ month, kind, what });
  };
  add(releaseMonths(maintenance.releasesPerYear, horizonMonths), "release", "Release: round of evaluation, then live");
  if (hosting) add(releaseMonths(maintenance.fineTunesPerYear, horizonMonths), "fineTune", "Fine-tune on new examples");
  if (api) {
    const every = maintenance.apiModelLifetimeMonths;
    const ends = Array.from({ length: Math.ceil(horizonMonths / every) }, (_, index) =>
      Math.round((index + 1) * every),
    );
    add(ends, "migration", "API model retired: move to its successor");
  }
  const { acquisition } = paths.selfHosted;
  if (hosting && acquisition.kind === "buy") {
    add(
      [Math.round(acquisition.lifeYears * monthsPerYear)],
      "hardware",
      "Machines bought at launch reach the end of their life",
    );
  }
  if (hosting && acquisition.kind === "rent" && acquisition.term !== "onDemand" && acquisition.term !== "spot") {
    const every = acquisition.term === "reserved1Year" ? monthsPerYear : 3 * monthsPerYear;
    const ends = Array.from({ length: Math.floor(horizonMonths / every) }, (_, index) => (index + 1) * every);
    add(ends, "hardware", "Reservation of the machines ends: renew or change");
  }
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
