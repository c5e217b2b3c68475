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
  if (Array.isArray(value))
    return value.length === 0 ? "none" : value.map((each) => rowText(path, each)).join(words?.rows ? "; " : ", ");
  return typeof value === "object" ? "set" : String(value);
}

/** A row of a list in one line: its name first, then what else says something without its column's title. */
export function rowText(path: string, row: unknown): string {
  if (typeof row !== "object" || row === null) return String(row);
  const cells = Object.entries(row).filter(([, value]) => value !== "" && value !== null && typeof value !== "boolean");
  const units = cells.map(([column]) => wordsAt(`${path}.0.${column}`)?.unit);
  return cells
    .map(([column, value], at) => {
      const unlike = units.every((unit, other) => other === at || unit !== units[at]);
      return cellText(`${path}.0.${column}`, value, unlike);
    })
    .join(", ");
}

/** Two amounts in the same unit cannot be told apart without their titles. */
function cellText(path: string, value: unknown, unlike: boolean): string {
  const unit = wordsAt(path)?.unit;
  const bare = typeof value === "number" && (unit === undefined || unit === "1" || !unlike);
  return bare ? `${wordsAt(path)?.title.toLowerCase()} ${valueText(path, value)}` : valueText(path, value);
}
