import type { z } from "zod";
import type { verdictSchema } from "@/lib/contract/result";
import { type PathId, pathIds } from "@/lib/contract/scenario";
import { composePlans, type PricedPaths, plansOf } from "../cost/compose";
import type { CostInputs } from "../cost/inputs";
import { type Figure, given } from "../figure";
import { composeMaintenance } from "../maintenance/compose";
import { composeTraffic } from "../traffic/compose";
import { cheapestOf, planTotals } from "./choose";
import { pathNames, percent } from "./words";

type Hinge = z.infer<typeof verdictSchema>["hinges"][number];
type Lever = {
  path: string;
  label: string;
  /** Paths whose cost the input enters; the others keep theirs. */
  moves: readonly PathId[];
  scaled: (inputs: CostInputs, factor: number) => CostInputs | null;
};

/** How far each input is moved, on its own, to see whether the answer changes. */
const least = 0.5;
const most = 1.5;
/** Halvings of the stretch in which the answer changes: to within two per cent of the input. */
const halvings = 5;

const scale = (figure: Figure<number>, factor: number, upTo = Number.POSITIVE_INFINITY): Figure<number> =>
  figure.how.kind === "step"
    ? { ...figure, value: Math.min(upTo, figure.value * factor) }
    : given(Math.min(upTo, figure.value * factor), figure.how);

const hosted = ["selfHosted", "hybrid"] as const;

export const levers: readonly Lever[] = [
  {
    path: "workload.requestsPerDay",
    label: "Requests a day",
    moves: pathIds,
    scaled: (inputs, factor) => {
      const { workload } = inputs.scenario;
      const scenario = {
        ...inputs.scenario,
        workload: { ...workload, requestsPerDay: scale(workload.requestsPerDay, factor) },
      };
      return { ...inputs, scenario, traffic: composeTraffic(scenario) };
    },
  },
  {
    path: "paths.api.model",
    label: "API price",
    moves: ["api", "hybrid"],
    scaled: (inputs, factor) =>
      inputs.api && {
        ...inputs,
        api: {
          ...inputs.api,
          inputUsdPerMtoken: scale(inputs.api.inputUsdPerMtoken, factor),
          cachedInputUsdPerMtoken: scale(inputs.api.cachedInputUsdPerMtoken, factor),
          outputUsdPerMtoken: scale(inputs.api.outputUsdPerMtoken, factor),
        },
      },
  },
  {
    path: "paths.selfHosted.acquisition",
    label: "Price of the accelerators",
    moves: hosted,
    scaled: withAcceleratorPrice,
  },
  {
    path: "paths.selfHosted.model",
    label: "What a replica serves",
    moves: hosted,
    scaled: (inputs, factor) =>
      inputs.hosting && {
        ...inputs,
        hosting: {
          ...inputs.hosting,
          goodput: { ...inputs.hosting.goodput, mid: scale(inputs.hosting.goodput.mid, factor) },
        },
      },
  },
  {
    path: "paths.selfHosted.targetUtilisation",
    label: "Target utilisation",
    moves: hosted,
    scaled: (inputs, factor) => {
      const { hosting, scenario } = inputs;
      if (!hosting) return null;
      const { selfHosted } = scenario.paths;
      const changed = {
        ...scenario,
        paths: {
          ...scenario.paths,
          selfHosted: { ...selfHosted, targetUtilisation: scale(selfHosted.targetUtilisation, factor, 1) },
        },
      };
      return { ...inputs, scenario: changed, hosting: { ...hosting, fleet: { ...hosting.fleet, scenario: changed } } };
    },
  },
  {
    path: "team.runFteSelfHosted",
    label: "Engineers to run it self-hosted",
    moves: hosted,
    scaled: (inputs, factor) => withTeam(inputs, "runFteSelfHosted", factor),
  },
  {
    path: "team.engineerUsdPerYear",
    label: "Engineer's pay",
    moves: ["api", ...hosted],
    scaled: (inputs, factor) => withTeam(inputs, "engineerUsdPerYear", factor),
  },
  {
    path: "paths.people.minutesPerRequest",
    label: "Time a person needs",
    moves: pathIds,
    scaled: (inputs, factor) => {
      const { paths } = inputs.scenario;
      const minutesPerRequest = scale(paths.people.minutesPerRequest, factor);
      const scenario = { ...inputs.scenario, paths: { ...paths, people: { ...paths.people, minutesPerRequest } } };
      return { ...inputs, scenario };
    },
  },
];

