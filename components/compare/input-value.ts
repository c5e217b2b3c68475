import type { InputDifference } from "@/lib/contract/http-compare";
import type { Unit } from "@/lib/contract/unit";
import { offerName } from "../figures/names";
import { rowParts, valueText } from "../forms/default-text";
import { wordsAt } from "../forms/words-at";

export type InputValue = InputDifference["values"][number];

/** An input as a reader sees it: a choice by its label, a switch as yes or no, an empty field as not set. */
export function inputText(
  path: string,
  value: InputValue | undefined,
  amount: (value: number, unit: Unit) => string,
): string {
  if (value === null || value === undefined) return "not set";
  if (typeof value === "boolean") return value ? "Yes" : "No";
  const field = wordsAt(path);
  if (typeof value === "number") return amount(value, field?.unit ?? "1");
  if (Array.isArray(value)) return valueText(path, value);
  if (path.endsWith(".offerId")) return offerName(value);
  return field?.choices?.[value] ?? value;
}

/** Lists by the names of their rows alone, where that tells unlike ones apart; else in full. */
export function listTexts(path: string, values: readonly (InputValue | undefined)[]): string[] | null {
  if (!wordsAt(path)?.rows || !values.every(Array.isArray)) return null;
  const lists = values as readonly (readonly object[])[];
  const short = lists.map((list) => list.map((row) => rowParts(path, row).name));
  if (short.some((names) => names.includes(""))) return null;
  const apart = (texts: readonly string[]): number => new Set(texts).size;
  const words = short.map((names) => (names.length === 0 ? "none" : names.join("; ")));
  return apart(words) === apart(lists.map((list) => JSON.stringify(list))) ? words : null;
}

/** Title of the field; of one the schema does not know, its path. */
export const inputTitle = (path: string): string => wordsAt(path)?.title ?? path;

const pathGroups: Record<string, string> = {
  "paths.api": "API",
  "paths.selfHosted": "Self-hosted",
  "paths.hybrid": "Hybrid",
  "paths.people": "People",
  workload: "Workload",
  requirements: "Requirements",
  privacy: "Privacy",
  data: "Data",
  evaluation: "Testing",
  maintenance: "Maintenance",
  team: "Team",
  economics: "Economics",
};

/** The part of the document a field stands in; titles such as "Employer's cost" occur in several. */
export function inputGroup(path: string): string {
  const [first = "", second = ""] = path.split(".");
  return pathGroups[`${first}.${second}`] ?? pathGroups[first] ?? first;
}
