import { z } from "zod";

/** The data-usage policy of a plan as a file. */

const format = z
  .enum(["md", "pdf"], { error: "must be md or pdf" })
  .optional()
  .meta({ description: "md: Markdown (the default); pdf: A4 pages." });
export type PolicyFormat = "md" | "pdf";

export const policyQuerySchema = z.strictObject({ format });

export const policyBodySchema = z.strictObject({
  /** A document of any released version, saved or not; it is checked by its own reader. */
  scenario: z.record(z.string(), z.unknown(), { error: "must be a scenario document" }),
});
