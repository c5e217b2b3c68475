import { z } from "zod";
import { loadPointSchema } from "./result-serving";
import { rangeSchema } from "./result-words";

/** Accelerators that the load takes, by month. */
const n = z.number();

export const fleetResultSchema = z.strictObject({
  /** A replica in the plan's busiest minutes, and the range of its latencies at the percentile required. */
  atPeak: loadPointSchema,
  ttftSeconds: rangeSchema,
  tpotSeconds: rangeSchema,
  replicas: n,
  spares: n,
  nonProductionAccelerators: n,
  /** Accelerators in use at launch: replicas, spares, test and staging, rounded up to whole machines. */
  accelerators: n,
  machines: n,
  facilityWatts: n,
  weightsStorageBytes: n,
  /** Months from ordering until machines serve, and how many months of the plan pass before the first do. */
  lead: z.strictObject({ months: n, monthsWithout: n }).optional(),
  monthly: z.array(
    z.strictObject({
      month: z.string(),
      replicas: n,
      spares: n,
      accelerators: n,
      /** On average over the month's hours; absent, like the rates, in results kept before it was told apart. */
      acceleratorsOn: n.optional(),
      /** What the fleet is sized for, and what its replicas without spares may carry. */
      requestsPerSecond: n.optional(),
      capacityRequestsPerSecond: n.optional(),
    }),
  ),
});
