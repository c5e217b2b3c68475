import type { TeamRole } from "@/lib/contract/scenario";
import { derive, type Figure, formula } from "../figure";
import type { ScenarioFigures } from "../resolve/document";
import { engineerUsdPerHour } from "./incidents";

/** An hour of a role: at its pay in the team, else at the pay for hours of upkeep. On call the team pays an allowance, not hours. */
export function roleUsdPerHour({ team }: ScenarioFigures, role: TeamRole): Figure<number> {
  const row = role === "onCall" ? undefined : team.roles.find((each) => each.role.value === role);
  return derive(engineerUsdPerHour, {
    usdPerYear: row?.usdPerYear ?? team.engineerUsdPerYear,
    overheadFactor: team.overheadFactor,
    workingHoursPerYear: team.workingHoursPerYear,
  });
}

export const hoursOfRole = formula(
  {
    id: "maintenance.hoursOfRole",
    title: "Hours of a role in a month",
    unit: "h/month",
    reads: "its hours of recurring work, releases, corrections, faults and moves, added up",
    source: "definition",
    example: { of: "8 hours and 4", given: { hours: [8, 4] }, gives: 12 },
  },
  ({ hours }: { hours: readonly number[] }) => hours.reduce((sum, each) => sum + each, 0),
);
