import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { policyQuerySchema } from "@/lib/contract/http-policy";
import {
  createScenarioBodySchema,
  listScenariosQuerySchema,
  patchScenarioBodySchema,
  scenarioListSchema,
  scenarioResultAnswerSchema,
  scenarioSchemaOverHttp,
} from "@/lib/contract/http-scenarios";
import { scenarioSchema } from "@/lib/contract/scenario";
import { bodyProblems, done, gives, givesFile, givesVersion, jsonBody, problems, scenarioPath } from "./operations";

const tags = ["Scenarios"];
const ifMatch = z.string().meta({ description: "ETag of the version the change is based on.", example: '"v3"' });

const patch = {
  operationId: "patchScenario",
  summary: "Change a scenario",
  description: "Acknowledged after it is committed. Of two changes based on one version exactly one is made.",
  tags,
  requestParams: { ...scenarioPath, header: z.object({ "If-Match": ifMatch }) },
  requestBody: {
    required: true,
    content: {
      "application/json": { schema: patchScenarioBodySchema.safeExtend({ document: scenarioSchema.optional() }) },
      "application/merge-patch+json": { schema: z.record(z.string(), z.unknown()) },
    },
  },
  responses: {
    "200": givesVersion("The scenario as saved.", scenarioSchemaOverHttp),
    ...bodyProblems,
    ...problems(404, 412, 428, 503),
  },
};

export const scenarioPaths: ZodOpenApiPathsObject = {
  "/api/v1/scenarios": {
    get: {
      operationId: "listScenarios",
      summary: "List scenarios",
      tags,
      requestParams: { query: listScenariosQuerySchema },
      responses: { "200": gives("A page of scenarios.", scenarioListSchema), ...problems(422, 503) },
    },
    post: {
      operationId: "createScenario",
      summary: "Create a scenario from a document, a template, or three answers",
      tags,
      requestBody: jsonBody(createScenarioBodySchema.safeExtend({ document: scenarioSchema.optional() })),
      responses: {
        "201": givesVersion("The scenario as stored.", scenarioSchemaOverHttp),
        ...bodyProblems,
        ...problems(503),
      },
    },
  },
  "/api/v1/scenarios/{id}": {
    get: {
      operationId: "getScenario",
      summary: "Read a scenario",
      tags,
      requestParams: scenarioPath,
      responses: { "200": givesVersion("The scenario.", scenarioSchemaOverHttp), ...problems(404, 503) },
    },
    patch,
    delete: {
      operationId: "deleteScenario",
      summary: "Delete a scenario; it can be restored",
      tags,
      requestParams: scenarioPath,
      responses: { "204": done, ...problems(403, 404, 503) },
    },
  },
  "/api/v1/scenarios/{id}/restore": {
    post: {
      operationId: "restoreScenario",
      summary: "Bring a deleted scenario back",
      tags,
      requestParams: scenarioPath,
      responses: { "200": givesVersion("The scenario.", scenarioSchemaOverHttp), ...problems(403, 404, 503) },
    },
  },
  "/api/v1/scenarios/{id}/duplicate": {
    post: {
      operationId: "duplicateScenario",
      summary: "Copy a scenario",
      tags,
      requestParams: scenarioPath,
      responses: { "201": givesVersion("The copy.", scenarioSchemaOverHttp), ...problems(403, 404, 503) },
    },
  },
  "/api/v1/scenarios/{id}/policy": {
    get: {
      operationId: "getScenarioPolicy",
      summary: "The data-usage policy of a scenario, as Markdown or PDF",
      tags,
      requestParams: { ...scenarioPath, query: policyQuerySchema },
      responses: { "200": givesFile, ...problems(404, 422, 503) },
    },
  },
  "/api/v1/scenarios/{id}/result": {
    get: {
      operationId: "getScenarioResult",
      summary: "What the engine makes of a scenario",
      tags,
      requestParams: scenarioPath,
      responses: { "200": gives("The result.", scenarioResultAnswerSchema), ...problems(404, 422, 503) },
    },
  },
};
