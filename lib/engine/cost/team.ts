import { type TeamRole, teamRoles } from "@/lib/contract/scenario-words";
import { derive, type Figure } from "../figure";
import type { ScenarioFigures } from "../resolve/document";
import { everyMonth, inMonth, type PlanLine, planLine } from "./line";
import { bothBuilds, buildUsd, largerTeam, staffUsdPerMonth } from "./staff";

export type Automated = "api" | "selfHosted" | "hybrid";
type Role = ScenarioFigures["team"]["roles"][number];

/** A mix is built both ways, and the larger of the two teams looks after it. */
function workOf(role: Role, path: Automated): { people: Figure<number>; personMonths: Figure<number> } {
  const { runFteApi, runFteSelfHosted, buildMonthsApi, buildMonthsSelfHosted } = role;
  if (path === "api") return { people: runFteApi, personMonths: buildMonthsApi };
  if (path === "selfHosted") return { people: runFteSelfHosted, personMonths: buildMonthsSelfHosted };
  return {
    people: derive(largerTeam, { apiPeople: runFteApi, selfHostedPeople: runFteSelfHosted }),
    personMonths: derive(bothBuilds, { apiMonths: buildMonthsApi, selfHostedMonths: buildMonthsSelfHosted }),
  };
}

/** A role may stand in several rows, at different pay: each has lines of its own. */
function namesOf(roles: readonly Role[]): { id: string; label: string }[] {
  const before = new Map<TeamRole, number>();
  return roles.map(({ role: { value } }) => {
    const nth = (before.get(value) ?? 0) + 1;
    before.set(value, nth);
    const id = `${value.charAt(0).toUpperCase()}${value.slice(1)}`;
    return nth === 1 ? { id, label: teamRoles[value] } : { id: `${id}${nth}`, label: `${teamRoles[value]} (${nth})` };
  });
}

/** The people of each role who build a path and run it. */
export function teamLines({ team, economics }: ScenarioFigures, path: Automated): PlanLine[] {
  const months = economics.horizonMonths.value;
  const names = namesOf(team.roles);
  return team.roles.flatMap((role, index) => {
    const { id = "", label = "" } = names[index] ?? {};
    const { people, personMonths } = workOf(role, path);
    const pay = { usdPerYear: role.usdPerYear, overheadFactor: team.overheadFactor };
    return [
      planLine(
        { id: `build${id}`, label: `${label}: before launch`, kind: "oneOff", consideration: "cost" },
        "nothing",
        inMonth(derive(buildUsd, { personMonths, ...pay }), 0, months),
      ),
      {
        ...planLine(
          { id: `staff${id}`, label: `${label}: running it`, kind: "running", consideration: "cost" },
          "nothing",
          everyMonth(derive(staffUsdPerMonth, { people, ...pay }), months),
        ),
        people: { api: role.runFteApi.value, selfHosted: role.runFteSelfHosted.value },
      },
    ];
  });
}

/** Faults that engineers find and mend. */
export const incidentsLine = ({ economics }: ScenarioFigures, usdPerMonth: Figure<number>): PlanLine[] => [
  planLine(
    { id: "incidents", label: "Finding and mending faults", kind: "running", consideration: "maintenance" },
    "nothing",
    everyMonth(usdPerMonth, economics.horizonMonths.value),
  ),
];
