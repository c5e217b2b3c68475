import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { z } from "zod";

/** Rows of a file in data/ as their schema describes them. One that is not as described is our own fault, so it throws. */
export function readCsv<Row extends z.ZodType>(name: string, row: Row): z.infer<Row>[] {
  const text = readFileSync(new URL(`./data/${name}`, import.meta.url), "utf8");
  const { data, errors } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  if (errors[0]) throw new Error(`${name}: ${errors[0].message}`);
  return z.array(row).parse(data);
}
