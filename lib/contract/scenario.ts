import { z } from "zod";
import { considerationSchema, textField } from "./field";
import { dataSchema } from "./scenario-data";
import { economicsSchema, outcomeSchema } from "./scenario-economics";
import { evaluationSchema } from "./scenario-evaluation";
import { maintenanceSchema } from "./scenario-maintenance";
import { pathsSchema } from "./scenario-paths";
import { privacySchema } from "./scenario-privacy";
import { rangesSchema } from "./scenario-ranges";
import { overview, overviewMore } from "./scenario-words";
import { teamSchema } from "./scenario-work";
import { requirementsSchema, workloadSchema } from "./scenario-workload";

export { buySchema, rentSchema } from "./scenario-acquisition";
export * from "./scenario-data";
export {
  type Measure,
  measures,
  type Perspective,
  perspectiveSchema,
  perspectives,
  type TestedPath,
  testedPaths,
} from "./scenario-evaluation";
export {
  type CorrectionKind,
  type CorrectionMethod,
  correctionKinds,
  correctionMethods,
  type UpkeepKind,
  upkeepKinds,
} from "./scenario-maintenance";
export * from "./scenario-privacy";
export { type RangedInput, type RangeShape, rangeShapes } from "./scenario-ranges";
export {
  type DataClass,
  dataClasses,
  type PathId,
  pathIdSchema,
  pathIds,
  type TeamRole,
  teamRoles,
  type UseCase,
  useCases,
  type WorkRole,
  workRoles,
} from "./scenario-words";
export * from "./scenario-workload";

/**
 * The scenario: one self-contained document. Values are in the units their names or `meta().unit` give (SI, shares of
 * 1, US dollars). Older versions are migrated on reading (migrations.ts), never rejected.
 */
export const currentSchemaVersion = 3;

export const scenarioSchema = z.strictObject({
  schemaVersion: z.literal(currentSchemaVersion),
  name: textField(120, { ...overview, title: "Name", description: "What this plan is called." }, 1),
  notes: textField(4000, {
    ...overviewMore,
    title: "Notes",
    description: "Anything a reader should know; shown on the shared page.",
  }),
  tags: z
    .array(z.string().min(1).max(40))
    .max(20)
    .meta({ ...overviewMore, title: "Tags", description: "Words to find this plan by." }),
  workload: workloadSchema,
  requirements: requirementsSchema,
  privacy: privacySchema,
  paths: pathsSchema,
  data: dataSchema,
  evaluation: evaluationSchema,
  maintenance: maintenanceSchema,
  team: teamSchema,
  outcome: outcomeSchema,
  economics: economicsSchema,
  ranges: rangesSchema,
  /** Considerations a person has looked at and confirmed; the rail calls only these settled. */
  confirmed: z
    .array(considerationSchema)
    .max(8)
    .meta({ ...overviewMore, title: "Confirmed", description: "Considerations whose inputs a person has confirmed." }),
});

export type Scenario = z.infer<typeof scenarioSchema>;
