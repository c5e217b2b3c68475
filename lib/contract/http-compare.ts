import { z } from "zod";
import { errorCodeSchema } from "./errors";
import { scenarioListItemSchema } from "./http-scenarios";
import { scenarioResultSchema } from "./result";

/** Bodies of `/api/v1/compare`. */

export const mostCompared = 6;

export const compareQuerySchema = z.strictObject({
  ids: z
    .string({ error: "must name one to six scenarios, separated by commas" })
    .max(1000)
    .transform((text) => [...new Set(text.split(",").map((id) => id.trim()))].filter((id) => id !== ""))
    .refine((ids) => ids.length >= 1 && ids.length <= mostCompared, {
      error: "must name one to six scenarios, separated by commas",
    }),
});

const leaf = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.json())]);

export const inputDifferenceSchema = z.strictObject({
  path: z.string().meta({ description: "Dotted path in the document." }),
  /** One per scenario, in the order asked for; null where the field is empty or that scenario has none. */
  values: z.array(leaf),
});
export type InputDifference = z.infer<typeof inputDifferenceSchema>;

export const comparisonSchema = z
  .strictObject({
    scenarios: z.array(
      z.strictObject({
        scenario: scenarioListItemSchema,
        outcome: z.discriminatedUnion("ok", [
          z.strictObject({ ok: z.literal(true), result: scenarioResultSchema }),
          z.strictObject({
            ok: z.literal(false),
            code: errorCodeSchema,
            message: z.string(),
            path: z.string().optional(),
          }),
        ]),
      }),
    ),
    differences: z.array(inputDifferenceSchema),
    sameWorkload: z.boolean().meta({ description: "Whether all are asked to do the same work." }),
  })
  .meta({ id: "Comparison" });
export type Comparison = z.infer<typeof comparisonSchema>;
