import type { PathId } from "@/lib/contract/scenario";
import { derive, type Figure } from "../figure";
import { composeFleet } from "../fleet/compose";
import { weightsStorageBytes } from "../fleet/machines";
import { bothIncidents, fineTuneUsdPerMonth } from "../maintenance/incidents";
import { assumptions } from "../resolve/assumptions";
import { partOfTraffic, type Traffic } from "../traffic/compose";
import { complementOf } from "../traffic/growth";
import { apiLines } from "./api";
import { hostingLines } from "./hosting";
import type { CostInputs, Hosting } from "./inputs";
import { everyMonth, type PlanLine, planLine } from "./line";
import { escalationLines, peopleLines, preparationLines, teamLines } from "./shared";
import { bothBuilds, largerTeam } from "./staff";
import { type PathPlan, type PricedPath, pricePath } from "./total";

export type PricedPaths = Record<PathId, PricedPath | null>;

/** Every path on the same workload. Null: not considered, or it cannot be priced, which a finding explains. */
export function composeCost(inputs: CostInputs): PricedPaths {
  const { api, selfHosted, hybrid, people } = inputs.scenario.paths;
  return {
    api: api.enabled.value ? apiPath(inputs) : null,
    selfHosted: selfHosted.enabled.value ? selfHostedPath(inputs) : null,
    hybrid: hybrid.enabled.value ? hybridPath(inputs) : null,
    people: people.enabled.value ? peoplePath(inputs) : null,
  };
}

const withoutFleet = (lines: PlanLine[]): PathPlan => ({ lines, low: [], high: [] });

function apiPath(inputs: CostInputs): PricedPath | null {
  const { scenario, traffic, api, maintenance } = inputs;
  if (!api) return null;
  const lines = [
    ...apiLines(scenario, api, traffic),
    ...teamLines(scenario, {
      people: scenario.team.runFteApi,
      personMonths: scenario.team.buildMonthsApi,
      incidentsUsdPerMonth: maintenance.usdPerMonthApi,
    }),
    ...preparationLines(inputs, []),
    ...escalationLines(inputs),
  ];
  return pricePath(scenario, traffic, withoutFleet(lines));
}

function selfHostedPath(inputs: CostInputs): PricedPath | null {
  const { scenario, traffic, hosting, maintenance } = inputs;
  if (!hosting) return null;
  const others = [
    ...teamLines(scenario, {
      people: scenario.team.runFteSelfHosted,
      personMonths: scenario.team.buildMonthsSelfHosted,
      incidentsUsdPerMonth: maintenance.usdPerMonthSelfHosted,
    }),
    ...hostingPreparation(inputs, hosting),
    ...escalationLines(inputs),
  ];
  return withFleet(inputs, hosting, traffic, others);
}

/** Each part by its own functions; both are built and both can fail, one team looks after them. */
function hybridPath(inputs: CostInputs): PricedPath | null {
  const { scenario, traffic, hosting, api, maintenance } = inputs;
  if (!hosting || !api) return null;
  const { team, paths } = scenario;
  const share = paths.hybrid.selfHostedShare;
  const toApi = partOfTraffic(scenario, traffic, derive(complementOf, { share }));
  const others = [
    ...apiLines(scenario, api, toApi),
    ...teamLines(scenario, {
      people: derive(largerTeam, { apiPeople: team.runFteApi, selfHostedPeople: team.runFteSelfHosted }),
      personMonths: derive(bothBuilds, {
        apiMonths: team.buildMonthsApi,
        selfHostedMonths: team.buildMonthsSelfHosted,
      }),
      incidentsUsdPerMonth: derive(bothIncidents, {
        apiUsd: maintenance.usdPerMonthApi,
        selfHostedUsd: maintenance.usdPerMonthSelfHosted,
      }),
    }),
    ...hostingPreparation(inputs, hosting),
    ...escalationLines(inputs),
  ];
  return withFleet(inputs, hosting, partOfTraffic(scenario, traffic, share), others);
}

function peoplePath({ scenario, traffic }: CostInputs): PricedPath {
  const requests = traffic.monthly.map((month) => month.requests);
  const lines = peopleLines(scenario, requests, { id: "people", label: "People" });
  return pricePath(scenario, traffic, withoutFleet(lines), false);
}

/** Adds the accelerators: as many as the goodput expected needs, and at either end of its range. */
function withFleet(inputs: CostInputs, hosting: Hosting, hosted: Traffic, others: PlanLine[]): PricedPath | null {
  const at = (goodput: Figure<number>): PlanLine[] | null =>
    hostingLines(hosting, composeFleet(hosting.fleet, hosted, goodput));
  const { low, mid, high } = hosting.goodput;
  const expected = at(mid);
  const cheapest = at(high);
  const dearest = at(low);
  if (!expected || !cheapest || !dearest) return null;
  return pricePath(inputs.scenario, inputs.traffic, {
    lines: [...expected, ...others],
    low: [...cheapest, ...others],
    high: [...dearest, ...others],
  });
}

function hostingPreparation(inputs: CostInputs, hosting: Hosting): PlanLine[] {
  const weights = derive(weightsStorageBytes, {
    weightsTotalBytes: hosting.weightsTotalBytes,
    versionsKept: assumptions.versionsKept,
  });
  const fineTuning = derive(fineTuneUsdPerMonth, { usdPerYear: inputs.maintenance.fineTuneUsdPerYear });
  return [
    planLine(
      { id: "fineTuning", label: "Fine-tuning runs", kind: "running", consideration: "maintenance" },
      "nothing",
      everyMonth(fineTuning, inputs.scenario.economics.horizonMonths.value),
    ),
    ...preparationLines(inputs, [weights]),
  ];
}
