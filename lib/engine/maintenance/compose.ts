import type { z } from "zod";
import type { maintenanceResultSchema, Upkeep } from "@/lib/contract/result";
import type { Scenario } from "@/lib/contract/scenario";
import { machineUsd, ownedUsdPerAcceleratorHour } from "../cost/purchase";
import { monthsBefore } from "../data/lead";
import type { EvaluationResult } from "../evaluation/compose";
import { expectedGoodShare } from "../evaluation/main-criterion";
import { derive, type Figure, type Figured } from "../figure";
import type { Acquisition } from "../resolve/acquisition";
import { assumptions } from "../resolve/assumptions";
import type { ScenarioFigures } from "../resolve/document";
import { calendarOf } from "./calendar";
import { type Correction, composeCorrections } from "./compose-corrections";
import type { Retirement } from "./compose-retirement";
import { composeWork, type Recurring } from "./compose-work";
import { legalSlackDays } from "./corrections";
import { alarmBelow, answersSeenTogether, chanceToSeeDrop, itemsToSeeDrop, monitoringUsd, visibleDrop } from "./drift";
import { composeHours, type Hours } from "./hours";
import {
  engineerUsdPerHour,
  fineTuneUsdEach,
  fineTuneUsdPerYear,
  incidentHoursPerMonth,
  incidentUsdPerMonth,
} from "./incidents";
import {
  expectedMigrations,
  migrationHoursPerMonth,
  migrationLeadDays,
  migrationUsd,
  plannedMigrations,
  retirementMonths,
} from "./migrations";
import {
  bestRefreshMonths,
  extraUsdPerMonth,
  meanUsdEach,
  ownRefreshMonths,
  refreshUsd,
  refreshUsdPerMonth,
} from "./refresh";
import { canaryAccelerators, canaryRequests, canaryUsdPerMonth, visibleFailureShare } from "./releases";
import { roleUsdPerHour } from "./roles";
import { alertHours, judgingHours, recurringHours, recurringUsd, workUsd } from "./work";

type Whole = z.infer<typeof maintenanceResultSchema>;
export type UpkeepResult = Omit<Figured<Upkeep>, "work" | "corrections"> & {
  work: Recurring[];
  corrections: Correction[];
};
export type MaintenanceResult = Omit<Figured<Whole>, "upkeep"> & { upkeep: UpkeepResult };

/** Null where nothing is known of a run: it then costs nothing, and a finding says so. */
export type FineTuneHours = Figure<number> | null;

export type MaintenanceInputs = {
  document: Scenario;
  scenario: ScenarioFigures;
  acquisition: Acquisition;
  evaluation: EvaluationResult;
  retirement: Retirement;
  fineTuneHours: FineTuneHours;
  /** Working days that the data takes before launch. */
  dataDays: Figure<number>;
  /** Hours a month to keep documents and examples current, paid under data. */
  dataHours: { engineers: Figure<number>; annotators: Figure<number> };
  /** The fleet at launch; null where nothing is hosted or nothing can be. */
  fleet: { replicas: Figure<number>; acceleratorsPerReplica: Figure<number> } | null;
  fourBits: boolean;
};

export const waysOf = ({ paths }: Scenario) => ({
  api: paths.api.enabled || paths.hybrid.enabled,
  hosting: paths.selfHosted.enabled || paths.hybrid.enabled,
});

export function composeMaintenance(inputs: MaintenanceInputs): MaintenanceResult {
  const { scenario, acquisition, fineTuneHours } = inputs;
  const { maintenance, team } = scenario;
  const usdPerHour = derive(engineerUsdPerHour, {
    usdPerYear: team.engineerUsdPerYear,
    overheadFactor: team.overheadFactor,
    workingHoursPerYear: team.workingHoursPerYear,
  });
  const hours = (incidentsPerMonth: Figure<number>) =>
    derive(incidentHoursPerMonth, { incidentsPerMonth, hoursPerIncident: maintenance.hoursPerIncident });
  const hoursPerMonthApi = hours(maintenance.incidentsPerMonthApi);
  const hoursPerMonthSelfHosted = hours(maintenance.incidentsPerMonthSelfHosted);
  const own = maintenance.acceleratorHoursPerFineTune;
  const acceleratorHours = own.value === null ? (fineTuneHours ?? assumptions.unknownRun) : (own as Figure<number>);
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
    upkeep: composeUpkeep(inputs, {
      acceleratorHours,
      usdPerAcceleratorHour,
      hoursPerMonthApi,
      hoursPerMonthSelfHosted,
    }),
  };
}

type Worked = {
  acceleratorHours: Figure<number>;
  usdPerAcceleratorHour: Figure<number>;
  hoursPerMonthApi: Figure<number>;
  hoursPerMonthSelfHosted: Figure<number>;
};

