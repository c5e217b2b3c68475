import { beforeAll, describe, expect, test } from "vitest";
import { type Comparison, comparisonSchema } from "@/lib/contract/http-compare";
import type { StoredScenario } from "@/lib/contract/http-scenarios";
import { call } from "@/lib/server/http/calling";
import * as scenarios from "../scenarios/route";
import * as compare from "./route";

const ids: string[] = [];
const documents: StoredScenario["document"][] = [];
const compared = (query: string) => call<Comparison>(compare.GET, { query: `?ids=${query}` });

beforeAll(async () => {
  const start = { useCase: "customerSupport", requestsPerDay: 900, dataClass: "internal" };
  const first = await call<StoredScenario>(scenarios.POST, { method: "POST", body: { start } });
  const { document } = first.body;
  const busier = { ...document, workload: { ...document.workload, requestsPerDay: 5000 } };
  const strange = {
    ...document,
    paths: { ...document.paths, selfHosted: { ...document.paths.selfHosted, model: "nobody/none" } },
  };
  const rest = await Promise.all(
    [busier, strange].map((each) => call<StoredScenario>(scenarios.POST, { method: "POST", body: { document: each } })),
  );
  for (const { body } of [first, ...rest]) {
    ids.push(body.id);
    documents.push(body.document);
  }
});

describe("a comparison", () => {
  test("shows results side by side and the inputs that differ", async () => {
    const answer = await compared(`${ids[0]},${ids[1]}`);
    expect(answer.status).toBe(200);
    expect(comparisonSchema.safeParse(answer.body).error?.issues ?? []).toEqual([]);
    expect(answer.body.differences).toEqual([{ path: "workload.requestsPerDay", values: [900, 5000] }]);
    expect(answer.body.sameWorkload).toBe(false);
    expect(answer.body.scenarios.map(({ scenario }) => scenario.id)).toEqual(ids.slice(0, 2));
  });

  test("still shows the others when one cannot be estimated", async () => {
    const { scenarios: columns, sameWorkload } = (await compared(`${ids[0]},${ids[2]}`)).body;
    expect(columns[0]?.outcome.ok).toBe(true);
    expect(columns[1]?.outcome).toMatchObject({ ok: false, code: "UNKNOWN_MODEL" });
    expect(sameWorkload).toBe(true);
  });

  test("takes each scenario once, and at most six", async () => {
    expect((await compared(`${ids[0]},${ids[0]}`)).body.scenarios).toHaveLength(1);
    expect(await compared("a,b,c,d,e,f,g")).toMatchObject({ status: 422, body: { path: "ids" } });
    expect(await compared("")).toMatchObject({ status: 422 });
    expect(await compared(`${ids[0]},nonesuch`)).toMatchObject({ status: 404, body: { path: "ids" } });
  });
});
