"use client";

import type { Upkeep } from "@/lib/contract/result";
import type { Scenario } from "@/lib/contract/scenario";
import { CalendarChart } from "../charts/calendar-chart";
import { RoleHoursChart } from "../charts/role-hours-chart";
import { FigureList, FigureRow } from "../figures/figure-row";
import { Button } from "../ui/button";
import { downloadCalendar } from "./calendar-file";
import { Group } from "./group";
import { Corrections } from "./maintenance-corrections";
import { RecurringWork } from "./maintenance-work";
import type { SectionProps } from "./section-results";

export function MaintenanceResults({ scenario, result: { maintenance } }: SectionProps) {
  const { upkeep } = maintenance;
  const fineTunes = scenario.maintenance.fineTunesPerYear > 0 || maintenance.fineTuneUsdPerYear > 0;
  return (
    <>
      {upkeep && upkeep.calendar.length > 0 && <UpkeepResults scenario={scenario} upkeep={upkeep} />}
      <Group title={fineTunes ? "Faults and fine-tuning" : "Faults"}>
        <FigureList>
          <FigureRow
            label="Hours on faults, API"
            value={maintenance.hoursPerMonthApi}
            unit="h/month"
            path="maintenance.hoursPerMonthApi"
          />
          <FigureRow
            label="Cost of faults, API"
            value={maintenance.usdPerMonthApi}
            unit="USD/month"
            path="maintenance.usdPerMonthApi"
          />
          <FigureRow
            label="Hours on faults, self-hosted"
            value={maintenance.hoursPerMonthSelfHosted}
            unit="h/month"
            path="maintenance.hoursPerMonthSelfHosted"
          />
          <FigureRow
            label="Cost of faults, self-hosted"
            value={maintenance.usdPerMonthSelfHosted}
            unit="USD/month"
            path="maintenance.usdPerMonthSelfHosted"
          />
          {upkeep && fineTunes && (
            <FigureRow
              label="Accelerator-hours of a fine-tune"
              value={upkeep.acceleratorHoursPerFineTune}
              unit="accelerator·h"
              path="maintenance.upkeep.acceleratorHoursPerFineTune"
            />
          )}
          {fineTunes && (
            <FigureRow
              label="Fine-tuning runs"
              value={maintenance.fineTuneUsdPerYear}
              unit="USD/year"
              path="maintenance.fineTuneUsdPerYear"
            />
          )}
        </FigureList>
      </Group>
    </>
  );
}

type Props = { scenario: Scenario; upkeep: Upkeep };

function UpkeepResults({ scenario, upkeep }: Props) {
  const { paths } = scenario;
  return (
    <>
      <Group title="Calendar">
        <CalendarChart calendar={upkeep.calendar} months={scenario.economics.horizonMonths} />
        <div className="print-hidden">
          <Button size="sm" onClick={() => downloadCalendar(scenario.name, upkeep.calendar)}>
            Download for a calendar (.ics)
          </Button>
        </div>
      </Group>
      <Group title="Hours by role">
        <RoleHoursChart hours={upkeep.hoursByRole} />
      </Group>
      <Group title="Recurring work" lead="Releases, fine-tunes and what else comes back.">
        <RecurringWork work={upkeep.work} />
      </Group>
      <Group title="Corrections and unlearning">
        <Corrections corrections={upkeep.corrections} />
        {upkeep.legalSlackDays !== null && (
          <FigureList>
            <FigureRow
              label="Days to spare before the legal deadline"
              hint="for the slowest removal by legal right"
              value={upkeep.legalSlackDays}
              unit="day"
              path="maintenance.upkeep.legalSlackDays"
            />
          </FigureList>
        )}
      </Group>
      {(paths.api.enabled || paths.hybrid.enabled) && <Retirement {...upkeep.migration} />}
      <Drift scenario={scenario} upkeep={upkeep} />
      <Releases scenario={scenario} upkeep={upkeep} />
      {upkeep.refresh.bestMonths !== null && <Refresh {...upkeep.refresh} />}
    </>
  );
}

