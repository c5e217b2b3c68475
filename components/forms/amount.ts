import type { Unit } from "@/lib/contract/unit";

/** How a number of the document is typed: shares as percent, bytes as gigabytes, everything else as it is. */
export type EditingUnit = { suffix: string; scale: number };

const percent = (suffix: string): EditingUnit => ({ suffix, scale: 100 });
const plain = (suffix: string): EditingUnit => ({ suffix, scale: 1 });
const bytesPerGigabyte = 1e9;

const editingUnits: Partial<Record<Unit, EditingUnit>> = {
  "1": plain(""),
  share: percent("%"),
  "share/year": percent("% a year"),
  "factor/year": plain("× a year"),
  B: { suffix: "GB", scale: 1 / bytesPerGigabyte },
  "B/item": plain("bytes"),
  s: plain("s"),
  "s/token": plain("s a token"),
  h: plain("h"),
  "h/year": plain("h a year"),
  "h/incident": plain("h"),
  "min/item": plain("min"),
  "min/request": plain("min"),
  "token/request": plain("tokens"),
  "request/day": plain("a day"),
  item: plain(""),
  person: plain("people"),
  "rating/item": plain("people"),
  "release/year": plain("a year"),
  "incident/month": plain("a month"),
  min: plain("min"),
  day: plain("days"),
  month: plain("months"),
  token: plain("tokens"),
  "item/day": plain("a day"),
  "USD/item": plain("$"),
  year: plain("years"),
  accelerator: plain("accelerators"),
  accelerator·h: plain("accelerator-h"),
  "accelerator/replica": plain("a replica"),
  USD: plain("$"),
  "USD/month": plain("$ a month"),
  "USD/year": plain("$ a year"),
  "USD/request": plain("$ a request"),
  "USD/GB": plain("$/GB"),
  "USD/h": plain("$ an hour"),
  "USD/kWh": plain("$/kWh"),
  "USD/kW·month": plain("$/kW a month"),
  "USD/GB·month": plain("$/GB a month"),
  "USD/Mtoken": plain("$/M tokens"),
  "USD/accelerator": plain("$"),
  "USD/accelerator·h": plain("$ an hour"),
  "USD/person·year": plain("$ a year"),
};

export const editingUnit = (unit: Unit | undefined): EditingUnit =>
  unit === undefined ? plain("") : (editingUnits[unit] ?? plain(unit));

const digits = 12;
/** Scaling by 100 or 10⁹ must not leave 7.000000000000001 behind. */
const clean = (value: number): number => Number(value.toPrecision(digits));

const written = new Intl.NumberFormat("en-US", { maximumFractionDigits: digits });

/** A value as it stands in its input: 12500 → "12,500"; a share of 0.07 → "7". */
export const amountText = (value: number, unit: Unit | undefined): string =>
  written.format(clean(value * editingUnit(unit).scale));

/** The same with its unit behind it, for sentences. */
export function amountWithUnit(value: number, unit: Unit | undefined): string {
  const { suffix } = editingUnit(unit);
  const text = amountText(value, unit);
  if (suffix.startsWith("$")) return `${text.startsWith("-") ? "−" : ""}$${text.replace(/^-/, "")}${suffix.slice(1)}`;
  if (suffix.startsWith("×")) return `× ${text}${suffix.slice(1)}`;
  if (suffix === "" || suffix.startsWith("%")) return `${text}${suffix}`;
  return `${text} ${suffix}`;
}

const multipliers: Record<string, number> = { k: 1e3, m: 1e6, mio: 1e6, b: 1e9, bn: 1e9 };
const byteUnits: Record<string, number> = { kb: 1e3, mb: 1e6, gb: 1e9, tb: 1e12, pb: 1e15 };

const number = /^([-+−]?)(\d{1,3}(?:[,\s'’_]\d{3})+|\d+)?(\.\d+)?(e[+-]?\d+)?\s*([a-z%]*)$/i;

/** What follows the number, as a factor; undefined where it means nothing here. */
function factorOf(word: string, unit: Unit | undefined): number | undefined {
  const { suffix, scale } = editingUnit(unit);
  if (word === "") return 1;
  if (word === "%") return suffix.startsWith("%") ? 1 : undefined;
  const bytes = unit === "B" ? byteUnits[word] : undefined;
  return bytes === undefined ? multipliers[word] : bytes * scale;
}

/**
 * Reads a typed number in its editing unit and gives the document's value: "1,200", "1 200", "12k", "1.5M", "7 %",
 * "$40", "2 TB". Undefined for anything else, "1,5" included: whether that is 1.5 or 15 cannot be told.
 */
export function readAmount(text: string, unit: Unit | undefined): number | undefined {
  const parts = number.exec(text.trim().replace(/^\$\s*/, ""));
  if (!parts) return undefined;
  const [, sign = "", whole = "", fraction = "", exponent = "", word = ""] = parts;
  if (whole === "" && fraction === "") return undefined;
  const factor = factorOf(word.toLowerCase(), unit);
  if (factor === undefined) return undefined;
  const size = Number(`${whole.replace(/[^\d]/g, "") || "0"}${fraction}${exponent}`) * factor;
  return clean((sign === "-" || sign === "−" ? -size : size) / editingUnit(unit).scale);
}
