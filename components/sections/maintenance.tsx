"use client";

import { CalendarChart } from "../charts/calendar-chart";
import { FigureList, FigureRow } from "../figures/figure-row";
import { Button } from "../ui/button";
import { downloadCalendar } from "./calendar-file";
import { Group } from "./group";
import type { SectionProps } from "./section-results";

export function MaintenanceResults({ scenario, result: { maintenance } }: SectionProps) {
  const { upkeep } = maintenance;
  return (
    <>
      {upkeep && upkeep.calendar.length > 0 && (
        <Group title="Calendar">
          <CalendarChart calendar={upkeep.calendar} months={scenario.economics.horizonMonths} />
          <div className="print-hidden">
            <Button size="sm" onClick={() => downloadCalendar(scenario.name, upkeep.calendar)}>
              Download for a calendar (.ics)
            </Button>
          </div>
        </Group>
      )}
      {upkeep && (
        <Group title="Corrections, retirement and drift">
          <FigureList>
            <FigureRow
              label="Hours on corrections"
              value={upkeep.correctionHoursPerMonth}
              unit="h/month"
              path="maintenance.upkeep.correctionHoursPerMonth"
            />
            <FigureRow
              label="Days until a correction holds"
              value={upkeep.correctionDays}
              unit="day"
              path="maintenance.upkeep.correctionDays"
            />
            <FigureRow
              label="Corrections after which something is left"
              hint="our assumption for the method: check each"
              value={upkeep.correctionResidualShare}
              unit="share"
              path="maintenance.upkeep.correctionResidualShare"
            />
            <FigureRow
              label="Moves to another API model"
              hint="over the plan, as models are retired"
              value={upkeep.migrations}
              unit="1"
              path="maintenance.upkeep.migrations"
            />
            <FigureRow
              label="Cost of a move"
              value={upkeep.usdPerMigration}
              unit="USD"
              path="maintenance.upkeep.usdPerMigration"
            />
            <FigureRow
              label="Live answers judged"
              value={upkeep.monitoringUsdPerMonth}
              unit="USD/month"
              path="maintenance.upkeep.monitoringUsdPerMonth"
            />
            {upkeep.bestRefreshMonths !== null && (
              <FigureRow
                label="Time between refreshes that costs least"
                value={upkeep.bestRefreshMonths}
                unit="month"
                path="maintenance.upkeep.bestRefreshMonths"
              />
            )}
            <FigureRow
              label="Accelerator-hours of a fine-tune"
              value={upkeep.acceleratorHoursPerFineTune}
              unit="accelerator·h"
              path="maintenance.upkeep.acceleratorHoursPerFineTune"
            />
          </FigureList>
        </Group>
      )}
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
