import Papa from "papaparse";
import { type Perspective, perspectives } from "@/lib/contract/scenario";

/** Ratings as people keep them in a sheet, read into tables of items and judges; faults are told by row and column. */

export type Rating = string | number | null;
export type Layout = "auto" | "wide" | "long";
/** Ratings of one perspective, null where the sheet names none: an item in each row, a judge in each column. */
export type RatingTable = { perspective: Perspective | null; ratings: Rating[][] };
export type RatingSheet = { layout: "wide" | "long"; judges: string[]; items: number; tables: RatingTable[] };
export type Read = { ok: true; sheet: RatingSheet } | { ok: false; message: string };

const fault = (message: string): Read => ({ ok: false, message });
const quoted = (cell: string) => `“${cell.length > 30 ? `${cell.slice(0, 29)}…` : cell}”`;

const missing = /^(|na|n\/a|nan|null|none|missing|[-–—.?])$/i;
const names = {
  item: /^((item|question|answer|example|case|unit|record)([ _-]?(id|no|nr))?|id|no|nr)$/i,
  judge: /^((rater|judge|annotator|coder|reviewer|evaluator|person)([ _-]?(id|name))?|(rated|judged)[ _-]?by)$/i,
  rating: /^(rating|score|label|value|grade|verdict|judgement|judgment)$/i,
  perspective: /^(perspective|criterion|dimension|aspect|metric)$/i,
};

type Line = { row: number; cells: string[] };

/** A cell as a number, a word, or nothing; a comma is a decimal one where it does not part the cells. */
function ratingOf(cell: string, delimiter: string): Rating {
  if (missing.test(cell)) return null;
  const text = delimiter === "," ? cell : cell.replace(/^(-?\d+),(\d+)$/, "$1.$2");
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : cell;
}

