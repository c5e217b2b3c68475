import type { PathId } from "@/lib/contract/scenario";
import { byPath } from "../by-path";
import { derive, type Figure } from "../figure";
import { composeFleet } from "../fleet/compose";
import { bothIncidents, fineTuneUsdPerMonth } from "../maintenance/incidents";
import { assumptions } from "../resolve/assumptions";
import type { ScenarioFigures } from "../resolve/document";
import type { Traffic } from "../traffic/compose";
import { adjusted } from "./adjust";
import { apiLines } from "./api";
import { apiFineTuneLines } from "./api-fine-tune";
import { hostingLines } from "./hosting";
import { partsOfMix, routerLine } from "./hybrid";
import type { CostInputs, Hosting } from "./inputs";
import { everyMonth, everyMonthOf, type PlanLine, planLine } from "./line";
import { protectionLines } from "./protection";
import { errorLines, escalationLines, peopleErrorLines, peopleLines, preparationLines, reviewLines } from "./shared";
import { egressUsd } from "./storage";
import { incidentsLine, teamLines } from "./team";
import { type PathPlan, type PricedPath, pricePath } from "./total";
import { upkeepLines } from "./upkeep";

type PathPlans = Record<PathId, PathPlan | null>;
export type PricedPaths = Record<PathId, PricedPath | null>;

/** Every path on the same workload. Null: not considered, or it cannot be priced, which a finding explains. */
export function composeCost(inputs: CostInputs): PricedPaths {
  const { scenario, traffic } = inputs;
  const plans = composePlans(inputs);
  return byPath((id) => {
    const plan = plans[id];
    if (!plan) return null;
    const { lines, low, high } = plan;
    const priced = {
      lines: adjusted(scenario, lines),
      low: adjusted(scenario, low),
      high: adjusted(scenario, high),
    };
    return pricePath(scenario, traffic, priced, id === "people" ? "noTokens" : "tokens");
  });
}

/** The lines of every path. Work that is the same on several paths is the same line on each. */
function composePlans(inputs: CostInputs): PathPlans {
  const { paths } = inputs.scenario;
  const wanted = (id: PathId) => paths[id].enabled.value;
  const automated = wanted("api") || wanted("selfHosted") || wanted("hybrid");
  const common = automated
    ? [
        ...preparationLines(inputs),
        ...escalationLines(inputs),
        ...errorLines(inputs),
        ...reviewLines(inputs),
        ...protectionLines(inputs),
      ]
    : [];
  const onHosts = automated && inputs.hosting ? [...hostingLinesOfData(inputs), ...common] : [];
  return {
    api: wanted("api") ? apiPlan(inputs, common) : null,
    selfHosted: wanted("selfHosted") ? selfHostedPlan(inputs, onHosts) : null,
    hybrid: wanted("hybrid") ? hybridPlan(inputs, onHosts) : null,
    people: wanted("people") ? peoplePlan(inputs) : null,
  };
}

const withoutFleet = (lines: PlanLine[]): PathPlan => ({ lines, low: [], high: [] });

function apiPlan(inputs: CostInputs, common: PlanLine[]): PathPlan | null {
  const { scenario, traffic, api, maintenance } = inputs;
  if (!api) return null;
  return withoutFleet([
    ...apiLines(scenario, api, traffic),
    ...apiFineTuneLines(inputs),
    ...teamLines(scenario, "api"),
    ...incidentsLine(scenario, maintenance.usdPerMonthApi),
    ...upkeepLines(inputs, "api"),
    ...common,
  ]);
}

function selfHostedPlan(inputs: CostInputs, common: PlanLine[]): PathPlan | null {
  const { scenario, traffic, hosting, maintenance } = inputs;
  if (!hosting) return null;
  const team = teamLines(scenario, "selfHosted");
  const incidents = incidentsLine(scenario, maintenance.usdPerMonthSelfHosted);
  return withFleet(hosting, traffic, [...team, ...incidents, ...upkeepLines(inputs, "selfHosted"), ...common]);
}

/** Each part by its own functions; both are built and both can fail, one team looks after them. */
function hybridPlan(inputs: CostInputs, common: PlanLine[]): PathPlan | null {
  const { scenario, traffic, hosting, api, maintenance } = inputs;
  if (!hosting || !api) return null;
  const { hosted, toApi } = partsOfMix(scenario, traffic);
  const others = [
    ...apiLines(scenario, api, toApi),
    ...apiFineTuneLines(inputs),
    ...routerLine(scenario, traffic),
    ...teamLines(scenario, "hybrid"),
    ...incidentsLine(
      scenario,
      derive(bothIncidents, {
        apiUsd: maintenance.usdPerMonthApi,
        selfHostedUsd: maintenance.usdPerMonthSelfHosted,
      }),
    ),
    ...upkeepLines(inputs, "hybrid"),
    ...common,
  ];
  return withFleet(hosting, hosted, others);
}

function peoplePlan(inputs: CostInputs): PathPlan {
  const { scenario, traffic } = inputs;
  const requests = traffic.monthly.map((month) => month.requests);
  return withoutFleet([
    ...peopleLines(scenario, requests, { id: "people", label: "People" }),
    ...peopleErrorLines(inputs),
  ]);
}

/** Adds the accelerators: as many as the goodput expected needs, and at either end of its range. */
function withFleet(hosting: Hosting, hosted: Traffic, others: PlanLine[]): PathPlan | null {
  const { low, mid, high } = hosting.goodput;
  const at = (goodput: Figure<number>): PlanLine[] | null => {
    const lines = hostingLines(hosting, composeFleet(hosting.fleet, hosted, goodput));
    return lines && [...lines, ...egressLine(hosting.fleet.scenario, hosted), ...others];
  };
  const lines = at(mid);
  if (!lines) return null;
  return { lines, low: at(high) ?? [], high: at(low) ?? [] };
}

/** Answers that leave the site, as they are streamed. */
function egressLine({ paths, workload }: ScenarioFigures, hosted: Traffic): PlanLine[] {
  const { egressUsdPerGb } = paths.selfHosted;
  if (egressUsdPerGb.value === 0) return [];
  const monthly = everyMonthOf(hosted, (requests) =>
    derive(egressUsd, {
      requests,
      osl: workload.osl,
      bytesPerToken: assumptions.streamedBytesPerToken,
      usdPerGb: egressUsdPerGb,
    }),
  );
  return [planLine({ id: "egress", label: "Egress", kind: "running", consideration: "hardware" }, "volume", monthly)];
}

/** What hosting a model adds to the data: its stored weights and the runs that tune it. */
function hostingLinesOfData({ scenario, maintenance, data }: CostInputs): PlanLine[] {
  const months = scenario.economics.horizonMonths.value;
  const fineTuning = derive(fineTuneUsdPerMonth, { usdPerYear: maintenance.fineTuneUsdPerYear });
  return [
    planLine(
      { id: "fineTuning", label: "Fine-tuning runs", kind: "running", consideration: "maintenance" },
      "nothing",
      everyMonth(fineTuning, months),
    ),
    planLine(
      { id: "weightsStorage", label: "Stored weights and checkpoints", kind: "running", consideration: "hardware" },
      "nothing",
      everyMonth(data.storage.hostedUsd, months),
    ),
  ];
}
