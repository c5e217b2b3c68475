import { z } from "zod";
import type { ZodOpenApiOperationObject, ZodOpenApiResponseObject } from "zod-openapi";
import { problemSchema } from "@/lib/contract/http";

/** Words that every operation's description is put together from. */

export const problems = (...statuses: (400 | 403 | 404 | 410 | 412 | 413 | 415 | 422 | 428 | 429 | 503)[]) =>
  Object.fromEntries(
    statuses.map((status) => [
      String(status),
      { description: words[status], content: { "application/problem+json": { schema: problemSchema } } },
    ]),
  ) as Record<`${4 | 5}${string}`, ZodOpenApiResponseObject>;

const words = {
  400: "Not readable as JSON.",
  403: "Started by a page of another site.",
  404: "There is no such thing.",
  410: "Revoked, expired or deleted.",
  412: "Changed by someone else in the meantime; `current` holds the document as it now stands.",
  413: "Over 2 MB.",
  415: "Not a content type that is accepted.",
  422: "A value is not allowed: `path` names the field, `detail` says what is.",
  428: "The header If-Match is missing.",
  429: "Too many links opened from one address.",
  503: "The database does not answer; the header Retry-After says when to try again.",
} as const;

/** What can go wrong with any request that carries a body. */
export const bodyProblems = problems(400, 403, 413, 415, 422);

export const jsonBody = (schema: z.ZodType) => ({ content: { "application/json": { schema } }, required: true });
export const optionalJsonBody = (schema: z.ZodType) => ({ content: { "application/json": { schema } } });

const etagHeader = z.string().meta({ description: 'The version, such as "v3".', example: '"v3"' });

export const gives = (description: string, schema: z.ZodType): ZodOpenApiResponseObject => ({
  description,
  content: { "application/json": { schema } },
});
export const givesFile: ZodOpenApiResponseObject = {
  description: "The file.",
  content: {
    "text/markdown": { schema: z.string() },
    "application/pdf": { schema: z.string().meta({ format: "binary" }) },
  },
};
export const givesVersion = (description: string, schema: z.ZodType): ZodOpenApiResponseObject => ({
  ...gives(description, schema),
  headers: z.object({ etag: etagHeader }),
});
export const done: ZodOpenApiResponseObject = { description: "Done." };

export const scenarioPath = { path: z.object({ id: z.string().meta({ description: "Id of the scenario." }) }) };

export type Operation = ZodOpenApiOperationObject;
