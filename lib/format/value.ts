import type { Unit } from "@/lib/contract/unit";
import { compact, significant, whole } from "./number";

export type FormatOptions = { digits?: number };
type Write = (value: number, digits?: number) => string;

const kibi = 1024;
const binary = ["B", "KiB", "MiB", "GiB", "TiB", "PiB"] as const;

/** Largest unit of which there is at least one. */
function scaled(value: number, base: number, names: readonly string[], digits?: number): string {
  const size = Math.abs(value);
  const power = size < 1 ? 0 : Math.min(names.length - 1, Math.floor(Math.log(size * 1.0005) / Math.log(base)));
  return `${significant(value / base ** power, digits)} ${names[power]}`;
}

const bytes: Write = (value, digits) => scaled(value, kibi, binary, digits);

/** From microseconds to days, in the unit a person would say. */
const seconds: Write = (value, digits) => {
  const size = Math.abs(value);
  if (size === 0) return "0 s";
  if (size < 0.9995e-3) return `${significant(value * 1e6, digits)} µs`;
  if (size < 0.9995) return `${significant(value * 1e3, digits)} ms`;
  if (size < 120) return `${significant(value, digits)} s`;
  if (size < 7200) return `${significant(value / 60, digits)} min`;
  if (size < 172_800) return `${significant(value / 3600, digits)} h`;
  return `${significant(value / 86_400, digits)} days`;
};

const dollars: Write = (value, digits = 3) => {
  const sign = value < 0 ? "−" : "";
  const size = Math.abs(value);
  if (size === 0) return "$0";
  if (Number(size.toPrecision(digits)) < 1) return `${sign}$${significant(size, digits)}`;
  if (size < 999.5) {
    return `${sign}$${Number.isInteger(size) ? size : Number(size.toPrecision(digits)).toFixed(size < 99.95 ? 2 : 0)}`;
  }
  return `${sign}$${compact(size, digits)}`;
};

const counted =
  (one: string, many: string): Write =>
  (value, digits) => {
    const number = digits === undefined && Math.abs(value) < 1e6 ? wholeOrRounded(value) : compact(value, digits);
    return `${number} ${Math.abs(value) === 1 ? one : many}`;
  };
const wholeOrRounded = (value: number): string => (Number.isInteger(value) ? whole(value) : significant(value));

const with_ =
  (suffix: string, scale = 1): Write =>
  (value, digits) =>
    `${compact(value * scale, digits)}${suffix}`;
const per =
  (write: Write, unit: string): Write =>
  (value, digits) =>
    `${write(value, digits)}/${unit}`;

const watts: Write = (value, digits) => scaled(value, 1000, ["W", "kW", "MW", "GW"], digits);
/** Below a hundredth of a percent the digits say no more than that it is nearly nothing. */
const leastShare = 1e-4;
const percent: Write = (value, digits) =>
  value > 0 && value < leastShare ? "under 0.01%" : `${compact(value * 100, digits)}%`;

/** Under an hour in minutes, as a person would say. */
const hours: Write = (value, digits) => {
  const minutes = value * 60;
  return value !== 0 && Math.abs(value) < 0.9995
    ? `${significant(minutes, Math.abs(minutes) < 1 ? 1 : (digits ?? 2))} min`
    : `${compact(value, digits)} h`;
};

