import { expect, it } from "vitest";
import type { Defaults } from "./draft";
import { exampleDefaults } from "./testing/defaults";
import { scenarioWith } from "./testing/scenario";
import { withDefaultsMoved, withUseCase } from "./use-case";
import { withValueAt } from "./value-at";

it("another use moves what stood at its default, and leaves what a person changed", () => {
  const before = exampleDefaults;
  const after: Defaults = new Map(
    [...before.values()].map((entry) => {
      const value = { "workload.isl": 4000, "workload.requestsPerDay": 100 }[entry.path] ?? entry.value;
      return [entry.path, { ...entry, value }];
    }),
  );
  const document = scenarioWith({ "workload.isl": 1500, "workload.requestsPerDay": 777 });
  const changed = withUseCase(document, "codingAssistant", before, after);
  expect(changed.moved).toBe(1);
  expect(changed.document.workload).toMatchObject({ useCase: "codingAssistant", isl: 4000, requestsPerDay: 777 });
  const edited = withValueAt(changed.document, "workload.osl", 42);
  const back = withDefaultsMoved(edited, after, before);
  expect(back.document.workload).toMatchObject({ isl: 1500, osl: 42, requestsPerDay: 777 });
});
