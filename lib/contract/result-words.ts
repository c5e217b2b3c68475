import { z } from "zod";
import { considerationSchema } from "./field";
import { pathIdSchema } from "./scenario-words";

/** Words that several parts of a result share. */
const n = z.number();

/** The 10–90 % range of an estimate, with the estimate itself. */
export const rangeSchema = z.strictObject({ low: n, mid: n, high: n });
export type Range = z.infer<typeof rangeSchema>;

export const latencySchema = z.strictObject({ mean: n, p50: n, p90: n, p95: n, p99: n });
export type Latency = z.infer<typeof latencySchema>;

export const findingSchema = z.strictObject({
  id: z.string(),
  consideration: considerationSchema,
  severity: z.enum(["blocker", "warning", "info"]),
  /** What a person must know, in one sentence. */
  what: z.string(),
  /** Why, with the numbers. */
  why: z.string(),
  /** What to do about it. */
  todo: z.string(),
  /** Paths a blocker bars from the verdict; empty for all other findings. */
  bars: z.array(pathIdSchema),
});
export type Finding = z.infer<typeof findingSchema>;

export const limitedBySchema = z.enum(["compute", "memoryBandwidth", "kvCapacity", "interconnect", "host", "arrivals"]);
export type LimitedBy = z.infer<typeof limitedBySchema>;

export const allowedSchema = z.enum(["yes", "withMeasures", "no"]);

export const byPath = <T extends z.ZodType>(of: T) =>
  z.strictObject({ api: of.nullable(), selfHosted: of.nullable(), hybrid: of.nullable(), people: of.nullable() });
