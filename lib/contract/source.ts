import { z } from "zod";

/** Where a fact was read. `asOf` is the date for which the source states it: YYYY, YYYY-MM or YYYY-MM-DD. */
export const sourceSchema = z.strictObject({
  title: z.string().min(1),
  url: z.string().optional(),
  asOf: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, "a date such as 2026, 2026-07 or 2026-07-20"),
});
export type Source = z.infer<typeof sourceSchema>;

export const confidenceSchema = z.enum(["high", "medium", "low"]);
export type Confidence = z.infer<typeof confidenceSchema>;
