import type { Upkeep } from "@/lib/contract/result";
import { type CorrectionMethod, correctionMethods, type TeamRole } from "@/lib/contract/scenario";
import { derive, type Figure, type Figured, given, type Origin } from "../figure";
import { assumptions } from "../resolve/assumptions";
import type { ScenarioFigures } from "../resolve/document";
import {
  answersChecked,
  correctionAcceleratorHours,
  correctionHours,
  correctionRuns,
  correctionRunsUsd,
  correctionWays,
  correctionWorkUsd,
  daysUntilGone,
  leftPerYear,
  requestsOfRun,
  residualShareAt4Bits,
  retrainedShare,
  unlearningSource,
} from "./corrections";
import { roleUsdPerHour } from "./roles";
import { judgingHours } from "./work";

export type Correction = Figured<Upkeep["corrections"][number]> & {
  kind: string;
  on: "api" | "selfHosted";
  method: CorrectionMethod;
  instead: boolean;
  role: TeamRole;
  perMonth: Figure<number>;
  daysUntilGone: Figure<number>;
};

type Row = ScenarioFigures["maintenance"]["corrections"][number];
type Given = {
  scenario: ScenarioFigures;
  acceleratorHours: Figure<number>;
  usdPerAcceleratorHour: Figure<number>;
  /** Whether the hosted weights are kept in 4 bits, in which unlearning does not hold. */
  fourBits: boolean;
  ways: { api: boolean; hosting: boolean };
};

export const trains = (method: CorrectionMethod): boolean => correctionWays[method].share !== null;

/** Every kind of request on either way of serving. What is not the model's own, such as documents, is mended once for both. */
export function composeCorrections(inputs: Given): Correction[] {
  return inputs.scenario.maintenance.corrections.flatMap((row) => {
    const method = row.method.value;
    const hosted = inputs.ways.hosting ? [correctionOf(row, "selfHosted", method, inputs)] : [];
    if (!inputs.ways.api) return hosted;
    return [...hosted, correctionOf(row, "api", trains(method) ? "promptPatch" : method, inputs)];
  });
}

function correctionOf(row: Row, on: "api" | "selfHosted", method: CorrectionMethod, inputs: Given): Correction {
  const { scenario } = inputs;
  const { maintenance, evaluation } = scenario;
  const way = correctionWays[method];
  const instead = method !== row.method.value;
  const asked = (cell: Row["hours"]) => (instead || cell.value === null ? null : (cell as Figure<number>));
  const { perMonth } = row;
  const runs = derive(correctionRuns, { perMonth, runsPerMonth: maintenance.correctionRunsPerMonth });
  const hoursPerMonth = derive(correctionHours, {
    perMonth,
    hours: asked(row.hours) ?? usual(method, way.hours, "Hours of a correction", "h"),
  });
  const checksPerMonth = derive(answersChecked, {
    times: way.share === null ? perMonth : runs,
    items: asked(row.checkItems) ?? usual(method, way.checkItems, "Answers checked after one", "item"),
  });
  const judgingHoursPerMonth = derive(judgingHours, {
    items: checksPerMonth,
    ratings: evaluation.ratingsPerItem,
    minutes: evaluation.minutesPerRating,
  });
  const acceleratorHoursPerMonth =
    way.share === null
      ? assumptions.noTraining
      : derive(correctionAcceleratorHours, {
          runs,
          acceleratorHours: inputs.acceleratorHours,
          shareOfFineTune: shareOf(method, way.share, inputs, derive(requestsOfRun, { perMonth, runs })),
        });
  return {
    kind: row.kind.value,
    on,
    method,
    instead,
    role: way.role,
    perMonth,
    hoursPerMonth,
    acceleratorHoursPerMonth,
    checksPerMonth,
    judgingHoursPerMonth,
    daysUntilGone: derive(daysUntilGone, {
      days: asked(row.days) ?? usual(method, way.days, "Days of work on a correction", "day"),
      waits: way.share === null ? assumptions.waitsForNothing : assumptions.waitsForRun,
      runsPerMonth: maintenance.correctionRunsPerMonth,
    }),
    leftPerYear: derive(leftPerYear, {
      perMonth,
      residualShare: asked(row.residualShare) ?? residualOf(method, way.residualShare, inputs.fourBits),
    }),
    workUsdPerMonth: derive(correctionWorkUsd, {
      hours: hoursPerMonth,
      usdPerHour: roleUsdPerHour(scenario, way.role),
      judgingHours: judgingHoursPerMonth,
      judgeUsdPerHour: evaluation.raterUsdPerHour,
    }),
    runsUsdPerMonth:
      way.share === null
        ? assumptions.nothing
        : derive(correctionRunsUsd, {
            acceleratorHours: acceleratorHoursPerMonth,
            usdPerAcceleratorHour: inputs.usdPerAcceleratorHour,
          }),
  };
}

function shareOf(
  method: CorrectionMethod,
  share: number | "shards",
  { scenario: { maintenance } }: Given,
  requests: Figure<number>,
): Figure<number> {
  if (share !== "shards") return usual(method, share, "Share of a fine-tune's accelerator-hours", "share");
  return derive(retrainedShare, {
    shards: maintenance.correctionShards,
    slices: maintenance.correctionSlices,
    requests,
  });
}

function residualOf(method: CorrectionMethod, share: number, fourBits: boolean): Figure<number> {
  const label = "Share after which something is left";
  if (method !== "unlearning") return usual(method, share, label, "share");
  return given(fourBits ? residualShareAt4Bits : share, {
    ...originOf(method, label, "share"),
    source: unlearningSource,
    note: fourBits
      ? "Share of what was to be forgotten that the model still has once its weights are in 4 bits, on average over methods."
      : "Share of what was to be forgotten that the model still has, on average over methods that keep it useful.",
  });
}

const originOf = (method: CorrectionMethod, label: string, unit: Origin["unit"]): Origin => ({
  kind: "default",
  label: `${label}: ${correctionMethods[method].toLowerCase()}`,
  unit,
  path: "maintenance.corrections",
});

const usual = (method: CorrectionMethod, value: number, label: string, unit: Origin["unit"]): Figure<number> =>
  given(value, { ...originOf(method, label, unit), note: "Our assumption for the method; enter your own beside it." });
