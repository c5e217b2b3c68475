import { beforeAll, describe, expect, test } from "vitest";
import type { StoredScenario } from "@/lib/contract/http-scenarios";
import type { CreatedShare, Revision, Share } from "@/lib/contract/http-shares";
import type { WorkingNode } from "@/lib/contract/working";
import { database } from "@/lib/server/database/client";
import { call } from "@/lib/server/http/calling";
import { openShare } from "@/lib/server/shares/access";
import { countView } from "@/lib/server/shares/commands";
import { findSharedRevision } from "@/lib/server/shares/queries";
import * as revisions from "../scenarios/[id]/revisions/route";
import * as one from "../scenarios/[id]/route";
import * as shares from "../scenarios/[id]/shares/route";
import * as scenarios from "../scenarios/route";
import * as working from "../working/route";
import * as revoke from "./[share]/route";
import * as sharedWorking from "./[share]/working/route";

const figure = "traffic.requestsPerMonth";
let scenario: StoredScenario;
const params = () => ({ id: scenario.id });
const share = (body: unknown = {}) => call<CreatedShare>(shares.POST, { method: "POST", params: params(), body });
const tokenOf = ({ url }: CreatedShare) => url.split("/s/")[1] ?? "";
const look = (token: string, query = `?path=${figure}`) =>
  call<WorkingNode & { code?: string }>(sharedWorking.GET, { params: { share: token }, query });

async function opened(token: string) {
  const access = await openShare(token, new Headers());
  if (!access.ok) throw new Error(access.message);
  const page = await findSharedRevision(access.value);
  if (!page.ok) throw new Error(page.message);
  return { access: access.value, page: page.value };
}

beforeAll(async () => {
  const start = { useCase: "customerSupport", requestsPerDay: 900, dataClass: "internal" };
  scenario = (await call<StoredScenario>(scenarios.POST, { method: "POST", body: { start } })).body;
});

describe("a revision", () => {
  test("counts up, keeps its label, and is listed newest first", async () => {
    const make = (body: unknown) => call<Revision>(revisions.POST, { method: "POST", params: params(), body });
    expect(await make({ label: "For the board" })).toMatchObject({
      status: 201,
      body: { number: 1, label: "For the board" },
    });
    const made = await Promise.all([make({}), make({}), make({})]);
    expect(made.map(({ body }) => body.number).sort()).toEqual([2, 3, 4]);
    const listed = await call<{ revisions: Revision[] }>(revisions.GET, { params: params() });
    expect(listed.body.revisions.map(({ number }) => number)).toEqual([4, 3, 2, 1]);
  });

  test("needs no body, and refuses a wrong one", async () => {
    expect((await call(revisions.POST, { method: "POST", params: params() })).status).toBe(201);
    const wrong = await call(revisions.POST, { method: "POST", params: params(), body: { name: "x" } });
    expect(wrong).toMatchObject({ status: 422, body: { path: "name" } });
  });

  test("keeps its working small", async () => {
    const rows = await database().revision.findMany({ select: { working: true } });
    for (const { working: packed } of rows) expect(packed.byteLength).toBeLessThan(1_500_000);
  });
});

describe("a share", () => {
  test("opens without an account and shows the revision, whatever changes later", async () => {
    const made = await share({ label: "For finance" });
    expect(made.status).toBe(201);
    expect(made.body.url).toMatch(/^http:\/\/localhost:3000\/s\/[\w-]{43}$/);
    const token = tokenOf(made.body);
    const before = (await opened(token)).page;
    await call(one.PATCH, {
      method: "PATCH",
      params: params(),
      body: { patch: { workload: { requestsPerDay: 1_000_000 } } },
      headers: { "if-match": `"v${scenario.version}"` },
    });
    const after = (await opened(token)).page;
    expect(after).toEqual(before);
    expect(after.document.workload.requestsPerDay).toBe(900);
    await call(revisions.POST, { method: "POST", params: params() });
    expect((await opened(token)).page.newerRevision).toBe(true);
  });

  test("tells how its figures came about, as the engine did", async () => {
    const made = await share();
    const { page } = await opened(tokenOf(made.body));
    const body = { scenario: page.document, path: figure };
    const fresh = await call<WorkingNode>(working.POST, { method: "POST", body });
    const kept = await look(tokenOf(made.body));
    expect(kept.status).toBe(200);
    expect(kept.body).toEqual(fresh.body);
    expect(kept.headers.get("x-robots-tag")).toContain("noindex");
    expect((await look(tokenOf(made.body), "?path=no.such.figure")).status).toBe(404);
  });

  test("stores no token", async () => {
    const made = await share();
    const rows = await database().$queryRaw<unknown[]>`SELECT * FROM share`;
    expect(JSON.stringify(rows)).not.toContain(tokenOf(made.body));
  });

  test("is over once it is revoked", async () => {
    const made = await share();
    expect((await call(revoke.DELETE, { method: "DELETE", params: { share: made.body.id } })).status).toBe(204);
    expect(await look(tokenOf(made.body))).toMatchObject({ status: 410, body: { code: "GONE" } });
    const listed = await call<{ shares: Share[] }>(shares.GET, { params: params() });
    expect(listed.body.shares.find(({ id }) => id === made.body.id)?.state).toBe("revoked");
  });

  test("is over once it has expired", async () => {
    const made = await share({ expiresAt: new Date(Date.now() + 60_000).toISOString() });
    expect((await look(tokenOf(made.body))).status).toBe(200);
    const later = await openShare(tokenOf(made.body), new Headers(), new Date(Date.now() + 61_000));
    expect(later).toMatchObject({ ok: false, code: "GONE" });
  });

  test("cannot expire in the past, nor pin another scenario's revision", async () => {
    expect(await share({ expiresAt: "2020-01-01T00:00:00Z" })).toMatchObject({
      status: 422,
      body: { path: "expiresAt" },
    });
    expect(await share({ revisionId: "nonesuch" })).toMatchObject({ status: 404, body: { path: "revisionId" } });
  });

  test("of a deleted scenario does not open, and does again once it is restored", async () => {
    const made = await share();
    await database().scenario.update({ where: { id: scenario.id }, data: { deletedAt: new Date() } });
    expect((await look(tokenOf(made.body))).status).toBe(410);
    await database().scenario.update({ where: { id: scenario.id }, data: { deletedAt: null } });
    expect((await look(tokenOf(made.body))).status).toBe(200);
  });

  test("counts the times it was opened", async () => {
    const made = await share();
    const { access } = await opened(tokenOf(made.body));
    await Promise.all([countView(access), countView(access), countView(access)]);
    const listed = await call<{ shares: Share[] }>(shares.GET, { params: params() });
    expect(listed.body.shares.find(({ id }) => id === made.body.id)?.views).toBe(3);
  });

  test.each(["x", "A".repeat(43), "../../etc", "\u0000"])("%j was never one", async (token) => {
    expect(await look(token)).toMatchObject({ status: 404, body: { code: "NOT_FOUND" } });
  });
});

test("guessing links is stopped", async () => {
  const from = { "x-forwarded-for": "203.0.113.9" };
  process.env.TRUST_PROXY = "1";
  const guess = () => call(sharedWorking.GET, { params: { share: "guess" }, query: `?path=${figure}`, headers: from });
  const statuses: number[] = [];
  for (let count = 0; count < 620; count++) statuses.push((await guess()).status);
  delete process.env.TRUST_PROXY;
  expect(statuses[0]).toBe(404);
  expect(statuses.at(-1)).toBe(429);
});
