import type { z } from "zod";
import type { evaluationResultSchema } from "@/lib/contract/result";
import { derive, type Figure, type Figured, given } from "../figure";
import { assumptions } from "../resolve/assumptions";
import type { ScenarioFigures } from "../resolve/document";
import { disagreementShare } from "../statistics/judges";
import { itemsOverFamilies } from "./families";
import { judgedByModel, judgedFor, judgeReliability, labelledRoundUsd, labelsByPeople } from "./judge";
import { chanceToPass, itemsForPower } from "./pass-chance";
import { itemsForDesign, largerSample, wholeItems } from "./plans";
import { adjudicatedItems, judgementsOfItems, labelAccuracy, seenShare } from "./raters";
import { labelUsd } from "./round";
import { wilsonSampleSize } from "./sample-size";
import { unlikeItems } from "./suite";

type Evaluation = ScenarioFigures["evaluation"];
export type Criterion = Evaluation["criteria"][number];
type Planned = NonNullable<z.infer<typeof evaluationResultSchema>["plan"]>["criteria"][number];
export type PlannedCriterion = Omit<Figured<Planned>, "blocking"> & {
  /** Answers before they are shared out over families. */
  wanted: Figure<number>;
  /** Whole unlike answers that its test says as much as. */
  unlike: Figure<number>;
  criterion: Criterion;
  blocking: Figure<boolean>;
};

/** What holds for every criterion of a plan. */
export type Terms = {
  evaluation: Evaluation;
  designEffect: Figure<number>;
  families: {
    trafficShares: readonly Figure<number>[];
    coverageShare: Figure<number>;
    itemsPerFamily: Figure<number>;
  };
  labelAccuracy: Figure<number>;
  usdPerLabel: Figure<number>;
  adjudicationsPerItem: Figure<number>;
  blockingCriteria: Figure<number>;
};

export function termsOf(evaluation: Evaluation, effect: Figure<number>): Terms {
  const { ratingsPerItem, raterAccuracyShare, overlapShare, adjudicationMinutes } = evaluation;
  const differ = derive(disagreementShare, { judges: ratingsPerItem, accuracy: raterAccuracyShare });
  const adjudicationsPerItem = derive(adjudicatedItems, {
    items: assumptions.one,
    overlapShare,
    disagreementShare: differ,
    adjudicationMinutes,
  });
  return {
    evaluation,
    designEffect: effect,
    families: {
      trafficShares: evaluation.families.map(({ trafficShare }) => trafficShare),
      coverageShare: evaluation.coverageShare,
      itemsPerFamily: evaluation.itemsPerFamily,
    },
    labelAccuracy: derive(labelAccuracy, {
      judges: ratingsPerItem,
      accuracy: raterAccuracyShare,
      overlapShare,
      adjudicationMinutes,
    }),
    adjudicationsPerItem,
    usdPerLabel: derive(labelUsd, {
      ratingsPerItem,
      overlapShare,
      minutesPerRating: evaluation.minutesPerRating,
      adjudicationsPerItem,
      adjudicationMinutes,
      usdPerHour: evaluation.raterUsdPerHour,
    }),
    blockingCriteria: given(evaluation.criteria.filter(({ blocking }) => blocking.value).length, {
      kind: "entered",
      label: "Criteria that must be passed",
      unit: "1",
      path: "evaluation.criteria",
    }),
  };
}

