import { describe, expect, test } from "vitest";
import {
  acceleratorPageSchema,
  type CatalogueDefaults,
  type CataloguePages,
  defaultsSchema,
  lifetimePageSchema,
  modelPageSchema,
  offerPageSchema,
  pricePageSchema,
  type Template,
  templateListSchema,
  termsPageSchema,
} from "@/lib/contract/http-catalogue";
import { call } from "@/lib/server/http/calling";
import * as templates from "../templates/route";
import * as accelerators from "./accelerators/route";
import * as defaults from "./defaults/route";
import * as lifetimes from "./lifetimes/route";
import * as models from "./models/route";
import * as offers from "./offers/route";
import * as prices from "./prices/route";
import * as terms from "./terms/route";

describe("the catalogue", () => {
  test.each([
    ["models", models.GET, modelPageSchema],
    ["accelerators", accelerators.GET, acceleratorPageSchema],
    ["offers", offers.GET, offerPageSchema],
    ["prices", prices.GET, pricePageSchema],
    ["terms", terms.GET, termsPageSchema],
    ["lifetimes", lifetimes.GET, lifetimePageSchema],
  ] as const)("%s come as described", async (_table, handler, schema) => {
    const page = await call<unknown>(handler, { query: "?limit=200" });
    expect(page.status).toBe(200);
    expect(schema.safeParse(page.body).error?.issues ?? []).toEqual([]);
  });

  test("is searched by words, and says how many there are beyond those shown", async () => {
    const page = await call<CataloguePages["accelerators"]>(accelerators.GET, { query: "?q=nvidia H100&limit=1" });
    expect(page.body.accelerators).toHaveLength(1);
    expect(page.body.accelerators[0]?.id).toMatch(/h100/);
    expect(page.body.total).toBeGreaterThan(1);
  });

  test("terms are found by provider, each with what it was read from", async () => {
    const { body } = await call<CataloguePages["terms"]>(terms.GET, { query: "?q=bedrock" });
    expect(body.total).toBeGreaterThan(0);
    for (const { source } of body.terms) expect(source).toMatchObject({ title: /./, asOf: /^\d{4}/ });
  });

  test("lifetimes are found by a model's name as well as by provider", async () => {
    const { body } = await call<CataloguePages["lifetimes"]>(lifetimes.GET, { query: "?q=gpt-4o-2024-05-13" });
    expect(body.lifetimes.map(({ id }) => id)).toEqual(["openai"]);
  });

  test("prices differ by date", async () => {
    const on = async (asOf: string) =>
      (await call<CataloguePages["prices"]>(prices.GET, { query: `?limit=200&asOf=${asOf}` })).body;
    expect((await on("2024-06-01")).prices).not.toEqual((await on("2026-11-24")).prices);
    expect(await call(prices.GET, { query: "?asOf=2026-99-99" })).toMatchObject({
      status: 422,
      body: { path: "asOf" },
    });
  });

  test("defaults are those of a use case, each with its source", async () => {
    const answer = await call<CatalogueDefaults>(defaults.GET, { query: "?useCase=codingAssistant" });
    expect(defaultsSchema.parse(answer.body).defaults.length).toBeGreaterThan(50);
    expect(await call(defaults.GET)).toMatchObject({ status: 422, body: { path: "useCase" } });
  });

  test("templates are whole scenarios", async () => {
    const answer = await call<{ templates: Template[] }>(templates.GET);
    expect(templateListSchema.parse(answer.body).templates.length).toBeGreaterThanOrEqual(5);
  });
});
