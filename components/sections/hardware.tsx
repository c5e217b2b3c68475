"use client";

import { format, formatMonth } from "@/lib/format";
import { CapacityChart } from "../charts/capacity-chart";
import { FigureList, FigureRow } from "../figures/figure-row";
import { DataTable } from "../ui/data-table";
import { Disclosure } from "../ui/disclosure";
import { Group } from "./group";
import { NotSized } from "./not-sized";
import type { SectionProps } from "./section-results";

export function HardwareResults({ result }: SectionProps) {
  const { fleet, serving, basis } = result;
  if (!fleet || !serving) return <NotSized result={result} what="A fleet" />;
  return (
    <>
      <Group title="The fleet at launch" lead={`${basis.model.name} on ${basis.accelerator.name}`}>
        <FigureList>
          <FigureRow
            label="Accelerators in use"
            hint="copies, spares, test and staging, in whole machines"
            value={fleet.accelerators}
            unit="accelerator"
            path="fleet.accelerators"
          />
          <FigureRow label="Machines" value={fleet.machines} unit="machine" path="fleet.machines" />
          <FigureRow
            label="Copies of the model (replicas)"
            hint="for the busiest minutes"
            value={fleet.replicas}
            unit="replica"
            path="fleet.replicas"
          />
          <FigureRow
            label="Accelerators for each copy"
            hint="the model is split over them"
            value={serving.acceleratorsPerReplica}
            unit="accelerator/replica"
            path="serving.acceleratorsPerReplica"
          />
          <FigureRow
            label="Spare copies"
            hint="so that failures do not show"
            value={fleet.spares}
            unit="replica"
            path="fleet.spares"
          />
          <FigureRow
            label="Test and staging"
            value={fleet.nonProductionAccelerators}
            unit="accelerator"
            path="fleet.nonProductionAccelerators"
          />
          <FigureRow
            label="Power drawn, cooling included"
            value={fleet.facilityWatts}
            unit="W"
            path="fleet.facilityWatts"
          />
          {fleet.lead && (
            <FigureRow
              label="Lead time of hardware"
              hint={
                fleet.lead.monthsWithout > 0 ? `${fleet.lead.monthsWithout} of the plan's months pass without it` : ""
              }
              value={fleet.lead.months}
              unit="month"
              path="fleet.lead.months"
            />
          )}
          <FigureRow
            label="Storage for weights"
            value={fleet.weightsStorageBytes}
            unit="B"
            path="fleet.weightsStorageBytes"
          />
        </FigureList>
      </Group>
      <Group title="Month by month">
        <CapacityChart fleet={fleet} />
        <Disclosure summary={`${fleet.monthly.length} months`}>
          <div className="max-h-96 overflow-y-auto">
            <DataTable
              caption="The fleet month by month"
              rows={fleet.monthly}
              rowKey={({ month }) => month}
              columns={[
                { id: "month", header: "Month", cell: ({ month }) => formatMonth(month) },
                { id: "replicas", header: "Copies", align: "right", cell: ({ replicas }) => format(replicas, "1") },
                { id: "spares", header: "Spares", align: "right", cell: ({ spares }) => format(spares, "1") },
                {
                  id: "accelerators",
                  header: "Accelerators",
                  align: "right",
                  cell: ({ accelerators }) => format(accelerators, "1"),
                },
                {
                  id: "on",
                  header: "On, on average",
                  align: "right",
                  cell: ({ acceleratorsOn }) => format(acceleratorsOn ?? null, "1", { digits: 3 }),
                },
              ]}
            />
          </div>
        </Disclosure>
      </Group>
    </>
  );
}
