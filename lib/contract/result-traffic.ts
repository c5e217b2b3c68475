import { z } from "zod";

/** What is asked of the model, by month. */
const n = z.number();

export const trafficResultSchema = z.strictObject({
  requestsPerMonth: n,
  meanRequestsPerSecond: n,
  peakRequestsPerSecond: n,
  inputTokensPerMonth: n,
  outputTokensPerMonth: n,
  monthly: z.array(z.strictObject({ month: z.string(), requests: n, peakRequestsPerSecond: n })),
});
