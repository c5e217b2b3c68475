import { beforeAll, describe, expect, test } from "vitest";
import { loadReferenceData } from "@/lib/catalogue/load";
import type { ReferenceData } from "@/lib/contract/reference";
import { scenarioSchema } from "@/lib/contract/scenario";
import { templates } from "./gallery";

const today = "2026-11-24";
let reference: ReferenceData;
beforeAll(async () => {
  reference = await loadReferenceData();
});

describe("the gallery", () => {
  test("holds at least six situations, each with an id of its own", () => {
    const all = templates(reference, today);
    expect(all.length).toBeGreaterThanOrEqual(6);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  test("makes whole valid documents that are dated today and tell their story", () => {
    for (const { scenario, story, title } of templates(reference, today)) {
      expect(scenarioSchema.safeParse(scenario)).toMatchObject({ success: true });
      expect(scenario).toMatchObject({ name: title, economics: { pricedOn: today, startMonth: "2026-12" } });
      expect(scenario.notes.startsWith(story)).toBe(true);
    }
  });

  test("names only models, accelerators, offers and prices that the catalogue holds", () => {
    for (const { scenario } of templates(reference, today)) {
      const { api, selfHosted } = scenario.paths;
      const bought = selfHosted.acquisition;
      expect(reference.findModel(selfHosted.model)).toMatchObject({ ok: true, value: { askedFor: null } });
      expect(reference.findPrice({ provider: api.provider, model: api.model, asOf: today }).ok).toBe(true);
      const hardware =
        bought.kind === "rent" ? reference.findOffer(bought.offerId) : reference.findAccelerator(bought.acceleratorId);
      expect(hardware.ok).toBe(true);
    }
  });

  test("covers renting and buying, and sensitive data on own premises", () => {
    const all = templates(reference, today).map(({ scenario }) => scenario);
    const kinds = new Set(all.map(({ paths }) => paths.selfHosted.acquisition.kind));
    expect([...kinds].sort()).toEqual(["buy", "rent"]);
    expect(all.some(({ privacy }) => privacy.dataClass === "special" && privacy.residency === "ownPremises")).toBe(
      true,
    );
  });
});
