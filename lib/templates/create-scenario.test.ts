import { beforeAll, describe, expect, test } from "vitest";
import { loadReferenceData } from "@/lib/catalogue/load";
import type { ReferenceData } from "@/lib/contract/reference";
import { type DataClass, dataClasses, scenarioSchema, type UseCase, useCases } from "@/lib/contract/scenario";
import { acquisitionDefaults, createScenario, monthAfter, scenarioWith } from "./create-scenario";

let reference: ReferenceData;
beforeAll(async () => {
  reference = await loadReferenceData();
});
const start = { useCase: "customerSupport", requestsPerDay: 900, dataClass: "internal", today: "2026-11-24" } as const;

describe("a plan from three answers", () => {
  test("is valid for every use case and every class of data", () => {
    for (const useCase of Object.keys(useCases) as UseCase[]) {
      for (const dataClass of Object.keys(dataClasses) as DataClass[]) {
        const scenario = createScenario({ ...start, useCase, dataClass }, reference);
        expect(scenarioSchema.safeParse(scenario)).toMatchObject({ success: true });
        expect(scenario.workload).toMatchObject({ useCase, requestsPerDay: 900 });
        expect(scenario.privacy.dataClass).toBe(dataClass);
      }
    }
  });

  test("starts the month after it is made, also over the turn of the year", () => {
    expect(createScenario(start, reference).economics).toMatchObject({ startMonth: "2026-12", pricedOn: "2026-11-24" });
    expect(monthAfter("2026-12-31")).toBe("2027-01");
    expect(monthAfter("2027-08-01")).toBe("2027-09");
  });

  test("takes the defaults of its use case", () => {
    expect(createScenario(start, reference).workload.isl).toBe(1020);
    expect(createScenario({ ...start, useCase: "classification" }, reference).paths.selfHosted.model).toBe(
      "openai/gpt-oss-20b",
    );
  });

  test("is named after its use case unless it is given a name", () => {
    expect(createScenario(start, reference).name).toBe("Customer support");
    expect(createScenario({ ...start, name: "Returns desk" }, reference).name).toBe("Returns desk");
  });

  test("assumes agreements for sensitive data and says so; assumes none for internal data", () => {
    const health = createScenario({ ...start, dataClass: "special" }, reference);
    expect(health.privacy).toMatchObject({ apiTerms: "cloudTenant", agreementSigned: true, residency: "region" });
    expect(health.notes).toContain("Assumed");
    expect(health.confirmed).toEqual([]);
    const internal = createScenario(start, reference);
    expect(internal.privacy).toMatchObject({ apiTerms: "standard", agreementSigned: false });
    expect(internal.notes).toBe("");
  });

  test("that buys gets the defaults of buying, with its own changes over them", () => {
    const changes = { paths: { selfHosted: { acquisition: { kind: "buy", lifeYears: 6 } } } };
    const bought = scenarioWith(start, changes, reference).paths.selfHosted.acquisition;
    expect(bought).toMatchObject({ kind: "buy", lifeYears: 6, acceleratorId: "nvidia-h100-sxm", serverFactor: 1.28 });
    expect(bought).not.toHaveProperty("offerId");
    const defaults = reference.defaultsFor("other");
    expect(acquisitionDefaults(defaults, "rent")).toMatchObject({ kind: "rent", offerId: expect.any(String) });
  });
});
