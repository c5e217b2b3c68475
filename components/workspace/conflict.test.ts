import { expect, it } from "vitest";
import { exampleScenario, scenarioWith } from "../forms/testing/scenario";
import { fieldDifferences } from "./conflict";

it("two states of a plan are compared field by field, in the words of the form", () => {
  const mine = scenarioWith({ "workload.growthPerYear": 0.25, tags: ["pilot"] });
  const theirs = scenarioWith({ "privacy.dataClass": "personal" });
  expect(fieldDifferences(mine, theirs)).toEqual([
    { path: "tags", title: "Tags (About this plan)", mine: "pilot", theirs: "none" },
    { path: "workload.growthPerYear", title: "Growth a year (Workload)", mine: "25% a year", theirs: "0% a year" },
    {
      path: "privacy.dataClass",
      title: "How sensitive is the data? (Data protection)",
      mine: "Internal",
      theirs: "Personal data",
    },
  ]);
  expect(fieldDifferences(exampleScenario, exampleScenario)).toEqual([]);
});
