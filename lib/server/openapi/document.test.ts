import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, test } from "vitest";
import { openApiDocument } from "./document";

const routes = join(process.cwd(), "app/api/v1");
const methods = ["GET", "POST", "PATCH", "PUT", "DELETE"];

/** Every address and method that a route file answers, as OpenAPI writes them. */
function served(): string[] {
  const files = readdirSync(routes, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith("route.ts") && !file.startsWith("[..."),
  );
  return files.flatMap((file) => {
    const address = `/api/v1/${file.replace(/\/route\.ts$/, "").replaceAll(/\[(\w+)\]/g, "{$1}")}`;
    const source = readFileSync(join(routes, file), "utf8");
    return methods
      .filter((method) => new RegExp(`export const ${method}\\b`).test(source))
      .map((method) => `${method} ${address}`);
  });
}

const described = (): string[] =>
  Object.entries(openApiDocument().paths ?? {}).flatMap(([address, item]) =>
    methods.filter((method) => method.toLowerCase() in (item ?? {})).map((method) => `${method} ${address}`),
  );

describe("the OpenAPI document", () => {
  test("is valid OpenAPI 3.1", async () => {
    const checked = await new Validator().validate(JSON.parse(JSON.stringify(openApiDocument())));
    expect(checked.errors ?? []).toEqual([]);
    expect(checked.valid).toBe(true);
  });

  test("describes exactly what the route files answer", () => {
    expect(served().length).toBeGreaterThan(15);
    expect(described().sort()).toEqual(served().sort());
  });

  test("names every operation once", () => {
    const ids = Object.values(openApiDocument().paths ?? {}).flatMap((item) =>
      Object.values(item ?? {}).flatMap((operation) => (operation as { operationId?: string }).operationId ?? []),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("points only at schemas it holds", () => {
    const text = JSON.stringify(openApiDocument());
    const wanted = [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map((match) => match[1] ?? "");
    const held = Object.keys(openApiDocument().components?.schemas ?? {});
    expect(wanted.length).toBeGreaterThan(20);
    expect(wanted.filter((name) => !held.includes(name))).toEqual([]);
  });

  test("states units and bounds of a scenario's fields, as the forms do", () => {
    const text = JSON.stringify(openApiDocument().components?.schemas?.Scenario);
    expect(text).toContain('"unit":"request/day"');
    expect(text).toContain('"maximum":1000000000');
  });
});
