import { z } from "zod";
import { errorCodeSchema } from "./errors";
import { momentSchema, pageQuery } from "./http";
import { scenarioResultSchema, verdictSchema } from "./result";
import { dataClasses, pathIdSchema, requirementsSchema, scenarioSchema, workloadSchema } from "./scenario";

/** Bodies of `/api/v1/scenarios`. */

export const startAnswersSchema = z
  .strictObject({
    useCase: workloadSchema.shape.useCase,
    requestsPerDay: workloadSchema.shape.requestsPerDay,
    dataClass: z.enum(Object.keys(dataClasses) as [keyof typeof dataClasses, ...(keyof typeof dataClasses)[]], {
      error: `must be one of ${Object.keys(dataClasses).join(", ")}`,
    }),
    name: scenarioSchema.shape.name.optional(),
  })
  .meta({ id: "StartAnswers", description: "The three questions a scenario starts from; the rest is defaults." });
export type StartAnswers = z.infer<typeof startAnswersSchema>;

/** A document is checked by its own version's schema, after the envelope. */
const documentSchema = z.record(z.string(), z.unknown());
const oneOf = "must hold exactly one of document, templateId, start";

export const createScenarioBodySchema = z
  .strictObject({
    document: documentSchema.optional().meta({ description: "A whole scenario of any released schema version." }),
    templateId: z.string().max(200).optional(),
    start: startAnswersSchema.optional(),
  })
  .refine((body) => [body.document, body.templateId, body.start].filter((each) => each !== undefined).length === 1, {
    error: oneOf,
  });
export type CreateScenarioBody = z.infer<typeof createScenarioBodySchema>;

export const patchScenarioBodySchema = z
  .strictObject({
    document: documentSchema.optional().meta({ description: "The whole document, replacing the stored one." }),
    patch: documentSchema.optional().meta({ description: "A JSON Merge Patch (RFC 7396) of the document." }),
    archived: z.boolean({ error: "must be true or false" }).optional(),
  })
  .refine((body) => Object.values(body).some((each) => each !== undefined), {
    error: "must hold at least one of document, patch, archived",
  })
  .refine((body) => body.document === undefined || body.patch === undefined, {
    error: "must hold either document or patch, not both",
  });
export type PatchScenarioBody = z.infer<typeof patchScenarioBodySchema>;

/** What the list shows of a scenario, computed at each save. */
export const scenarioSummarySchema = z
  .discriminatedUnion("ok", [
    z.strictObject({
      ok: z.literal(true),
      verdictPath: pathIdSchema.nullable(),
      certainty: verdictSchema.shape.certainty,
      /** Of the path chosen; null where none qualifies. */
      runningUsdPerMonth: z.number().nullable(),
      usdPerRequest: z.number().nullable(),
      /** Month in which self-hosting has paid for itself against the API, the first such crossing. */
      breakEvenMonth: z.number().nullable(),
      ttft: z.strictObject({
        /** At the percentile required, on the path chosen; null where not known. */
        seconds: z.number().nullable(),
        targetSeconds: z.number(),
        percentile: requirementsSchema.shape.percentile,
      }),
      settled: z.int().meta({ description: "Considerations settled, of eight." }),
      failing: z.int(),
    }),
    z.strictObject({
      ok: z.literal(false),
      code: errorCodeSchema,
      message: z.string(),
      path: z.string().optional(),
    }),
  ])
  .meta({ id: "ScenarioSummary" });
export type ScenarioSummary = z.infer<typeof scenarioSummarySchema>;

export const scenarioListItemSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    tags: z.array(z.string()),
    useCase: workloadSchema.shape.useCase,
    version: z.int(),
    summary: scenarioSummarySchema,
    archivedAt: momentSchema.nullable(),
    createdAt: momentSchema,
    updatedAt: momentSchema,
    owner: z.string().meta({ description: "Who the scenario belongs to." }),
  })
  .meta({ id: "ScenarioListItem" });
export type ScenarioListItem = z.infer<typeof scenarioListItemSchema>;

export const scenarioSchemaOverHttp = scenarioListItemSchema
  .extend({ document: scenarioSchema })
  .meta({ id: "StoredScenario" });
export type StoredScenario = z.infer<typeof scenarioSchemaOverHttp>;

export const scenarioSorts = ["updated", "-updated", "created", "-created", "name", "-name"] as const;
export const listScenariosQuerySchema = z.strictObject({
  ...pageQuery,
  tag: z.string().max(40).optional(),
  archived: z.enum(["false", "true", "all"], { error: "must be false, true or all" }).optional(),
  sort: z.enum(scenarioSorts, { error: `must be one of ${scenarioSorts.join(", ")}` }).optional(),
  cursor: z.string().max(300).optional().meta({ description: "`nextCursor` of the page before." }),
});
export type ListScenariosQuery = z.infer<typeof listScenariosQuerySchema>;

export const scenarioListSchema = z
  .strictObject({
    scenarios: z.array(scenarioListItemSchema),
    nextCursor: z.string().nullable(),
    total: z.int(),
    tags: z.array(z.string()).meta({ description: "Every tag in use, whatever the filter." }),
  })
  .meta({ id: "ScenarioList" });
export type ScenarioList = z.infer<typeof scenarioListSchema>;

export const scenarioResultAnswerSchema = z
  .strictObject({ id: z.string(), version: z.int(), result: scenarioResultSchema, engineVersion: z.string() })
  .meta({ id: "ScenarioResultAnswer" });
export type ScenarioResultAnswer = z.infer<typeof scenarioResultAnswerSchema>;
