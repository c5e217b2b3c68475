import { z } from "zod";
import { sourceSchema } from "@/lib/contract/source";
import { type Accuracy, type Compared, type ExcludedRow, metrics, type ScoredRow } from "./accuracy";
import { groupScores } from "./groups";

/**
 * The stored result: one row a line, so that a change shows which rows moved; each source once; the values of a metric
 * in a fixed order. Groups are not stored: they follow from the rows.
 */

/** measured, fitted, model left out, accelerator left out, source left out, low, high */
const valuesSchema = z.tuple([
  z.number().positive(),
  z.number(),
  z.number(),
  z.number(),
  z.number(),
  z.number(),
  z.number(),
]);
type Values = z.infer<typeof valuesSchema>;

const rowSchema = z.strictObject({
  id: z.string(),
  area: z.enum(["serving", "memory", "training"]),
  model: z.string(),
  family: z.string(),
  kind: z.enum(["dense", "mixture of experts"]),
  accelerator: z.string(),
  accelerators: z.int().min(1),
  engine: z.string(),
  engineVersion: z.string(),
  weights: z.string(),
  load: z.string(),
  concurrency: z.number().nullable(),
  source: z.int().min(0),
  compared: z.partialRecord(z.enum(metrics), valuesSchema),
});
const storedSchema = z.strictObject({
  calibrationVersion: z.string(),
  computedOn: z.string(),
  sources: z.array(sourceSchema),
  rows: z.array(rowSchema),
  excluded: z.array(z.strictObject({ id: z.string(), reason: z.string() })),
});

const digits = 6;
const rounded = (value: number): number => Number(value.toPrecision(digits));

const roundedValues = ({ measured, predicted, low, high }: Compared): Compared => ({
  measured: rounded(measured),
  predicted: {
    fitted: rounded(predicted.fitted),
    modelLeftOut: rounded(predicted.modelLeftOut),
    acceleratorLeftOut: rounded(predicted.acceleratorLeftOut),
    sourceLeftOut: rounded(predicted.sourceLeftOut),
  },
  low: rounded(low),
  high: rounded(high),
});

const eachMetric = <A, B>(compared: Partial<Record<string, A>>, change: (values: A) => B) =>
  Object.fromEntries(
    Object.entries(compared).flatMap(([metric, values]) => (values ? [[metric, change(values)]] : [])),
  );

export type Scored = {
  calibrationVersion: string;
  computedOn: string;
  rows: readonly ScoredRow[];
  excluded: readonly ExcludedRow[];
};

/** Scores rows as they will be stored, so that report and page cannot differ by a rounding. */
export function accuracyOf({ calibrationVersion, computedOn, rows, excluded }: Scored): Accuracy {
  const kept = rows.map((row) => ({ ...row, compared: eachMetric(row.compared, roundedValues) }));
  return { calibrationVersion, computedOn, groups: groupScores(kept), rows: kept, excluded: [...excluded] };
}

const inOrder = ({ measured, predicted, low, high }: Compared): Values => [
  measured,
  predicted.fitted,
  predicted.modelLeftOut,
  predicted.acceleratorLeftOut,
  predicted.sourceLeftOut,
  low,
  high,
];

/** The text of accuracy.json. */
export function accuracyJson({ calibrationVersion, computedOn, rows, excluded }: Accuracy): string {
  const sources = [...new Set(rows.map(({ source: { title, url, asOf } }) => JSON.stringify({ title, url, asOf })))];
  const numbers = new Map(sources.map((source, index) => [source, index]));
  const stored = rows.map(({ source: { title, url, asOf }, compared, ...rest }) =>
    JSON.stringify({
      ...rest,
      source: numbers.get(JSON.stringify({ title, url, asOf })),
      compared: eachMetric(compared, inOrder),
    }),
  );
  const list = (lines: readonly string[]) => (lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n]`);
  const head = `"calibrationVersion":${JSON.stringify(calibrationVersion)},\n"computedOn":${JSON.stringify(computedOn)}`;
  const left = excluded.map((row) => JSON.stringify(row));
  return `{\n${head},\n"sources":${list(sources)},\n"rows":${list(stored)},\n"excluded":${list(left)}\n}\n`;
}

const named = ([measured, fitted, modelLeftOut, acceleratorLeftOut, sourceLeftOut, low, high]: Values): Compared => ({
  measured,
  predicted: { fitted, modelLeftOut, acceleratorLeftOut, sourceLeftOut },
  low,
  high,
});

/** A stored result. One that is not as described is our own fault, so it throws. */
export function readAccuracy(stored: unknown): Accuracy {
  const { sources, rows, ...rest } = storedSchema.parse(stored);
  const whole = rows.map(({ source, compared, ...row }): ScoredRow => {
    const { title, url = "", asOf } = sources[source] ?? { title: "", asOf: "" };
    if (title === "") throw new Error(`Row ${row.id} names source ${source}, of which there are ${sources.length}`);
    return { ...row, source: { title, url, asOf }, compared: eachMetric(compared, named) };
  });
  return { ...rest, groups: groupScores(whole), rows: whole };
}
