import { formula } from "../figure";
import { hoursOfDay } from "../traffic/day";
import { hoursPerDay, minutesPerHour } from "../units";
import { machinesFor } from "./machines";
import { replicasFor } from "./replicas";
import { sparesFor } from "./spares";

/** Machines that are on over a day, where they are not on all the time. */

const hoursPerWeek = 7 * hoursPerDay;

export const machinesOnSchedule = formula(
  {
    id: "fleet.machinesOnSchedule",
    title: "Machines on, over a mean week",
    unit: "machine",
    reads: "machines × hours on a week ÷ 168",
    source: "definition",
    example: { of: "4 machines for 84 hours", given: { machines: 4, hoursPerWeek: 84 }, gives: 2 },
  },
  ({ machines, hoursPerWeek: hours }: { machines: number; hoursPerWeek: number }) => (machines * hours) / hoursPerWeek,
);

type Following = {
  machines: number;
  meanRequestsPerSecond: number;
  requestsPerSecond: number;
  peakToMean: number;
  batchableShare: number;
  scaleUpMinutes: number;
  goodputRequestsPerSecond: number;
  targetUtilisation: number;
  replicaAvailabilityShare: number;
  availabilityShare: number;
  nonProductionReplicas: number;
  acceleratorsPerReplica: number;
  acceleratorsPerMachine: number;
};

/** The rate at a moment between hours, by straight line. */
function rateAt(hours: readonly number[], hour: number): number {
  const from = Math.floor(hour);
  const part = hour - from;
  const at = (index: number): number => hours[index % hours.length] ?? 0;
  return at(from) * (1 - part) + at(from + 1) * part;
}

/** What can wait fills the quiet hours evenly. A machine must be asked for as long before as it takes to come. */
export const machinesFollowingLoad = formula(
  {
    id: "fleet.machinesFollowingLoad",
    title: "Machines on, over a mean day",
    unit: "machine",
    reads:
      "mean over the hours of a day of the machines for the larger of: the rate of the hour; the rate when a machine asked for now would answer; never more than the machines of the peak",
    source: "definition",
    example: {
      of: "a flat day: the same machines at all hours",
      given: {
        machines: 3,
        meanRequestsPerSecond: 10,
        requestsPerSecond: 10,
        peakToMean: 1,
        batchableShare: 0,
        scaleUpMinutes: 30,
        goodputRequestsPerSecond: 4,
        targetUtilisation: 1,
        replicaAvailabilityShare: 0.999,
        availabilityShare: 0.9,
        nonProductionReplicas: 0,
        acceleratorsPerReplica: 8,
        acceleratorsPerMachine: 8,
      },
      gives: 3,
    },
  },
  (given: Following) => {
    const hours = hoursOfDay(given.peakToMean);
    const lead = given.scaleUpMinutes / minutesPerHour;
    let sum = 0;
    hours.forEach((rate, hour) => {
      let most = rate;
      for (let ahead = 1; ahead < lead; ahead += 1) most = Math.max(most, rateAt(hours, hour + ahead));
      most = Math.max(most, rateAt(hours, hour + lead));
      const wanted = most * (1 - given.batchableShare) + given.batchableShare;
      const requestsPerSecond = Math.min(given.requestsPerSecond, given.meanRequestsPerSecond * wanted);
      const replicas = replicasFor({ ...given, requestsPerSecond });
      const spares = sparesFor({ ...given, replicas });
      sum += Math.min(given.machines, machinesFor({ ...given, replicas, spares }));
    });
    return sum / hours.length;
  },
);

export const softwareUsd = formula(
  {
    id: "fleet.softwareUsd",
    title: "Software support of a month",
    unit: "USD/month",
    reads: "accelerators × price a year ÷ 12",
    source: "definition",
    example: {
      of: "8 accelerators at 4,500 USD",
      given: { accelerators: 8, usdPerAcceleratorYear: 4500 },
      gives: 3000,
    },
  },
  ({ accelerators, usdPerAcceleratorYear }: { accelerators: number; usdPerAcceleratorYear: number }) =>
    (accelerators * usdPerAcceleratorYear) / 12,
);
