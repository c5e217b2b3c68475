import type { PathId } from "@/lib/contract/scenario";
import type { Hosting } from "../cost/inputs";
import type { PlanLine } from "../cost/line";
import { type Figure, given } from "../figure";
import type { ScenarioFigures } from "../resolve/document";

/** An input that is moved on its own, and what that does to the lines of a path. */
export type Lever = {
  path: string;
  label: string;
  /** By what a line is multiplied when the input is multiplied by `factor`: every such line is proportional to it. */
  multiplies: (line: PlanLine, factor: number, path: PathId, scenario: ScenarioFigures) => number;
  /** Present where the input changes how many machines there are: then the fleet is worked out anew. */
  resizes?: (hosting: Hosting, factor: number) => { hosting: Hosting; volume: number };
};

/** The same figure at another value, for inputs that are moved. */
export const scaled = (figure: Figure<number>, factor: number): Figure<number> => {
  const { how } = figure;
  const value = figure.value * factor;
  return how.kind === "step" ? { value, how } : given(value, how);
};

const idIn =
  (...ids: string[]): Lever["multiplies"] =>
  ({ line }, factor) =>
    ids.some((id) => line.id.startsWith(id)) ? factor : 1;

const serves = (hosting: Hosting, factor: number): Hosting => ({
  ...hosting,
  goodput: { ...hosting.goodput, mid: scaled(hosting.goodput.mid, factor) },
});

const unchanged = () => 1;

export const levers: readonly Lever[] = [
  {
    path: "workload.requestsPerDay",
    label: "Requests a day",
    multiplies: ({ growsWith }, factor) => (growsWith === "volume" ? factor : 1),
    resizes: (hosting, factor) => ({ hosting, volume: factor }),
  },
  {
    path: "paths.api.model",
    label: "API price",
    multiplies: idIn("apiInput", "apiCachedInput", "apiCacheWrite", "apiOutput"),
  },
  {
    path: "paths.selfHosted.acquisition",
    label: "Price of the accelerators",
    multiplies: idIn(
      "rent",
      "purchase",
      "sales",
      "remainingValue",
      "support",
      "fineTuning",
      "correctionRuns",
      "canary",
    ),
  },
  {
    path: "paths.selfHosted.model",
    label: "What a replica serves",
    multiplies: unchanged,
    resizes: (hosting, factor) => ({ hosting: serves(hosting, factor), volume: 1 }),
  },
  {
    path: "paths.selfHosted.targetUtilisation",
    label: "Target utilisation",
    multiplies: unchanged,
    // A replica counted on for more serves more of the peak; it cannot be counted on for more than all it serves.
    resizes: (hosting, factor) => {
      const utilisation = hosting.fleet.scenario.paths.selfHosted.targetUtilisation.value;
      return { hosting: serves(hosting, Math.min(factor, 1 / utilisation)), volume: 1 };
    },
  },
  {
    path: "team.roles",
    label: "People to run it self-hosted",
    multiplies: ({ people }, factor, path) => {
      if (!people || path === "api") return 1;
      if (path === "selfHosted") return factor;
      const before = Math.max(people.api, people.selfHosted);
      return before === 0 ? 1 : Math.max(people.api, people.selfHosted * factor) / before;
    },
  },
  {
    path: "team.engineerUsdPerYear",
    label: "Engineer's pay",
    multiplies: idIn("build", "staff", "incidents", "upkeep", "monitoringAlerts"),
  },
  {
    path: "paths.people.minutesPerRequest",
    label: "Time a person needs",
    multiplies: idIn("people", "escalations"),
  },
];
