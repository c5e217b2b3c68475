import type { Unit } from "@/lib/contract/unit";
import type { WorkingNode } from "@/lib/contract/working";
import { format } from "@/lib/format";

export const originWords = {
  entered: "Entered in this scenario",
  default: "Default",
  catalogue: "Catalogue",
  override: "Own value in place of the catalogue's",
  calibrated: "Fitted to measurements",
  drawn: "Drawn at random, as inputs vary",
} as const;

const listed = 4;

/** A value of the working as text. Lists are cut: their entries stand as inputs of their own. */
export function valueWords(value: WorkingNode["value"], unit: Unit): string {
  if (value === null) return "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return value;
  if (typeof value === "number") return format(value, unit, { digits: 4 });
  const shown = value.slice(0, listed).map((each) => (typeof each === "number" ? format(each, unit) : each));
  return value.length > listed ? `${shown.join(", ")} … (${value.length} values)` : shown.join(", ");
}

/** The whole tree as text to paste into a note. */
export function workingAsText(node: WorkingNode, indent = ""): string {
  const head = `${indent}${node.label}: ${valueWords(node.value, node.unit)}`;
  if (node.kind !== "step") {
    const source =
      node.source && ` (${node.source.title}, ${node.source.asOf}${node.source.url ? `, ${node.source.url}` : ""})`;
    return `${head} [${originWords[node.kind]}]${source ?? ""}`;
  }
  if (node.sameAs !== undefined) return `${head} (worked out at its other place)`;
  const inputs = node.inputs.map((input) => workingAsText(input, `${indent}  `));
  return [`${head}\n${indent}  = ${node.reads}`, ...inputs].join("\n");
}
