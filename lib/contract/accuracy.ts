import { z } from "zod";
import { pageQuery } from "./http";
import { sourceSchema } from "./source";

/** How estimates compare with measurements: what `/api/v1/accuracy` answers and the accuracy page shows. */

export const accuracyMetrics = [
  "tpotMs",
  "ttftMs",
  "e2eMs",
  "weightsGib",
  "kvBytesPerToken",
  "kvPoolGib",
  "maxConcurrency",
  "totalGib",
  "trainingPeakGib",
  "trainingTokensPerSecond",
] as const;
export type AccuracyMetric = (typeof accuracyMetrics)[number];

export const accuracyScorings = ["modelLeftOut", "acceleratorLeftOut", "sourceLeftOut", "fitted"] as const;
export type AccuracyScoring = (typeof accuracyScorings)[number];

export const accuracyDimensions = [
  "kind",
  "family",
  "accelerator",
  "accelerators",
  "engine",
  "load size",
  "format",
  "source",
  "all",
] as const;
export type AccuracyDimension = (typeof accuracyDimensions)[number];

export const accuracyScoreSchema = z
  .strictObject({
    rows: z.int(),
    medianError: z
      .number()
      .meta({ description: "Half of the rows are no further off; a share of the measured value." }),
    p90Error: z.number().meta({ description: "Nine of ten rows are no further off." }),
    medianRatio: z.number().meta({ description: "Predicted over measured in the middle; above 1 is too high." }),
    within20: z.number().meta({ description: "Share of rows that are at most 20% off." }),
    coverage: z.number().meta({ description: "Share of measured values inside the 10–90 % interval; 0.8 is right." }),
  })
  .meta({ id: "AccuracyScore" });
export type AccuracyScore = z.infer<typeof accuracyScoreSchema>;

export const accuracyBarSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  metric: z.enum(accuracyMetrics),
  scoring: z.enum(accuracyScorings),
  figure: accuracyScoreSchema.keyof(),
  least: z.number().nullable(),
  most: z.number().nullable(),
  rows: z.int(),
  reached: z.number().nullable().meta({ description: "Null where no row is of the kind." }),
  met: z.boolean().nullable(),
});
export type AccuracyBar = z.infer<typeof accuracyBarSchema>;

export const accuracyRowSchema = z.strictObject({
  id: z.string(),
  model: z.string(),
  accelerator: z.string(),
  accelerators: z.int(),
  engine: z.string(),
  engineVersion: z.string(),
  weights: z.string(),
  load: z.string(),
  group: z.string().nullable().meta({ description: "The group that the row falls into." }),
  measured: z.number(),
  predicted: z.number(),
  low: z.number(),
  high: z.number(),
  source: sourceSchema,
});
export type AccuracyRow = z.infer<typeof accuracyRowSchema>;

export const accuracySorts = ["model", "accelerator", "engine", "load", "measured", "predicted", "error"] as const;
export type AccuracySort = (typeof accuracySorts)[number];
const sorts = accuracySorts.flatMap((column) => [column, `-${column}` as const]);

const wholePage = { error: "must be a whole number from 1" };

export const accuracyQuerySchema = z.strictObject({
  metric: z.enum(accuracyMetrics).default("tpotMs"),
  scoring: z.enum(accuracyScorings).default("modelLeftOut"),
  by: z.enum(accuracyDimensions).default("kind"),
  name: z.string().max(200).optional().meta({ description: "Only rows of this group." }),
  q: pageQuery.q,
  sort: z.enum(sorts).default("-error").meta({ description: "A minus before the column: from the largest." }),
  page: z.coerce.number(wholePage).int(wholePage).min(1, wholePage).default(1),
  limit: pageQuery.limit,
});
export type AccuracyQuery = z.infer<typeof accuracyQuerySchema>;

export const accuracyAnswerSchema = z
  .strictObject({
    calibrationVersion: z.string(),
    computedOn: z.string(),
    overall: accuracyScoreSchema.nullable(),
    bars: z.array(accuracyBarSchema),
    groups: z.array(z.strictObject({ name: z.string(), score: accuracyScoreSchema })),
    total: z.int().meta({ description: "Rows that match, shown or not." }),
    page: z.int(),
    pages: z.int(),
    rows: z.array(accuracyRowSchema),
  })
  .meta({ id: "Accuracy" });
export type AccuracyAnswer = z.infer<typeof accuracyAnswerSchema>;

/** A row as the chart needs it: measured, predicted, and what it is. */
export type AccuracyPoint = [measured: number, predicted: number, text: string];

/** What the page shows beside the answer: every row as a point, and what was not scored. */
export type AccuracyView = AccuracyAnswer & {
  series: { name: string; points: AccuracyPoint[] }[];
  excluded: { reason: string; ids: string[] }[];
};
