import { z } from "zod";
import { providerTermsSchema } from "./catalogue";
import { allowedSchema, rangeSchema } from "./result-words";
import { pathIdSchema } from "./scenario-words";

/** Who may see the data, by path, and what protects it. */
const n = z.number();

const coverageSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  state: z.enum(["covered", "open", "notApplicable"]),
  why: z.string(),
});

/** Classes of data against ways to run a model; what the plan itself does is marked. */
export const privacyMatrixSchema = z.strictObject({
  options: z.array(
    z.strictObject({
      id: z.enum([
        "apiStandard",
        "apiZeroRetention",
        "cloudTenant",
        "publicCloud",
        "colocation",
        "ownPremises",
        "confidential",
        "mpc",
      ]),
      label: z.string(),
    }),
  ),
  rows: z.array(
    z.strictObject({
      dataClass: z.enum(["public", "internal", "confidential", "personal", "special", "payment"]),
      planned: z.boolean(),
      cells: z.array(
        z.strictObject({
          option: z.string(),
          planned: z.boolean(),
          allowed: allowedSchema,
          reasons: z.array(z.string()),
        }),
      ),
    }),
  ),
});

export const privacyResultSchema = z.strictObject({
  options: z.array(
    z.strictObject({
      path: pathIdSchema,
      allowed: allowedSchema,
      reasons: z.array(z.string()),
    }),
  ),
  matrix: privacyMatrixSchema.optional(),
  /** What the pages of whoever answers the API's calls say; null where nothing of it is known. */
  terms: providerTermsSchema.extend({ retentionDays: z.string() }).nullable().optional(),
  /** Private training and coverage of known risks; absent in results kept before they were worked out. */
  protection: z
    .strictObject({
      noiseMultiplier: n.nullable(),
      delta: n.nullable(),
      /** Share right that private training leaves; null without it, absent in results kept before it was told. */
      passShare: z.strictObject({ low: n, high: n }).nullable().optional(),
      /** Identifiers in prompts that reach the model, and the wait that scrubbing and checking add. */
      leaksPerMonth: n.optional(),
      inlineSeconds: n.optional(),
      multiParty: z.strictObject({ secondsPerToken: rangeSchema, requestSeconds: n }).nullable().optional(),
      risks: z.array(coverageSchema),
      functions: z.array(coverageSchema),
      /** Data-usage policy filled from the plan, in Markdown. */
      policy: z.string(),
      /** What users are told, in a few sentences. */
      notice: z.string().optional(),
    })
    .optional(),
});
