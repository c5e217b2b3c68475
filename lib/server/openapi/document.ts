import { z } from "zod";
import { createDocument } from "zod-openapi";
import { scenarioResultSchema } from "@/lib/contract/result";
import { scenarioSchema } from "@/lib/contract/scenario";
import { workingNodeSchema } from "@/lib/contract/working";
import packageJson from "@/package.json";
import { enginePaths } from "./engine-paths";
import { scenarioPaths } from "./scenario-paths";
import { sharePaths } from "./share-paths";

const self = {
  "/api/v1/openapi.json": {
    get: {
      operationId: "getOpenApi",
      summary: "This document",
      tags: ["Server"],
      responses: {
        "200": {
          description: "OpenAPI 3.1.",
          content: { "application/json": { schema: z.record(z.string(), z.unknown()) } },
        },
      },
    },
  },
};

/** Schemas that many operations share get a name, so that they are written out once. */
function nameShared(): void {
  z.globalRegistry.add(scenarioSchema, { id: "Scenario" });
  z.globalRegistry.add(scenarioResultSchema, { id: "ScenarioResult" });
  z.globalRegistry.add(workingNodeSchema, { id: "WorkingNode" });
}

const make = () =>
  createDocument({
    openapi: "3.1.0",
    info: {
      title: "Slipway",
      version: packageJson.version,
      description: packageJson.description,
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/" }],
    paths: { ...scenarioPaths, ...sharePaths, ...enginePaths, ...self },
  });

let made: ReturnType<typeof make> | undefined;

/** The description of the HTTP interface, from the schemas that check its requests. */
export const openApiDocument = (): ReturnType<typeof make> => {
  if (!made) {
    nameShared();
    made = make();
  }
  return made;
};
