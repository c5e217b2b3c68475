import type { Hosting } from "../cost/inputs";
import {
  colocationUsd,
  machinesBought,
  machinesOwned,
  machinesRetired,
  machineUsd,
  powerUsd,
  purchaseUsd,
  remainingValueUsd,
  saleUsd,
  supportUsd,
} from "../cost/purchase";
import { rentUsd } from "../cost/rent";
import type { PricedPath } from "../cost/total";
import { trendFactor } from "../cost/trend";
import { wattsPerAccelerator } from "../fleet/compose";
import { machinesFollowingLoad, machinesOnSchedule, softwareUsd } from "../fleet/day";
import { acceleratorsIn, machinesFor } from "../fleet/machines";
import { nonProductionReplicas, peakOverMean, replicasFor, sizingRequestsPerSecond } from "../fleet/replicas";
import { sparesFor } from "../fleet/spares";
import type { Bought, Rented } from "../resolve/acquisition";
import type { Traffic } from "../traffic/compose";
import { meanRequestsPerSecond } from "../traffic/growth";

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
    if (growsWith === "volume") volumeUsd += line.totalUsd.value;
  }
  const hasFleet = hosting && hosted && path.plan.some(({ growsWith }) => growsWith === "fleet");
  if (hasFleet) others.push(fleetTotalAt(hosting, hosted));
  return (multiple) => others.reduce((sum, usdAt) => sum + usdAt(multiple), fixedUsd + volumeUsd * multiple);
}

/** The fleet's lines summed. */
export function fleetTotalAt(hosting: Hosting, hosted: Traffic): TotalAt {
  const fleetAt = fleetCostAt(hosting, hosted);
  return (multiple) => {
    const { runningUsd, oneOffUsd } = fleetAt(multiple);
    return runningUsd.reduce((sum, usd) => sum + usd, oneOffUsd);
  };
}

/** Requests a second on average in each month, and what all the machines then could serve, at a multiple of the volume. */
export function loadAt(hosting: Hosting, hosted: Traffic) {
  const machinesAt = machinesPerMonth(hosting, hosted);
  const { acquisition, acceleratorsPerReplica } = hosting.fleet;
  const perMachine = acquisition.acceleratorsPerMachine.value / acceleratorsPerReplica.value;
  return (multiple: number) => ({
    requestsPerSecond: hosted.monthly.map(
      ({ requests }) => meanRequestsPerSecond({ requestsPerMonth: requests.value }) * multiple,
    ),
    servableRequestsPerSecond: machinesAt(multiple).all.map(
      (machines) => machines * perMachine * hosting.goodput.mid.value,
    ),
  });
}

/** One-off costs stand in the month they fall in, and in the last what is left of the machines. */
export type FleetCost = { runningUsd: number[]; oneOffUsd: number; oneOffByMonthUsd: number[] };

/** The fleet's cost by month, with the formulas of its lines called bare: hundreds are tried for one answer. */
export function fleetCostAt(hosting: Hosting, hosted: Traffic): (multiple: number) => FleetCost {
  const machinesAt = machinesPerMonth(hosting, hosted);
  const { acquisition } = hosting.fleet;
  const cost = acquisition.kind === "rent" ? rentCost(acquisition) : purchaseCost(acquisition, hosting);
  const {
    scenario,
    acquisition: { acceleratorsPerMachine },
  } = hosting.fleet;
  const software = scenario.paths.selfHosted.softwareUsdPerAcceleratorYear.value;
  const taxed = 1 + scenario.economics.purchaseTaxShare.value;
  return (multiple) => {
    const machines = machinesAt(multiple);
    const found = cost(machines, taxed);
    if (software === 0) return found;
    const each = softwareUsd({ accelerators: acceleratorsPerMachine.value, usdPerAcceleratorYear: software }) * taxed;
    return { ...found, runningUsd: found.runningUsd.map((usd, month) => usd + each * (machines.all[month] ?? 0)) };
  };
}

/** Machines there are in each month, and how many of them are on over its hours. */
type Machines = { all: number[]; on: number[] };
type MachinesAt = (multiple: number) => Machines;

