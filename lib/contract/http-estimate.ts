import { z } from "zod";
import {
  apiCostAnswerSchema,
  estimateFailureSchema,
  estimateRequestSchema,
  evaluationAnswerSchema,
  financeAnswerSchema,
  memoryAnswerSchema,
  privacyAnswerSchema,
  servingAnswerSchema,
  trainingAnswerSchema,
} from "./request";
import { scenarioResultSchema } from "./result";

/** Bodies of `/api/v1/estimate`: one line of the batch command. */

const success = <K extends string, S extends z.ZodType>(kind: K, result: S) =>
  z.strictObject({
    id: z.string().optional(),
    ok: z.literal(true),
    kind: z.literal(kind),
    result,
    engineVersion: z.string(),
    elapsedMs: z.number(),
  });

export const estimateAnswerSchema = z
  .discriminatedUnion("kind", [
    success("memory", memoryAnswerSchema),
    success("serving", servingAnswerSchema),
    success("api-cost", apiCostAnswerSchema),
    success("finance", financeAnswerSchema),
    success("evaluation", evaluationAnswerSchema),
    success("privacy", privacyAnswerSchema),
    success("training", trainingAnswerSchema),
    success("scenario", scenarioResultSchema),
  ])
  .meta({ id: "EstimateAnswer" });
export const estimateRefusalSchema = estimateFailureSchema.meta({ id: "EstimateRefusal" });
export const estimateBodySchema = estimateRequestSchema.meta({ id: "EstimateRequest" });
