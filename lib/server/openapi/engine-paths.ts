import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { accuracyAnswerSchema, accuracyQuerySchema } from "@/lib/contract/accuracy";
import {
  acceleratorPageSchema,
  catalogueQuerySchema,
  defaultsQuerySchema,
  defaultsSchema,
  lifetimePageSchema,
  modelPageSchema,
  offerPageSchema,
  pricePageSchema,
  pricesQuerySchema,
  templateListSchema,
  termsPageSchema,
} from "@/lib/contract/http-catalogue";
import { comparisonSchema } from "@/lib/contract/http-compare";
import { estimateAnswerSchema, estimateBodySchema, estimateRefusalSchema } from "@/lib/contract/http-estimate";
import { policyBodySchema, policyQuerySchema } from "@/lib/contract/http-policy";
import { workingBodySchema } from "@/lib/contract/http-working";
import { scenarioSchema } from "@/lib/contract/scenario";
import { workingNodeSchema } from "@/lib/contract/working";
import { bodyProblems, gives, givesFile, jsonBody, type Operation, problems } from "./operations";

/** Written out, as the server's own schema turns the text into a list. */
const idsQuery = z.object({ ids: z.string().meta({ description: "One to six ids, separated by commas." }) });

const list = (operationId: string, summary: string, query: z.ZodObject, answer: z.ZodType): { get: Operation } => ({
  get: {
    operationId,
    summary,
    tags: ["Catalogue"],
    requestParams: { query },
    responses: { "200": gives("Entries that match.", answer), ...problems(422) },
  },
});

export const enginePaths: ZodOpenApiPathsObject = {
  "/api/v1/estimate": {
    post: {
      operationId: "estimate",
      summary: "Estimate one thing",
      description: "The same object in and out as a line of the batch command.",
      tags: ["Engine"],
      requestBody: jsonBody(estimateBodySchema),
      responses: {
        "200": gives("The estimate.", estimateAnswerSchema),
        ...bodyProblems,
        "422": gives("Not estimated: `error` says why.", estimateRefusalSchema),
      },
    },
  },
  "/api/v1/working": {
    post: {
      operationId: "getWorking",
      summary: "How a figure of a scenario's result came about",
      tags: ["Engine"],
      requestBody: jsonBody(workingBodySchema.extend({ scenario: scenarioSchema })),
      responses: { "200": gives("The working.", workingNodeSchema), ...bodyProblems, ...problems(404) },
    },
  },
  "/api/v1/policy": {
    post: {
      operationId: "writePolicy",
      summary: "The data-usage policy of a document, as Markdown or PDF",
      description: "Of a document that need not be stored.",
      tags: ["Engine"],
      requestParams: { query: policyQuerySchema },
      requestBody: jsonBody(policyBodySchema.extend({ scenario: scenarioSchema })),
      responses: { "200": givesFile, ...bodyProblems },
    },
  },
  "/api/v1/compare": {
    get: {
      operationId: "compare",
      summary: "Up to six scenarios side by side",
      tags: ["Scenarios"],
      requestParams: { query: idsQuery },
      responses: { "200": gives("The comparison.", comparisonSchema), ...problems(404, 422, 503) },
    },
  },
  "/api/v1/accuracy": {
    get: {
      operationId: "getAccuracy",
      summary: "How estimates compare with published measurements",
      description: "Scores, bars and rows of one metric, each row predicted by a fit that had not seen its like.",
      tags: ["Engine"],
      requestParams: { query: accuracyQuerySchema },
      responses: { "200": gives("The comparison.", accuracyAnswerSchema), ...problems(422) },
    },
  },
  "/api/v1/catalogue/models": list("listModels", "Models", catalogueQuerySchema, modelPageSchema),
  "/api/v1/catalogue/accelerators": list(
    "listAccelerators",
    "Accelerators",
    catalogueQuerySchema,
    acceleratorPageSchema,
  ),
  "/api/v1/catalogue/offers": list("listOffers", "Offers of machines", catalogueQuerySchema, offerPageSchema),
  "/api/v1/catalogue/prices": list("listPrices", "API prices on a date", pricesQuerySchema, pricePageSchema),
  "/api/v1/catalogue/terms": list(
    "listTerms",
    "What providers say of the data they are sent",
    catalogueQuerySchema,
    termsPageSchema,
  ),
  "/api/v1/catalogue/lifetimes": list(
    "listLifetimes",
    "How long models behind APIs last, by provider",
    catalogueQuerySchema,
    lifetimePageSchema,
  ),
  "/api/v1/catalogue/defaults": list("listDefaults", "Defaults of a use case", defaultsQuerySchema, defaultsSchema),
  "/api/v1/templates": {
    get: {
      operationId: "listTemplates",
      summary: "Real situations to start from",
      tags: ["Catalogue"],
      responses: { "200": gives("Templates.", templateListSchema) },
    },
  },
};
