import { considerations } from "@/lib/contract/field";
import { fieldAt, leavesOf } from "@/lib/contract/field-at";
import type { Scenario } from "@/lib/contract/scenario";
import type { Source } from "@/lib/contract/source";
import type { Unit } from "@/lib/contract/unit";

/** Where an input came from, as far as a reader is told. */
export type InputOrigin = { kind: "entered" | "default"; source?: Source; note?: string };

export type Assumption = {
  path: string;
  title: string;
  value: unknown;
  unit: Unit;
  origin: InputOrigin;
};
export type AssumptionGroup = { section: string; rows: Assumption[] };

/** What says who a document is, not what is assumed in it. */
const notAssumed = new Set(["schemaVersion", "name", "notes", "tags", "confirmed"]);

/** A path that is not considered assumes nothing; only that it is left out is said. */
function isIdle(path: string, { paths }: Scenario): boolean {
  const [root, name = "", field] = path.split(".");
  return root === "paths" && field !== "enabled" && !paths[name as keyof Scenario["paths"]].enabled;
}

/** Every input of a plan by section, what people entered before what was left as it came. */
export function assumptionsOf(document: Scenario, origins: Readonly<Record<string, InputOrigin>>): AssumptionGroup[] {
  const rows = leavesOf(document)
    .filter(({ path }) => !notAssumed.has(path) && !isIdle(path, document))
    .flatMap(({ path, value }) => {
      const field = fieldAt(path);
      const origin = origins[path] ?? { kind: "entered" };
      return field
        ? [{ section: field.section, path, title: field.title, value, unit: field.unit ?? "1", origin }]
        : [];
    });
  const enteredFirst = (a: Assumption, b: Assumption) =>
    Number(a.origin.kind === "default") - Number(b.origin.kind === "default");
  return ["overview", ...considerations]
    .map((section) => ({ section, rows: rows.filter((row) => row.section === section).sort(enteredFirst) }))
    .filter((group) => group.rows.length > 0);
}
