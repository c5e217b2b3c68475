import { describe, expect, test } from "vitest";
import { z } from "zod";
import { problemSchema } from "@/lib/contract/http";
import { readBody, readOptionalBody, readQuery } from "./body";
import { ifMatch } from "./etag";
import { json } from "./json";
import { route } from "./route";

const schema = z.strictObject({ count: z.number({ error: "must be a number" }) });
const echo = route(async ({ request }) => {
  const body = await readBody(request, schema);
  return body.ok ? json(body.value) : body;
});
const context = { params: Promise.resolve({}) };
const post = (body: BodyInit | null, headers: Record<string, string> = { "content-type": "application/json" }) =>
  echo(new Request("http://localhost/api/v1/echo", { method: "POST", body, headers }), context);
const problemOf = async (answered: Promise<Response>) => {
  const response = await answered;
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  const problem = problemSchema.parse(await response.json());
  expect(problem.status).toBe(response.status);
  return problem;
};

describe("a route", () => {
  test("answers what its handler gives", async () => {
    const response = await post('{"count": 3}');
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.json()).toEqual({ count: 3 });
  });

  test("names field, value and what is allowed", async () => {
    expect(await problemOf(post('{"count": "many"}'))).toMatchObject({
      status: 422,
      code: "INVALID_INPUT",
      path: "count",
      detail: '`count` is "many": must be a number',
    });
  });

  test("refuses a field it does not know", async () => {
    expect(await problemOf(post('{"count": 1, "cuont": 2}'))).toMatchObject({ status: 422, path: "cuont" });
  });

  test("lists everything that is wrong", async () => {
    const problem = await problemOf(post('{"count": null, "x": 1}'));
    expect(problem.errors?.map(({ path }) => path)).toEqual(["count", "x"]);
  });

  test("says what is wrong with broken JSON, and with none", async () => {
    expect(await problemOf(post('{"count": '))).toMatchObject({ status: 400, code: "MALFORMED_JSON" });
    expect((await problemOf(post(""))).detail).toContain("empty");
  });

  test("accepts JSON alone, so that no HTML form of another site can post", async () => {
    expect(await problemOf(post("count=3", { "content-type": "text/plain" }))).toMatchObject({ status: 415 });
  });

  test("refuses a change that another site's page starts", async () => {
    const headers = { "content-type": "application/json", "sec-fetch-site": "cross-site" };
    expect(await problemOf(post('{"count": 1}', headers))).toMatchObject({ status: 403 });
    expect((await post('{"count": 1}', { ...headers, "sec-fetch-site": "same-origin" })).status).toBe(200);
  });

  test("stops reading after 2 MB", async () => {
    const big = `{"count": 1, "x": "${"y".repeat(2 * 1024 * 1024)}"}`;
    expect(await problemOf(post(big))).toMatchObject({ status: 413, code: "TOO_LARGE" });
  });

  test.each([
    ["nesting that would exhaust the stack", "[".repeat(100_000) + "]".repeat(100_000)],
    ["a name that reaches the prototype", '{"__proto__": {"count": 1}}'],
    ["a NUL character", '{"count": "a\\u0000"}'],
    ["half of a character", '{"count": "\\ud800"}'],
  ])("refuses %s", async (_what, body) => {
    expect(await problemOf(post(body))).toMatchObject({ status: 422, code: "INVALID_INPUT" });
  });

  test("keeps our own faults to itself", async () => {
    const broken = route(async () => {
      throw new Error("secret of the inside");
    });
    const problem = await problemOf(broken(new Request("http://localhost/api/v1/x"), context));
    expect(problem).toMatchObject({ status: 500, code: "INTERNAL" });
    expect(JSON.stringify(problem)).not.toContain("secret");
  });

  test("says so when the database is away", async () => {
    const away = route(async () => {
      throw Object.assign(new Error("query failed"), { cause: { code: "ECONNREFUSED" } });
    });
    const response = await away(new Request("http://localhost/api/v1/x"), context);
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("3");
    expect((await response.json()).detail).toContain("database");
  });
});

describe("what a request says besides its body", () => {
  const asking = (query: string) => readQuery(new Request(`http://localhost/x?${query}`), schema.partial());
  test("a name given twice, or unknown, is an error", () => {
    expect(asking("count=1&count=2")).toMatchObject({ ok: false, path: "count" });
    expect(asking("page=1")).toMatchObject({ ok: false, path: "page" });
  });

  test.each([
    ['"v7"', 7],
    ['W/"v7"', 7],
  ])("%s is a version", (header, version) => {
    expect(ifMatch(new Request("http://x", { headers: { "if-match": header } }))).toEqual({ ok: true, value: version });
  });

  test.each(["*", '"7"', '"v1", "v2"', ""])("%j is not one version", (header) => {
    const read = ifMatch(new Request("http://x", { headers: { "if-match": header } }));
    expect(read).toMatchObject({ ok: false, code: "INVALID_INPUT" });
  });

  test("a missing version is asked for", () => {
    expect(ifMatch(new Request("http://x"))).toMatchObject({ ok: false, code: "VERSION_REQUIRED" });
  });

  test("a body whose fields are all optional may be left out, but not be of another type", async () => {
    const optional = z.strictObject({ label: z.string().optional() });
    expect(await readOptionalBody(new Request("http://x", { method: "POST" }), optional)).toEqual({
      ok: true,
      value: {},
    });
    const form = new Request("http://x", { method: "POST", body: "label=x" });
    expect(await readOptionalBody(form, optional)).toMatchObject({ ok: false, code: "UNSUPPORTED_MEDIA_TYPE" });
  });
});
