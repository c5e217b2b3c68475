import { z } from "zod";
import { momentSchema } from "./http";
import { scenarioResultSchema } from "./result";
import { scenarioSchema } from "./scenario";

/** Bodies of revisions and shares. */

const label = z
  .string({ error: "must be text of up to 120 characters" })
  .max(120, { error: "must be text of up to 120 characters" });

export const createRevisionBodySchema = z.strictObject({ label: label.optional() });
export type CreateRevisionBody = z.infer<typeof createRevisionBodySchema>;

export const revisionSchema = z
  .strictObject({
    id: z.string(),
    scenarioId: z.string(),
    number: z.int().meta({ description: "Counts from 1 within the scenario." }),
    label: z.string().nullable(),
    scenarioVersion: z.int().meta({ description: "Version of the document that was copied." }),
    engineVersion: z.string(),
    calibrationVersion: z.string(),
    catalogueVersion: z.string(),
    createdAt: momentSchema,
    createdBy: z.string(),
  })
  .meta({ id: "Revision" });
export type Revision = z.infer<typeof revisionSchema>;
export const revisionListSchema = z.strictObject({ revisions: z.array(revisionSchema) });

export const createShareBodySchema = z.strictObject({
  revisionId: z.string().max(100).optional().meta({ description: "Revision to pin; without it, one is made now." }),
  expiresAt: z.iso
    .datetime({ error: "must be a moment such as 2027-01-31T00:00:00Z, or null", offset: true })
    .nullable()
    .optional()
    .meta({ description: "When the link stops working; null or absent: never." }),
  label: label.optional(),
});
export type CreateShareBody = z.infer<typeof createShareBodySchema>;

export const shareSchema = z
  .strictObject({
    id: z.string(),
    scenarioId: z.string(),
    revisionId: z.string(),
    revisionNumber: z.int(),
    label: z.string().nullable(),
    state: z.enum(["open", "revoked", "expired"]),
    views: z.int(),
    lastViewedAt: momentSchema.nullable(),
    expiresAt: momentSchema.nullable(),
    revokedAt: momentSchema.nullable(),
    createdAt: momentSchema,
  })
  .meta({ id: "Share" });
export type Share = z.infer<typeof shareSchema>;
export const shareListSchema = z.strictObject({ shares: z.array(shareSchema) });

/** The address is shown once: only a hash of its token is kept. */
export const createdShareSchema = z
  .strictObject({ id: z.string(), url: z.string(), share: shareSchema })
  .meta({ id: "CreatedShare" });
export type CreatedShare = z.infer<typeof createdShareSchema>;

/** What a link opens: a revision as it was computed, whatever has changed since. */
export const sharedRevisionSchema = z
  .strictObject({
    document: scenarioSchema,
    result: scenarioResultSchema,
    revision: revisionSchema.omit({ scenarioId: true, createdBy: true }),
    sharedAt: momentSchema,
    expiresAt: momentSchema.nullable(),
    newerRevision: z.boolean().meta({ description: "Whether a later revision of the same scenario exists." }),
  })
  .meta({ id: "SharedRevision" });
export type SharedRevision = z.infer<typeof sharedRevisionSchema>;
