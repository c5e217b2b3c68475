import { describe, expect, it } from "vitest";
import { considerations, type Section } from "@/lib/contract/field";
import type { Scenario } from "@/lib/contract/scenario";
import { withAcquisition } from "./acquisition";
import { applies } from "./applies";
import { fieldPaths, sectionFields } from "./section-fields";
import { exampleDefaults } from "./testing/defaults";
import { examplePurchase, exampleScenario, scenarioWith } from "./testing/scenario";
import { wordsAt } from "./words-at";

const sections: Section[] = ["overview", ...considerations];
const catalogue = { facilityPowerPublished: () => false, pricedByLength: () => false, pricedByHour: () => true };
const shown = (document: Scenario, published = catalogue): string[] =>
  sections.flatMap((section) => {
    const { main, more } = sectionFields(section, document, published);
    return [...main, ...more].flatMap(({ paths }) => paths);
  });
const acquisition = "paths.selfHosted.acquisition";

describe("the fields of a section", () => {
  it("are every described field of the document, each once", () => {
    const document = scenarioWith({
      "workload.growthPerYear": 0.1,
      "workload.batchableShare": 0.1,
      "privacy.dataClass": "personal",
      "privacy.residency": "region",
      "outcome.errorShare": 0.01,
      "outcome.errorUsd": 1,
      "workload.growthKind": "sCurve",
      "paths.api.otherModels": [wordsAt("paths.api.otherModels")?.rows?.blank],
      "paths.api.committedUsdPerMonth": 1000,
      "paths.api.fineTuned": true,
      "paths.api.provisionedPeakShare": 0.5,
      "paths.selfHosted.operation": "schedule",
      "paths.selfHosted.acquisition.term": "spot",
      "paths.people.answerSeconds": 20,
      "economics.currency": "EUR",
      "data.sources": [{ ...wordsAt("data.sources")?.rows?.blank, sensitivity: "personal", changedSharePerMonth: 0.1 }],
      "data.steps": [{ ...wordsAt("data.steps")?.rows?.blank, step: "scrub" }],
      "data.inspections": [{ dimension: "accuracy", inspectedItems: 100, defectiveItems: 2 }],
      "data.fineTuneGoal": "skill",
      "data.syntheticShare": 0.5,
      "data.archiveAfterMonths": 1,
      "evaluation.families": [{ name: "Orders", trafficShare: 0.5, variations: 3, correlation: 0.3 }],
      "evaluation.raterAccuracyShare": 0.9,
      "evaluation.suiteDropShare": 0.05,
      "evaluation.criteria": (["accuracy", "safety"] as const).map((perspective) => ({
        perspective,
        measure: "judge",
        expectedShare: 0.9,
        passShare: 0.8,
        weight: 1,
        blocking: true,
      })),
      "outcome.reviewShare": 0.1,
      "maintenance.canaryShare": 0.05,
      "maintenance.alertsPerMonth": 10,
      "maintenance.corrections": [
        {
          kind: "legal",
          perMonth: 2,
          method: "shards",
          hours: null,
          days: null,
          residualShare: null,
          checkItems: null,
        },
      ],
      "privacy.dpEpsilon": 3,
      "privacy.usesTools": true,
      "privacy.protection": "confidential",
      "privacy.identifiersPerPrompt": 1,
      "privacy.scrubsPrompts": true,
      "privacy.filtersOutput": true,
      "privacy.redTeamDaysPerYear": 5,
      "workload.escalatedShare": 0.1,
      "outcome.valueUsdPerRequest": 1,
      ...Object.fromEntries(
        Object.entries(exampleScenario.ranges).flatMap(([name, range]) =>
          typeof range === "number" ? [] : [[`ranges.${name}.high`, 1.5]],
        ),
      ),
    });
    const other = scenarioWith({
      "workload.growthKind": "own",
      "paths.selfHosted.operation": "autoscale",
      "paths.hybrid.routing": "overflow",
      "privacy.protection": "mpc",
    });
    const fields = shown(document);
    expect(new Set(fields).size).toBe(fields.length);
    const all = [...fields, ...shown(other)];
    const missing = fieldPaths(document).filter((path) => wordsAt(path) && !all.includes(path));
    expect(missing).toEqual(["name", "confirmed"]);
  });

  it("put the few that matter first, and the ways considered before everything else about cost", () => {
    const { main, more, moreCount } = sectionFields("cost", exampleScenario, catalogue);
    expect(main[0]).toMatchObject({ title: "Ways considered", paths: expect.arrayContaining(["paths.api.enabled"]) });
    expect(moreCount).toBe(more.flatMap(({ paths }) => paths).length);
    expect(more.flatMap(({ paths }) => paths)).toContain("paths.api.retryShare");
  });

  it("are those of renting or of buying, never of both", () => {
    const rented = shown(exampleScenario);
    expect(rented).toContain(`${acquisition}.offerId`);
    expect(rented).not.toContain(`${acquisition}.lifeYears`);
    const bought = shown(scenarioWith({ [acquisition]: examplePurchase }));
    expect(bought).toContain(`${acquisition}.lifeYears`);
    expect(bought).not.toContain(`${acquisition}.offerId`);
  });

  it("leave out what another answer makes idle", () => {
    expect(shown(exampleScenario)).not.toContain("paths.api.batchMultiplier");
    expect(shown(scenarioWith({ "workload.batchableShare": 0.2 }))).toContain("paths.api.batchMultiplier");
    expect(shown(scenarioWith({ [`${acquisition}.ownUsdPerAcceleratorHour`]: 2 }))).not.toContain(
      `${acquisition}.term`,
    );
    expect(shown(scenarioWith({ "data.labelledExamples": 0 }))).not.toContain("data.minutesPerLabel");
    const purchase = scenarioWith({ [acquisition]: examplePurchase });
    expect(shown(purchase)).toContain(`${acquisition}.pue`);
    expect(shown(purchase, { ...catalogue, facilityPowerPublished: () => true })).not.toContain(`${acquisition}.pue`);
  });

  it("leave out a way that is not considered, but never the switch that brings it back", () => {
    const fields = shown(scenarioWith({ "paths.selfHosted.enabled": false, "paths.hybrid.enabled": false }));
    expect(fields.filter((path) => path.startsWith("paths.selfHosted"))).toEqual(["paths.selfHosted.enabled"]);
    expect(fields).not.toContain("maintenance.incidentsPerMonthSelfHosted");
    const without = scenarioWith({ "paths.selfHosted.enabled": false, "paths.hybrid.enabled": false });
    expect(applies("team.roles.0.runFteSelfHosted", without, catalogue)).toBe(false);
    expect(applies("team.roles.0.runFteApi", without, catalogue)).toBe(true);
  });
});

describe("a change of how hardware is obtained", () => {
  it("brings the defaults of the other way, and back", () => {
    const bought = withAcquisition(exampleScenario, "buy", exampleDefaults);
    expect(bought.paths.selfHosted.acquisition).toMatchObject({ kind: "buy", usdPerAccelerator: 30_000 });
    const rented = withAcquisition(bought, "rent", exampleDefaults);
    expect(rented.paths.selfHosted.acquisition).toMatchObject({ kind: "rent", offerId: "aws/p5.4xlarge@us-east-1" });
  });
  it("changes nothing where the defaults are not known", () => {
    expect(withAcquisition(exampleScenario, "buy", new Map())).toBe(exampleScenario);
  });
});
