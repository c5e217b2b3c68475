import type { Figure } from "../figure";
import { derive, formula } from "../figure";
import { correctionsOn, neededOn } from "../maintenance/hours";
import { ownRefreshMonths, stalenessUsd } from "../maintenance/refresh";
import { assumptions } from "../resolve/assumptions";
import { monthsSinceLaunch } from "../traffic/months";
import type { CostInputs } from "./inputs";
import { everyMonth, type PlanLine, planLine } from "./line";
import type { Automated } from "./team";

const running = { kind: "running", consideration: "maintenance" } as const;

export const sumUsd = formula(
  {
    id: "cost.sumUsd",
    title: "Together",
    unit: "USD/month",
    reads: "the parts added up",
    source: "definition",
    example: { of: "300 and 20 USD", given: { partsUsd: [300, 20] }, gives: 320 },
  },
  ({ partsUsd }: { partsUsd: readonly number[] }) => partsUsd.reduce((sum, usd) => sum + usd, 0),
);

/** What keeping a path up costs besides faults and fine-tuning runs. */
export function upkeepLines(inputs: CostInputs, path: Automated): PlanLine[] {
  return [
    ...recurringLines(inputs, path),
    ...correctionLines(inputs, path),
    ...monitoringLines(inputs),
    ...(path === "selfHosted" ? [] : migrationLine(inputs)),
    ...(path === "api" ? [] : canaryLine(inputs)),
    ...stalenessLine(inputs),
  ];
}

/** A line that costs nothing in any month says nothing. */
function line(inputs: CostInputs, id: string, label: string, parts: readonly Figure<number>[]): PlanLine[] {
  const costing = parts.filter(({ value }) => value !== 0);
  const [only] = costing;
  if (!only) return [];
  const usd = costing.length === 1 ? only : derive(sumUsd, { partsUsd: costing });
  return [
    planLine({ id, label, ...running }, "nothing", everyMonth(usd, inputs.scenario.economics.horizonMonths.value)),
  ];
}

/** A line for each kind of work; the same kind may stand in several rows. */
function recurringLines(inputs: CostInputs, path: Automated): PlanLine[] {
  const work = inputs.maintenance.upkeep.work.filter(({ on }) => neededOn(on, path));
  const kinds = [...new Map(work.map(({ kind, label }) => [kind, label]))];
  return [
    ...kinds.flatMap(([kind, label]) =>
      line(
        inputs,
        `upkeep${kind.charAt(0).toUpperCase()}${kind.slice(1)}`,
        `${label}: hours`,
        work.filter((each) => each.kind === kind).map(({ workUsdPerMonth }) => workUsdPerMonth),
      ),
    ),
    ...line(
      inputs,
      "regressionTests",
      "Regression evaluation",
      work.map(({ evaluationUsdPerMonth }) => evaluationUsdPerMonth),
    ),
    ...line(
      inputs,
      "goodsForUpkeep",
      "Bought in for recurring work",
      work.map(({ boughtUsdPerMonth }) => boughtUsdPerMonth),
    ),
  ];
}

function correctionLines(inputs: CostInputs, path: Automated): PlanLine[] {
  const corrections = correctionsOn(inputs.maintenance.upkeep.corrections, path);
  return [
    ...line(
      inputs,
      "corrections",
      "Corrections and unlearning",
      corrections.map(({ workUsdPerMonth }) => workUsdPerMonth),
    ),
    ...line(
      inputs,
      "correctionRuns",
      "Accelerators for corrections",
      corrections.map(({ runsUsdPerMonth }) => runsUsdPerMonth),
    ),
  ];
}

function monitoringLines(inputs: CostInputs): PlanLine[] {
  const { drift } = inputs.maintenance.upkeep;
  return [
    ...line(inputs, "monitoring", "Live answers judged", [drift.monitoringUsdPerMonth]),
    ...line(inputs, "monitoringAlerts", "Looking into alerts", [drift.alertsUsdPerMonth]),
  ];
}

/** Moves to the successor of a retired model, in the months they fall due. */
function migrationLine({ scenario, maintenance }: CostInputs): PlanLine[] {
  const { migration, calendar } = maintenance.upkeep;
  const due = new Set(calendar.flatMap(({ month, kind }) => (String(kind) === "migration" ? [Number(month)] : [])));
  if (due.size === 0 || migration.usdEach.value === 0) return [];
  const months = Array.from({ length: scenario.economics.horizonMonths.value }, (_, month) => month);
  return [
    planLine(
      { id: "migrations", label: "Moves to another API model", kind: "oneOff", consideration: "maintenance" },
      "nothing",
      months.map((month) => (due.has(month) ? migration.usdEach : assumptions.nothing)),
    ),
  ];
}

const canaryLine = (inputs: CostInputs): PlanLine[] =>
  line(inputs, "canary", "Accelerators for releases on trial", [inputs.maintenance.upkeep.release.canaryUsdPerMonth]);

/** Harm of outdated knowledge by its age in each month. */
function stalenessLine({ scenario }: CostInputs): PlanLine[] {
  const { maintenance, economics } = scenario;
  const { stalenessUsdPerMonth } = maintenance;
  if (stalenessUsdPerMonth.value === 0) return [];
  const renewals = maintenance.work.filter(({ kind }) => kind.value === "refresh");
  const everyMonths = derive(ownRefreshMonths, { timesPerYear: renewals.map(({ timesPerYear }) => timesPerYear) });
  return [
    planLine(
      { id: "staleness", label: "Harm of outdated knowledge", ...running },
      "nothing",
      Array.from({ length: economics.horizonMonths.value }, (_, month) =>
        derive(stalenessUsd, { stalenessUsdPerMonth, everyMonths, month: monthsSinceLaunch(month) }),
      ),
    ),
  ];
}
