import { beforeAll, describe, expect, test } from "vitest";
import type { ScenarioResultAnswer } from "@/lib/contract/http-scenarios";
import { type ScenarioList, type StoredScenario, scenarioSchemaOverHttp } from "@/lib/contract/http-scenarios";
import { scenarioResultSchema } from "@/lib/contract/result";
import { call } from "@/lib/server/http/calling";
import * as duplicate from "./[id]/duplicate/route";
import * as restore from "./[id]/restore/route";
import * as result from "./[id]/result/route";
import * as one from "./[id]/route";
import * as all from "./route";

const start = { useCase: "customerSupport", requestsPerDay: 900, dataClass: "internal" };
const create = (body: unknown) => call<StoredScenario>(all.POST, { method: "POST", body });
const read = (id: string) => call<StoredScenario>(one.GET, { params: { id } });
const patch = (id: string, body: unknown, tag?: string, type?: string) =>
  call<StoredScenario & { current: StoredScenario }>(one.PATCH, {
    method: "PATCH",
    params: { id },
    body,
    headers: { ...(tag !== undefined && { "if-match": tag }), ...(type !== undefined && { "content-type": type }) },
  });
const list = (query = "") => call<ScenarioList>(all.GET, { query });

describe("creating a scenario", () => {
  test("from three answers gives a whole document with its figures", async () => {
    const created = await create({ start: { ...start, name: "Returns desk" } });
    expect(created.status).toBe(201);
    expect(created.headers.get("etag")).toBe('"v1"');
    expect(created.headers.get("location")).toBe(`/api/v1/scenarios/${created.body.id}`);
    expect(scenarioSchemaOverHttp.parse(created.body)).toMatchObject({ name: "Returns desk", version: 1 });
    expect(created.body.summary).toMatchObject({ ok: true, ttft: { percentile: "p95" } });
    expect((await read(created.body.id)).body).toEqual(created.body);
  });

  test("from a template, and from a document", async () => {
    const fromTemplate = await create({ templateId: "shop-customer-support" });
    expect(fromTemplate.status).toBe(201);
    const again = await create({ document: { ...fromTemplate.body.document, name: "Mine" } });
    expect(again.body.document).toEqual({ ...fromTemplate.body.document, name: "Mine" });
  });

  test("says what is wrong, field by field", async () => {
    expect(await create({})).toMatchObject({ status: 422, body: { code: "INVALID_INPUT" } });
    expect(await create({ start, templateId: "x" })).toMatchObject({ status: 422 });
    expect(await create({ templateId: "nonesuch" })).toMatchObject({ status: 422, body: { path: "templateId" } });
    expect(await create({ start: { ...start, requestsPerDay: -1 } })).toMatchObject({
      status: 422,
      body: { path: "start.requestsPerDay", detail: expect.stringContaining("from 1 to 1,000,000,000") },
    });
    const { document } = (await create({ start })).body;
    const unknown = { ...document, workload: { ...document.workload, colour: "red" } };
    expect(await create({ document: unknown })).toMatchObject({
      status: 422,
      body: { path: "document.workload.colour" },
    });
    expect(await create("{")).toMatchObject({ status: 400, body: { code: "MALFORMED_JSON" } });
  });
});

describe("changing a scenario", () => {
  let scenario: StoredScenario;
  beforeAll(async () => {
    scenario = (await create({ start })).body;
  });

  test("needs the version it is based on", async () => {
    expect(await patch(scenario.id, { patch: { name: "x" } })).toMatchObject({ status: 428 });
    expect(await patch(scenario.id, { patch: { name: "x" } }, "*")).toMatchObject({ status: 422 });
  });

  test("goes through once for each version; the loser is given the current document", async () => {
    const won = await patch(scenario.id, { patch: { name: "First" } }, '"v1"');
    expect(won).toMatchObject({ status: 200, body: { name: "First", version: 2 } });
    expect(won.headers.get("etag")).toBe('"v2"');
    const lost = await patch(scenario.id, { patch: { name: "Second" } }, '"v1"');
    expect(lost).toMatchObject({ status: 412, body: { code: "VERSION_CONFLICT" } });
    expect(lost.body.current).toEqual(won.body);
    expect(lost.headers.get("etag")).toBe('"v2"');
  });

  test("lets exactly one of ten simultaneous saves win", async () => {
    const { id } = (await create({ start })).body;
    const names = Array.from({ length: 10 }, (_, index) => `Writer ${index}`);
    const saves = await Promise.all(names.map((name) => patch(id, { patch: { name } }, '"v1"')));
    const won = saves.filter(({ status }) => status === 200);
    expect(won).toHaveLength(1);
    expect(saves.filter(({ status }) => status === 412)).toHaveLength(9);
    expect((await read(id)).body).toEqual(won[0]?.body);
  });

  test("takes a bare merge patch under its own content type, and a weak tag", async () => {
    const { version } = (await read(scenario.id)).body;
    const saved = await patch(scenario.id, { tags: ["a", "b"] }, `W/"v${version}"`, "application/merge-patch+json");
    expect(saved).toMatchObject({ status: 200, body: { tags: ["a", "b"], version: version + 1 } });
  });

  test("takes a whole document, and an equal one changes nothing", async () => {
    const { document, version } = (await read(scenario.id)).body;
    const next = { ...document, workload: { ...document.workload, requestsPerDay: 90_000 } };
    const saved = await patch(scenario.id, { document: next }, `"v${version}"`);
    expect(saved.body.document).toEqual(next);
    const again = await patch(scenario.id, { document: next }, `"v${version + 1}"`);
    expect(again.body.version).toBe(version + 1);
  });

  test("refuses values that are not allowed and keeps what was there", async () => {
    const { body: before } = await read(scenario.id);
    const bad = await patch(scenario.id, { patch: { workload: { peakToMean: 0 } } }, `"v${before.version}"`);
    expect(bad).toMatchObject({ status: 422, body: { path: "patch.workload.peakToMean" } });
    expect((await read(scenario.id)).body).toEqual(before);
  });

  test("keeps a document whose model nobody knows, and says so in the list", async () => {
    const { id } = (await create({ start })).body;
    const saved = await patch(id, { patch: { paths: { selfHosted: { model: "nobody/none" } } } }, '"v1"');
    expect(saved.status).toBe(200);
    expect(saved.body.summary).toMatchObject({ ok: false, code: "UNKNOWN_MODEL" });
    expect((await call(result.GET, { params: { id } })).status).toBe(422);
  });
});

