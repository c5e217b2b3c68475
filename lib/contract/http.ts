import { z } from "zod";
import { errorCodes } from "./errors";

/** What every answer over HTTP has in common: problems (RFC 9457) and pages of lists. */

/** Codes of the engine's own refusals, and those that only HTTP knows. */
export const problemCodes = [
  ...errorCodes,
  "MALFORMED_JSON",
  "TOO_LARGE",
  "UNSUPPORTED_MEDIA_TYPE",
  "FORBIDDEN",
  "NOT_FOUND",
  "GONE",
  "VERSION_REQUIRED",
  "VERSION_CONFLICT",
  "TOO_MANY_REQUESTS",
  "UNAVAILABLE",
  "INTERNAL",
] as const;
export const problemCodeSchema = z.enum(problemCodes);
export type ProblemCode = z.infer<typeof problemCodeSchema>;

export const problemErrorSchema = z.strictObject({
  code: problemCodeSchema,
  /** Dotted path of the field, from the root of what was sent. */
  path: z.string().optional(),
  /** A sentence that names field, value and what is allowed. */
  message: z.string(),
});
export type ProblemError = z.infer<typeof problemErrorSchema>;

export const problemSchema = z
  .looseObject({
    type: z.string().meta({ description: "Names the kind of problem; relative to the server's own address." }),
    title: z.string().meta({ description: "The kind of problem in words; the same for every problem of this type." }),
    status: z.int().min(400).max(599),
    detail: z.string().meta({ description: "What was wrong this time, naming field, value and what is allowed." }),
    code: problemCodeSchema,
    path: z.string().optional(),
    errors: z.array(problemErrorSchema).optional().meta({ description: "Everything found wrong, when more than one." }),
  })
  .meta({ id: "Problem", description: "An error (RFC 9457)." });
export type Problem = z.infer<typeof problemSchema>;

/** A moment as JSON carries it. */
export const momentSchema = z.iso.datetime();

export const pageQuery = {
  q: z.string().max(200).optional().meta({ description: "Words that must all occur." }),
  limit: z.coerce
    .number({ error: "must be a whole number from 1 to 200" })
    .int({ error: "must be a whole number from 1 to 200" })
    .min(1, { error: "must be a whole number from 1 to 200" })
    .max(200, { error: "must be a whole number from 1 to 200" })
    .optional()
    .meta({ description: "Most entries to answer with." }),
};
