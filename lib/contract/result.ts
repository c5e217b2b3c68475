import { z } from "zod";
import { pathCostSchema } from "./result-cost";
import { dataResultSchema } from "./result-data";
import { evaluationResultSchema } from "./result-evaluation";
import { financeResultSchema } from "./result-finance";
import { fleetResultSchema } from "./result-fleet";
import { maintenanceResultSchema } from "./result-maintenance";
import { memoryResultSchema } from "./result-memory";
import { privacyResultSchema } from "./result-privacy";
import { servingResultSchema } from "./result-serving";
import { trafficResultSchema } from "./result-traffic";
import { fineTuneSchema } from "./result-training";
import { uncertaintyResultSchema } from "./result-uncertainty";
import { considerationStateSchema, verdictSchema } from "./result-verdict";
import { findingSchema } from "./result-words";

export type { CostLine, PathCost } from "./result-cost";
export { type DataExamples, type DataPipeline, dataResultSchema } from "./result-data";
export { type EvaluationDecision, type EvaluationPlan, evaluationResultSchema } from "./result-evaluation";
export { type BreakEven, type Investment, investmentSchema } from "./result-finance";
export { fleetResultSchema } from "./result-fleet";
export { type CalendarEvent, maintenanceResultSchema, type Upkeep } from "./result-maintenance";
export { type MemoryResult, memoryResultSchema } from "./result-memory";
export { privacyMatrixSchema, privacyResultSchema } from "./result-privacy";
export { type LoadPoint, servingResultSchema } from "./result-serving";
export { trafficResultSchema } from "./result-traffic";
export { type FineTune, fineTuneSchema } from "./result-training";
export type { UncertaintyResult } from "./result-uncertainty";
export { considerationStateSchema, type Threshold, verdictSchema } from "./result-verdict";
export { type Finding, type Latency, type LimitedBy, limitedBySchema, type Range, rangeSchema } from "./result-words";

/**
 * What the engine makes of a scenario. Numbers are SI or US dollars, as their names say; the dotted path of a number
 * in this document is what "how did this come about?" is asked with.
 */
const n = z.number();

export const scenarioResultSchema = z.strictObject({
  /** What the result was computed with. */
  basis: z.strictObject({
    engineVersion: z.string(),
    calibrationVersion: z.string(),
    catalogueVersion: z.string(),
    pricedOn: z.string(),
    model: z.strictObject({ id: z.string(), name: z.string(), takenFor: z.string().nullable(), weights: z.string() }),
    accelerator: z.strictObject({ id: z.string(), name: z.string(), memoryBytes: n }),
    price: z.strictObject({ id: z.string(), name: z.string(), note: z.string().nullable() }).nullable(),
  }),
  traffic: trafficResultSchema,
  memory: memoryResultSchema,
  /** Null where the model does not fit or its architecture is unknown: a finding says which. */
  serving: servingResultSchema.nullable(),
  fleet: fleetResultSchema.nullable(),
  data: dataResultSchema,
  evaluation: evaluationResultSchema,
  maintenance: maintenanceResultSchema,
  /** Null where the model's shape is not known; absent in results kept before it was worked out. */
  fineTune: fineTuneSchema.nullable().optional(),
  privacy: privacyResultSchema,
  /** Null for a path that is not considered or cannot be priced. */
  cost: z.strictObject({
    api: pathCostSchema.nullable(),
    selfHosted: pathCostSchema.nullable(),
    hybrid: pathCostSchema.nullable(),
    people: pathCostSchema.nullable(),
  }),
  finance: financeResultSchema,
  /** Absent in results that were kept before there was one. */
  uncertainty: uncertaintyResultSchema.optional(),
  verdict: verdictSchema,
  findings: z.array(findingSchema),
  considerations: z.array(considerationStateSchema),
});
export type ScenarioResult = z.infer<typeof scenarioResultSchema>;
