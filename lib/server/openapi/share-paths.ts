import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import {
  createdShareSchema,
  createRevisionBodySchema,
  createShareBodySchema,
  revisionListSchema,
  revisionSchema,
  shareListSchema,
} from "@/lib/contract/http-shares";
import { workingQuerySchema } from "@/lib/contract/http-working";
import { workingNodeSchema } from "@/lib/contract/working";
import { bodyProblems, done, gives, optionalJsonBody, problems, scenarioPath } from "./operations";

const shareId = z.string().meta({ description: "Id of the share, as its owner sees it." });
const token = z.string().meta({ description: "Token of the link: the part of its address after /s/." });

export const sharePaths: ZodOpenApiPathsObject = {
  "/api/v1/scenarios/{id}/revisions": {
    get: {
      operationId: "listRevisions",
      summary: "List the revisions of a scenario",
      tags: ["Revisions"],
      requestParams: scenarioPath,
      responses: { "200": gives("Revisions, the newest first.", revisionListSchema), ...problems(404, 503) },
    },
    post: {
      operationId: "createRevision",
      summary: "Keep a copy of a scenario with its result and working",
      tags: ["Revisions"],
      requestParams: scenarioPath,
      requestBody: optionalJsonBody(createRevisionBodySchema),
      responses: { "201": gives("The revision.", revisionSchema), ...bodyProblems, ...problems(404, 503) },
    },
  },
  "/api/v1/scenarios/{id}/shares": {
    get: {
      operationId: "listShares",
      summary: "List the links to a scenario",
      tags: ["Shares"],
      requestParams: scenarioPath,
      responses: { "200": gives("Shares, the newest first.", shareListSchema), ...problems(404, 503) },
    },
    post: {
      operationId: "createShare",
      summary: "Make a link that opens one revision without an account",
      description: "The address is in this answer and nowhere else: only a hash of its token is kept.",
      tags: ["Shares"],
      requestParams: scenarioPath,
      requestBody: optionalJsonBody(createShareBodySchema),
      responses: { "201": gives("The link.", createdShareSchema), ...bodyProblems, ...problems(404, 503) },
    },
  },
  "/api/v1/shares/{share}": {
    delete: {
      operationId: "revokeShare",
      summary: "Revoke a link",
      tags: ["Shares"],
      requestParams: { path: z.object({ share: shareId }) },
      responses: { "204": done, ...problems(403, 404, 503) },
    },
  },
  "/api/v1/shares/{share}/working": {
    get: {
      operationId: "getSharedWorking",
      summary: "How a figure of a shared page came about",
      tags: ["Shares"],
      requestParams: { path: z.object({ share: token }), query: workingQuerySchema },
      responses: { "200": gives("The working.", workingNodeSchema), ...problems(404, 410, 422, 429, 503) },
    },
  },
};
