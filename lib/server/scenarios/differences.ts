import type { InputDifference } from "@/lib/contract/http-compare";
import type { Scenario } from "@/lib/contract/scenario";

type Leaf = InputDifference["values"][number];

/** What says who a document is, not what is planned in it. */
const notCompared = new Set(["schemaVersion", "name", "notes", "tags", "confirmed"]);

function leaves(node: unknown, path: string, into: Map<string, Leaf>): Map<string, Leaf> {
  if (typeof node === "object" && node !== null && !Array.isArray(node)) {
    for (const [key, child] of Object.entries(node)) leaves(child, path === "" ? key : `${path}.${key}`, into);
  } else {
    into.set(path, node as Leaf);
  }
  return into;
}

/** The inputs in which documents differ, by path, in the order of the document. */
export function inputDifferences(documents: readonly Scenario[]): InputDifference[] {
  const tables = documents.map((document) => leaves(document, "", new Map()));
  const paths = new Set(tables.flatMap((table) => [...table.keys()]));
  return [...paths]
    .filter((path) => !notCompared.has(path))
    .map((path) => ({ path, values: tables.map((table) => table.get(path) ?? null) }))
    .filter(({ values }) => new Set(values.map((value) => JSON.stringify(value))).size > 1);
}
