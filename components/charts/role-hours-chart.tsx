"use client";

import type { Upkeep } from "@/lib/contract/result";
import { type PathId, pathIds, type WorkRole, workRoles } from "@/lib/contract/scenario";
import { format } from "@/lib/format";
import { pathNames } from "../figures/names";
import { ChartFrame } from "./chart-frame";
import { StackDrawing } from "./drawings";
import { partColour } from "./path-colours";

const roles = Object.keys(workRoles) as WorkRole[];

/** Hours of upkeep in an average month, by role, a bar for each way considered. */
export function RoleHoursChart({ hours }: { hours: Upkeep["hoursByRole"] }) {
  const of = (path: PathId, role: WorkRole) =>
    hours.find((each) => each.path === path && each.role === role)?.hoursPerMonth ?? 0;
  const paths = pathIds.filter((path) => hours.some((each) => each.path === path));
  const shown = roles.filter((role) => hours.some((each) => each.role === role));
  const total = (path: PathId) => shown.reduce((sum, role) => sum + of(path, role), 0);
  const [first, ...others] = [...paths].sort((a, b) => total(b) - total(a));
  if (!first) return null;
  const least = others.at(-1);
  const table = {
    columns: [
      { id: "role", label: "Role" },
      ...paths.map((path) => ({ id: path, label: pathNames[path], unit: "h/month" })),
    ],
    rows: [
      ...shown.map((role) => ({
        role: workRoles[role],
        ...Object.fromEntries(paths.map((path) => [path, of(path, role)])),
      })),
      { role: "Together", ...Object.fromEntries(paths.map((path) => [path, total(path)])) },
    ],
  };
  return (
    <ChartFrame
      title={`${pathNames[first]} takes ${format(total(first), "h/month", { digits: 2 })} of upkeep${
        least ? `, ${pathNames[least]} ${format(total(least), "h/month", { digits: 2 })}` : ""
      }`}
      subtitle="Hours in an average month by role, besides the team's own work of running it"
      table={table}
      fileName="hours-by-role"
      height={300}
    >
      <StackDrawing
        x={{ values: paths, text: (path) => pathNames[path as PathId] }}
        unit="h"
        parts={shown.map((role) => ({
          id: role,
          label: workRoles[role],
          colour: partColour(roles.indexOf(role)),
          values: paths.map((path) => of(path, role)),
        }))}
      />
    </ChartFrame>
  );
}
