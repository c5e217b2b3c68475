import type { z } from "zod";
import type { maintenanceResultSchema } from "@/lib/contract/result";
import { machineUsd, ownedUsdPerAcceleratorHour } from "../cost/purchase";
import type { EvaluationResult } from "../evaluation/compose";
import { derive, type Figure, type Figured, given } from "../figure";
import type { Acquisition } from "../resolve/acquisition";
import { assumptions } from "../resolve/assumptions";
import type { ScenarioFigures } from "../resolve/document";
import type { Event } from "./calendar";
import { engineerUsdPerHour, fineTuneUsdPerYear, incidentHoursPerMonth, incidentUsdPerMonth } from "./incidents";
import {
  bestRefreshMonths,
  correctionHours,
  correctionsUsd,
  correctionWays,
  migrationsOverHorizon,
  migrationUsd,
  monitoringUsd,
} from "./upkeep";

type Whole = z.infer<typeof maintenanceResultSchema>;
export type MaintenanceResult = Omit<Figured<Whole>, "upkeep"> & { upkeep: Figured<NonNullable<Whole["upkeep"]>> };

/** Null where nothing is known of a run: it then costs nothing, and a finding says so. */
export type FineTuneHours = Figure<number> | null;

export function composeMaintenance(
  { maintenance, team, economics, evaluation: asked }: ScenarioFigures,
  acquisition: Acquisition,
  evaluation: EvaluationResult,
  calendar: readonly Event[],
  workedOut: FineTuneHours,
): MaintenanceResult {
  const usdPerHour = derive(engineerUsdPerHour, {
    usdPerYear: team.engineerUsdPerYear,
    overheadFactor: team.overheadFactor,
    workingHoursPerYear: team.workingHoursPerYear,
  });
  const hours = (incidentsPerMonth: Figure<number>) =>
    derive(incidentHoursPerMonth, { incidentsPerMonth, hoursPerIncident: maintenance.hoursPerIncident });
  const hoursPerMonthApi = hours(maintenance.incidentsPerMonthApi);
  const hoursPerMonthSelfHosted = hours(maintenance.incidentsPerMonthSelfHosted);
  const way = correctionWays[maintenance.correctionMethod.value];
  const correctionHoursPerMonth = derive(correctionHours, {
    perMonth: maintenance.correctionsPerMonth,
    hours: hoursOf(way.hours),
  });
  const own = maintenance.acceleratorHoursPerFineTune;
  const acceleratorHours = own.value === null ? (workedOut ?? assumptions.unknownRun) : (own as Figure<number>);
  const usdPerAcceleratorHour = hourlyRate(acquisition);
  return {
    hoursPerMonthApi,
    hoursPerMonthSelfHosted,
    usdPerMonthApi: derive(incidentUsdPerMonth, { hoursPerMonth: hoursPerMonthApi, usdPerHour }),
    usdPerMonthSelfHosted: derive(incidentUsdPerMonth, { hoursPerMonth: hoursPerMonthSelfHosted, usdPerHour }),
    fineTuneUsdPerYear: derive(fineTuneUsdPerYear, {
      fineTunesPerYear: maintenance.fineTunesPerYear,
      acceleratorHours,
      usdPerAcceleratorHour,
    }),
    upkeep: {
      correctionHoursPerMonth,
      correctionDays: constant(way.days, "Days until a correction holds", "day"),
      correctionResidualShare: constant(
        way.residualShare,
        "Share of corrections after which something is left",
        "share",
      ),
      migrations: derive(migrationsOverHorizon, {
        horizonMonths: economics.horizonMonths,
        lifetimeMonths: maintenance.apiModelLifetimeMonths,
      }),
      usdPerMigration: derive(migrationUsd, {
        hours: maintenance.hoursPerApiMigration,
        usdPerHour,
        roundUsd: evaluation.usdPerRound,
      }),
      monitoringUsdPerMonth: derive(monitoringUsd, {
        items: maintenance.monitoredPerMonth,
        minutes: asked.minutesPerRating,
        usdPerHour: asked.raterUsdPerHour,
      }),
      bestRefreshMonths: derive(bestRefreshMonths, {
        refreshUsd: evaluation.usdPerRound,
        stalenessUsd: maintenance.stalenessUsdPerMonth,
      }) as Figure<number> | Figure<null>,
      acceleratorHoursPerFineTune: acceleratorHours,
      calendar: calendar as never,
    },
  };
}

const constant = (value: number, label: string, unit: "day" | "share") =>
  given(value, {
    kind: "default",
    label,
    unit,
    path: "maintenance.correctionMethod",
    note: "Our assumption for the method; residual shares are not measured here.",
  });

/** Cost of corrections in a month, for the lines of every automated path. */
export function correctionsUsdPerMonth(
  { maintenance, team }: ScenarioFigures,
  acquisition: Acquisition,
  acceleratorHours: Figure<number>,
): Figure<number> {
  const way = correctionWays[maintenance.correctionMethod.value];
  return derive(correctionsUsd, {
    hoursPerMonth: derive(correctionHours, { perMonth: maintenance.correctionsPerMonth, hours: hoursOf(way.hours) }),
    usdPerHour: derive(engineerUsdPerHour, {
      usdPerYear: team.engineerUsdPerYear,
      overheadFactor: team.overheadFactor,
      workingHoursPerYear: team.workingHoursPerYear,
    }),
    perMonth: maintenance.correctionsPerMonth,
    acceleratorHours,
    shareOfFineTune: constant(way.shareOfFineTune, "Share of a fine-tune's accelerator-hours", "share"),
    usdPerAcceleratorHour: hourlyRate(acquisition),
  });
}

const hoursOf = (hours: number) =>
  given(hours, {
    kind: "default",
    label: "Hours of a correction",
    unit: "h",
    path: "maintenance.correctionMethod",
    note: "Our assumption for the method.",
  });

/** An hour of an accelerator for training: what one is rented at, or what an owned one loses in worth. */
function hourlyRate(acquisition: Acquisition): Figure<number> {
  if (acquisition.kind === "rent") return acquisition.usdPerAcceleratorHour ?? assumptions.unknownRent;
  const { acceleratorsPerMachine, usdPerAccelerator, serverFactor, residualShare, lifeYears } = acquisition.terms;
  return derive(ownedUsdPerAcceleratorHour, {
    machineUsd: derive(machineUsd, { acceleratorsPerMachine, usdPerAccelerator, serverFactor }),
    acceleratorsPerMachine,
    residualShare,
    lifeYears,
  });
}
