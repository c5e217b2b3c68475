import type { Unit } from "@/lib/contract/unit";
import { amountText, amountWithUnit } from "./amount";
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

/** What a row is about, and the rest of it in few words: amounts that are nothing and switches that are off go without saying. */
export function rowParts(path: string, row: object): { name: string; facts: string[] } {
  const cells = Object.entries(row).filter(
    ([, value]) => value !== "" && value !== null && value !== 0 && value !== false,
  );
  const [first, ...rest] = cells.map(([column, value]) => ({ at: `${path}.0.${column}`, value }));
  if (first === undefined) return { name: "", facts: [] };
  const named = typeof first.value === "string";
  return {
    name: named ? valueText(first.at, first.value) : "",
    facts: (named ? rest : [first, ...rest]).map(({ at, value }) => cellText(at, value)),
  };
}

/** A row of a list in one line. */
export function rowText(path: string, row: unknown): string {
  if (typeof row !== "object" || row === null) return String(row);
  const { name, facts } = rowParts(path, row);
  if (facts.length === 0) return name;
  return name === "" ? facts.join(", ") : `${name} (${facts.join(", ")})`;
}

const startingSmall = (title: string): string => title.charAt(0).toLowerCase() + title.slice(1);

/** Choices speak for themselves; an amount needs its title, which says what is counted as well as a unit would. */
function cellText(path: string, value: unknown): string {
  const words = wordsAt(path);
  if (words === undefined || typeof value === "string") return valueText(path, value);
  if (value === true) return startingSmall(words.title);
  const { unit } = words;
  const counted = unit !== undefined && countedUnits.has(unit);
  const amount = typeof value === "number" && counted ? amountText(value, unit) : valueText(path, value);
  return `${startingSmall(words.title)} ${withoutRepeat(amount, words.title)}`;
}

/** "pay a year $190,000", not "pay a year $190,000 a year". */
function withoutRepeat(amount: string, title: string): string {
  const per = / an? \w+$/.exec(title)?.[0];
  return per && amount.endsWith(per) ? amount.slice(0, -per.length) : amount;
}

const countedUnits = new Set<Unit>(["month", "person", "item", "1"]);
