import type { Upkeep } from "@/lib/contract/result";
import { type PathId, type WorkRole, workRoles } from "@/lib/contract/scenario";
import { derive, type Figure, type Figured } from "../figure";
import type { Correction } from "./compose-corrections";
import type { Recurring } from "./compose-work";
import { hoursOfRole } from "./roles";

type Automated = Exclude<PathId, "people">;
export type Hours = { role: WorkRole; hours: Figure<number> };

/** Whether work that one way of serving needs falls due on a path: a mix needs that of both. */
export const neededOn = (on: "every" | "api" | "selfHosted", path: Automated): boolean =>
  on === "every" || path === "hybrid" || on === path;

/** What is not the model's own is mended once for both ways of a mix; a patch in place of training only the API needs. */
export const correctionsOn = (corrections: readonly Correction[], path: Automated): Correction[] =>
  corrections.filter(({ on, instead }) => (path === "hybrid" ? on === "selfHosted" || instead : on === path));

type Given = {
  paths: readonly Automated[];
  work: readonly Recurring[];
  corrections: readonly Correction[];
  /** Hours besides, by path. */
  others: (path: Automated) => readonly Hours[];
};

/** Hours of an average month, added up by role, in the order of the roles. */
export function composeHours({ paths, work, corrections, others }: Given): Figured<Upkeep["hoursByRole"]> {
  return paths.flatMap((path) => {
    const all: Hours[] = [
      ...work.flatMap(({ on, role, hoursPerMonth }) => (neededOn(on, path) ? [{ role, hours: hoursPerMonth }] : [])),
      ...correctionsOn(corrections, path).flatMap(({ role, hoursPerMonth, judgingHoursPerMonth }) => [
        { role, hours: hoursPerMonth },
        { role: "evaluator" as const, hours: judgingHoursPerMonth },
      ]),
      ...others(path),
    ];
    return (Object.keys(workRoles) as WorkRole[]).flatMap((role) => {
      const hours = all.flatMap((each) => (each.role === role && each.hours.value > 0 ? [each.hours] : []));
      return hours.length > 0 ? [{ path, role, hoursPerMonth: derive(hoursOfRole, { hours }) }] : [];
    });
  });
}