function composeUpkeep(inputs: MaintenanceInputs, worked: Worked): UpkeepResult {
  const { document, scenario, evaluation, fourBits } = inputs;
  const ways = waysOf(document);
  const work = composeWork(scenario, evaluation.suite.usdPerRelease, ways);
  const corrections = composeCorrections({ scenario, ...worked, fourBits, ways });
  const migration = composeMigration(inputs, ways.api);
  const drift = composeDrift(scenario);
  const { lifetimeMonths, firstMonth } = inputs.retirement;
  return {
    work,
    corrections,
    legalSlackDays: legalSlackOf(scenario, corrections),
    migration,
    drift,
    refresh: composeRefresh(inputs, worked, ways.hosting),
    release: composeReleases(inputs, worked.usdPerAcceleratorHour),
    hoursByRole: composeHours({
      paths: (["api", "selfHosted", "hybrid"] as const).filter((path) => document.paths[path].enabled),
      work,
      corrections,
      others: otherHours(inputs, worked, { migration, drift }),
    }),
    acceleratorHoursPerFineTune: worked.acceleratorHours,
    calendar: calendarOf(
      document,
      {
        months: firstMonth
          ? retirementMonths({
              firstMonth: firstMonth.value,
              lifetimeMonths: lifetimeMonths?.value ?? null,
              horizonMonths: document.economics.horizonMonths,
            })
          : [],
        leadDays: migration.leadDays.value,
      },
      { days: inputs.dataDays.value, months: monthsBefore({ days: inputs.dataDays.value }) },
    ) as never,
  };
}

function legalSlackOf({ maintenance }: ScenarioFigures, corrections: readonly Correction[]): Figure<number> | null {
  const legal = corrections.filter(({ kind, perMonth }) => kind === "legal" && perMonth.value > 0);
  if (legal.length === 0) return null;
  const days = legal.map(({ daysUntilGone }) => daysUntilGone);
  return derive(legalSlackDays, { deadlineDays: maintenance.legalDeadlineDays, days });
}

function composeMigration(
  { scenario, evaluation, retirement }: MaintenanceInputs,
  api: boolean,
): Omit<UpkeepResult["migration"], "leadDays"> & { leadDays: Figure<number>; planned: Figure<number> } {
  const { maintenance, economics } = scenario;
  const { lifetimeMonths, noticeDays, firstMonth } = retirement;
  const work = { hours: maintenance.hoursPerApiMigration, rounds: maintenance.roundsPerApiMigration };
  return {
    lifetimeMonths,
    noticeDays,
    leadDays: derive(migrationLeadDays, {
      ...work,
      daysPerRound: evaluation.daysPerRound,
      productiveHoursPerDay: assumptions.productiveHoursPerDay,
      canaryShare: maintenance.canaryShare,
      canaryHours: maintenance.canaryHours,
    }),
    expected: lifetimeMonths && derive(expectedMigrations, { horizonMonths: economics.horizonMonths, lifetimeMonths }),
    firstMonth,
    planned:
      firstMonth && api
        ? derive(plannedMigrations, {
            firstMonth,
            lifetimeMonths: lifetimeMonths ?? assumptions.unknownLifetime,
            horizonMonths: economics.horizonMonths,
          })
        : assumptions.noMoves,
    usdEach: derive(migrationUsd, {
      ...work,
      usdPerHour: roleUsdPerHour(scenario, "mlEngineer"),
      roundUsd: evaluation.usdPerRound,
    }),
  };
}

function composeDrift(scenario: ScenarioFigures): UpkeepResult["drift"] & { alertHoursPerMonth: Figure<number> } {
  const { maintenance, evaluation } = scenario;
  const { confidence } = evaluation;
  const share = expectedGoodShare(evaluation);
  const items = derive(answersSeenTogether, {
    perMonth: maintenance.monitoredPerMonth,
    months: maintenance.driftMonths,
  });
  const alertHoursPerMonth = derive(alertHours, {
    alertsPerMonth: maintenance.alertsPerMonth,
    minutes: maintenance.minutesPerAlert,
  });
  return {
    monitoringUsdPerMonth: derive(monitoringUsd, {
      items: maintenance.monitoredPerMonth,
      minutes: evaluation.minutesPerRating,
      usdPerHour: evaluation.raterUsdPerHour,
    }),
    alertHoursPerMonth,
    alertsUsdPerMonth: derive(recurringUsd, {
      hoursPerMonth: alertHoursPerMonth,
      usdPerHour: roleUsdPerHour(scenario, "onCall"),
      coveredShare: maintenance.coveredByTeamShare,
    }),
    chanceToSee: derive(chanceToSeeDrop, { share, drop: maintenance.driftDropShare, items, confidence }),
    visibleDropShare: derive(visibleDrop, { share, items, confidence }) as Figure<number>,
    alarmBelowShare: derive(alarmBelow, { share, items, confidence }) as Figure<number>,
    itemsNeededPerMonth: derive(itemsToSeeDrop, {
      share,
      drop: maintenance.driftDropShare,
      confidence,
      months: maintenance.driftMonths,
    }),
  };
}

