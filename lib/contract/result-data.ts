import { z } from "zod";

/** What comes of the data: sources through the steps, labels, storage, readiness. */
const n = z.number();

const passedStepSchema = z.strictObject({ id: z.string(), label: z.string(), documents: n, tokens: n });

/** Parts besides the first six are absent in results kept before they were worked out. */
export const dataResultSchema = z.strictObject({
  labels: n,
  labellingUsd: n,
  labellingDays: n,
  upkeepUsdPerMonth: n,
  logBytesPerMonth: n,
  /** Documents, index and logs once the retention is reached. */
  storageUsdPerMonth: n,
  /** Working days until the data is ready, one kind of work after another, and the month it must begin in. */
  leadDays: n.optional(),
  beginBy: z.string().optional(),
  /** Sources through the steps; what is left after each. */
  pipeline: z
    .strictObject({
      sources: z.array(
        z.strictObject({
          name: z.string(),
          /** Empty where nobody answers for it. */
          owner: z.string(),
          documents: n,
          kept: n,
          tokens: n,
          usd: n,
          changedPerMonth: n,
          staleShare: n,
        }),
      ),
      read: passedStepSchema,
      steps: z.array(passedStepSchema.extend({ usd: n, hours: n, days: n })),
      preparationUsd: n,
      days: n,
      annotatorHours: n,
      engineerHours: n,
      identifiersLeft: n,
      upkeepUsdPerMonth: n,
      upkeepHoursPerMonth: n,
    })
    .optional(),
  /** Faults to expect by what was inspected, and what it takes to be within the target. */
  quality: z
    .strictObject({
      dimensions: z.array(
        z.strictObject({
          dimension: z.string(),
          label: z.string(),
          inspected: n,
          defective: n,
          found: n,
          /** Wilson's interval at 95 %. */
          low: n,
          high: n,
          expectedDefects: n,
          mostDefects: n,
        }),
      ),
      toInspect: n,
      toGoThrough: n,
      toMend: n,
      hours: n,
      usd: n,
    })
    .optional(),
  /** Examples after review, split and check for leaks; what fine-tuning needs and lacks; how far labels agree. */
  examples: z
    .strictObject({
      steps: z.array(z.strictObject({ id: z.string(), label: z.string(), items: n })),
      heldOut: n,
      trainable: n,
      needed: n,
      missing: n,
      missingUsd: n,
      disagreeingShare: n,
      accuracy: n,
      agreementBeyondChance: n,
    })
    .optional(),
  storage: z
    .strictObject({
      parts: z.array(z.strictObject({ id: z.string(), label: z.string(), bytes: n })),
      documentsUsdPerMonth: n,
      logsUsdPerMonth: n,
      hostedUsdPerMonth: n,
      loadSeconds: n.nullable(),
    })
    .optional(),
  readiness: z
    .strictObject({
      gates: z.array(
        z.strictObject({
          id: z.enum(["rights", "class", "paths"]),
          state: z.enum(["met", "open", "failed"]),
          what: z.string(),
          why: z.string(),
        }),
      ),
      facts: z.array(z.strictObject({ id: z.string(), label: z.string(), weight: n, share: n, why: z.string() })),
      /** Of 100. */
      score: n,
      nextStep: z.string(),
    })
    .optional(),
});
type DataResult = z.infer<typeof dataResultSchema>;

export type DataExamples = NonNullable<DataResult["examples"]>;

export type DataPipeline = NonNullable<z.infer<typeof dataResultSchema>["pipeline"]>;
