import { beforeAll, describe, expect, test } from "vitest";
import { loadReferenceData } from "@/lib/catalogue/load";
import type { Scenario } from "@/lib/contract/scenario";
import { acquisitionDefaults, createScenario } from "@/lib/templates";
import { inputDifferences } from "./differences";
import { patchDocument, readDocument } from "./document";

let document: Scenario;
let bought: Record<string, unknown>;
beforeAll(async () => {
  const reference = await loadReferenceData();
  const start = {
    useCase: "customerSupport",
    requestsPerDay: 900,
    dataClass: "internal",
    today: "2026-11-24",
  } as const;
  document = createScenario(start, reference);
  bought = acquisitionDefaults(reference.defaultsFor("customerSupport"), "buy");
});

const patched = (patch: Record<string, unknown>): Scenario => {
  const next = patchDocument(document, patch);
  if (!next.ok) throw new Error(next.message);
  return next.value;
};

describe("a merge patch of a document", () => {
  test("changes what it names and nothing else", () => {
    const next = patched({ workload: { isl: 4000 } });
    expect(inputDifferences([document, next])).toEqual([
      { path: "workload.isl", values: [document.workload.isl, 4000] },
    ]);
  });

  test("leaves the document it started from alone", () => {
    const before = structuredClone(document);
    patched({ workload: { isl: 4000 }, tags: ["a"] });
    expect(document).toEqual(before);
  });

  test("null empties a field that may be empty", () => {
    const limited = patched({ requirements: { budgetUsdPerMonth: 500 } });
    const next = patchDocument(limited, { requirements: { budgetUsdPerMonth: null } });
    expect(next).toMatchObject({ ok: true, value: { requirements: { budgetUsdPerMonth: null } } });
  });

  test("null is refused where a value is needed", () => {
    expect(patchDocument(document, { workload: { isl: null } })).toMatchObject({
      ok: false,
      code: "INVALID_INPUT",
      path: "patch.workload.isl",
    });
  });

  test("null takes away the fields of a choice that is left", () => {
    const old = Object.fromEntries(Object.keys(document.paths.selfHosted.acquisition).map((key) => [key, null]));
    const next = patched({ paths: { selfHosted: { acquisition: { ...old, ...bought, kind: "buy" } } } });
    expect(next.paths.selfHosted.acquisition).toMatchObject({ kind: "buy" });
    expect(next.paths.selfHosted.acquisition).not.toHaveProperty("offerId");
  });

  test("cannot reach an object's prototype", () => {
    patchDocument(document, JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"polluted": true}}'));
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe("a document that was sent", () => {
  test("names everything wrong with it by its path in the request", () => {
    const wrong = { ...document, name: "", workload: { ...document.workload, isl: -1 } };
    const read = readDocument(wrong);
    expect(read).toMatchObject({ ok: false, path: "document.name" });
    expect(read.ok ? [] : read.errors?.map(({ path }) => path)).toEqual(["document.name", "document.workload.isl"]);
  });

  test("of an unknown version says which are known", () => {
    expect(readDocument({ ...document, schemaVersion: 99 })).toMatchObject({
      ok: false,
      path: "document.schemaVersion",
    });
  });
});
