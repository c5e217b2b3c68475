import type { Hosting } from "../cost/inputs";
import { machinesFollowingLoad, machinesOnSchedule } from "../fleet/day";
import { machinesFor } from "../fleet/machines";
import { nonProductionReplicas, peakOverMean, replicasFor, sizingRequestsPerSecond } from "../fleet/replicas";
import { sparesFor } from "../fleet/spares";
import type { Traffic } from "../traffic/compose";
import { meanRequestsPerSecond } from "../traffic/growth";
import { monthsPerYear } from "../units";

/** What the fleet is asked to carry, relative to the plan. */
export type Load = {
  /** Requests, in every month alike. */
  volume: number;
  /** Requests besides, by factor^(years since launch). */
  perYear: number;
  /** Peak to average. */
  peak: number;
  /** What a replica serves. */
  serves: number;
};

export const asPlanned: Load = { volume: 1, perYear: 1, peak: 1, serves: 1 };

/** Machines there are in a month, and how many of them are on over its hours. */
export type Machines = { all: number; on: number };

export type MachineCounter = {
  months: readonly number[];
  machinesIn: (month: number, load: Load) => Machines;
  /** Rate the fleet is sized for at this peak, relative to that at the plan's. */
  sizingRatio: (peak: number) => number;
};

/** The fleet's size with the formulas of its steps called bare: thousands of months are tried for one answer. */
export function machineCounter({ fleet, goodput }: Hosting, hosted: Traffic): MachineCounter {
  const { scenario, acceleratorsPerReplica, acquisition } = fleet;
  const { selfHosted } = scenario.paths;
  const rates = hosted.monthly.map(({ requests, peakRequestsPerSecond: peak }) => {
    const mean = meanRequestsPerSecond({ requestsPerMonth: requests.value });
    return { mean, peakToMean: peakOverMean({ peakRequestsPerSecond: peak.value, meanRequestsPerSecond: mean }) };
  });
  const batchableShare = scenario.workload.batchableShare.value;
  const goodputPlanned = goodput.mid.value;
  const targetUtilisation = selfHosted.targetUtilisation.value;
  const replicaAvailabilityShare = selfHosted.replicaAvailabilityShare.value;
  const availabilityShare = scenario.requirements.availabilityShare.value;
  const acceleratorsEach = acceleratorsPerReplica.value;
  const acceleratorsPerMachine = acquisition.acceleratorsPerMachine.value;
  const scaleUpMinutes = selfHosted.scaleUpMinutes.value;
  const nonProductionShare = selfHosted.nonProductionShare.value;
  // What is reserved is paid for whether it is on or not.
  const reserved = acquisition.kind === "rent" && acquisition.termMonths !== null;
  const operation = reserved ? "always" : selfHosted.operation.value;
  const hoursPerWeek = selfHosted.hoursPerWeek.value;

  const sized = (mean: number, peakToMean: number): number =>
    sizingRequestsPerSecond({
      peakRequestsPerSecond: mean * peakToMean,
      meanRequestsPerSecond: mean,
      batchableShare,
    });
  const machinesAt = (mean: number, peakToMean: number, serves: number): Machines => {
    const requestsPerSecond = sized(mean, peakToMean);
    const goodputRequestsPerSecond = goodputPlanned * serves;
    const replicas = replicasFor({ requestsPerSecond, goodputRequestsPerSecond, targetUtilisation });
    const testing = nonProductionReplicas({ replicas, nonProductionShare });
    const all = machinesFor({
      replicas,
      spares: sparesFor({ replicas, replicaAvailabilityShare, availabilityShare }),
      nonProductionReplicas: testing,
      acceleratorsPerReplica: acceleratorsEach,
      acceleratorsPerMachine,
    });
    if (operation === "schedule") return { all, on: machinesOnSchedule({ machines: all, hoursPerWeek }) };
    if (operation !== "autoscale") return { all, on: all };
    const on = machinesFollowingLoad({
      machines: all,
      meanRequestsPerSecond: mean,
      requestsPerSecond,
      peakToMean,
      batchableShare,
      scaleUpMinutes,
      goodputRequestsPerSecond,
      targetUtilisation,
      replicaAvailabilityShare,
      availabilityShare,
      nonProductionReplicas: testing,
      acceleratorsPerReplica: acceleratorsEach,
      acceleratorsPerMachine,
    });
    return { all, on };
  };
  const latest = { mean: Number.NaN, peakToMean: 0, serves: 0, machines: { all: 0, on: 0 } };
  const machinesIn = (month: number, load: Load): Machines => {
    const { volume, perYear, peak, serves } = load;
    const planned = rates[month] ?? { mean: 0, peakToMean: 1 };
    const mean = planned.mean * volume * (perYear === 1 ? 1 : perYear ** (month / monthsPerYear));
    const peakToMean = Math.max(1, planned.peakToMean * peak);
    // Without growth every month is like the one before.
    if (mean === latest.mean && peakToMean === latest.peakToMean && serves === latest.serves) return latest.machines;
    const machines = machinesAt(mean, peakToMean, serves);
    Object.assign(latest, { mean, peakToMean, serves, machines });
    return machines;
  };
  const usualPeak = rates[0]?.peakToMean ?? 1;
  return {
    months: rates.map((_, month) => month),
    machinesIn,
    sizingRatio: (peak) => (peak === 1 ? 1 : sized(1, Math.max(1, usualPeak * peak)) / sized(1, usualPeak)),
  };
}
