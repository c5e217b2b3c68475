import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { loadReferenceData } from "@/lib/catalogue/load";
import { scenarioResultSchema } from "@/lib/contract/result";
import type { Scenario } from "@/lib/contract/scenario";
import { call } from "@/lib/server/http/calling";
import { createScenario } from "@/lib/templates";
import * as compare from "./compare/route";
import * as estimate from "./estimate/route";
import * as one from "./scenarios/[id]/route";
import * as scenarios from "./scenarios/route";
import * as working from "./working/route";

/** Whatever a client sends, the fault is never ours: nothing answers 500. */

let document: Scenario;
beforeAll(async () => {
  const reference = await loadReferenceData();
  const start = {
    useCase: "customerSupport",
    requestsPerDay: 900,
    dataClass: "internal",
    today: "2026-11-24",
  } as const;
  document = createScenario(start, reference);
});

const handlers = { scenarios: scenarios.POST, estimate: estimate.POST, working: working.POST };
const post = async (handler: keyof typeof handlers, body: unknown): Promise<number> =>
  (await call(handlers[handler], { method: "POST", body })).status;

type Json = { [key: string]: unknown };
const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function pathsOf(node: unknown, path: string[] = []): string[][] {
  if (!isObject(node)) return [path];
  return [path, ...Object.entries(node).flatMap(([key, child]) => pathsOf(child, [...path, key]))];
}
function withValue(node: unknown, [key, ...rest]: string[], value: unknown): unknown {
  if (key === undefined) return value;
  return isObject(node) ? { ...node, [key]: withValue(node[key], rest, value) } : node;
}

const odd = fc.oneof(
  fc.constantFrom(
    0,
    -1,
    1e-12,
    1e308,
    0.5,
    2 ** 31,
    1e9,
    "",
    "auto",
    "2026-99-99",
    "0000-01",
    "x".repeat(200),
    null,
    true,
    [],
    {},
  ),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.string({ unit: "binary" }),
  fc.jsonValue({ maxDepth: 3 }),
);
/** The valid document with up to three values replaced by odd ones. */
const changed = () =>
  fc
    .array(fc.tuple(fc.constantFrom(...pathsOf(document)), odd), { maxLength: 3 })
    .map((changes) => changes.reduce<unknown>((node, [path, value]) => withValue(node, path, value), document));
/** The valid document with up to six numbers replaced by others that may well be allowed. */
const plausible = () => {
  const numbers = pathsOf(document).filter(
    (path) => typeof path.reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), document) === "number",
  );
  const number = fc.oneof(
    fc.constantFrom(0, 0.01, 0.05, 0.5, 0.9, 0.99, 1, 2, 6, 10, 100, 1000, 1e4, 1e6, 1e9),
    fc.double({ min: 0, max: 10, noNaN: true }),
  );
  return fc
    .array(fc.tuple(fc.constantFrom(...numbers), number), { maxLength: 6 })
    .map((changes) => changes.reduce<unknown>((node, [path, value]) => withValue(node, path, value), document));
};

describe("nothing a client sends answers 500", () => {
  test.each(["scenarios", "estimate", "working"] as const)("any text to %s", async (handler) => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ unit: "binary" }), fc.json()), async (body) => {
        expect(await post(handler, body)).toBeLessThan(500);
      }),
      { numRuns: 100 },
    );
  });

  test("documents with odd values, stored, estimated and asked about", async () => {
    await fc.assert(
      fc.asyncProperty(changed(), fc.string(), async (scenario, path) => {
        expect(await post("scenarios", { document: scenario })).toBeLessThan(500);
        expect(await post("estimate", { kind: "scenario", scenario })).toBeLessThan(500);
        expect(await post("working", { scenario, path })).toBeLessThan(500);
      }),
      { numRuns: 60 },
    );
  });

  test("documents with other numbers give figures that are numbers", async () => {
    await fc.assert(
      fc.asyncProperty(plausible(), async (scenario) => {
        const { status, body } = await call<{ ok: boolean; result: unknown }>(estimate.POST, {
          method: "POST",
          body: { kind: "scenario", scenario },
        });
        expect(status).toBeLessThan(500);
        // JSON writes NaN and infinities as null, which the schema refuses where a number belongs.
        if (body.ok) expect(scenarioResultSchema.safeParse(body.result).error?.issues ?? []).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("other kinds of request with odd fields", async () => {
    const kinds = fc.constantFrom("memory", "serving", "api-cost", "finance", "scenario", "nonesuch");
    const names = fc.constantFrom("model", "accelerator", "count", "tp", "isl", "osl", "load", "weights", "asOf");
    const models = fc.constantFrom("meta-llama/Llama-3.3-70B-Instruct", "nvidia-h100-sxm", "gpt-4o", "2026-99-99");
    const body = fc
      .tuple(kinds, fc.dictionary(names, fc.oneof(models, odd)))
      .map(([kind, rest]) => ({ kind, ...rest }));
    await fc.assert(
      fc.asyncProperty(body, async (request) => {
        expect(await post("estimate", request)).toBeLessThan(500);
      }),
      { numRuns: 150 },
    );
  });

  test("queries and merge patches", async () => {
    const { body } = await call<{ id: string }>(scenarios.POST, { method: "POST", body: { document } });
    await fc.assert(
      fc.asyncProperty(fc.webQueryParameters(), fc.jsonValue({ maxDepth: 4 }), async (query, patch) => {
        expect((await call(scenarios.GET, { query: `?${query}` })).status).toBeLessThan(500);
        expect((await call(compare.GET, { query: `?ids=${query}` })).status).toBeLessThan(500);
        const headers = { "if-match": '"v1"', "content-type": "application/merge-patch+json" };
        const saved = await call(one.PATCH, { method: "PATCH", params: body, body: JSON.stringify(patch), headers });
        expect(saved.status).toBeLessThan(500);
      }),
      { numRuns: 60 },
    );
  });
});
