import { formula } from "../figure";
import { wholeUp } from "./whole";

type Packing = {
  replicas: number;
  spares: number;
  nonProductionReplicas: number;
  acceleratorsPerReplica: number;
  acceleratorsPerMachine: number;
};

/** A replica never spans machines unless it is larger than one, as the fast links end there. */
export const machinesFor = formula(
  {
    id: "fleet.machinesFor",
    title: "Machines",
    unit: "machine",
    reads:
      "replicas, spares and test together ÷ replicas that fit in a machine, rounded up; a replica larger than a machine takes whole machines of its own",
    source: "definition",
    example: {
      of: "5 replicas and a spare of 4 accelerators on machines of 8: 2 in each",
      given: {
        replicas: 5,
        spares: 1,
        nonProductionReplicas: 0,
        acceleratorsPerReplica: 4,
        acceleratorsPerMachine: 8,
      },
      gives: 3,
    },
  },
  ({ replicas, spares, nonProductionReplicas, acceleratorsPerReplica, acceleratorsPerMachine }: Packing) => {
    const all = replicas + spares + nonProductionReplicas;
    if (acceleratorsPerReplica > acceleratorsPerMachine) {
      return all * wholeUp(acceleratorsPerReplica / acceleratorsPerMachine);
    }
    return wholeUp(all / Math.floor(acceleratorsPerMachine / acceleratorsPerReplica));
  },
);

export const acceleratorsIn = formula(
  {
    id: "fleet.acceleratorsIn",
    title: "Accelerators",
    unit: "accelerator",
    reads: "machines × accelerators in a machine",
    source: "definition",
    example: { of: "3 machines of 8", given: { machines: 3, acceleratorsPerMachine: 8 }, gives: 24 },
  },
  ({ machines, acceleratorsPerMachine }: { machines: number; acceleratorsPerMachine: number }) =>
    machines * acceleratorsPerMachine,
);

export const acceleratorsOfReplicas = formula(
  {
    id: "fleet.acceleratorsOfReplicas",
    title: "Accelerators of some replicas",
    unit: "accelerator",
    reads: "replicas × accelerators per replica",
    source: "definition",
    example: { of: "2 replicas of 4", given: { replicas: 2, acceleratorsPerReplica: 4 }, gives: 8 },
  },
  ({ replicas, acceleratorsPerReplica }: { replicas: number; acceleratorsPerReplica: number }) =>
    replicas * acceleratorsPerReplica,
);

/** Earlier versions are kept to go back to. */
export const weightsStorageBytes = formula(
  {
    id: "fleet.weightsStorageBytes",
    title: "Stored weights",
    unit: "B",
    reads: "bytes of all weights × (the version in use + earlier versions kept)",
    source: "definition",
    example: { of: "65 GB, one earlier version", given: { weightsTotalBytes: 65e9, earlierVersions: 1 }, gives: 130e9 },
  },
  ({ weightsTotalBytes, earlierVersions }: { weightsTotalBytes: number; earlierVersions: number }) =>
    weightsTotalBytes * (1 + earlierVersions),
);
