import { z } from "zod";
import { considerationSchema } from "./field";
import { rangeSchema } from "./result-words";

/** What each path costs, line by line and month by month. */
const n = z.number();

const costLineSchema = z.strictObject({
  id: z.string(),
  label: z.string(),
  kind: z.enum(["oneOff", "running"]),
  consideration: considerationSchema,
  totalUsd: n,
  /** One entry per month of the horizon; one-off costs stand in the first month. */
  monthlyUsd: z.array(n),
});
export type CostLine = z.infer<typeof costLineSchema>;

export const pathCostSchema = z.strictObject({
  lines: z.array(costLineSchema),
  monthlyUsd: z.array(n),
  cumulativeUsd: z.array(n),
  oneOffUsd: n,
  /** Running cost of an average month over the horizon. */
  runningUsdPerMonth: n,
  /** Everything over the horizon, undiscounted, with the range that the serving estimate's error gives. */
  totalUsd: rangeSchema,
  /** Present value of every cost at the discount rate. */
  presentValueUsd: n,
  usdPerRequest: n,
  usdPerMillionTokens: n.nullable(),
});
export type PathCost = z.infer<typeof pathCostSchema>;
