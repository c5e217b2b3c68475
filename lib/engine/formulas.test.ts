/// <reference types="vite/client" />
import { describe, expect, test } from "vitest";
import { type Figure, type Formula, isFigure, isFormula } from "./figure";
import { roundResult } from "./testing/result";
import { roundPurchase, roundScenario } from "./testing/scenario";

/** Formulas live in the folders of the modules; the doors and kinds hold none. */
const modules = import.meta.glob<Record<string, unknown>>(
  ["./**/*.ts", "!./**/*.test.ts", "!./testing/**", "!./kinds/**", "!./*.ts"],
  {
    eager: true,
  },
);

type Found = { formula: Formula<object, unknown>; file: string };
const formulas: Found[] = Object.entries(modules).flatMap(([file, module]) =>
  Object.values(module).flatMap((value) => (isFormula(value) ? [{ formula: value, file }] : [])),
);

const close = (a: unknown, b: unknown, within: number): boolean => {
  if (typeof a !== "number" || typeof b !== "number") return JSON.stringify(a) === JSON.stringify(b);
  return Object.is(a, b) || Math.abs(a - b) <= within * Math.max(Math.abs(a), Math.abs(b), 1e-12);
};

describe("every formula", () => {
  test("there are some", () => expect(formulas.length).toBeGreaterThan(60));

  test("has an id of its own", () => {
    const owners = new Map<string, Set<unknown>>();
    for (const { formula } of formulas) {
      owners.set(formula.spec.id, (owners.get(formula.spec.id) ?? new Set()).add(formula));
    }
    expect([...owners].filter(([, owning]) => owning.size > 1).map(([id]) => id)).toEqual([]);
  });

  test.each(formulas.map((found) => [found.formula.spec.id, found] as const))("%s", (id, { formula, file }) => {
    const { spec } = formula;
    const folder = file.split("/")[1];
    expect(id).toMatch(new RegExp(`^${folder}\\.[a-z][A-Za-z0-9]+$`));
    expect(spec.title).not.toBe("");
    expect(spec.unit).not.toBe("");
    expect(spec.reads).not.toBe("");
    expect(spec.source === "definition" || spec.source.title.length > 0).toBe(true);
    const gives = formula(spec.example.given);
    expect(close(gives, spec.example.gives, spec.example.within ?? 1e-9), `gives ${String(gives)}`).toBe(true);
  });
});

/** Every step from which a result came about, each once. */
function stepsOf(result: unknown): Figure<unknown>[] {
  const seen = new Set<unknown>();
  const steps: Figure<unknown>[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== "object" || node === null || seen.has(node)) return;
    seen.add(node);
    if (isFigure(node)) {
      if (node.how.kind !== "step") return;
      steps.push(node);
      Object.values(node.how.inputs).forEach(walk);
      return;
    }
    Object.values(node).forEach(walk);
  };
  walk(result);
  return steps;
}

const plainOf = (input: unknown): unknown =>
  isFigure(input) ? input.value : (input as Figure<unknown>[]).map(plainOf);

describe.each([
  ["renting", roundScenario({ workload: { escalatedShare: 0.05, growthPerYear: 0.4, batchableShare: 0.2 } })],
  ["buying", roundScenario({ paths: { selfHosted: { acquisition: { ...roundPurchase, lifeYears: 2 } } } })],
])("the working of a whole result, %s", (_, scenario) => {
  const result = roundResult(scenario);
  const byWords = new Map(formulas.map(({ formula }) => [formula.spec, formula]));

  test("redoing any step gives its value", () => {
    const steps = stepsOf(result);
    expect(steps.length).toBeGreaterThan(1000);
    const wrong = steps.filter((step) => {
      if (step.how.kind !== "step") return false;
      const formula = byWords.get(step.how.formula as never);
      if (!formula) return true;
      const given = Object.fromEntries(Object.entries(step.how.inputs).map(([name, input]) => [name, plainOf(input)]));
      return !close(formula(given), step.value, 1e-12);
    });
    expect(wrong.map((step) => step.how.kind === "step" && step.how.formula.id)).toEqual([]);
  });

  test("parts add up to what is shown above them", () => {
    for (const cost of Object.values(result.cost)) {
      if (!cost || isFigure(cost)) continue;
      let sum = 0;
      cost.monthlyUsd.forEach((month, index) => {
        const lines = cost.lines.reduce((all, line) => all + (line.monthlyUsd[index]?.value ?? Number.NaN), 0);
        expect(Math.abs(lines - month.value)).toBeLessThan(1e-6);
        sum += month.value;
        expect(Math.abs((cost.cumulativeUsd[index]?.value ?? Number.NaN) - sum)).toBeLessThan(1e-6);
      });
      for (const line of cost.lines) {
        const months = line.monthlyUsd.reduce((all, month) => all + month.value, 0);
        expect(Math.abs(line.totalUsd.value - months)).toBeLessThan(1e-6);
      }
      expect(Math.abs(cost.totalUsd.mid.value - sum)).toBeLessThan(1e-6);
      const running = cost.runningUsdPerMonth.value * cost.monthlyUsd.length;
      expect(Math.abs(cost.oneOffUsd.value + running - sum)).toBeLessThan(1e-6);
    }
  });
});
