import { fail, type Outcome, succeed } from "@/lib/contract/errors";
import {
  bootstrapInterval,
  cohenKappa,
  fleissKappa,
  type Level,
  percentAgreement,
  type Ratings,
} from "../evaluation/agreement";
import { alphaOf, canBeRedrawn, codedRatings } from "../evaluation/krippendorff";
import type { Agreement, Answer } from "./evaluation-question";

const transposed = (rows: Ratings): Ratings =>
  (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? null));

export const bootstrapNote = "The interval is the middle 95% of 1,000 draws of the items with replacement, seed 1.";

/** Judges are fewer than the items they judge: the longer side is that of the items, unless it is said. */
function itemsOf({ ratings, rows = "auto", measure }: Agreement): { items: Ratings; note: string } {
  const columns = ratings[0]?.length ?? 0;
  const judgesInRows =
    rows === "judges" ||
    (rows === "auto" && (measure === "cohen" ? ratings.length === 2 && columns !== 2 : columns > ratings.length));
  return judgesInRows
    ? { items: transposed(ratings), note: "Each row was taken for a judge, each column for an item." }
    : { items: ratings, note: "Each row was taken for an item, each column for a judge." };
}

/** A table has as many cells in every row. */
export function unevenRow(
  ratings: Ratings,
): { ok: false; code: "INVALID_INPUT"; message: string; path?: string } | null {
  const columns = ratings[0]?.length ?? 0;
  const uneven = ratings.findIndex((row) => row.length !== columns);
  if (uneven < 0) return null;
  const message = `\`question.ratings.${uneven}\` has ${ratings[uneven]?.length} ratings: must have ${columns}, as the first row (null where one is missing)`;
  return { ok: false, code: "INVALID_INPUT", message, path: `question.ratings.${uneven}` };
}

/** A word where the level needs numbers, by its place. */
export function wordAmong(
  items: Ratings,
  level: Level,
): { ok: false; code: "INVALID_INPUT"; message: string; path: string } | null {
  if (level === "nominal") return null;
  for (const [row, ratings] of items.entries()) {
    const column = ratings.findIndex((each) => typeof each === "string");
    if (column < 0) continue;
    const path = `question.ratings.${row}.${column}`;
    const message = `\`${path}\` is ${JSON.stringify(ratings[column])}: must be a number or null, as level ${level} needs numbers`;
    return { ok: false, code: "INVALID_INPUT", message, path };
  }
  return null;
}

/** α and its interval; null where nothing can be compared. */
export function alphaWithInterval(items: Ratings, level: Level) {
  const coded = codedRatings(items);
  const coefficient = alphaOf(coded, level);
  if (!Number.isFinite(coefficient)) return null;
  const interval = canBeRedrawn(coded, level)
    ? bootstrapInterval(items.length, (drawn) => alphaOf(coded, level, drawn))
    : null;
  return { coefficient, interval };
}

export function agreement(question: Agreement): Outcome<Answer> {
  const { ratings, measure, level = "nominal" } = question;
  const uneven = unevenRow(ratings);
  if (uneven) return uneven;
  const { items, note } = itemsOf(question);
  const judges = items[0]?.length ?? 0;
  const refuse = (message: string) => fail("INVALID_INPUT", `\`question.ratings\` ${message}`, "question.ratings");
  if (measure === "cohen" && judges !== 2) {
    return refuse(`are of ${judges} judges: Cohen's κ needs exactly 2; use fleiss or krippendorff`);
  }
  if (judges < 2) return refuse("are of one judge: agreement needs at least 2");
  if (measure === "fleiss" && items.some((row) => row.includes(null))) {
    return refuse("have gaps: Fleiss' κ needs as many ratings of every item; use krippendorff");
  }
  const word = measure === "krippendorff" ? wordAmong(ratings, level) : null;
  if (word) return word;
  const nothing = () => refuse("hold no item that two judges rated: nothing can be compared");
  const common = { percentAgreement: percentAgreement(items), working: [], notes: [note, bootstrapNote] };
  if (measure === "krippendorff") {
    const found = alphaWithInterval(items, level);
    return found ? succeed({ ...found, ...common }) : nothing();
  }
  const of = measure === "cohen" ? cohenKappa : fleissKappa;
  const coefficient = of(items);
  if (!Number.isFinite(coefficient)) return nothing();
  const interval = bootstrapInterval(items.length, (drawn) => of(Array.from(drawn, (at) => items[at] ?? [])));
  return succeed({ coefficient, interval, ...common });
}
