import { z } from "zod";
import { considerationSchema } from "./field";
import { pathIdSchema } from "./scenario-words";
import { unitSchema } from "./unit";

/** The answer, and how far each consideration is settled. */
const n = z.number();

/** A change of one input at which the answer becomes another. */
const thresholdSchema = z.strictObject({
  factor: n,
  value: n.nullable(),
  /** What would be cheapest then; null where no way would meet the budget. */
  instead: pathIdSchema.nullable(),
  /** Chance that the input lies beyond, from its range; null for a choice, which does not vary. */
  chance: n.nullable(),
});
export type Threshold = z.infer<typeof thresholdSchema>;

export const verdictSchema = z.strictObject({
  path: pathIdSchema.nullable(),
  sentence: z.string(),
  /** Cheapest qualifying alternative, and what choosing the verdict saves against it over the horizon. */
  runnerUp: pathIdSchema.nullable(),
  savingUsd: n.nullable(),
  /** "close" when the cheapest costs least in fewer than 9 of 10 draws, or the two cheapest lie within 5 %. */
  certainty: z.enum(["clear", "close", "none"]),
  hinges: z.array(z.strictObject({ path: z.string(), label: z.string(), why: z.string() })),
  /** Where each input, moved alone, changes the answer; nearest first. Absent in results kept before it was told. */
  thresholds: z
    .array(
      z.strictObject({
        path: z.string(),
        label: z.string(),
        /** Its value in the plan and its unit, where it is one number; else it is told by its factor alone. */
        planned: n.nullable(),
        unit: unitSchema.nullable(),
        below: thresholdSchema.nullable(),
        above: thresholdSchema.nullable(),
      }),
    )
    .optional(),
  barred: z.array(z.strictObject({ path: pathIdSchema, reasons: z.array(z.string()) })),
});

export const considerationStateSchema = z.strictObject({
  id: considerationSchema,
  state: z.enum(["settled", "open", "failing"]),
  reason: z.string(),
  nextStep: z.string(),
  /** The input worth most to know, and by how much the answer's cost moves over its range; absent where nothing moves. */
  worth: z.strictObject({ path: z.string(), usd: n }).optional(),
});
