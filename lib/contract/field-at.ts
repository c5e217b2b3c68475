import type { FieldMeta } from "./field";
import { scenarioSchema } from "./scenario";

type SchemaNode = {
  meta?: () => FieldMeta | undefined;
  shape?: Record<string, SchemaNode>;
  options?: SchemaNode[];
  unwrap?: () => SchemaNode;
};

/** The shapes a node may take: the options of a union, what an optional, nullable or list node wraps. */
function alternatives(node: SchemaNode): SchemaNode[] {
  if (node.options) return node.options.flatMap(alternatives);
  return node.shape || !node.unwrap ? [node] : alternatives(node.unwrap());
}

function wordsAt(path: string): FieldMeta | undefined {
  let nodes = [scenarioSchema as unknown as SchemaNode];
  for (const key of path.split(".")) {
    const within = nodes.flatMap(alternatives);
    // A number names a row of a list: what a list wraps is its row.
    nodes = /^\d+$/.test(key) ? within : within.flatMap((node) => node.shape?.[key] ?? []);
  }
  return nodes.map((node) => node.meta?.()).find((words) => words?.title !== undefined);
}

const known = new Map<string, FieldMeta | undefined>();

/** What the schema says of the field at a dotted path of a scenario: title, unit, section, choices. */
export function fieldAt(path: string): FieldMeta | undefined {
  if (!known.has(path)) known.set(path, wordsAt(path));
  return known.get(path);
}

export type Leaf = { path: string; value: unknown };

/** Every value of a document with its dotted path, in the document's order; lists, of rows too, are single values. */
export function leavesOf(node: unknown, prefix = ""): Leaf[] {
  if (typeof node !== "object" || node === null || Array.isArray(node)) return [{ path: prefix, value: node }];
  return Object.entries(node).flatMap(([key, child]) => leavesOf(child, prefix === "" ? key : `${prefix}.${key}`));
}
