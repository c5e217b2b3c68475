import type { Hosting } from "../cost/inputs";
import type { PricedPath } from "../cost/total";
import type { Traffic } from "../traffic/compose";
import { meanRequestsPerSecond } from "../traffic/growth";
import { costOf, type FleetCost, fleetRates } from "./fleet-cost";
import { asPlanned, type Load, machineCounter } from "./machines";

/** Total cost of a path over the horizon as a function of volume, as a multiple of the plan's. */
export type TotalAt = (multiple: number) => number;

/** What does not change, what grows with volume, and the accelerators, which grow in whole machines. */
export function totalAtVolume(path: PricedPath, hosting: Hosting | null, hosted: Traffic | null): TotalAt {
  let fixedUsd = 0;
  let volumeUsd = 0;
  const others: TotalAt[] = [];
  for (const { line, growsWith, totalAt } of path.plan) {
    if (totalAt) others.push(totalAt);
    else if (growsWith === "nothing") fixedUsd += line.totalUsd.value;
    else if (growsWith === "volume") volumeUsd += line.totalUsd.value;
  }
  const hasFleet = hosting && hosted && path.plan.some(({ growsWith }) => growsWith === "fleet");
  if (hasFleet) others.push(fleetTotalAt(hosting, hosted));
  return (multiple) => others.reduce((sum, usdAt) => sum + usdAt(multiple), fixedUsd + volumeUsd * multiple);
}

/** The fleet's lines summed, at a multiple of the volume. */
export function fleetTotalAt(hosting: Hosting, hosted: Traffic): TotalAt {
  const fleetAt = fleetCostAt(hosting, hosted);
  return (volume) => {
    const { runningUsd, oneOffUsd } = fleetAt({ volume });
    return runningUsd.reduce((sum, usd) => sum + usd, oneOffUsd);
  };
}

/** Requests a second on average in each month, and what all the machines then could serve, at a multiple of the volume. */
export function loadAt(hosting: Hosting, hosted: Traffic) {
  const { machinesIn, months } = machineCounter(hosting, hosted);
  const { acquisition, acceleratorsPerReplica } = hosting.fleet;
  const perMachine = acquisition.acceleratorsPerMachine.value / acceleratorsPerReplica.value;
  return (multiple: number) => ({
    requestsPerSecond: hosted.monthly.map(
      ({ requests }) => meanRequestsPerSecond({ requestsPerMonth: requests.value }) * multiple,
    ),
    servableRequestsPerSecond: months.map(
      (month) => machinesIn(month, { ...asPlanned, volume: multiple }).all * perMachine * hosting.goodput.mid.value,
    ),
  });
}

/** The fleet's cost by month, with the formulas of its lines called bare: hundreds are tried for one answer. */
export function fleetCostAt(hosting: Hosting, hosted: Traffic): (load: Partial<Load>) => FleetCost {
  const { machinesIn, months } = machineCounter(hosting, hosted);
  const rates = fleetRates(hosting);
  return (load) => {
    const asked = { ...asPlanned, ...load };
    return costOf(
      months.map((month) => machinesIn(month, asked)),
      rates,
    );
  };
}