function composeRefresh(
  { scenario, evaluation }: MaintenanceInputs,
  { acceleratorHours, usdPerAcceleratorHour }: Worked,
  hosting: boolean,
): UpkeepResult["refresh"] {
  const { maintenance } = scenario;
  const rows = maintenance.work.filter(({ kind }) => kind.value === "refresh");
  const timesPerYear = rows.map((row) => row.timesPerYear);
  const usdPerHour = roleUsdPerHour(scenario, "mlEngineer");
  const trained = hosting && maintenance.fineTunesPerYear.value > 0;
  const usdEach = derive(refreshUsd, {
    workUsd: derive(meanUsdEach, {
      hours: rows.map(({ hours }) => hours),
      usdPerHour: rows.map(({ role }) => roleUsdPerHour(scenario, role.value)),
      usdEach: rows.map((row) => row.usdEach),
      timesPerYear,
    }),
    fineTuneUsd: trained
      ? derive(fineTuneUsdEach, {
          acceleratorHours,
          usdPerAcceleratorHour,
          hours: maintenance.hoursPerFineTune,
          usdPerHour,
        })
      : assumptions.nothing,
    roundUsd: evaluation.suite.usdPerRelease,
    releaseUsd: derive(workUsd, { hours: maintenance.hoursPerRelease, usdPerHour }),
  });
  const stalenessUsd = maintenance.stalenessUsdPerMonth;
  const ownMonths = known(derive(ownRefreshMonths, { timesPerYear }));
  const bestMonths = known(derive(bestRefreshMonths, { refreshUsd: usdEach, stalenessUsd }));
  const cost = (everyMonths: Figure<number>) =>
    derive(refreshUsdPerMonth, { refreshUsd: usdEach, stalenessUsd, everyMonths });
  const ownUsd = ownMonths && cost(ownMonths);
  const bestUsd = bestMonths && cost(bestMonths);
  return {
    usdEach,
    ownMonths,
    bestMonths,
    ownUsdPerMonth: ownUsd,
    bestUsdPerMonth: bestUsd,
    extraUsdPerMonth: ownUsd && bestUsd && derive(extraUsdPerMonth, { ownUsd, bestUsd }),
  };
}

const known = (figure: Figure<number | null>): Figure<number> | null =>
  figure.value === null ? null : (figure as Figure<number>);

function composeReleases(
  { scenario, acquisition, fleet }: MaintenanceInputs,
  usdPerAcceleratorHour: Figure<number>,
): UpkeepResult["release"] {
  const { maintenance, workload, evaluation } = scenario;
  const { canaryShare, canaryHours, releasesPerYear } = maintenance;
  const requests = derive(canaryRequests, { requestsPerDay: workload.requestsPerDay, canaryShare, canaryHours });
  return {
    canaryRequests: requests,
    visibleFailureShare: derive(visibleFailureShare, { requests, confidence: evaluation.confidence }) as Figure<number>,
    // Own machines have spares to try a version on; rented ones are taken for the time of the trial.
    canaryUsdPerMonth:
      fleet && acquisition.kind === "rent"
        ? derive(canaryUsdPerMonth, {
            accelerators: derive(canaryAccelerators, { canaryShare, ...fleet }),
            canaryHours,
            releasesPerYear,
            usdPerAcceleratorHour,
          })
        : assumptions.nothing,
  };
}

/** Hours that are not of recurring work or corrections. */
function otherHours(
  { scenario, evaluation, dataHours }: MaintenanceInputs,
  { hoursPerMonthApi, hoursPerMonthSelfHosted }: Worked,
  { migration, drift }: { migration: { planned: Figure<number> }; drift: { alertHoursPerMonth: Figure<number> } },
) {
  const { maintenance, economics } = scenario;
  const { minutesPerRating: minutes } = scenario.evaluation;
  const judged = (items: Figure<number>, ratings: Figure<number>) => derive(judgingHours, { items, ratings, minutes });
  const roundHours = judged(evaluation.ratings, assumptions.one);
  const moves = (hours: Figure<number>) =>
    derive(migrationHoursPerMonth, { moves: migration.planned, hours, horizonMonths: economics.horizonMonths });
  const regressions = maintenance.work.filter(({ kind }) => kind.value === "regression");
  const always: Hours[] = [
    { role: "onCall", hours: drift.alertHoursPerMonth },
    { role: "dataEngineer", hours: dataHours.engineers },
    { role: "annotator", hours: dataHours.annotators },
    { role: "evaluator", hours: judged(maintenance.monitoredPerMonth, assumptions.one) },
    {
      role: "evaluator",
      hours: derive(recurringHours, { timesPerYear: evaluation.roundsPerYear, hours: roundHours }),
    },
    ...regressions.map(({ timesPerYear }) => ({
      role: "evaluator" as const,
      hours: derive(recurringHours, { timesPerYear, hours: roundHours }),
    })),
  ];
  const api: Hours[] = [
    { role: "onCall", hours: hoursPerMonthApi },
    { role: "mlEngineer", hours: moves(maintenance.hoursPerApiMigration) },
    { role: "evaluator", hours: moves(judged(evaluation.ratings, maintenance.roundsPerApiMigration)) },
  ];
  const hosted: Hours[] = [{ role: "onCall", hours: hoursPerMonthSelfHosted }];
  return (path: "api" | "selfHosted" | "hybrid"): Hours[] => [
    ...always,
    ...(path === "selfHosted" ? [] : api),
    ...(path === "api" ? [] : hosted),
  ];
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
