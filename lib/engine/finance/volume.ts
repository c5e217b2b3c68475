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

/** The fleet's lines summed, with the same formulas called bare: hundreds of volumes are tried for one answer. */
export function fleetTotalAt(hosting: Hosting, hosted: Traffic): TotalAt {
  const machinesAt = machinesPerMonth(hosting, hosted);
  const { acquisition } = hosting.fleet;
  if (acquisition.kind === "rent") return rentTotalAt(acquisition, machinesAt);
  return purchaseTotalAt(acquisition, hosting, machinesAt);
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

function rentTotalAt(rented: Rented, machinesAt: MachinesAt): TotalAt {
  const usdPerAcceleratorHour = rented.usdPerAcceleratorHour?.value ?? Number.NaN;
  const acceleratorsPerMachine = rented.acceleratorsPerMachine.value;
  const trends = new Map<number, number>();
  const trendAt = (month: number): number => {
    const known = trends.get(month) ?? trendFactor({ factorPerYear: rented.factorPerYear.value, month });
    trends.set(month, known);
    return known;
  };
  return (multiple) => {
    let usd = 0;
    for (const [month, machines] of machinesAt(multiple).entries()) {
      const accelerators = acceleratorsIn({ machines, acceleratorsPerMachine });
      usd += rentUsd({ accelerators, usdPerAcceleratorHour, trendFactor: trendAt(month) });
    }
    return usd;
  };
}

function purchaseTotalAt({ terms }: Bought, hosting: Hosting, machinesAt: MachinesAt): TotalAt {
  const acceleratorsPerMachine = terms.acceleratorsPerMachine.value;
  const lifeYears = terms.lifeYears.value;
  const residualShare = terms.residualShare.value;
  const usdPerMachine = machineUsd({
    acceleratorsPerMachine,
    usdPerAccelerator: terms.usdPerAccelerator.value,
    serverFactor: terms.serverFactor.value,
  });
  const watts = wattsPerAccelerator(hosting.fleet, hosting.accelerator) ?? 0;
  return (multiple) => {
    const bought: number[] = [];
    let owned = 0;
    let usd = 0;
    for (const [month, machines] of machinesAt(multiple).entries()) {
      const retired = machinesRetired({ bought, month, lifeYears });
      const now = machinesBought({ needed: machines, owned, retired });
      owned = machinesOwned({ owned, retired, bought: now });
      bought.push(now);
      const facilityWatts = acceleratorsIn({ machines, acceleratorsPerMachine }) * watts;
      usd +=
        purchaseUsd({ bought: now, machineUsd: usdPerMachine }) +
        saleUsd({ retired, machineUsd: usdPerMachine, residualShare }) +
        supportUsd({
          owned,
          machineUsd: usdPerMachine,
          supportSharePerYear: terms.maintenanceSharePerYear.value,
        }) +
        powerUsd({ facilityWatts, usdPerKwh: terms.usdPerKwh.value }) +
        colocationUsd({ facilityWatts, usdPerKwMonth: terms.colocationUsdPerKwMonth.value });
    }
    return usd + remainingValueUsd({ bought, machineUsd: usdPerMachine, residualShare, lifeYears });
  };
}