function withTeam(inputs: CostInputs, field: "runFteSelfHosted" | "engineerUsdPerYear", factor: number): CostInputs {
  const { team } = inputs.scenario;
  const scenario = { ...inputs.scenario, team: { ...team, [field]: scale(team[field], factor) } };
  const { acquisition } = inputs;
  return { ...inputs, scenario, maintenance: composeMaintenance(scenario, acquisition) };
}

function withAcceleratorPrice(inputs: CostInputs, factor: number): CostInputs | null {
  const { hosting } = inputs;
  if (!hosting) return null;
  const { acquisition } = hosting.fleet;
  const changed =
    acquisition.kind === "rent"
      ? {
          ...acquisition,
          usdPerAcceleratorHour: acquisition.usdPerAcceleratorHour && scale(acquisition.usdPerAcceleratorHour, factor),
        }
      : {
          ...acquisition,
          terms: { ...acquisition.terms, usdPerAccelerator: scale(acquisition.terms.usdPerAccelerator, factor) },
        };
  return {
    ...inputs,
    acquisition: changed,
    maintenance: composeMaintenance(inputs.scenario, changed),
    hosting: { ...hosting, fleet: { ...hosting.fleet, acquisition: changed } },
  };
}

/** Inputs which, moved alone by up to half, change which path is cheapest; with where that happens. */
export function findHinges(
  inputs: CostInputs,
  paths: PricedPaths,
  barred: ReadonlySet<PathId>,
  chosen: PathId,
): Hinge[] {
  const budget = inputs.scenario.requirements.budgetUsdPerMonth.value;
  const base = planTotals(plansOf(paths), budget);
  const winner = (lever: Lever, factor: number): PathId | null => {
    const changed = lever.scaled(inputs, factor);
    if (!changed) return chosen;
    const totals = planTotals(composePlans(changed, "expected", lever.moves), budget);
    return cheapestOf([...base.filter(({ id }) => !lever.moves.includes(id)), ...totals], barred);
  };
  const found = levers.flatMap((lever) => {
    const flips = [least, most].flatMap((end) => {
      const instead = winner(lever, end);
      return instead === chosen
        ? []
        : [flipBetween({ factor: end, instead }, (factor) => winner(lever, factor), chosen)];
    });
    return flips.length === 0 ? [] : [{ lever, flips }];
  });
  return found
    .toSorted((a, b) => nearness(a.flips) - nearness(b.flips))
    .map(({ lever, flips }) => ({ path: lever.path, label: lever.label, why: sentence(flips) }));
}

type Flip = { factor: number; instead: PathId | null };

/** The input that needs to move least comes first. */
const nearness = (flips: readonly Flip[]): number => Math.min(...flips.map(({ factor }) => Math.abs(factor - 1)));

function flipBetween(end: Flip, winner: (factor: number) => PathId | null, chosen: PathId): Flip {
  let same = 1;
  let flipped = end;
  for (let step = 0; step < halvings; step += 1) {
    const middle = (same + flipped.factor) / 2;
    const instead = winner(middle);
    if (instead === chosen) same = middle;
    else flipped = { factor: middle, instead };
  }
  return flipped;
}

function sentence(flips: readonly Flip[]): string {
  const parts = flips.map(({ factor, instead }) => {
    const change = `${percent(Math.abs(factor - 1))} ${factor < 1 ? "lower" : "higher"}`;
    return instead ? `${change}, ${pathNames[instead]} would be cheapest` : `${change}, no path would meet the budget`;
  });
  const text = parts.join("; ");
  return `At about ${text}.`;
}
