import type { z } from "zod";
import type { maintenanceResultSchema } from "@/lib/contract/result";
import { machineUsd, ownedUsdPerAcceleratorHour } from "../cost/purchase";
import { derive, type Figure, type Figured } from "../figure";
import type { Acquisition } from "../resolve/acquisition";
import { assumptions } from "../resolve/assumptions";
import type { ScenarioFigures } from "../resolve/document";
import { engineerUsdPerHour, fineTuneUsdPerYear, incidentHoursPerMonth, incidentUsdPerMonth } from "./incidents";

export type MaintenanceResult = Figured<z.infer<typeof maintenanceResultSchema>>;

export function composeMaintenance(
  { maintenance, team }: ScenarioFigures,
  acquisition: Acquisition,
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
  return {
    hoursPerMonthApi,
    hoursPerMonthSelfHosted,
    usdPerMonthApi: derive(incidentUsdPerMonth, { hoursPerMonth: hoursPerMonthApi, usdPerHour }),
    usdPerMonthSelfHosted: derive(incidentUsdPerMonth, { hoursPerMonth: hoursPerMonthSelfHosted, usdPerHour }),
    fineTuneUsdPerYear: derive(fineTuneUsdPerYear, {
      fineTunesPerYear: maintenance.fineTunesPerYear,
      acceleratorHours: maintenance.acceleratorHoursPerFineTune,
      usdPerAcceleratorHour: hourlyRate(acquisition),
    }),
  };
}

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
