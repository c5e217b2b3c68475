import type { z } from "zod";
import type { EvaluationDecision, evaluationResultSchema } from "@/lib/contract/result";
import { derive, type Figure, type Figured, given } from "../figure";
import { assumptions } from "../resolve/assumptions";
import type { ScenarioFigures } from "../resolve/document";
import {
  adjudicationsOf,
  judgementsOf,
  type PlannedCriterion,
  planCriterion,
  pointOf,
  type Terms,
  termsOf,
} from "./compose-criteria";
import { composeDecision } from "./compose-decision";
import { composeReview } from "./compose-review";
import { composeSuite } from "./compose-suite";
import { coveredShare, designEffect, familyItems, familyQuestions, itemsOverFamilies, tailItems } from "./families";
import {
  chanceAllPass,
  chanceOfGo,
  chanceOverall,
  chanceWorstPasses,
  falseStop,
  itemsForPower,
  shiftedShare,
  weightedScore,
} from "./pass-chance";
import { zeroFailures } from "./plans";
import { cheapestJudges, labelAccuracy, seenShare, usdByJudges } from "./raters";
import { itemsBesides, itemsInAll, largestSample, roundDays, roundUsd } from "./round";
import { wilsonSampleSize } from "./sample-size";

type Whole = z.infer<typeof evaluationResultSchema>;
type Part<K extends keyof Whole> = Figured<NonNullable<Whole[K]>>;
export type EvaluationResult = Omit<Figured<Whole>, "plan" | "suite" | "decision" | "review"> & {
  plan: Omit<Part<"plan">, "criteria"> & { criteria: PlannedCriterion[] };
  suite: Omit<Part<"suite">, "power"> & { power: Figure<number> | null };
  decision: Part<"decision">;
  review: Part<"review">;
};

/** One round at launch, and what every release is tested on. */
export function composeEvaluation(scenario: ScenarioFigures): EvaluationResult {
  const { evaluation, maintenance } = scenario;
  const { families, confidence, criticalFailureShare } = evaluation;
  const effect = derive(designEffect, {
    trafficShares: families.map(({ trafficShare }) => trafficShare),
    variations: families.map(({ variations }) => variations),
    correlations: families.map(({ correlation }) => correlation),
  });
  const terms = termsOf(evaluation, effect);
  const criteria = evaluation.criteria.map((criterion) => planCriterion(terms, criterion));
  const zeroFailureItems =
    criticalFailureShare.value === null
      ? null
      : derive(zeroFailures, { maxFailureRate: criticalFailureShare as Figure<number>, confidence });
  const wanted = derive(largestSample, {
    parts: [...criteria.map((criterion) => criterion.wanted), ...(zeroFailureItems ? [zeroFailureItems] : [])],
  });
  const sampleSize = derive(itemsOverFamilies, { items: wanted, ...terms.families });
  const besides = zeroFailureItems
    ? [
        derive(itemsBesides, {
          items: zeroFailureItems,
          judged: derive(largestSample, { parts: criteria.map(({ labels }) => labels) }),
        }),
      ]
    : [];
  const byPeople = [...criteria.map(({ labels }) => labels), ...besides];
  const ratings = derive(itemsInAll, { parts: byPeople.map((items) => judgementsOf(terms, items)) });
  const adjudications = derive(itemsInAll, { parts: byPeople.map((items) => adjudicationsOf(terms, items)) });
  const judgedByModel = derive(itemsInAll, { parts: criteria.map(({ judged }) => judged) });
  const { minutesPerRating, adjudicationMinutes } = evaluation;
  const people = { ratings, minutesPerRating, adjudications, adjudicationMinutes };
  const usdPerRound = derive(roundUsd, {
    ...people,
    usdPerHour: evaluation.raterUsdPerHour,
    judgedByModel,
    judgeUsdPerItem: evaluation.judgeUsdPerItem,
  });
  const daysPerRound = derive(roundDays, {
    ...people,
    raters: evaluation.raters,
    productiveHoursPerDay: assumptions.productiveHoursPerDay,
  });
  return {
    sampleSize,
    ratings,
    usdPerRound,
    daysPerRound,
    roundsPerYear: maintenance.releasesPerYear,
    plan: {
      itemsThatCount: derive(largestSample, { parts: criteria.map(({ unlike }) => unlike) }),
      designEffect: effect,
      zeroFailureItems,
      judgedByModel,
      adjudications,
      labelAccuracy: terms.labelAccuracy,
      ...chancesOf(terms, criteria),
      criteria,
      ...familiesOf(terms, wanted),
      ...ratersOf(terms),
    },
    suite: composeSuite(terms, { usdPerRound, daysPerRound, sampleSize }),
    decision: composeDecision(scenario, terms),
    review: composeReview(scenario),
  };
}

/** As it is shown: without what only findings need, and with the criteria that other modules decide. */
export function evaluationShown(
  { plan, decision, ...rest }: EvaluationResult,
  gates: EvaluationDecision["gates"],
): Figured<Whole> {
  return {
    ...rest,
    plan: { ...plan, criteria: plan.criteria.map(({ criterion: _, unlike: __, wanted: ___, ...shown }) => shown) },
    decision: { ...decision, gates },
  };
}

