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

let latest: { peakToMean: number; lead: number; hours: number[] } = { peakToMean: 0, lead: 0, hours: [] };

/** The largest rate from each hour until a machine asked for in it would answer. */
function hoursAhead(peakToMean: number, lead: number): number[] {
  if (latest.peakToMean === peakToMean && latest.lead === lead) return latest.hours;
  const rates = hoursOfDay(peakToMean);
  const hours = rates.map((rate, hour) => {
    let most = Math.max(rate, rateAt(rates, hour + lead));
    for (let ahead = 1; ahead < lead; ahead += 1) most = Math.max(most, rateAt(rates, hour + ahead));
    return most;
  });
  latest = { peakToMean, lead, hours };
  return hours;
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
    const { meanRequestsPerSecond, batchableShare, goodputRequestsPerSecond, targetUtilisation } = given;
    const { replicaAvailabilityShare, availabilityShare, nonProductionReplicas } = given;
    const { acceleratorsPerReplica, acceleratorsPerMachine } = given;
    const hours = hoursAhead(given.peakToMean, given.scaleUpMinutes / minutesPerHour);
    let sum = 0;
    // Named one by one: this runs for every hour of thousands of months, and a spread is slow.
    for (const rate of hours) {
      const wanted = meanRequestsPerSecond * (rate * (1 - batchableShare) + batchableShare);
      const requestsPerSecond = Math.min(given.requestsPerSecond, wanted);
      const replicas = replicasFor({ requestsPerSecond, goodputRequestsPerSecond, targetUtilisation });
      const spares = sparesFor({ replicas, replicaAvailabilityShare, availabilityShare });
      const machines = machinesFor({
        replicas,
        spares,
        nonProductionReplicas,
        acceleratorsPerReplica,
        acceleratorsPerMachine,
      });
      sum += Math.min(given.machines, machines);
    }
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
