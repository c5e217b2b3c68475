import { z } from "zod";

/** "How did this number come about?" over HTTP. */

const path = z
  .string({ error: "must be the dotted path of a figure in the result, such as cost.api.presentValueUsd" })
  .min(1, { error: "must be the dotted path of a figure in the result, such as cost.api.presentValueUsd" })
  .max(300);
const onceError = "must be true or false";
const depthError = "must be a whole number from 0 to 12";

export const workingBodySchema = z.strictObject({
  /** A document of any released version; it is checked by its own reader. */
  scenario: z.record(z.string(), z.unknown(), { error: "must be a scenario document" }),
  path,
  depth: z.int({ error: depthError }).min(0, { error: depthError }).max(12, { error: depthError }).optional(),
  /** Each step once, however often it went in; by default it is repeated wherever it stands. */
  once: z.boolean({ error: onceError }).optional(),
});

export const workingQuerySchema = z.strictObject({
  path,
  depth: z.coerce
    .number({ error: depthError })
    .int({ error: depthError })
    .min(0, { error: depthError })
    .max(12, { error: depthError })
    .optional(),
  once: z.stringbool({ truthy: ["true"], falsy: ["false"], error: onceError }).optional(),
});
