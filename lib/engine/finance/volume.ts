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
import { acceleratorsIn, machinesFor } from "../fleet/machines";
import { nonProductionReplicas, replicasFor, sizingRequestsPerSecond } from "../fleet/replicas";
import { sparesFor } from "../fleet/spares";
import type { Bought, Rented } from "../resolve/acquisition";
import type { Traffic } from "../traffic/compose";
import { meanRequestsPerSecond, peakRequestsPerSecond } from "../traffic/growth";

/** Total cost of a path over the horizon as a function of volume, as a multiple of the plan's. */
export type TotalAt = (multiple: number) => number;

/** What does not change, what grows with volume, and the accelerators, which grow in whole machines. */
export function totalAtVolume(path: PricedPath, hosting: Hosting | null, hosted: Traffic | null): TotalAt {
  let fixedUsd = 0;
  let volumeUsd = 0;
  for (const { line, growsWith } of path.plan) {
    if (growsWith === "nothing") fixedUsd += line.totalUsd.value;
    if (growsWith === "volume") volumeUsd += line.totalUsd.value;
  }
  const hasFleet = hosting && hosted && path.plan.some(({ growsWith }) => growsWith === "fleet");
  if (!hasFleet) return (multiple) => fixedUsd + volumeUsd * multiple;
  const fleetUsd = fleetTotalAt(hosting, hosted);
  return (multiple) => fixedUsd + volumeUsd * multiple + fleetUsd(multiple);
}

/** The fleet's lines summed. */
export function fleetTotalAt(hosting: Hosting, hosted: Traffic): TotalAt {
  const fleetAt = fleetCostAt(hosting, hosted);
  return (multiple) => {
    const { runningUsd, oneOffUsd } = fleetAt(multiple);
    return runningUsd.reduce((sum, usd) => sum + usd, oneOffUsd);
  };
}

/** One-off costs stand in the month they fall in, and in the last what is left of the machines. */
export type FleetCost = { runningUsd: number[]; oneOffUsd: number; oneOffByMonthUsd: number[] };

/** The fleet's cost by month, with the formulas of its lines called bare: hundreds are tried for one answer. */
export function fleetCostAt(hosting: Hosting, hosted: Traffic): (multiple: number) => FleetCost {
  const machinesAt = machinesPerMonth(hosting, hosted);
  const { acquisition } = hosting.fleet;
  const cost = acquisition.kind === "rent" ? rentCost(acquisition) : purchaseCost(acquisition, hosting);
  return (multiple) => cost(machinesAt(multiple));
}

type MachinesAt = (multiple: number) => number[];

function machinesPerMonth({ fleet, goodput }: Hosting, hosted: Traffic): MachinesAt {
  const { scenario, acceleratorsPerReplica, acquisition } = fleet;
  const { selfHosted } = scenario.paths;
  const requests = hosted.monthly.map((month) => month.requests.value);
  return (multiple) =>
    requests.map((each) => {
      const requestsPerMonth = each * multiple;
      const peakToMean = scenario.workload.peakToMean.value;
      const replicas = replicasFor({
        requestsPerSecond: sizingRequestsPerSecond({
          peakRequestsPerSecond: peakRequestsPerSecond({ requestsPerMonth, peakToMean }),
          meanRequestsPerSecond: meanRequestsPerSecond({ requestsPerMonth }),
          batchableShare: scenario.workload.batchableShare.value,
        }),
        goodputRequestsPerSecond: goodput.mid.value,
        targetUtilisation: selfHosted.targetUtilisation.value,
      });
      return machinesFor({
        replicas,
        spares: sparesFor({
          replicas,
          replicaAvailabilityShare: selfHosted.replicaAvailabilityShare.value,
          availabilityShare: scenario.requirements.availabilityShare.value,
        }),
        nonProductionReplicas: nonProductionReplicas({
          replicas,
          nonProductionShare: selfHosted.nonProductionShare.value,
        }),
        acceleratorsPerReplica: acceleratorsPerReplica.value,
        acceleratorsPerMachine: acquisition.acceleratorsPerMachine.value,
      });
    });
}

type CostOf = (machines: readonly number[]) => FleetCost;

function rentCost(rented: Rented): CostOf {
  const usdPerAcceleratorHour = rented.usdPerAcceleratorHour?.value ?? Number.NaN;
  const acceleratorsPerMachine = rented.acceleratorsPerMachine.value;
  const trends: number[] = [];
  const trendAt = (month: number): number => {
    trends[month] ??= trendFactor({ factorPerYear: rented.factorPerYear.value, month });
    return trends[month];
  };
  return (machines) => {
    const runningUsd = machines.map((each, month) =>
      rentUsd({
        accelerators: acceleratorsIn({ machines: each, acceleratorsPerMachine }),
        usdPerAcceleratorHour,
        trendFactor: trendAt(month),
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
  return (machines) => {
    const bought: number[] = [];
    let owned = 0;
    const oneOffByMonthUsd: number[] = [];
    const runningUsd = machines.map((needed, month) => {
      const retired = machinesRetired({ bought, month, lifeYears });
      const now = machinesBought({ needed, owned, retired });
      owned = machinesOwned({ owned, retired, bought: now });
      bought.push(now);
      oneOffByMonthUsd.push(
        purchaseUsd({ bought: now, machineUsd: usdPerMachine }) +
          saleUsd({ retired, machineUsd: usdPerMachine, residualShare }),
      );
      const facilityWatts = acceleratorsIn({ machines: needed, acceleratorsPerMachine }) * watts;
      return (
        supportUsd({ owned, machineUsd: usdPerMachine, supportSharePerYear }) +
        powerUsd({ facilityWatts, usdPerKwh: terms.usdPerKwh.value }) +
        colocationUsd({ facilityWatts, usdPerKwMonth: terms.colocationUsdPerKwMonth.value })
      );
    });
    const last = machines.length - 1;
    const left = remainingValueUsd({ bought, machineUsd: usdPerMachine, residualShare, lifeYears });
    oneOffByMonthUsd[last] = (oneOffByMonthUsd[last] ?? 0) + left;
    const oneOffUsd = oneOffByMonthUsd.reduce((sum, usd) => sum + usd, 0);
    return { runningUsd, oneOffUsd, oneOffByMonthUsd };
  };
}
