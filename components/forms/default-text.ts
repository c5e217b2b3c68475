import type { Unit } from "@/lib/contract/unit";
import { amountWithUnit } from "./amount";
import { wordsAt } from "./words-at";

/** A value of a field as a reader sees it. */
export function valueText(path: string, value: unknown): string {
  if (value === null || value === undefined || value === "") return "empty";
  if (typeof value === "boolean") return value ? "yes" : "no";
  const words = wordsAt(path);
  if (words?.choices) return words.choices[String(value)] ?? String(value);
  if (typeof value === "number") return amountWithUnit(value, words?.unit as Unit | undefined);
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.join(", ");
  return typeof value === "object" ? "set" : String(value);
}
