type Node = Record<string, unknown>;

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;

/** The value at a dotted path of a document, rows of a list by their place; undefined where there is no such place. */
export function valueAt(document: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((at, key) => (isNode(at) ? at[key] : undefined), document);
}

/** A copy of the document with one value replaced; everything beside the path stays the same object. */
export function withValueAt<T>(document: T, path: string, value: unknown): T {
  const [key = "", ...rest] = path.split(".");
  const node: Node = isNode(document) ? document : {};
  const next = rest.length === 0 ? value : withValueAt(node[key], rest.join("."), value);
  if (Array.isArray(document)) return document.map((each, at) => (String(at) === key ? next : each)) as T;
  return { ...node, [key]: next } as T;
}
