import type { z } from "zod";
import type { evaluationResultSchema } from "@/lib/contract/result";
import { derive, type Figure, type Figured, given } from "../figure";
import { assumptions } from "../resolve/assumptions";
import type { ScenarioFigures } from "../resolve/document";
import {
  chanceToPass,
  designEffect,
  itemsForDesign,
  itemsThatCount,
  judgedByPeople,
  judgedItems,
  largerSample,
  majorityAccuracy,
  wholeItems,
  zeroFailures,
} from "./plans";
import { ratingsPerRound, roundDays, roundUsdWithJudge } from "./round";
import { wilsonSampleSize } from "./sample-size";

type Whole = z.infer<typeof evaluationResultSchema>;
export type EvaluationResult = Omit<Figured<Whole>, "plan"> & { plan: Figured<NonNullable<Whole["plan"]>> };

/** One round at launch and one for every release. */
export function composeEvaluation({ evaluation, maintenance }: ScenarioFigures): EvaluationResult {
  const { confidence, criticalFailureShare } = evaluation;
  const unlike = derive(wilsonSampleSize, {
    expectedShare: evaluation.expectedPassShare,
    marginOfError: evaluation.marginOfError,
    confidence,
  });
  const effect = derive(designEffect, {
    variations: evaluation.variationsPerQuestion,
    correlation: evaluation.familyCorrelation,
  });
  const withVariations = derive(itemsForDesign, { items: unlike, designEffect: effect });
  const zeroFailureItems =
    criticalFailureShare.value === null
      ? null
      : derive(zeroFailures, { maxFailureRate: criticalFailureShare as Figure<number>, confidence });
  const sampleSize = zeroFailureItems
    ? derive(largerSample, { items: withVariations, other: zeroFailureItems })
    : withVariations;
  const judgedByModel = derive(judgedItems, { items: sampleSize, share: evaluation.judgeModelShare });
  const byPeople = derive(judgedByPeople, { items: sampleSize, judgedByModel });
  const ratings = derive(ratingsPerRound, { items: byPeople, ratingsPerItem: evaluation.ratingsPerItem });
  const { minutesPerRating } = evaluation;
  const count = derive(itemsThatCount, {
    items: sampleSize,
    designEffect: effect,
    judgeModelShare: evaluation.judgeModelShare,
    sensitivity: evaluation.judgeSensitivity,
    specificity: evaluation.judgeSpecificity,
  });
  const items = derive(wholeItems, { items: count });
  const chance = (trueShare: Figure<number>) =>
    derive(chanceToPass, { trueShare, threshold: evaluation.passShare, items, confidence });
  return {
    sampleSize,
    ratings,
    usdPerRound: derive(roundUsdWithJudge, {
      ratings,
      minutesPerRating,
      usdPerHour: evaluation.raterUsdPerHour,
      judgedByModel,
      judgeUsdPerItem: evaluation.judgeUsdPerItem,
    }),
    daysPerRound: derive(roundDays, {
      ratings,
      minutesPerRating,
      raters: evaluation.raters,
      productiveHoursPerDay: assumptions.productiveHoursPerDay,
    }),
    roundsPerYear: maintenance.releasesPerYear,
    plan: {
      itemsThatCount: count,
      designEffect: effect,
      zeroFailureItems,
      judgedByModel,
      majorityAccuracy: derive(majorityAccuracy, {
        judges: evaluation.ratingsPerItem,
        accuracy: evaluation.raterAccuracyShare,
      }),
      chanceGoodPasses: chance(evaluation.expectedPassShare),
      chanceBadPasses: chance(evaluation.passShare),
      curve: curveShares.map((share) => {
        const trueShare = given(share, {
          kind: "default",
          label: "True share right",
          unit: "share",
          path: "evaluation.plan.curve",
          note: "A point of the chart.",
        });
        return { trueShare, chance: chance(trueShare) };
      }),
    },
  };
}

const curveShares = Array.from({ length: 21 }, (_, index) => index / 20);
