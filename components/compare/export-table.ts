import Papa from "papaparse";
import { rowGroups } from "./row-groups";
import type { PathChoice } from "./rows";
import type { Column } from "./use-columns";

/** The whole table in plain numbers, one line a row, one column a scenario. */
export function tableAsCsv(columns: readonly Column[], choice: PathChoice): string {
  const header = ["Group", "Figure", "Unit", ...columns.map(({ name }) => name)];
  const lines = rowGroups.flatMap(({ title: group, rows }) =>
    rows.map((row) => [
      group,
      row.title,
      row.kind === "number" ? row.unit : "",
      ...columns.map(({ result }) => {
        if (!result) return "";
        return row.kind === "number" ? (row.read(result, choice)?.value ?? "") : (row.read(result, choice) ?? "");
      }),
    ]),
  );
  return Papa.unparse([header, ...lines]);
}

export function exportTable(columns: readonly Column[], choice: PathChoice): void {
  const url = URL.createObjectURL(new Blob([tableAsCsv(columns, choice)], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = "comparison.csv";
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1_000);
}