/** How many answers a criterion asks for, who judges them, and what its test can tell. */
export function planCriterion(terms: Terms, criterion: Criterion): PlannedCriterion {
  const { evaluation, designEffect, families } = terms;
  const { confidence, powerShare, correctsForSeveral } = evaluation;
  const { expectedShare, passShare, measure, blocking, perspective } = criterion;
  // A program does not err as people do.
  const judgedAs = (share: Figure<number>) =>
    measure.value === "automatic" ? share : derive(seenShare, { share, accuracy: terms.labelAccuracy });
  const seen = judgedAs(expectedShare);
  const forMargin = derive(wilsonSampleSize, { expectedShare, marginOfError: evaluation.marginOfError, confidence });
  const forPower =
    powerShare.value === null || !blocking.value
      ? null
      : derive(itemsForPower, {
          trueShare: seen,
          threshold: passShare,
          confidence,
          powerShare: powerShare as Figure<number>,
          criteria: terms.blockingCriteria,
          corrected: correctsForSeveral,
        });
  const unlikeWanted = forPower ? derive(largerSample, { items: forMargin, other: forPower }) : forMargin;
  const wanted = derive(itemsForDesign, { items: unlikeWanted, designEffect });
  const items = derive(itemsOverFamilies, { items: wanted, ...families });
  const people = peopleAndModel(terms, criterion, items);
  const unlike = derive(wholeItems, { items: derive(unlikeItems, { items, designEffect }) });
  const chance = (trueShare: Figure<number>) =>
    derive(chanceToPass, { trueShare, threshold: passShare, items: unlike, confidence });
  return {
    criterion,
    wanted,
    perspective,
    measure,
    blocking,
    expectedShare,
    seenShare: seen,
    passShare,
    items,
    itemsForPower: forPower,
    ...people,
    unlike,
    chancePasses: chance(seen),
    chanceBadPasses: chance(judgedAs(passShare)),
    curve: curveShares.map((share) => {
      const trueShare = pointOf(share, "True share good");
      return { trueShare, chance: chance(judgedAs(trueShare)) };
    }),
  };
}

function peopleAndModel(terms: Terms, { measure, expectedShare }: Criterion, items: Figure<number>) {
  const { judgeSensitivity, judgeSpecificity, judgeUsdPerItem } = terms.evaluation;
  if (measure.value === "people") return { labels: items, judged: none, labelCurve: [] };
  if (measure.value === "automatic") return { labels: none, judged: none, labelCurve: [] };
  const reliability = derive(judgeReliability, {
    share: expectedShare,
    sensitivity: judgeSensitivity,
    specificity: judgeSpecificity,
  });
  const prices = { usdPerLabel: terms.usdPerLabel, usdPerJudgement: judgeUsdPerItem };
  const labels = derive(labelsByPeople, { items, reliability, ...prices, fewestLabels: assumptions.fewestLabels });
  const judged = (each: Figure<number>) => derive(judgedByModel, { items, reliability, labels: each });
  return {
    labels,
    judged: judged(labels),
    labelCurve: labelSteps(items.value, reliability.value).map((each) => {
      const point = pointOf(each, "Answers people judge", "item");
      const byModel = judged(point);
      return {
        labels: point,
        judged: byModel,
        usd: derive(labelledRoundUsd, { labels: point, judged: byModel, ...prices }),
      };
    }),
  };
}

/** Numbers of labels for the chart: from the few at which the model must judge very many, to all. */
function labelSteps(items: number, reliability: number): number[] {
  const least = Math.max(1, Math.ceil(items * (1 - reliability)) + 1);
  const steps = Array.from({ length: 21 }, (_, at) => Math.round(least + ((items - least) * at) / 20));
  const possible = steps.filter((labels) => labels >= items || judgedFor({ items, reliability, labels }) <= 50 * items);
  return [...new Set(possible)].filter((labels) => labels > 0);
}

const none = given(0, {
  kind: "default",
  label: "None",
  unit: "item",
  path: "evaluation.criteria",
  note: "Follows from how the criterion is judged.",
});

export const pointOf = (value: number, label: string, unit: "share" | "item" = "share"): Figure<number> =>
  given(value, { kind: "default", label, unit, path: "evaluation.plan", note: "A point of the chart." });

const curveShares = Array.from({ length: 21 }, (_, at) => at / 20);

/** Judgements by people of so many answers, and the disagreements among them. */
export const judgementsOf = ({ evaluation }: Terms, items: Figure<number>): Figure<number> =>
  derive(judgementsOfItems, {
    items,
    ratingsPerItem: evaluation.ratingsPerItem,
    overlapShare: evaluation.overlapShare,
  });

export const adjudicationsOf = ({ evaluation }: Terms, items: Figure<number>): Figure<number> =>
  derive(adjudicatedItems, {
    items,
    overlapShare: evaluation.overlapShare,
    disagreementShare: derive(disagreementShare, {
      judges: evaluation.ratingsPerItem,
      accuracy: evaluation.raterAccuracyShare,
    }),
    adjudicationMinutes: evaluation.adjudicationMinutes,
  });
