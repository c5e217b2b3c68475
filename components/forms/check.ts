import { type Scenario, scenarioSchema } from "@/lib/contract/scenario";
import { amountText, amountWithUnit, editingUnit, readAmount } from "./amount";
import { valueAt, withValueAt } from "./value-at";
import { wordsAt } from "./words-at";

export type Checked = { ok: true; document: Scenario } | { ok: false; message: string };

const longest = 60;
const quoted = (text: string): string => `“${text.length > longest ? `${text.slice(0, longest - 1)}…` : text}”`;

const sentence = (path: string, shown: string, allowed: string): string =>
  `${wordsAt(path)?.title ?? path} is ${shown}: ${allowed}.`;

/** Puts a value into the document if the contract accepts it there; else says what is allowed. */
export function checkValue(document: Scenario, path: string, value: unknown): Checked {
  const tried = tryValue(document, path, value);
  if (tried.ok) return tried;
  const shown =
    value === "" || value === null ? "empty" : quoted(Array.isArray(value) ? value.join(", ") : String(value));
  return { ok: false, message: sentence(path, shown, tried.message) };
}

/** The same, with the contract's own words for what it refuses. */
function tryValue(document: Scenario, path: string, value: unknown): Checked {
  const next = withValueAt(document, path, value);
  const parsed = scenarioSchema.safeParse(next);
  if (parsed.success) return { ok: true, document: next };
  return { ok: false, message: parsed.error.issues[0]?.message ?? "must be another value" };
}

/** "must be a whole number from 1 to 20 people", in the unit that is typed. */
function allowedAmount(path: string, wording: string): string {
  const { minimum = 0, maximum = 0, unit } = wordsAt(path) ?? {};
  const kind = wording.includes("whole number") ? "a whole number" : "a number";
  const orEmpty = wording.includes("or empty") ? ", or empty" : "";
  return `must be ${kind} from ${amountText(minimum, unit)} to ${amountWithUnit(maximum, unit)}${orEmpty}`;
}

/** What the contract says of a value it cannot hold there. */
function wordingAt(document: Scenario, path: string): string {
  const checked = checkValue(document, path, Number.NaN);
  return checked.ok ? "" : checked.message;
}

const ambiguousDecimal = /^\d+,\d{1,2}$|^\d+,\d{4,}$/;

/** The same for a number as it is typed. */
export function checkAmount(document: Scenario, path: string, text: string): Checked {
  const unit = wordsAt(path)?.unit;
  const typed = text.trim();
  const value = typed === "" ? null : readAmount(typed, unit);
  const checked = value === undefined ? undefined : tryValue(document, path, value);
  if (checked?.ok) return checked;
  // What is wrong with a number in its range is wrong beside others, which the contract says itself.
  const besides = checked?.message.startsWith("must be a") === false;
  const allowed = besides ? checked.message : allowedAmount(path, wordingAt(document, path));
  const hint = ambiguousDecimal.test(typed) ? "; write decimals with a point" : "";
  const suffix = editingUnit(unit).suffix;
  const shown = typed === "" ? "empty" : typeof value === "number" ? `${typed} ${suffix}`.trim() : quoted(typed);
  return { ok: false, message: sentence(path, shown.replace(/\s*%(\s*%)?/, "%"), `${allowed}${hint}`) };
}

/** Whether an empty field is a value here ("not known", "no limit"). */
export const mayBeEmpty = (document: Scenario, path: string): boolean =>
  valueAt(document, path) === null || checkValue(document, path, null).ok;
