"use client";

import { FigureList, FigureRow } from "../figures/figure-row";
import { Group } from "./group";
import type { SectionProps } from "./section-results";

export function MaintenanceResults({ result: { maintenance } }: SectionProps) {
  return (
    <>
      <Group title="On the API">
        <FigureList>
          <FigureRow
            label="Hours a month"
            value={maintenance.hoursPerMonthApi}
            unit="h/month"
            path="maintenance.hoursPerMonthApi"
          />
          <FigureRow
            label="Cost"
            value={maintenance.usdPerMonthApi}
            unit="USD/month"
            path="maintenance.usdPerMonthApi"
          />
        </FigureList>
      </Group>
      <Group title="Self-hosted">
        <FigureList>
          <FigureRow
            label="Hours a month"
            value={maintenance.hoursPerMonthSelfHosted}
            unit="h/month"
            path="maintenance.hoursPerMonthSelfHosted"
          />
          <FigureRow
            label="Cost"
            value={maintenance.usdPerMonthSelfHosted}
            unit="USD/month"
            path="maintenance.usdPerMonthSelfHosted"
          />
          <FigureRow
            label="Fine-tuning"
            value={maintenance.fineTuneUsdPerYear}
            unit="USD/year"
            path="maintenance.fineTuneUsdPerYear"
          />
        </FigureList>
      </Group>
    </>
  );
}