/** What the criteria together let through and hold back. */
function chancesOf(terms: Terms, criteria: readonly PlannedCriterion[]) {
  const { confidence, correctsForSeveral, overallPassShare } = terms.evaluation;
  const blocking = criteria.filter((each) => each.blocking.value);
  const test = {
    thresholds: blocking.map(({ criterion }) => criterion.passShare),
    items: blocking.map(({ unlike }) => unlike),
    confidence,
    corrected: correctsForSeveral,
  };
  const trueShares = blocking.map((each) => each.seenShare);
  const judgedAs = ({ criterion }: PlannedCriterion, share: Figure<number>) =>
    criterion.measure.value === "automatic" ? share : derive(seenShare, { share, accuracy: terms.labelAccuracy });
  const all = derive(chanceAllPass, { ...test, trueShares });
  const weights = criteria.map(({ criterion }) => criterion.weight);
  const shares = criteria.map((each) => each.seenShare);
  const overall =
    overallPassShare.value === null || criteria.length === 0
      ? null
      : derive(chanceOverall, {
          shares,
          weights,
          items: criteria.map(({ unlike }) => unlike),
          confidence,
          passShare: overallPassShare as Figure<number>,
        });
  const chanceGoodPasses = overall ? derive(chanceOfGo, { all, overall }) : all;
  return {
    chanceGoodPasses,
    falseStop: derive(falseStop, { chance: chanceGoodPasses }),
    chanceBadPasses: derive(chanceWorstPasses, {
      ...test,
      trueShares,
      limits: blocking.map((each) => judgedAs(each, each.criterion.passShare)),
    }),
    overallScore: derive(weightedScore, { shares: criteria.map(({ criterion }) => criterion.expectedShare), weights }),
    chanceOverall: overall,
    curve: shifts.map((each) => {
      const shift = pointOf(each, "So far off what is expected");
      return {
        shift,
        chance: derive(chanceAllPass, {
          ...test,
          trueShares: blocking.map((criterion) =>
            judgedAs(criterion, derive(shiftedShare, { share: criterion.criterion.expectedShare, shift })),
          ),
        }),
      };
    }),
  };
}

/** From 30 points below what is expected to 10 above. */
const shifts = Array.from({ length: 21 }, (_, at) => (at * 2 - 30) / 100);

function familiesOf({ evaluation, families }: Terms, items: Figure<number>) {
  const shared = { items, ...families };
  return {
    families: evaluation.families.map(({ name, trafficShare, variations }, at) => {
      const ofFamily = derive(familyItems, { ...shared, at: placeOf(at) });
      return {
        name,
        trafficShare,
        variations,
        items: ofFamily,
        questions: derive(familyQuestions, { items: ofFamily, variations }),
      };
    }),
    tailItems: derive(tailItems, shared),
    coveredShare: derive(coveredShare, {
      trafficShares: families.trafficShares,
      coverageShare: families.coverageShare,
    }),
  };
}

const placeOf = (at: number): Figure<number> =>
  given(at, { kind: "entered", label: "Place in the list", unit: "1", path: `evaluation.families.${at}` });

/** Up to so many people per answer are compared. */
const mostJudges = 7;

/** By the criterion that must be passed and that people judge; nothing to compare without one. */
function ratersOf({ evaluation, blockingCriteria }: Terms) {
  const { raterAccuracyShare: accuracy, overlapShare, adjudicationMinutes, minutesPerRating, confidence } = evaluation;
  const { powerShare, correctsForSeveral, marginOfError } = evaluation;
  const criterion = evaluation.criteria.find(
    ({ blocking, measure }) => blocking.value && measure.value !== "automatic",
  );
  if (!criterion) return { raters: [], cheapestJudges: null };
  const { expectedShare, passShare } = criterion;
  const itemsForMargin = derive(wilsonSampleSize, { expectedShare, marginOfError, confidence });
  const raters = Array.from({ length: mostJudges }, (_, at) => {
    const judges = given(at + 1, {
      kind: "default",
      label: "People per answer",
      unit: "rating/item",
      path: "evaluation.plan",
    });
    const judging = { judges, accuracy, overlapShare, adjudicationMinutes };
    const rightly = derive(labelAccuracy, judging);
    const forPower = derive(itemsForPower, {
      trueShare: derive(seenShare, { share: expectedShare, accuracy: rightly }),
      threshold: passShare,
      confidence,
      powerShare: powerShare.value === null ? assumptions.usualPower : (powerShare as Figure<number>),
      criteria: blockingCriteria,
      corrected: correctsForSeveral,
    });
    const usd = derive(usdByJudges, {
      ...judging,
      minutesPerRating,
      usdPerHour: evaluation.raterUsdPerHour,
      itemsForMargin,
      itemsForPower: forPower,
    });
    return { judges, accuracy: rightly, usd };
  });
  return { raters, cheapestJudges: derive(cheapestJudges, { usd: raters.map(({ usd }) => usd) }) };
}
