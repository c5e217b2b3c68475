import type { DefaultValue } from "@/lib/contract/catalogue";
import { fieldAt } from "@/lib/contract/field-at";
import type { ReferenceData } from "@/lib/contract/reference";
import type { Scenario } from "@/lib/contract/scenario";
import { type Figure, given, type Origin } from "../figure";

/** A document whose leaves are figures: every value with where it came from. Lists of plain values stay as they are. */
export type DocumentFigures<T> = T extends readonly (infer E)[]
  ? E extends object
    ? DocumentFigures<E>[]
    : T
  : T extends object
    ? { [K in keyof T]: DocumentFigures<T[K]> }
    : Figure<T>;

export type ScenarioFigures = DocumentFigures<Scenario>;

function origin(path: readonly string[], value: unknown, fallback: DefaultValue | undefined): Origin {
  const { title, unit = "text" } = fieldAt(path.join(".")) ?? { title: path.join(".") };
  const common = { label: title, unit, path: path.join(".") };
  if (fallback && JSON.stringify(fallback.value) === JSON.stringify(value)) {
    return { ...common, kind: "default", source: fallback.source, note: fallback.why };
  }
  return { ...common, kind: "entered" };
}

const isTree = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** The default of a row or cell, out of the default of its list. */
function within(fallback: DefaultValue | undefined, key: string | number): DefaultValue | undefined {
  const value = fallback && isTree(fallback.value) ? (fallback.value as Record<string, unknown>)[key] : undefined;
  return fallback && value !== undefined ? { ...fallback, value: value as DefaultValue["value"] } : undefined;
}

/** Every value of the document as a figure: a default with its source where it equals one, else entered by a person. */
export function figuresOf(scenario: Scenario, reference: Pick<ReferenceData, "defaultsFor">): ScenarioFigures {
  const defaults = reference.defaultsFor(scenario.workload.useCase);
  const walk = (node: unknown, path: readonly string[], inList?: DefaultValue): unknown => {
    const fallback = inList ?? defaults.get(path.join("."));
    if (Array.isArray(node) && !node.every(isTree)) return node;
    if (Array.isArray(node)) {
      return node.map((row, at) => walk(row, [...path, String(at)], within(fallback, at)));
    }
    if (isTree(node)) {
      return Object.fromEntries(
        Object.entries(node).map(([key, child]) => [key, walk(child, [...path, key], within(inList, key))]),
      );
    }
    return given(node, origin(path, node, fallback));
  };
  return walk(scenario, []) as ScenarioFigures;
}
