import type { CostInputs } from "../cost/inputs";
import { settledShare } from "../traffic/growth";
import { isOne, proportional, startsWith } from "./lever-parts";
import type { Lever } from "./levers";

/** What the model settles and what it leaves to people, when `factor` times as much is handed on. */
function settledAt({ scenario: { workload, outcome } }: CostInputs, factor: number, month: number): number {
  const escalatedShare = Math.min(1, workload.escalatedShare.value * factor);
  return settledShare({ escalatedShare, month, rampMonths: outcome.rampMonths.value });
}

const isHandedOn = startsWith("escalations");
const isSettled = isOne("errors", "review");
const isByPeople = isOne("errorsOfPeople");

const byHandedOn: Lever["multiplies"] = (line, factor, { inputs, path }, month) => {
  if (path === "people") return 1;
  const [before, after] = [settledAt(inputs, 1, month), settledAt(inputs, factor, month)];
  if (isSettled(line)) return before > 0 ? after / before : 1;
  if (isHandedOn(line) || isByPeople(line)) return before < 1 ? (1 - after) / (1 - before) : 1;
  return 1;
};

/** The work of people: who builds and runs it, who handles requests, and what goes wrong. */
export const peopleLevers: readonly Lever[] = [
  {
    path: "workload.escalatedShare",
    label: "Handed on to a person",
    range: "escalated",
    multiplies: byHandedOn,
    settlesIn: ({ scenario }) => Math.ceil(scenario.outcome.rampMonths.value),
    planned: ({ scenario }) => scenario.workload.escalatedShare,
  },
  {
    path: "team.roles",
    label: "People to run it self-hosted",
    range: "runFteSelfHosted",
    multiplies: ({ people }, factor, { path }) => {
      if (!people || path === "api") return 1;
      if (path === "selfHosted") return factor;
      const before = Math.max(people.api, people.selfHosted);
      return before === 0 ? 1 : Math.max(people.api, people.selfHosted * factor) / before;
    },
  },
  {
    path: "team.roles",
    label: "Work before launch",
    range: "buildWork",
    multiplies: proportional(startsWith("build")),
  },
  {
    path: "team.engineerUsdPerYear",
    label: "Engineers' pay",
    range: "pay",
    multiplies: proportional(startsWith("build", "staff", "incidents", "upkeep", "monitoringAlerts")),
  },
  {
    path: "paths.people.minutesPerRequest",
    label: "Time a person needs",
    range: "minutesPerRequest",
    multiplies: proportional(startsWith("people", "escalations")),
    planned: ({ scenario }) => scenario.paths.people.minutesPerRequest,
  },
  {
    path: "paths.people.wageUsdPerYear",
    label: "Wage of people",
    range: "wage",
    multiplies: proportional(isOne("people", "escalations")),
    planned: ({ scenario }) => scenario.paths.people.wageUsdPerYear,
  },
  {
    path: "outcome.errorUsd",
    label: "Cost of wrong answers",
    range: "errorUsd",
    multiplies: proportional(startsWith("errors")),
    planned: ({ scenario }) => scenario.outcome.errorUsd,
  },
];
