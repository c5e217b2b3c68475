import type { z } from "zod";
import type { Accelerator } from "@/lib/contract/catalogue";
import type { fleetResultSchema } from "@/lib/contract/result";
import { derive, type Figure, type Figured, given } from "../figure";
import type { Acquisition } from "../resolve/acquisition";
import { assumptions } from "../resolve/assumptions";
import type { ScenarioFigures } from "../resolve/document";
import type { Replica } from "../serving/compose";
import type { Traffic } from "../traffic/compose";
import { meanRequestsPerSecond } from "../traffic/growth";
import { monthsSinceLaunch } from "../traffic/months";
import { machinesFollowingLoad, machinesOnSchedule } from "./day";
import { leadOf, servingCapacity } from "./lead";
import { acceleratorsIn, acceleratorsOfReplicas, machinesFor, weightsStorageBytes } from "./machines";
import { facilityWatts, facilityWattsFromTdp } from "./power";
import {
  fleetCapacity,
  loadPerReplica,
  nonProductionReplicas,
  peakOverMean,
  replicasFor,
  sizingRequestsPerSecond,
} from "./replicas";
import { sparesFor } from "./spares";

export type FleetResult = Figured<z.infer<typeof fleetResultSchema>>;

export type FleetMonth = {
  month: string;
  requestsPerSecond: Figure<number>;
  replicas: Figure<number>;
  spares: Figure<number>;
  testing: Figure<number>;
  machines: Figure<number>;
  accelerators: Figure<number>;
  /** On average over the hours of the month: what is rented by the hour and draws power. */
  acceleratorsOn: Figure<number>;
};

export type FleetInputs = {
  scenario: ScenarioFigures;
  acquisition: Acquisition;
  acceleratorsPerReplica: Figure<number>;
};

/** The fleet of every month for replicas of a given goodput. */
export function composeFleet(
  { scenario, acquisition, acceleratorsPerReplica }: FleetInputs,
  traffic: Traffic,
  goodput: Figure<number>,
): FleetMonth[] {
  const { selfHosted } = scenario.paths;
  const { acceleratorsPerMachine } = acquisition;
  return traffic.monthly.map(({ month, requests, peakRequestsPerSecond }) => {
    const mean = derive(meanRequestsPerSecond, { requestsPerMonth: requests });
    const requestsPerSecond = derive(sizingRequestsPerSecond, {
      peakRequestsPerSecond,
      meanRequestsPerSecond: mean,
      batchableShare: scenario.workload.batchableShare,
    });
    const replicas = derive(replicasFor, {
      requestsPerSecond,
      goodputRequestsPerSecond: goodput,
      targetUtilisation: selfHosted.targetUtilisation,
    });
    const spares = derive(sparesFor, {
      replicas,
      replicaAvailabilityShare: selfHosted.replicaAvailabilityShare,
      availabilityShare: scenario.requirements.availabilityShare,
    });
    const testing = derive(nonProductionReplicas, { replicas, nonProductionShare: selfHosted.nonProductionShare });
    const machines = derive(machinesFor, {
      replicas,
      spares,
      nonProductionReplicas: testing,
      acceleratorsPerReplica,
      acceleratorsPerMachine,
    });
    const accelerators = derive(acceleratorsIn, { machines, acceleratorsPerMachine });
    const on = machinesOn(scenario, machines, () =>
      derive(machinesFollowingLoad, {
        machines,
        meanRequestsPerSecond: mean,
        requestsPerSecond,
        peakToMean: derive(peakOverMean, { peakRequestsPerSecond, meanRequestsPerSecond: mean }),
        batchableShare: scenario.workload.batchableShare,
        scaleUpMinutes: selfHosted.scaleUpMinutes,
        goodputRequestsPerSecond: goodput,
        targetUtilisation: selfHosted.targetUtilisation,
        replicaAvailabilityShare: selfHosted.replicaAvailabilityShare,
        availabilityShare: scenario.requirements.availabilityShare,
        nonProductionReplicas: testing,
        acceleratorsPerReplica,
        acceleratorsPerMachine,
      }),
    );
    const acceleratorsOn =
      on === machines ? accelerators : derive(acceleratorsIn, { machines: on, acceleratorsPerMachine });
    return { month, requestsPerSecond, replicas, spares, testing, machines, accelerators, acceleratorsOn };
  });
}

