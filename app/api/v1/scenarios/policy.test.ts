import { beforeAll, describe, expect, test } from "vitest";
import type { StoredScenario } from "@/lib/contract/http-scenarios";
import type { CreatedShare } from "@/lib/contract/http-shares";
import { call } from "@/lib/server/http/calling";
import { openShare } from "@/lib/server/shares/access";
import { findSharedRevision } from "@/lib/server/shares/queries";
import * as unsaved from "../policy/route";
import * as policy from "./[id]/policy/route";
import * as one from "./[id]/route";
import * as shares from "./[id]/shares/route";
import * as all from "./route";

const start = { useCase: "customerSupport", requestsPerDay: 900, dataClass: "personal", name: "Returns desk" };
const create = async (): Promise<StoredScenario> =>
  (await call<StoredScenario>(all.POST, { method: "POST", body: { start } })).body;
const get = (id: string, query = "") =>
  policy.GET(new Request(`http://localhost:3000/api/v1/scenarios/${id}/policy${query}`), {
    params: Promise.resolve({ id }),
  });
const change = (scenario: StoredScenario, patch: object) =>
  call<StoredScenario>(one.PATCH, {
    method: "PATCH",
    params: { id: scenario.id },
    body: { patch },
    headers: { "if-match": `"v${scenario.version}"` },
  });
const refused = async (id: string, query = "") => {
  const answer = await get(id, query);
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(answer.headers.get("content-disposition")).toBeNull();
  return { status: answer.status, body: await answer.json() };
};

let scenario: StoredScenario;
beforeAll(async () => {
  scenario = await create();
});

describe("the policy of a stored scenario", () => {
  test.each(["", "?format=md"])("asked for as %j is Markdown, as a file that no cache keeps", async (query) => {
    const answer = await get(scenario.id, query);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("text/markdown; charset=utf-8");
    expect(answer.headers.get("content-disposition")).toBe('attachment; filename="data-usage-policy.md"');
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const text = await answer.text();
    expect(text).toMatch(/^# Data usage: Returns desk\n/);
    expect(text).toContain("about 900 requests a day");
    expect(text).toMatch(/\nMade on \d{4}-\d{2}-\d{2} with Slipway\.\n$/);
  });

  test("is PDF where one is asked for, with as many pages as it says", async () => {
    const answer = await get(scenario.id, "?format=pdf");
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("application/pdf");
    expect(answer.headers.get("content-disposition")).toBe('attachment; filename="data-usage-policy.pdf"');
    const file = Buffer.from(await answer.arrayBuffer()).toString("latin1");
    expect(file.startsWith("%PDF-1.4")).toBe(true);
    expect(file.trimEnd().endsWith("%%EOF")).toBe(true);
    expect([...file.matchAll(/\/Type \/Page /g)].length).toBe(Number(/\/Count (\d+)/.exec(file)?.[1]));
  });

  test("says what the scenario says now, not what it said when it was made", async () => {
    const own = await create();
    const before = await (await get(own.id)).text();
    expect(before).not.toContain("Redacted before use.");
    await change(own, { name: "Claims desk", notes: "Redacted before use." });
    const after = await (await get(own.id)).text();
    expect(after).toMatch(/^# Data usage: Claims desk\n/);
    expect(after).toContain("Redacted before use.");
  });

  test("is the one of the same document handed in", async () => {
    const handedIn = await unsaved.POST(
      new Request("http://localhost:3000/api/v1/policy", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ scenario: scenario.document }),
      }),
      { params: Promise.resolve({}) },
    );
    expect(await handedIn.text()).toBe(await (await get(scenario.id)).text());
  });

  test("does not exist for an id that never was, nor once the scenario is deleted", async () => {
    expect(await refused("nonesuch")).toMatchObject({ status: 404, body: { code: "NOT_FOUND" } });
    const own = await create();
    await call(one.DELETE, { method: "DELETE", params: { id: own.id } });
    expect(await refused(own.id, "?format=pdf")).toMatchObject({ status: 404, body: { code: "NOT_FOUND" } });
  });

  test("has no other formats and takes no other words", async () => {
    expect(await refused(scenario.id, "?format=docx")).toMatchObject({
      status: 422,
      body: { path: "format", detail: expect.stringContaining("md or pdf") },
    });
    expect(await refused(scenario.id, "?colour=red")).toMatchObject({ status: 422, body: { path: "colour" } });
  });
});

describe("the policy of what a link shows", () => {
  const shared = async () => {
    const own = await create();
    const body = { label: "Board, not for the vendor" };
    const made = await call<CreatedShare>(shares.POST, { method: "POST", params: { id: own.id }, body });
    const token = made.body.url.split("/s/")[1] ?? "";
    const opened = await openShare(token, new Headers());
    if (!opened.ok) throw new Error(opened.message);
    const page = await findSharedRevision(opened.value);
    if (!page.ok) throw new Error(page.message);
    return { own, made: made.body, token, opened: opened.value, page: page.value };
  };

  test("is of the day it was shared, whatever changes later", async () => {
    const { own, opened } = await shared();
    await change(own, { name: "Renamed", notes: "For colleagues only." });
    const page = await findSharedRevision(opened);
    const text = page.ok ? page.value.result.privacy.protection?.policy : undefined;
    expect(text).toMatch(/^# Data usage: Returns desk\n/);
    expect(text).not.toContain("For colleagues only.");
  });

  test("holds no token, label or id: nothing that leads to the scenario or to other links", async () => {
    const { own, made, token, opened, page } = await shared();
    const text = page.result.privacy.protection?.policy ?? "";
    expect(text).toContain("Returns desk");
    const secrets = [own.id, made.share.id, token, opened.revisionId, "Board, not for the vendor"];
    expect(secrets.filter((secret) => secret === "" || text.includes(secret))).toEqual([]);
  });

  test("is not had with the link's token in place of the scenario's id", async () => {
    const { token, made, opened } = await shared();
    for (const id of [token, made.share.id, opened.revisionId])
      expect(await refused(id)).toMatchObject({ status: 404, body: { code: "NOT_FOUND" } });
  });
});
