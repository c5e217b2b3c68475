import { fail, type Outcome, succeed } from "@/lib/contract/errors";
import { judgedByModel, judgeReliability, labelledRoundUsd, labelsByPeople } from "../evaluation/judge";
import {
  finiteSampleSize,
  pairedProportions,
  twoProportions,
  waldItems,
  wholeItems,
  zeroFailures,
} from "../evaluation/plans";
import { wilsonSampleSize } from "../evaluation/sample-size";
import { agreement } from "./evaluation-agreement";
import { type Answer, type EvaluationRequest, type QuestionOf, worked } from "./evaluation-question";
import { judge, ratings, score } from "./evaluation-ratings";

export function evaluationKind({ question }: EvaluationRequest): Outcome<Answer> {
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
    case "score":
      return score(question);
    case "ratings":
      return ratings(question);
    case "judge":
      return judge(question);
    case "labels":
      return labels(question);
  }
}

function proportion(question: QuestionOf<"proportion">): Outcome<Answer> {
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

function compare(question: QuestionOf<"compare">): Outcome<Answer> {
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

/** How many answers people and the model judge at the lowest cost, for the margin that people alone would reach. */
function labels(question: QuestionOf<"labels">): Outcome<Answer> {
  const { expected, marginOfError, confidence, sensitivity, specificity, usdPerLabel, usdPerJudgement } = question;
  const wanted = worked(wilsonSampleSize, { expectedShare: expected, marginOfError, confidence });
  const items = wanted.value;
  const reliability = worked(judgeReliability, { share: expected, sensitivity, specificity });
  const plan = { items, reliability: reliability.value, usdPerLabel, usdPerJudgement };
  const people = worked(labelsByPeople, { ...plan, fewestLabels: 1 });
  const model = worked(judgedByModel, { items, reliability: reliability.value, labels: people.value });
  const prices = { usdPerLabel, usdPerJudgement };
  return succeed({
    labels: {
      labels: people.value,
      judged: model.value,
      usd: labelledRoundUsd({ labels: people.value, judged: model.value, ...prices }),
      peopleAlone: items,
      peopleAloneUsd: labelledRoundUsd({ labels: items, judged: 0, ...prices }),
    },
    working: [wanted.working, reliability.working, people.working, model.working],
    notes: ["Labelled answers are among those the model judges."],
  });
}
