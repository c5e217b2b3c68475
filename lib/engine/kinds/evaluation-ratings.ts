import { fail, type Outcome, succeed } from "@/lib/contract/errors";
import { percentAgreement, type Rating, type Ratings } from "../evaluation/agreement";
import {
  type Alone,
  type Estimate,
  judgeRates,
  type Labelled,
  predictionPowered,
  roganGladen,
  sizeOf,
} from "../evaluation/judge";
import { wilsonEnds } from "../statistics/intervals";
import { alphaWithInterval, bootstrapNote, unevenRow, wordAmong } from "./evaluation-agreement";
import type { Answer, QuestionOf } from "./evaluation-question";

/** What comes of real ratings: agreement, scores with intervals, and a judging model corrected by people. */

type Decision = NonNullable<Answer["decision"]>;

const decide = (low: number, high: number, threshold: number | undefined): { decision?: Decision } =>
  threshold === undefined
    ? {}
    : { decision: low >= threshold - 1e-12 ? "passed" : high < threshold ? "failed" : "undecided" };

export function score(question: QuestionOf<"score">): Outcome<Answer> {
  const { items, passed, confidence = 0.95, threshold, designEffect = 1 } = question;
  if (passed > items) {
    return fail(
      "INVALID_INPUT",
      `\`question.passed\` is ${passed}: must be a whole number from 0 to ${items}, the items`,
      "question.passed",
    );
  }
  const share = passed / items;
  const { low, high } = wilsonEnds({ share, items: items / designEffect, confidence });
  return succeed({
    score: { items, passed, share, low, high, tied: 0 },
    ...decide(low, high, threshold),
    working: [],
    notes: ["The interval is Wilson's."],
  });
}

const bare = (estimate: Estimate | null) =>
  estimate && { share: estimate.share, low: estimate.low, high: estimate.high };

function corrected(labelled: Labelled, alone: Alone, confidence: number) {
  const { sensitivity, specificity } = judgeRates(labelled);
  const tuned = predictionPowered(labelled, alone, confidence, true);
  return {
    tuned,
    judge: {
      labelled: sizeOf(labelled),
      alone: alone.judged,
      sensitivity,
      specificity,
      roganGladen: bare(roganGladen(labelled, alone, confidence)),
      predictionPowered: bare(predictionPowered(labelled, alone, confidence)),
      tuned: bare(tuned),
    },
  };
}

/** Answers by people alone that would have the same standard error. */
function asByPeople({ share, error, low, high }: Estimate): NonNullable<Answer["score"]> {
  const held = Math.min(1 - 1e-6, Math.max(1e-6, share));
  const items = error > 0 ? Math.max(1, Math.floor((held * (1 - held)) / error ** 2)) : 1;
  return { items, passed: Math.round(share * items), share, low, high, tied: 0 };
}

const judgeNotes = [
  "The score is prediction-powered inference with the model weighed by how well it follows people (PPI++).",
  "Answers and good ones are as many as people alone would have to judge for the same certainty.",
];

export function judge(question: QuestionOf<"judge">): Outcome<Answer> {
  const { labelled, judged, judgedGood, confidence = 0.95, threshold } = question;
  if (judgedGood > judged) {
    return fail(
      "INVALID_INPUT",
      `\`question.judgedGood\` is ${judgedGood}: must be a whole number from 0 to ${judged}, those judged`,
      "question.judgedGood",
    );
  }
  if (sizeOf(labelled) < 2) {
    return fail(
      "INVALID_INPUT",
      `\`question.labelled\` holds ${sizeOf(labelled)} answers: must hold at least 2 that people and the model judged`,
      "question.labelled",
    );
  }
  if (judged < 1) {
    return fail(
      "INVALID_INPUT",
      `\`question.judged\` is ${judged}: must be at least 1 answer that the model alone judged`,
      "question.judged",
    );
  }
  const { tuned, judge: found } = corrected(labelled, { judged, judgedGood }, confidence);
  return succeed({
    judge: found,
    ...(tuned && { score: asByPeople(tuned), ...decide(tuned.low, tuned.high, threshold) }),
    working: [],
    notes: judgeNotes,
  });
}

type RatingsQuestion = QuestionOf<"ratings">;