const writers: Record<Unit, Write> = {
  "1": (value, digits) => (digits === undefined ? wholeOrRounded(value) : significant(value, digits)),
  share: percent,
  "share/year": (value, digits) => `${percent(value, digits)} a year`,
  "factor/year": (value, digits) => `× ${significant(value, digits)} a year`,
  text: (value) => String(value),
  B: bytes,
  "B/s": (value, digits) => `${scaled(value, 1000, ["B", "kB", "MB", "GB", "TB"], digits)}/s`,
  "B/token": per(bytes, "token"),
  "B/request": per(bytes, "request"),
  "B/item": per(bytes, "item"),
  "bit/parameter": with_(" bits/parameter"),
  FLOP: (value, digits) => scaled(value, 1000, ["FLOP", "kFLOP", "MFLOP", "GFLOP", "TFLOP", "PFLOP"], digits),
  "FLOP/s": (value, digits) =>
    `${scaled(value, 1000, ["FLOP", "kFLOP", "MFLOP", "GFLOP", "TFLOP", "PFLOP"], digits)}/s`,
  "FLOP/token": (value, digits) =>
    `${scaled(value, 1000, ["FLOP", "kFLOP", "MFLOP", "GFLOP", "TFLOP", "PFLOP"], digits)}/token`,
  s: seconds,
  "s/token": per(seconds, "token"),
  "s/layer": per(seconds, "layer"),
  h: hours,
  "h/month": with_(" h/month"),
  "h/incident": with_(" h/incident"),
  "h/year": with_(" h/year"),
  min: with_(" min"),
  "min/item": with_(" min/item"),
  "min/request": with_(" min/request"),
  day: counted("day", "days"),
  month: counted("month", "months"),
  year: counted("year", "years"),
  token: counted("token", "tokens"),
  "token/s": with_(" tokens/s"),
  "token/request": with_(" tokens/request"),
  "token/month": with_(" tokens/month"),
  request: counted("request", "requests"),
  "request/s": with_(" requests/s"),
  "request/day": with_(" requests/day"),
  "request/month": with_(" requests/month"),
  sequence: counted("sequence", "sequences"),
  parameter: with_(" parameters"),
  layer: counted("layer", "layers"),
  head: counted("head", "heads"),
  element: counted("element", "elements"),
  accelerator: counted("accelerator", "accelerators"),
  "accelerator/replica": counted("accelerator per replica", "accelerators per replica"),
  accelerator·h: with_(" accelerator-hours"),
  replica: counted("replica", "replicas"),
  machine: counted("machine", "machines"),
  rack: counted("rack", "racks"),
  W: watts,
  "W/accelerator": per(watts, "accelerator"),
  kWh: with_(" kWh"),
  person: counted("person", "people"),
  item: counted("item", "items"),
  "item/year": with_(" items/year"),
  "item/h": with_(" items/h"),
  "item/day": with_(" items/day"),
  "item/month": with_(" items/month"),
  "incident/month": with_(" incidents/month"),
  "release/year": with_(" releases/year"),
  "rating/item": with_(" ratings/item"),
  USD: dollars,
  "USD/month": per(dollars, "month"),
  "USD/year": per(dollars, "year"),
  "USD/h": per(dollars, "h"),
  "USD/accelerator·h": per(dollars, "accelerator-hour"),
  "USD/accelerator": per(dollars, "accelerator"),
  "USD/request": per(dollars, "request"),
  "USD/item": per(dollars, "item"),
  "USD/kWh": per(dollars, "kWh"),
  "EUR/kWh": (value, digits) => `€${significant(value, digits)}/kWh`,
  "USD/kW·month": per(dollars, "kW a month"),
  "USD/GB·month": per(dollars, "GB a month"),
  "USD/GB": per(dollars, "GB"),
  "USD/Mtoken": per(dollars, "M tokens"),
  "USD/person·year": per(dollars, "person a year"),
  "USD/person·month": per(dollars, "person a month"),
};

export const none = "–";

/** A number with its unit: "$12.4k", "1.8 s", "80 GiB". What is not known is a dash. */
export function format(value: number | null | undefined, unit: Unit, { digits }: FormatOptions = {}): string {
  if (value === null || value === undefined || Number.isNaN(value)) return none;
  if (!Number.isFinite(value)) return value > 0 ? "no limit" : "−∞";
  return writers[unit](value, digits);
}

/** "1.8 s (1.3–2.6 s)": the estimate with its 10–90 % range. */
export function formatRange(range: { low: number; mid: number; high: number }, unit: Unit): string {
  return `${format(range.mid, unit)} (${formatSpan(range, unit)})`;
}

/** "1.3–2.6 s": a unit that both ends share is written once. */
export function formatSpan({ low, high }: { low: number; high: number }, unit: Unit): string {
  const from = format(low, unit);
  const to = format(high, unit);
  if (from === to) return to;
  const suffix = /^[^\s%]+(%|\s.+)$/.exec(to)?.[1];
  return suffix && from.endsWith(suffix) ? `${from.slice(0, -suffix.length)}–${to}` : `${from} – ${to}`;
}