/** All of them, where they run at all hours. */
function machinesOn(
  { paths: { selfHosted } }: ScenarioFigures,
  machines: Figure<number>,
  followingLoad: () => Figure<number>,
): Figure<number> {
  if (selfHosted.operation.value === "schedule") {
    return derive(machinesOnSchedule, { machines, hoursPerWeek: selfHosted.hoursPerWeek });
  }
  return selfHosted.operation.value === "autoscale" ? followingLoad() : machines;
}

/** Power of accelerators in use; null where neither an all-in figure nor the TDP is published. */
export function composeFacilityWatts(
  accelerators: Figure<number>,
  { acquisition }: FleetInputs,
  accelerator: Accelerator,
): Figure<number> | null {
  const published = (value: number, label: string, field: string) =>
    given(value, {
      kind: "catalogue",
      label,
      unit: "W/accelerator",
      path: `accelerators/${accelerator.id}.${field}`,
      source: accelerator.source,
    });
  if (accelerator.facilityWatts !== null) {
    const facilityWattsEach = published(accelerator.facilityWatts, "All-in facility power", "facilityWatts");
    return derive(facilityWatts, { accelerators, facilityWattsEach });
  }
  if (accelerator.tdpWatts === null) return null;
  return derive(facilityWattsFromTdp, {
    accelerators,
    tdpWatts: published(accelerator.tdpWatts, "Rated power (TDP)", "tdpWatts"),
    hostFactor: assumptions.hostFactor,
    pue: acquisition.kind === "buy" ? acquisition.terms.pue : assumptions.pue,
  });
}

/** Power of one accelerator in use, for the search over volumes. */
export const wattsPerAccelerator = (inputs: FleetInputs, accelerator: Accelerator): number | null =>
  composeFacilityWatts(assumptions.one, inputs, accelerator)?.value ?? null;

/** What the dashboard shows of the fleet. Latencies are those of the month in which each replica carries most. */
export function describeFleet(
  months: readonly FleetMonth[],
  inputs: FleetInputs,
  replica: Replica,
  accelerator: Accelerator,
  goodput: Figure<number>,
): FleetResult {
  const [launch] = months;
  if (!launch) throw new Error("the horizon has no month");
  const loads = months.map(({ requestsPerSecond, replicas }) =>
    derive(loadPerReplica, { requestsPerSecond, replicas }),
  );
  const busiest = loads.reduce((most, load) => (load.value > most.value ? load : most));
  const atPeak = replica.loadPoint(busiest);
  const { acceleratorsPerReplica } = inputs;
  const lead = leadOf(inputs.scenario, inputs.acquisition);
  return {
    lead,
    atPeak,
    ...replica.latencyRanges(atPeak),
    replicas: launch.replicas,
    spares: launch.spares,
    nonProductionAccelerators: derive(acceleratorsOfReplicas, { replicas: launch.testing, acceleratorsPerReplica }),
    accelerators: launch.accelerators,
    machines: launch.machines,
    facilityWatts: composeFacilityWatts(launch.accelerators, inputs, accelerator) ?? assumptions.unknownPower,
    weightsStorageBytes: derive(weightsStorageBytes, {
      weightsTotalBytes: replica.memory.weightsTotalBytes,
      earlierVersions: inputs.scenario.maintenance.rollbackVersions,
    }),
    monthly: months.map(({ month, replicas, spares, accelerators, acceleratorsOn, requestsPerSecond }, index) => ({
      month,
      replicas,
      spares,
      accelerators,
      acceleratorsOn,
      requestsPerSecond,
      capacityRequestsPerSecond: derive(servingCapacity, {
        capacityRequestsPerSecond: derive(fleetCapacity, {
          replicas,
          goodputRequestsPerSecond: goodput,
          targetUtilisation: inputs.scenario.paths.selfHosted.targetUtilisation,
        }),
        month: monthsSinceLaunch(index),
        monthsWithout: lead.monthsWithout,
      }),
    })),
  };
}
