import { fieldAt } from "@/lib/contract/field-at";
import type { InputDifference } from "@/lib/contract/http-compare";
import type { Unit } from "@/lib/contract/unit";
import { valueText } from "../forms/default-text";

export type InputValue = InputDifference["values"][number];

/** An input as a reader sees it: a choice by its label, a switch as yes or no, an empty field as not set. */
export function inputText(
  path: string,
  value: InputValue | undefined,
  amount: (value: number, unit: Unit) => string,
): string {
  if (value === null || value === undefined) return "not set";
  if (typeof value === "boolean") return value ? "Yes" : "No";
  const field = fieldAt(path);
  if (typeof value === "number") return amount(value, field?.unit ?? "1");
  if (Array.isArray(value)) return valueText(path, value);
  return field?.choices?.[value] ?? value;
}

/** Title of the field; of one the schema does not know, its path. */
export const inputTitle = (path: string): string => fieldAt(path)?.title ?? path;

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
