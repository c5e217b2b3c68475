import { significant } from "@/lib/format";

/** The figures behind a chart, for reading and for taking away. */
export type ChartTable = {
  columns: { id: string; label: string; unit?: string }[];
  rows: Record<string, number | string | null>[];
};

export function cellText(value: number | string | null | undefined): string {
  if (value === null || value === undefined) return "–";
  return typeof value === "number" ? significant(value, 4) : value;
}
