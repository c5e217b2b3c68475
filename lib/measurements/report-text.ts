/** Figures and tables of the written report. */

/** Three figures; below a tenth of a percent the error is as good as none, and says so by its digits. */
export const percent = (share: number): string => `${Number((share * 100).toPrecision(share >= 0.9995 ? 4 : 3))}%`;

export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString("en-US")} ${number === 1 ? one : many}`;

const escaped = (cell: string): string => cell.replaceAll("|", "\\|").replaceAll("\n", " ");

/** A table whose columns from `numbersFrom` on stand to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], numbersFrom: number): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escaped).join(" | ")} |`;
  const rule = `|${head.map((_, index) => (index >= numbersFrom ? "---:" : "---")).join("|")}|`;
  return [line(head), rule, ...rows.map(line)].join("\n");
}
