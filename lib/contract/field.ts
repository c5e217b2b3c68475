import { z } from "zod";
import type { Unit } from "./unit";

/** The eight considerations, in the order the rail shows them. */
export const considerations = [
  "hardware",
  "data",
  "cost",
  "maintenance",
  "evaluation",
  "memory",
  "latency",
  "privacy",
] as const;
export const considerationSchema = z.enum(considerations);
export type Consideration = z.infer<typeof considerationSchema>;

/** Where a field's form stands: one of the considerations, or the overview (what is asked, what is required). */
export type Section = Consideration | "overview";

/**
 * What a person needs to fill a field in. It travels with the schema (`schema.meta()`), so the forms, the API
 * description and the error messages say the same thing.
 */
export type FieldMeta = {
  title: string;
  description: string;
  unit?: Unit;
  section: Section;
  /** "main" fields are shown at once, "more" behind More assumptions. */
  prominence: "main" | "more";
  minimum?: number;
  maximum?: number;
  /** Labels of the choices of an enumeration. */
  choices?: Record<string, string>;
  /** Of a list of rows: what one is called, how many there may be, and the row that is added. */
  rows?: { name: string; maximum: number; blank: Record<string, unknown> };
};

type Words = Omit<FieldMeta, "minimum" | "maximum" | "rows">;

/** With separators; a bound that three decimals would call 0 is written out. */
const bound = (value: number): string =>
  value !== 0 && Math.abs(value) < 0.001 ? String(value) : value.toLocaleString("en-US");

export const range = (minimum: number, maximum: number): string =>
  `must be a number from ${bound(minimum)} to ${bound(maximum)}`;

export function numberField(minimum: number, maximum: number, words: Words) {
  const error = range(minimum, maximum);
  return z
    .number({ error })
    .min(minimum, { error })
    .max(maximum, { error })
    .meta({ ...words, minimum, maximum });
}

export function wholeNumberField(minimum: number, maximum: number, words: Words) {
  const error = range(minimum, maximum).replace("a number", "a whole number");
  return z
    .number({ error })
    .int({ error })
    .min(minimum, { error })
    .max(maximum, { error })
    .meta({ ...words, minimum, maximum });
}

/** A number that may be left empty, which means "not known" or "no limit", never zero. */
export function optionalNumberField(minimum: number, maximum: number, words: Words) {
  const error = `${range(minimum, maximum)}, or empty`;
  return z
    .number({ error })
    .min(minimum, { error })
    .max(maximum, { error })
    .nullable()
    .meta({ ...words, minimum, maximum });
}

export function choiceField<const T extends Record<string, string>>(choices: T, words: Words) {
  const keys = Object.keys(choices) as [keyof T & string, ...(keyof T & string)[]];
  return z.enum(keys, { error: `must be one of ${keys.join(", ")}` }).meta({ ...words, choices });
}

export function textField(maximumLength: number, words: Words, minimumLength = 0) {
  const error = `must be text of ${minimumLength} to ${maximumLength.toLocaleString("en-US")} characters`;
  return z.string({ error }).min(minimumLength, { error }).max(maximumLength, { error }).meta(words);
}

export function switchField(words: Words) {
  return z.boolean({ error: "must be true or false" }).meta(words);
}

/**
 * A list of rows with the same columns, such as sources of data or roles of a team. It is one value of the document,
 * its cells are fields of their own (`data.sources.0.documents`). `blank` is the row a person gets to fill in.
 */
export function rowsField<Shape extends z.core.$ZodLooseShape>(
  columns: Shape,
  rows: { name: string; maximum: number; blank: z.input<z.ZodObject<Shape, z.core.$strict>> },
  words: Words,
) {
  const error = `must be a list of at most ${rows.maximum} rows`;
  return z
    .array(z.strictObject(columns), { error })
    .max(rows.maximum, { error })
    .meta({ ...words, rows: { ...rows, blank: rows.blank as Record<string, unknown> } });
}