/** What parts the cells: what stands in every one of the first lines; a comma last, as it may be a decimal one. */
function delimiterOf(text: string): string {
  const lines = text
    .split(/\r?\n/, 50)
    .filter((line) => line.trim() !== "")
    .map((line) => line.replace(/"[^"]*"/g, ""));
  return ["\t", ";", "|"].find((each) => lines.every((line) => line.includes(each))) ?? ",";
}

export function readRatings(text: string, layout: Layout = "auto"): Read {
  const plain = text.replace(/^\uFEFF/, "");
  const parsed = Papa.parse<string[]>(plain, { delimiter: delimiterOf(plain) });
  const quote = parsed.errors.find(({ type }) => type === "Quotes");
  if (quote) return fault(`Row ${(quote.row ?? 0) + 1}: a quotation mark is not closed.`);
  const lines = parsed.data
    .map((cells, at) => ({ row: at + 1, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
  const [first] = lines;
  if (!first) return fault("There is no rating yet.");
  const { delimiter } = parsed.meta;
  const column = (name: keyof typeof names) => first.cells.findIndex((cell) => names[name].test(cell));
  const isLong = column("item") >= 0 && column("judge") >= 0 && column("rating") >= 0;
  if (layout === "long" || (layout === "auto" && isLong)) return readLong(lines, delimiter, column);
  return readWide(lines, delimiter);
}

/** A row of another length than the first, beyond empty cells at its end. */
function unevenLine(lines: readonly Line[], width: number): Read | null {
  const uneven = lines.find(({ cells }) => cells.length !== width && cells.slice(width).some((cell) => cell !== ""));
  if (uneven) {
    return fault(`Row ${uneven.row} has ${uneven.cells.length} cells: must have ${width}, as the first row.`);
  }
  return null;
}

/** A first row of words above numbers, or of words that occur nowhere below, is a heading. */
function isHeading(first: Line, rest: readonly Line[], delimiter: string): boolean {
  const words = first.cells.filter((cell) => typeof ratingOf(cell, delimiter) === "string");
  if (words.length === 0 || rest.length === 0) return false;
  if (first.cells.some((cell) => names.item.test(cell))) return true;
  const body = rest.flatMap(({ cells }) => cells);
  if (body.every((cell) => typeof ratingOf(cell, delimiter) !== "string")) return true;
  const known = new Set(body);
  return rest.length > 1 && words.length === first.cells.length && words.every((word) => !known.has(word));
}

function readWide(lines: readonly Line[], delimiter: string): Read {
  const [first, ...rest] = lines as [Line, ...Line[]];
  const headed = isHeading(first, rest, delimiter);
  const body = headed ? rest : lines;
  const width = first.cells.length;
  const uneven = unevenLine(body, width);
  if (uneven) return uneven;
  const start = headed && names.item.test(first.cells[0] ?? "") ? 1 : 0;
  if (width - start < 1) return fault("There is no column of ratings beside the items.");
  const judges = Array.from({ length: width - start }, (_, at) =>
    headed ? first.cells[at + start] || `Column ${at + start + 1}` : `Column ${at + start + 1}`,
  );
  const ratings = body.map(({ cells }) => judges.map((_, at) => ratingOf(cells[at + start] ?? "", delimiter)));
  return {
    ok: true,
    sheet: { layout: "wide", judges, items: ratings.length, tables: [{ perspective: null, ratings }] },
  };
}

function perspectiveOf(cell: string): Perspective | undefined {
  const word = cell.toLowerCase();
  return (Object.keys(perspectives) as Perspective[]).find(
    (key) => word === key || word === perspectives[key].split(":")[0]?.toLowerCase(),
  );
}

function readLong(lines: readonly Line[], delimiter: string, column: (name: keyof typeof names) => number): Read {
  const [heading, ...rest] = lines as [Line, ...Line[]];
  const at = {
    item: column("item"),
    judge: column("judge"),
    rating: column("rating"),
    perspective: column("perspective"),
  };
  for (const name of ["item", "judge", "rating"] as const) {
    if (at[name] < 0) {
      return fault(`Row ${heading.row}, the heading, names no column “${name}”: it needs item, judge and rating.`);
    }
  }
  const uneven = unevenLine(rest, heading.cells.length);
  if (uneven) return uneven;
  const judges = new Map<string, number>();
  const tables = new Map<
    string,
    { perspective: Perspective | null; items: Map<string, { row: number; rating: Rating }[]> }
  >();
  for (const { row, cells } of rest) {
    const cell = (place: number) => cells[place] ?? "";
    for (const name of ["item", "judge"] as const) {
      if (cell(at[name]) === "") {
        return fault(`Row ${row}, column “${heading.cells[at[name]]}” is empty: must say which ${name}.`);
      }
    }
    const named = at.perspective < 0 ? "" : cell(at.perspective);
    const perspective = at.perspective < 0 ? null : perspectiveOf(named);
    if (perspective === undefined) {
      return fault(
        `Row ${row}, column “${heading.cells[at.perspective]}”: ${quoted(named)} must be one of ${Object.keys(perspectives).join(", ")}.`,
      );
    }
    const judge = judges.get(cell(at.judge)) ?? judges.size;
    judges.set(cell(at.judge), judge);
    const table = tables.get(perspective ?? "") ?? { perspective, items: new Map() };
    tables.set(perspective ?? "", table);
    const ratings = table.items.get(cell(at.item)) ?? [];
    const before = ratings[judge];
    if (before) {
      return fault(
        `Row ${row}: ${quoted(cell(at.judge))} rated item ${quoted(cell(at.item))} before, in row ${before.row}.`,
      );
    }
    ratings[judge] = { row, rating: ratingOf(cell(at.rating), delimiter) };
    table.items.set(cell(at.item), ratings);
  }
  if (tables.size === 0) return fault("There is no rating below the heading.");
  const all = [...judges.keys()];
  const found = [...tables.values()].map(({ perspective, items }) => ({
    perspective,
    ratings: [...items.values()].map((ratings) => all.map((_, judge) => ratings[judge]?.rating ?? null)),
  }));
  const items = Math.max(...found.map(({ ratings }) => ratings.length));
  return { ok: true, sheet: { layout: "long", judges: all, items, tables: found } };
}

/** What counts as good: a number it starts from, or words; null where nothing was said. */
export function goodRule(text: string): { goodFrom: number } | { goodWords: string[] } | null {
  const said = text.trim();
  if (said === "") return null;
  const number = Number(said.replace(/^(-?\d+),(\d+)$/, "$1.$2"));
  if (Number.isFinite(number)) return { goodFrom: number };
  return {
    goodWords: said
      .split(/[,;]/)
      .map((word) => word.trim())
      .filter((word) => word !== ""),
  };
}

const goodWord = /^(good|yes|pass|passed|right|correct|true|ok|acceptable)$/i;

/** What most likely counts as good: 1 of 0 and 1, or a word that says so. */
export function likelyGood({ tables }: RatingSheet): string {
  const ratings = tables.flatMap(({ ratings: rows }) => rows.flat()).filter((rating) => rating !== null);
  if (ratings.length > 0 && ratings.every((rating) => rating === 0 || rating === 1)) return "1";
  const words = [...new Set(ratings.filter((rating) => typeof rating === "string"))];
  return words.filter((word) => goodWord.test(word)).join(", ");
}

/** Ratings without what they say in words: only which are alike, and which are good, leaves the browser. */
export function withoutWords(ratings: readonly (readonly Rating[])[], rule: ReturnType<typeof goodRule>) {
  const codes = new Map<string, string>();
  const good = new Set(rule && "goodWords" in rule ? rule.goodWords.map((word) => word.toLowerCase()) : []);
  const codeOf = (word: string): string => {
    const known = codes.get(word);
    if (known !== undefined) return known;
    const code = `${good.has(word.toLowerCase()) ? "good" : "word"}-${codes.size + 1}`;
    codes.set(word, code);
    return code;
  };
  const coded = ratings.map((row) => row.map((rating) => (typeof rating === "string" ? codeOf(rating) : rating)));
  if (!rule || "goodFrom" in rule) return { ratings: coded, rule };
  return { ratings: coded, rule: { goodWords: [...codes.values()].filter((code) => code.startsWith("good")) } };
}