function Retirement(migration: Upkeep["migration"]) {
  return (
    <Group title="Retirement of the API's model">
      <FigureList>
        <FigureRow
          label="Lifetime of a model"
          hint="entered, or as published by the provider"
          value={migration.lifetimeMonths}
          unit="month"
          path="maintenance.upkeep.migration.lifetimeMonths"
        />
        <FigureRow
          label="The chosen one ends"
          hint="after launch"
          value={migration.firstMonth}
          unit="month"
          path="maintenance.upkeep.migration.firstMonth"
        />
        <FigureRow
          label="Forced moves to expect"
          hint="horizon ÷ lifetime"
          value={migration.expected}
          unit="1"
          path="maintenance.upkeep.migration.expected"
        />
        <FigureRow
          label="Moves in the calendar"
          value={migration.planned}
          unit="1"
          path="maintenance.upkeep.migration.planned"
        />
        <FigureRow
          label="Cost of a move"
          hint="prompts, and rounds of evaluation"
          value={migration.usdEach}
          unit="USD"
          path="maintenance.upkeep.migration.usdEach"
        />
        <FigureRow
          label="Time a move takes"
          value={migration.leadDays}
          unit="day"
          path="maintenance.upkeep.migration.leadDays"
        />
        <FigureRow
          label="Notice given"
          {...(migration.noticeDays === null && { hint: "none is promised" })}
          value={migration.noticeDays}
          unit="day"
          path="maintenance.upkeep.migration.noticeDays"
        />
      </FigureList>
    </Group>
  );
}

function Drift({ scenario, upkeep: { drift } }: Props) {
  const { driftMonths } = scenario.maintenance;
  return (
    <Group title="Drift">
      <FigureList>
        <FigureRow
          label="Smallest drop that shows"
          hint={`in four of five cases, within ${driftMonths} ${driftMonths === 1 ? "month" : "months"}`}
          value={drift.visibleDropShare}
          unit="share"
          path="maintenance.upkeep.drift.visibleDropShare"
        />
        <FigureRow
          label="Raise the alarm below"
          hint="share of the reviewed answers that is right"
          value={drift.alarmBelowShare ?? null}
          unit="share"
          path="maintenance.upkeep.drift.alarmBelowShare"
        />
        <FigureRow
          label="Chance to see the drop you fear"
          value={drift.chanceToSee}
          unit="share"
          path="maintenance.upkeep.drift.chanceToSee"
        />
        <FigureRow
          label="Answers to review a month to see it"
          value={drift.itemsNeededPerMonth}
          unit="1"
          path="maintenance.upkeep.drift.itemsNeededPerMonth"
        />
        <FigureRow
          label="Live answers judged"
          value={drift.monitoringUsdPerMonth}
          unit="USD/month"
          path="maintenance.upkeep.drift.monitoringUsdPerMonth"
        />
        <FigureRow
          label="Hours on alerts"
          value={drift.alertHoursPerMonth}
          unit="h/month"
          path="maintenance.upkeep.drift.alertHoursPerMonth"
        />
        <FigureRow
          label="Alerts, on top of the team"
          value={drift.alertsUsdPerMonth}
          unit="USD/month"
          path="maintenance.upkeep.drift.alertsUsdPerMonth"
        />
      </FigureList>
    </Group>
  );
}

function Releases({ scenario, upkeep: { release } }: Props) {
  if (scenario.maintenance.releasesPerYear === 0 || scenario.maintenance.canaryShare === 0) return null;
  return (
    <Group title="Releases on trial">
      <FigureList>
        <FigureRow
          label="Requests a release answers before all"
          value={release.canaryRequests}
          unit="request"
          path="maintenance.upkeep.release.canaryRequests"
        />
        <FigureRow
          label="Rate of failures that would show"
          value={release.visibleFailureShare}
          unit="share"
          path="maintenance.upkeep.release.visibleFailureShare"
        />
        <FigureRow
          label="Accelerators for it, where rented"
          value={release.canaryUsdPerMonth}
          unit="USD/month"
          path="maintenance.upkeep.release.canaryUsdPerMonth"
        />
      </FigureList>
    </Group>
  );
}

function Refresh(refresh: Upkeep["refresh"]) {
  return (
    <Group title="How often to renew knowledge" lead="What renewals cost against what growing stale costs.">
      <FigureList>
        <FigureRow
          label="Cost of a renewal"
          value={refresh.usdEach}
          unit="USD"
          path="maintenance.upkeep.refresh.usdEach"
        />
        <FigureRow
          label="Time between renewals that costs least"
          value={refresh.bestMonths}
          unit="month"
          path="maintenance.upkeep.refresh.bestMonths"
        />
        <FigureRow label="Yours" value={refresh.ownMonths} unit="month" path="maintenance.upkeep.refresh.ownMonths" />
        <FigureRow
          label="Least cost, renewals and staleness"
          value={refresh.bestUsdPerMonth}
          unit="USD/month"
          path="maintenance.upkeep.refresh.bestUsdPerMonth"
        />
        <FigureRow
          label="Yours costs more by"
          value={refresh.extraUsdPerMonth}
          unit="USD/month"
          path="maintenance.upkeep.refresh.extraUsdPerMonth"
        />
      </FigureList>
    </Group>
  );
}
