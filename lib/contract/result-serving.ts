import { z } from "zod";
import { latencySchema, limitedBySchema, rangeSchema } from "./result-words";

const n = z.number();

/** Load on one replica against what its users feel. */
export const loadPointSchema = z.strictObject({
  requestsPerSecond: n,
  concurrency: n,
  utilisation: n,
  ttftSeconds: latencySchema,
  tpotSeconds: latencySchema,
  e2eSeconds: latencySchema,
  outputTokensPerSecond: n,
  meetsTargets: z.boolean(),
});
export type LoadPoint = z.infer<typeof loadPointSchema>;

export const servingResultSchema = z.strictObject({
  acceleratorsPerReplica: n,
  /** Most requests a second one replica serves with every latency target met. */
  goodputRequestsPerSecond: rangeSchema,
  limitedBy: limitedBySchema,
  curve: z.array(loadPointSchema),
});
