import { buySchema, rentSchema, type Scenario } from "@/lib/contract/scenario";
import type { Defaults } from "./draft";
import { withValueAt } from "./value-at";
import { acquisitionKindPath, acquisitionPath } from "./words-at";

/** The document with its hardware rented or bought at the defaults; as it was where the defaults are not known. */
export function withAcquisition(document: Scenario, kind: "rent" | "buy", defaults: Defaults): Scenario {
  const prefix = kind === "rent" ? acquisitionPath : `${acquisitionPath}.buy`;
  const shape = kind === "rent" ? rentSchema : buySchema;
  const keys = Object.keys(shape.shape).filter((key) => key !== "kind");
  const values = Object.fromEntries(keys.map((key) => [key, defaults.get(`${prefix}.${key}`)?.value]));
  const parsed = shape.safeParse({ ...values, kind });
  return parsed.success ? withValueAt(document, acquisitionPath, parsed.data) : document;
}

/** The document with one field back at its default; the way of having hardware brings its own fields with it. */
export function withDefault(document: Scenario, path: string, defaults: Defaults): Scenario {
  const entry = defaults.get(path);
  if (!entry) return document;
  if (path === acquisitionKindPath) return withAcquisition(document, entry.value === "buy" ? "buy" : "rent", defaults);
  return withValueAt(document, path, entry.value);
}
