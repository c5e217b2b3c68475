import { z } from "zod";
import { byPath } from "./result-words";

const n = z.number();

/** What comes of inputs that are not exactly known: every path at thousands of draws of them. */
export const uncertaintyResultSchema = z.strictObject({
  draws: n,
  seed: n,
  /** Factors on an input that 1 of 10 plans falls below, and 1 of 10 exceeds. */
  inputs: z.array(
    z.strictObject({
      path: z.string(),
      label: z.string(),
      low: n,
      high: n,
      /** How values between the ends are spread; absent in older results, where all were log-normal. */
      shape: z.string().optional(),
      note: z.string(),
    }),
  ),
  /** Cost so far at the end of each month: 10 %, 50 % and 90 % of the draws are below. */
  cumulativeUsd: byPath(z.strictObject({ p10: z.array(n), p50: z.array(n), p90: z.array(n) })),
  /** Share of the draws in which a path has cost least so far, by month; barred paths do not compete. */
  cheapestShare: byPath(z.array(n)),
  /** Total of each path with one input at either end of its range and all others as planned; widest first. */
  tornado: z.array(
    z.strictObject({ path: z.string(), label: z.string(), totalUsd: byPath(z.strictObject({ low: n, high: n })) }),
  ),
  /** Present value of what each path brings less what it costs, before tax on profit; null where nothing is claimed. */
  worth: byPath(z.strictObject({ p10: n, p50: n, p90: n, chancePositive: n }))
    .nullable()
    .optional(),
});
export type UncertaintyResult = z.infer<typeof uncertaintyResultSchema>;
