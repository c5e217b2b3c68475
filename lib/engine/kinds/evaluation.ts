import type { z } from "zod";
import { fail, type Outcome, succeed } from "@/lib/contract/errors";
import type { evaluationAnswerSchema, evaluationRequestSchema } from "@/lib/contract/request";
import {
  bootstrapInterval,
  cohenKappa,
  fleissKappa,
  krippendorffAlpha,
  percentAgreement,
  type Ratings,
} from "../evaluation/agreement";
import {
  finiteSampleSize,
  pairedProportions,
  twoProportions,
  waldItems,
  wholeItems,
  zeroFailures,
} from "../evaluation/plans";
import { wilsonSampleSize } from "../evaluation/sample-size";
import { derive, type Formula, given } from "../figure";
import { workingOf } from "../working";

type Request = z.infer<typeof evaluationRequestSchema>;
type Answer = z.infer<typeof evaluationAnswerSchema>;
type Question = Request["question"];
type Agreement = Extract<Question, { kind: "agreement" }>;

/** A formula applied to what was asked, with its working. */
function worked<A extends Record<string, number>>(applied: Formula<A, number>, asked: A) {
  const figures = Object.fromEntries(
    Object.entries(asked).map(([name, value]) => [
      name,
      given(value, { kind: "entered", label: name, unit: "1", path: `question.${name}` }),
    ]),
  );
  const figure = derive(applied as unknown as Formula<Record<string, number>, number>, figures);
  return { value: figure.value, working: workingOf(figure) };
}

export function evaluationKind({ question }: Request): Outcome<Answer> {
  switch (question.kind) {
    case "proportion":
      return proportion(question);
    case "compare":
      return compare(question);
    case "zero-failures": {
      const { maxFailureRate, confidence } = question;
      const { value, working } = worked(zeroFailures, { maxFailureRate, confidence });
      return succeed({ sampleSize: value, working: [working], notes: [] });
    }
    case "agreement":
      return agreement(question);
  }
}

function proportion(question: Extract<Question, { kind: "proportion" }>): Outcome<Answer> {
  const { expected, marginOfError, confidence, population, method = "wilson" } = question;
  const asked = { expectedShare: expected, marginOfError, confidence };
  const infinite = worked(method === "wald" ? waldItems : wilsonSampleSize, asked);
  if (population === undefined) {
    const rounded = worked(wholeItems, { items: infinite.value });
    const working = method === "wald" ? [infinite.working, rounded.working] : [infinite.working];
    return succeed({ sampleSize: rounded.value, working, notes: [] });
  }
  const finite = worked(finiteSampleSize, { items: infinite.value, population });
  return succeed({ sampleSize: finite.value, working: [infinite.working, finite.working], notes: [] });
}

function compare(question: Extract<Question, { kind: "compare" }>): Outcome<Answer> {
  const { p1, p2, alpha, power, paired = false, discordance } = question;
  const difference = Math.abs(p1 - p2);
  if (difference === 0) {
    return fail(
      "INVALID_INPUT",
      `\`question.p2\` is ${p2}: must differ from p1, as no sample shows no difference`,
      "question.p2",
    );
  }
  if (!paired) {
    const { value, working } = worked(twoProportions, { p1, p2, alpha, power });
    return succeed({ sampleSize: value, working: [working], notes: ["Answers of each system; twice as many in all."] });
  }
  const independent = p1 * (1 - p2) + p2 * (1 - p1);
  const share = discordance ?? independent;
  if (share < difference || share > 1) {
    const message = `\`question.discordance\` is ${share}: must be a number from ${difference} (the difference) to 1`;
    return fail("INVALID_INPUT", message, "question.discordance");
  }
  const { value, working } = worked(pairedProportions, { p1, p2, alpha, power, discordance: share });
  const note = "No discordance was given: both are taken to err independently of one another, which asks for the most.";
  return succeed({ sampleSize: value, working: [working], notes: discordance === undefined ? [note] : [] });
}

const transposed = (rows: Ratings): Ratings =>
  (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? null));

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

function agreement(question: Agreement): Outcome<Answer> {
  const { ratings, measure, level = "nominal" } = question;
  const columns = ratings[0]?.length ?? 0;
  const uneven = ratings.findIndex((row) => row.length !== columns);
  if (uneven >= 0) {
    const message = `\`question.ratings.${uneven}\` has ${ratings[uneven]?.length} ratings: must have ${columns}, as the first row (null where one is missing)`;
    return fail("INVALID_INPUT", message, `question.ratings.${uneven}`);
  }
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
  if (
    measure === "krippendorff" &&
    level !== "nominal" &&
    items.some((row) => row.some((each) => typeof each === "string"))
  ) {
    return refuse(`hold words: level ${level} needs numbers`);
  }
  const of = (rows: Ratings): number =>
    measure === "cohen" ? cohenKappa(rows) : measure === "fleiss" ? fleissKappa(rows) : krippendorffAlpha(rows, level);
  const coefficient = of(items);
  if (!Number.isFinite(coefficient)) return refuse("hold no item that two judges rated: nothing can be compared");
  return succeed({
    coefficient,
    interval: bootstrapInterval(items, of),
    percentAgreement: percentAgreement(items),
    working: [],
    notes: [note, "The interval is the middle 95 % of 1,000 draws of the items with replacement, seed 1."],
  });
}
