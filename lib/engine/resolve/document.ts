import type { DefaultValue } from "@/lib/contract/catalogue";
import type { ReferenceData } from "@/lib/contract/reference";
import { type Scenario, scenarioSchema } from "@/lib/contract/scenario";
import type { Unit } from "@/lib/contract/unit";
import { type Figure, given, type Origin } from "../figure";

/** A document whose leaves are figures: every value with where it came from. Lists stay lists. */
export type DocumentFigures<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { [K in keyof T]: DocumentFigures<T[K]> }
    : Figure<T>;

export type ScenarioFigures = DocumentFigures<Scenario>;

type Words = { title: string; unit?: Unit };
type SchemaNode = {
  meta?: () => Words | undefined;
  shape?: Record<string, SchemaNode>;
  options?: SchemaNode[];
  unwrap?: () => SchemaNode;
};

/** Title and unit of the field at a path, as its schema states them; of a union, the first option that has the field. */
function wordsAt(path: readonly string[]): Words | undefined {
  let nodes: SchemaNode[] = [scenarioSchema as unknown as SchemaNode];
  for (const key of path) {
    nodes = nodes.flatMap(alternatives).flatMap((node) => node.shape?.[key] ?? []);
  }
  return nodes.map((node) => node.meta?.()).find((words) => words?.title !== undefined);
}

function alternatives(node: SchemaNode): SchemaNode[] {
  if (node.options) return node.options.flatMap(alternatives);
  return node.shape || !node.unwrap ? [node] : alternatives(node.unwrap());
}

const wordsByPath = new Map<string, Words>();
function words(path: readonly string[]): Words {
  const key = path.join(".");
  const known = wordsByPath.get(key) ?? wordsAt(path) ?? { title: key };
  wordsByPath.set(key, known);
  return known;
}

function origin(path: readonly string[], value: unknown, fallback: DefaultValue | undefined): Origin {
  const { title, unit = "text" } = words(path);
  const common = { label: title, unit, path: path.join(".") };
  if (fallback && JSON.stringify(fallback.value) === JSON.stringify(value)) {
    return { ...common, kind: "default", source: fallback.source, note: fallback.why };
  }
  return { ...common, kind: "entered" };
}

/** Every value of the document as a figure: a default with its source where it equals one, else entered by a person. */
export function figuresOf(scenario: Scenario, reference: Pick<ReferenceData, "defaultsFor">): ScenarioFigures {
  const defaults = reference.defaultsFor(scenario.workload.useCase);
  const walk = (node: unknown, path: readonly string[]): unknown => {
    if (Array.isArray(node)) return node;
    if (typeof node === "object" && node !== null) {
      return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, walk(child, [...path, key])]));
    }
    return given(node, origin(path, node, defaults.get(path.join("."))));
  };
  return walk(scenario, []) as ScenarioFigures;
}
