import { describe, expect, it } from "vitest";
import type { Scenario } from "@/lib/contract/scenario";
import { assumptionsOf } from "./assumptions";

const off = { enabled: false };
const document = {
  name: "Support",
  workload: { useCase: "customerSupport", isl: 900, osl: 300 },
  requirements: { ttftSeconds: 2 },
  paths: {
    api: { enabled: true, model: "gpt-6-sol" },
    selfHosted: off,
    hybrid: { ...off, selfHostedShare: 0.5 },
    people: off,
  },
} as unknown as Scenario;

const source = { title: "A survey", asOf: "2026-05" };
const groups = assumptionsOf(document, { "workload.useCase": { kind: "default", source } });
const paths = groups.flatMap(({ rows }) => rows.map(({ path }) => path));

describe("the assumptions of a shared plan", () => {
  it("stand by section, those a person entered before the defaults", () => {
    expect(groups.map(({ section }) => section)).toEqual(["overview", "cost", "latency"]);
    expect(groups[0]?.rows.map(({ path }) => path)).toEqual(["workload.isl", "workload.osl", "workload.useCase"]);
  });
  it("say where a default comes from, and that the rest was entered", () => {
    expect(groups[0]?.rows[2]?.origin).toEqual({ kind: "default", source });
    expect(groups[0]?.rows[0]).toMatchObject({
      title: "Prompt length (ISL)",
      unit: "token/request",
      origin: { kind: "entered" },
    });
  });
  it("leave out the fields of a path that is not considered, but not that it is left out", () => {
    expect(paths).toContain("paths.hybrid.enabled");
    expect(paths).not.toContain("paths.hybrid.selfHostedShare");
    expect(paths).toContain("paths.api.model");
  });
  it("leave out what only names the plan", () => {
    expect(paths).not.toContain("name");
  });
});