describe("putting a scenario away", () => {
  test("a deleted one is gone until it is restored", async () => {
    const { id } = (await create({ start: { ...start, name: "Short-lived" } })).body;
    expect((await call(one.DELETE, { method: "DELETE", params: { id } })).status).toBe(204);
    expect((await read(id)).status).toBe(404);
    expect((await call(one.DELETE, { method: "DELETE", params: { id } })).status).toBe(404);
    expect((await list("?q=short-lived")).body.total).toBe(0);
    const restored = await call<StoredScenario>(restore.POST, { method: "POST", params: { id } });
    expect(restored).toMatchObject({ status: 200, body: { name: "Short-lived" } });
    expect((await list("?q=short-lived")).body.total).toBe(1);
    expect((await call(restore.POST, { method: "POST", params: { id } })).status).toBe(404);
  });

  test("an archived one leaves the list and can be asked for", async () => {
    const { id } = (await create({ start: { ...start, name: "Shelved" } })).body;
    const archived = await patch(id, { archived: true }, '"v1"');
    expect(archived.body.archivedAt).not.toBeNull();
    expect((await list("?q=shelved")).body.total).toBe(0);
    expect((await list("?q=shelved&archived=true")).body.total).toBe(1);
    const back = await patch(id, { archived: false }, '"v2"');
    expect(back.body.archivedAt).toBeNull();
  });

  test("a copy is a scenario of its own", async () => {
    const { id, document } = (await create({ start: { ...start, name: "n".repeat(120) } })).body;
    const copy = await call<StoredScenario>(duplicate.POST, { method: "POST", params: { id } });
    expect(copy.status).toBe(201);
    expect(copy.body.id).not.toBe(id);
    expect(copy.body.document).toEqual({ ...document, name: `${"n".repeat(113)} (copy)` });
  });
});

describe("the list of scenarios", () => {
  beforeAll(async () => {
    for (const name of ["Alpha", "beta", "Gamma"]) {
      const { body } = await create({ start: { ...start, name: `${name} zebra` } });
      await patch(body.id, { patch: { tags: [name.toLowerCase(), "zoo"] } }, '"v1"');
    }
  });

  test("is searched by words in name and tags", async () => {
    expect((await list("?q=ZEBRA alpha")).body.scenarios.map(({ name }) => name)).toEqual(["Alpha zebra"]);
    expect((await list("?q=zoo")).body.total).toBe(3);
    expect((await list("?tag=beta")).body.total).toBe(1);
    expect((await list("?tag=beta")).body.tags).toEqual(expect.arrayContaining(["alpha", "beta", "gamma", "zoo"]));
  });

  test("is read page by page, each scenario once", async () => {
    const seen: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const page: ScenarioList = (await list(`?tag=zoo&sort=name&limit=2${cursor && `&cursor=${cursor}`}`)).body;
      seen.push(...page.scenarios.map(({ name }) => name));
      cursor = page.nextCursor;
    }
    expect(seen).toHaveLength(3);
    expect(new Set(seen).size).toBe(3);
  });

  test("says what it cannot be asked", async () => {
    expect(await list("?limit=0")).toMatchObject({ status: 422, body: { path: "limit" } });
    expect(await list("?sort=size")).toMatchObject({ status: 422, body: { path: "sort" } });
    expect(await list("?page=2")).toMatchObject({ status: 422, body: { path: "page" } });
    expect((await list("?cursor=nonesuch")).status).toBe(200);
  });
});

describe("what is not there", () => {
  test.each(["nonesuch", "0", "00000000-0000-0000-0000-000000000000", "%00", "' OR 1=1"])("%j is a 404", async (id) => {
    for (const asked of [
      read(id),
      patch(id, { archived: true }, '"v1"'),
      call(one.DELETE, { method: "DELETE", params: { id } }),
      call(result.GET, { params: { id } }),
      call(duplicate.POST, { method: "POST", params: { id } }),
      call(restore.POST, { method: "POST", params: { id } }),
    ]) {
      expect(await asked).toMatchObject({ status: 404, body: { code: "NOT_FOUND" } });
    }
  });
});

test("the result of a scenario is that of its document", async () => {
  const { id, version } = (await create({ start })).body;
  const answer = await call<ScenarioResultAnswer>(result.GET, { params: { id } });
  expect(answer.body.version).toBe(version);
  expect(scenarioResultSchema.safeParse(answer.body.result).error?.issues ?? []).toEqual([]);
});