function machinesPerMonth({ fleet, goodput }: Hosting, hosted: Traffic): MachinesAt {
  const { scenario, acceleratorsPerReplica, acquisition } = fleet;
  const { selfHosted } = scenario.paths;
  const rates = hosted.monthly.map(({ requests, peakRequestsPerSecond: peak }) => {
    const mean = meanRequestsPerSecond({ requestsPerMonth: requests.value });
    return { mean, peakToMean: peakOverMean({ peakRequestsPerSecond: peak.value, meanRequestsPerSecond: mean }) };
  });
  const packing = {
    batchableShare: scenario.workload.batchableShare.value,
    goodputRequestsPerSecond: goodput.mid.value,
    targetUtilisation: selfHosted.targetUtilisation.value,
    replicaAvailabilityShare: selfHosted.replicaAvailabilityShare.value,
    availabilityShare: scenario.requirements.availabilityShare.value,
    acceleratorsPerReplica: acceleratorsPerReplica.value,
    acceleratorsPerMachine: acquisition.acceleratorsPerMachine.value,
    scaleUpMinutes: selfHosted.scaleUpMinutes.value,
  };
  const nonProductionShare = selfHosted.nonProductionShare.value;
  const operation = selfHosted.operation.value;
  const hoursPerWeek = selfHosted.hoursPerWeek.value;
  return (multiple) => {
    const all: number[] = [];
    const on: number[] = [];
    for (const { mean, peakToMean } of rates) {
      const rate = mean * multiple;
      const requestsPerSecond = sizingRequestsPerSecond({
        peakRequestsPerSecond: rate * peakToMean,
        meanRequestsPerSecond: rate,
        batchableShare: packing.batchableShare,
      });
      const replicas = replicasFor({
        requestsPerSecond,
        goodputRequestsPerSecond: packing.goodputRequestsPerSecond,
        targetUtilisation: packing.targetUtilisation,
      });
      const testing = nonProductionReplicas({ replicas, nonProductionShare });
      const machines = machinesFor({
        replicas,
        spares: sparesFor({
          replicas,
          replicaAvailabilityShare: packing.replicaAvailabilityShare,
          availabilityShare: packing.availabilityShare,
        }),
        nonProductionReplicas: testing,
        acceleratorsPerReplica: packing.acceleratorsPerReplica,
        acceleratorsPerMachine: packing.acceleratorsPerMachine,
      });
      all.push(machines);
      if (operation === "schedule") on.push(machinesOnSchedule({ machines, hoursPerWeek }));
      else if (operation === "autoscale") {
        const load = { meanRequestsPerSecond: rate, requestsPerSecond, peakToMean };
        on.push(machinesFollowingLoad({ ...packing, ...load, machines, nonProductionReplicas: testing }));
      } else on.push(machines);
    }
    return { all, on };
  };
}

/** `taxed`: factor on whatever is paid for, as tax on purchases makes it. */
type CostOf = (machines: Machines, taxed: number) => FleetCost;

function rentCost(rented: Rented): CostOf {
  const usdPerAcceleratorHour = rented.usdPerAcceleratorHour?.value ?? Number.NaN;
  const acceleratorsPerMachine = rented.acceleratorsPerMachine.value;
  const trends: number[] = [];
  const trendAt = (month: number): number => {
    trends[month] ??= trendFactor({ factorPerYear: rented.factorPerYear.value, month });
    return trends[month];
  };
  const interruptedShare = rented.interruptedShare.value;
  return ({ on }, taxed) => {
    const runningUsd = on.map(
      (each, month) =>
        taxed *
        rentUsd({
          accelerators: acceleratorsIn({ machines: each, acceleratorsPerMachine }),
          usdPerAcceleratorHour,
          trendFactor: trendAt(month),
          interruptedShare,
        }),
    );
    return { runningUsd, oneOffUsd: 0, oneOffByMonthUsd: runningUsd.map(() => 0) };
  };
}

function purchaseCost({ terms }: Bought, hosting: Hosting): CostOf {
  const acceleratorsPerMachine = terms.acceleratorsPerMachine.value;
  const lifeYears = terms.lifeYears.value;
  const residualShare = terms.residualShare.value;
  const usdPerMachine = machineUsd({
    acceleratorsPerMachine,
    usdPerAccelerator: terms.usdPerAccelerator.value,
    serverFactor: terms.serverFactor.value,
  });
  const watts = wattsPerAccelerator(hosting.fleet, hosting.accelerator) ?? 0;
  const supportSharePerYear = terms.maintenanceSharePerYear.value;
  return ({ all: machines, on }, taxed) => {
    const bought: number[] = [];
    let owned = 0;
    const oneOffByMonthUsd: number[] = [];
    const runningUsd = machines.map((needed, month) => {
      const retired = machinesRetired({ bought, month, lifeYears });
      const now = machinesBought({ needed, owned, retired });
      owned = machinesOwned({ owned, retired, bought: now });
      bought.push(now);
      oneOffByMonthUsd.push(
        taxed * purchaseUsd({ bought: now, machineUsd: usdPerMachine }) +
          saleUsd({ retired, machineUsd: usdPerMachine, residualShare }),
      );
      const facilityWatts = acceleratorsIn({ machines: needed, acceleratorsPerMachine }) * watts;
      const wattsOn = acceleratorsIn({ machines: on[month] ?? needed, acceleratorsPerMachine }) * watts;
      return (
        taxed *
        (supportUsd({ owned, machineUsd: usdPerMachine, supportSharePerYear }) +
          powerUsd({ facilityWatts: wattsOn, usdPerKwh: terms.usdPerKwh.value }) +
          colocationUsd({ facilityWatts, usdPerKwMonth: terms.colocationUsdPerKwMonth.value }))
      );
    });
    const last = machines.length - 1;
    const left = remainingValueUsd({ bought, machineUsd: usdPerMachine, residualShare, lifeYears });
    oneOffByMonthUsd[last] = (oneOffByMonthUsd[last] ?? 0) + left;
    const oneOffUsd = oneOffByMonthUsd.reduce((sum, usd) => sum + usd, 0);
    return { runningUsd, oneOffUsd, oneOffByMonthUsd };
  };
}
