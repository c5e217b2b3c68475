import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/lib/server/database/client";
import { call } from "@/lib/server/http/calling";
import * as one from "./scenarios/[id]/route";
import * as scenarios from "./scenarios/route";
import * as templates from "./templates/route";

const url = process.env.DATABASE_URL;
beforeAll(async () => {
  await closeDatabase();
  process.env.DATABASE_URL = "postgresql://app:app@127.0.0.1:1/nowhere";
});
afterAll(async () => {
  await closeDatabase();
  process.env.DATABASE_URL = url;
});

describe("while the database is away", () => {
  const start = { useCase: "customerSupport", requestsPerDay: 900, dataClass: "internal" };
  test("a save is not acknowledged, and the answer says what to do", async () => {
    const answer = await call(scenarios.POST, { method: "POST", body: { start } });
    expect(answer).toMatchObject({ status: 503, body: { code: "UNAVAILABLE" } });
    expect(answer.body.detail).toContain("nothing was saved");
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
  });

  test("reading says so too", async () => {
    expect((await call(scenarios.GET)).status).toBe(503);
    expect((await call(one.GET, { params: { id: "01890000-0000-7000-8000-000000000000" } })).status).toBe(503);
  });

  test("what needs no database still answers", async () => {
    expect((await call(templates.GET)).status).toBe(200);
  });
});
