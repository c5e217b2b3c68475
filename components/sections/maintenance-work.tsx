"use client";

import type { Upkeep } from "@/lib/contract/result";
import { type TeamRole, teamRoles } from "@/lib/contract/scenario";
import { Figure } from "../figures/figure";
import { DataTable } from "../ui/data-table";

const where = { every: "every automated way", api: "with an API", selfHosted: "hosted model" } as const;

/** What comes back, how often, whose hours it takes and what it costs on top of the team. */
export function RecurringWork({ work }: { work: Upkeep["work"] }) {
  const rows = work.map((each, index) => ({ ...each, path: `maintenance.upkeep.work.${index}` }));
  return (
    <DataTable
      caption="Recurring work"
      rows={rows.filter(({ timesPerYear }) => timesPerYear > 0)}
      rowKey={({ path }) => path}
      empty="Nothing comes back."
      columns={[
        {
          id: "work",
          header: "Work",
          cell: ({ label, on }) => (
            <>
              {label}
              <span className="block text-xs text-muted">{where[on]}</span>
            </>
          ),
        },
        {
          id: "role",
          header: "Done by",
          hideOnPhone: true,
          cell: ({ role }) => teamRoles[role as TeamRole] ?? role,
        },
        {
          id: "times",
          header: "Times a year",
          align: "right",
          cell: ({ timesPerYear }) => <Figure value={timesPerYear} unit="1" />,
        },
        {
          id: "hours",
          header: "Hours",
          unit: "a month",
          align: "right",
          cell: ({ hoursPerMonth, path, label }) => (
            <Figure value={hoursPerMonth} unit="h" path={`${path}.hoursPerMonth`} label={label} />
          ),
        },
        {
          id: "usd",
          header: "On top of the team",
          unit: "a month",
          align: "right",
          cell: ({ workUsdPerMonth, path, label }) => (
            <Figure value={workUsdPerMonth} unit="USD" path={`${path}.workUsdPerMonth`} label={label} />
          ),
        },
        {
          id: "besides",
          header: "Evaluation and bought in",
          unit: "a month",
          align: "right",
          hideOnPhone: true,
          cell: ({ evaluationUsdPerMonth, boughtUsdPerMonth }) => (
            <Figure value={evaluationUsdPerMonth + boughtUsdPerMonth} unit="USD" />
          ),
        },
      ]}
    />
  );
}
