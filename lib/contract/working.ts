import { z } from "zod";
import { sourceSchema } from "./source";
import { unitSchema } from "./unit";

/** "How did this number come about?", as the working panel shows it: a tree of steps that ends in origins. */
const value = z.union([z.number(), z.string(), z.boolean(), z.null(), z.array(z.union([z.number(), z.string()]))]);

export const originKinds = ["entered", "default", "catalogue", "override", "calibrated", "drawn"] as const;

export const originNodeSchema = z.strictObject({
  kind: z.enum(originKinds),
  name: z.string(),
  label: z.string(),
  value,
  unit: unitSchema,
  /** Where in the document or catalogue the value stands. */
  path: z.string(),
  source: sourceSchema.optional(),
  note: z.string().optional(),
});

export type OriginNode = z.infer<typeof originNodeSchema>;

export type StepNode = {
  kind: "step";
  name: string;
  label: string;
  value: z.infer<typeof value>;
  unit: z.infer<typeof unitSchema>;
  formulaId: string;
  /** The formula in words and symbols. */
  reads: string;
  source: z.infer<typeof sourceSchema> | "definition";
  inputs: WorkingNode[];
  /** True where the inputs of this step are left out because the tree was cut at a depth; ask for them by path. */
  truncated?: boolean;
  /** Where each step is asked for once: the number of this one, and at its other places the number of the one with inputs. */
  id?: number;
  sameAs?: number;
};
export type WorkingNode = OriginNode | StepNode;

export const workingNodeSchema: z.ZodType<WorkingNode> = z.lazy(() =>
  z.union([
    originNodeSchema,
    z.strictObject({
      kind: z.literal("step"),
      name: z.string(),
      label: z.string(),
      value,
      unit: unitSchema,
      formulaId: z.string(),
      reads: z.string(),
      source: z.union([sourceSchema, z.literal("definition")]),
      inputs: z.array(workingNodeSchema),
      truncated: z.boolean().optional(),
      id: z.int().optional(),
      sameAs: z.int().optional(),
    }),
  ]),
);
