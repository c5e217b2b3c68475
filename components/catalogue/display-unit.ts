import { significant } from "@/lib/format";

/** Units of the catalogue's columns, which stand in the header; a cell holds the bare number. */
const scales = {
  $: 1,
  "$/M token": 1,
  "$/accelerator·h": 1,
  "GB/s": 1e9,
  "TB/s": 1e12,
  GiB: 2 ** 30,
  "TFLOP/s": 1e12,
  W: 1,
  billion: 1e9,
  "k token": 1e3,
  month: 1,
  day: 1,
  year: 1,
} as const;
export type DisplayUnit = keyof typeof scales;

/** A cell as text: what is not known is a dash. */
export function cellWords(value: string | number | boolean | null, unit?: DisplayUnit): string {
  if (value === null || value === "") return "–";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return value;
  if (unit === "year") return String(value);
  return significant(unit ? value / scales[unit] : value, 4);
}