/** 1 where good, 0 where bad, null where not rated. */
function goodness({ goodFrom, goodWords }: RatingsQuestion): (rating: Rating) => number | null {
  const words = new Set((goodWords ?? []).map((word) => word.toLowerCase()));
  return (rating) => {
    if (rating === null) return null;
    if (typeof rating === "number" && goodFrom !== undefined) return rating >= goodFrom ? 1 : 0;
    return words.has(String(rating).toLowerCase()) ? 1 : 0;
  };
}

/** By the majority of the people who rated an item; null where nobody did, ½ where as many found it good as bad. */
function majority(row: readonly Rating[], good: (rating: Rating) => number | null): number | null {
  const votes = row.flatMap((rating) => good(rating) ?? []);
  if (votes.length === 0) return null;
  const share = votes.reduce((sum, vote) => sum + vote, 0) / votes.length;
  return share > 0.5 ? 1 : share < 0.5 ? 0 : 0.5;
}

export function ratings(question: RatingsQuestion): Outcome<Answer> {
  const { ratings: rows, level = "nominal", goodFrom, goodWords, judgeColumn, confidence = 0.95, threshold } = question;
  const uneven = unevenRow(rows) ?? wordAmong(rows, level);
  if (uneven) return uneven;
  const columns = rows[0]?.length ?? 0;
  if (judgeColumn !== undefined && judgeColumn >= columns) {
    return fail(
      "INVALID_INPUT",
      `\`question.judgeColumn\` is ${judgeColumn}: must be a column from 0 to ${columns - 1}`,
      "question.judgeColumn",
    );
  }
  const people = judgeColumn === undefined ? rows : rows.map((row) => row.filter((_, at) => at !== judgeColumn));
  const agreed = (people[0]?.length ?? 0) > 1 ? alphaWithInterval(people, level) : null;
  const answer: Answer = {
    ...(agreed && {
      coefficient: agreed.coefficient,
      interval: agreed.interval,
      percentAgreement: percentAgreement(people),
    }),
    working: [],
    notes: agreed ? [bootstrapNote] : ["No item was rated by two people, so that their agreement is not known."],
  };
  if (goodFrom === undefined && goodWords === undefined) return succeed(answer);
  const good = goodness(question);
  const votes = people.map((row) => majority(row, good));
  if (judgeColumn !== undefined) return behindJudge(question, rows, votes, good, answer);
  const rated = votes.filter((vote) => vote !== null);
  if (rated.length === 0) {
    return fail("INVALID_INPUT", "`question.ratings` hold no rating: must hold at least one", "question.ratings");
  }
  const passed = rated.filter((vote) => vote === 1).length;
  const share = passed / rated.length;
  const { low, high } = wilsonEnds({ share, items: rated.length, confidence });
  const tied = rated.filter((vote) => vote === 0.5).length;
  return succeed({
    ...answer,
    score: { items: rated.length, passed, share, low, high, tied },
    ...decide(low, high, threshold),
    notes: [
      ...answer.notes,
      "An answer is good where most of the people who rated it found it so; a tie counts as bad.",
    ],
  });
}

function behindJudge(
  { judgeColumn = 0, confidence = 0.95, threshold }: RatingsQuestion,
  rows: Ratings,
  votes: readonly (number | null)[],
  good: (rating: Rating) => number | null,
  answer: Answer,
): Outcome<Answer> {
  const labelled: Labelled = { bothGood: 0, onlyPeople: 0, onlyJudge: 0, bothBad: 0 };
  const alone: Alone = { judged: 0, judgedGood: 0 };
  rows.forEach((row, at) => {
    const model = good(row[judgeColumn] ?? null);
    const byPeople = votes[at] ?? null;
    if (model === null) return;
    if (byPeople === null) {
      alone.judged += 1;
      alone.judgedGood += model;
    } else if (byPeople === 1) labelled[model === 1 ? "bothGood" : "onlyPeople"] += 1;
    else labelled[model === 1 ? "onlyJudge" : "bothBad"] += 1;
  });
  if (sizeOf(labelled) < 2 || alone.judged === 0) {
    const message = `\`question.judgeColumn\` is ${judgeColumn}: its model must have judged at least 2 answers that people judged too (here ${sizeOf(labelled)}) and 1 that they did not (here ${alone.judged})`;
    return fail("INVALID_INPUT", message, "question.judgeColumn");
  }
  const { tuned, judge: found } = corrected(labelled, alone, confidence);
  return succeed({
    ...answer,
    judge: found,
    ...(tuned && { score: asByPeople(tuned), ...decide(tuned.low, tuned.high, threshold) }),
    notes: [...answer.notes, ...judgeNotes],
  });
}
