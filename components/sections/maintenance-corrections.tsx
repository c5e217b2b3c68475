"use client";

import type { Upkeep } from "@/lib/contract/result";
import {
  type CorrectionKind,
  type CorrectionMethod,
  correctionKinds,
  correctionMethods,
} from "@/lib/contract/scenario";
import { Figure } from "../figures/figure";
import { DataTable } from "../ui/data-table";

const where = { api: "behind the API", selfHosted: "hosted model" } as const;

/** Each kind of request on either way of serving: work, time until it is gone, what may be left. */
export function Corrections({ corrections }: { corrections: Upkeep["corrections"] }) {
  const rows = corrections.map((each, index) => ({ ...each, path: `maintenance.upkeep.corrections.${index}` }));
  return (
    <DataTable
      caption="Corrections"
      rows={rows.filter(({ perMonth }) => perMonth > 0)}
      rowKey={({ path }) => path}
      empty="No requests are expected."
      columns={[
        {
          id: "kind",
          header: "Request",
          cell: ({ kind, on }) => (
            <>
              {correctionKinds[kind as CorrectionKind] ?? kind}
              <span className="block text-xs text-muted">{where[on]}</span>
            </>
          ),
        },
        {
          id: "method",
          header: "Made by",
          cell: ({ method, instead }) => (
            <>
              {correctionMethods[method as CorrectionMethod] ?? method}
              {instead && <span className="block text-xs text-muted">in place of training</span>}
            </>
          ),
        },
        {
          id: "hours",
          header: "Hours",
          unit: "a month",
          align: "right",
          cell: ({ hoursPerMonth, path }) => (
            <Figure value={hoursPerMonth} unit="h" path={`${path}.hoursPerMonth`} label="Hours on corrections" />
          ),
        },
        {
          id: "accelerators",
          header: "Accelerator-hours",
          unit: "a month",
          align: "right",
          hideOnPhone: true,
          cell: ({ acceleratorHoursPerMonth, path }) => (
            <Figure
              value={acceleratorHoursPerMonth}
              unit="1"
              path={`${path}.acceleratorHoursPerMonth`}
              label="Accelerator-hours for corrections"
            />
          ),
        },
        {
          id: "checks",
          header: "Answers checked",
          unit: "a month",
          align: "right",
          hideOnPhone: true,
          cell: ({ checksPerMonth, path }) => (
            <Figure value={checksPerMonth} unit="1" path={`${path}.checksPerMonth`} label="Answers checked" />
          ),
        },
        {
          id: "days",
          header: "Gone within",
          align: "right",
          cell: ({ daysUntilGone, path }) => (
            <Figure value={daysUntilGone} unit="day" path={`${path}.daysUntilGone`} label="Days until it is gone" />
          ),
        },
        {
          id: "left",
          header: "Something left",
          unit: "a year",
          align: "right",
          cell: ({ leftPerYear, path }) => (
            <Figure value={leftPerYear} unit="1" path={`${path}.leftPerYear`} label="Requests that leave something" />
          ),
        },
        {
          id: "usd",
          header: "Cost",
          unit: "a month",
          align: "right",
          cell: ({ workUsdPerMonth, runsUsdPerMonth }) => (
            <Figure value={workUsdPerMonth + runsUsdPerMonth} unit="USD" />
          ),
        },
      ]}
    />
  );
}
