import { derive, type Figure } from "../figure";
import { assumptions } from "../resolve/assumptions";
import { adjudicationsOf, judgementsOf, type Terms } from "./compose-criteria";
import { roundDays, roundUsd } from "./round";
import { suiteDesign, suiteItemsNeeded, suitePower, suiteStopsAt, unlikeItems } from "./suite";

type Round = { usdPerRound: Figure<number>; daysPerRound: Figure<number>; sampleSize: Figure<number> };

/** What a release is tested on: a whole round, or a suite on which it is compared with the release before. */
export function composeSuite(terms: Terms, { usdPerRound, daysPerRound, sampleSize }: Round) {
  const { evaluation, designEffect } = terms;
  const { suiteDropShare, suiteItems, suiteChangedShare: changedShare, confidence, powerShare } = evaluation;
  if (suiteDropShare.value === null) {
    return { items: sampleSize, usdPerRelease: usdPerRound, daysPerRelease: daysPerRound, power: null, stopsAt: null };
  }
  const dropShare = suiteDropShare as Figure<number>;
  const needed = derive(suiteItemsNeeded, {
    dropShare,
    changedShare,
    confidence,
    powerShare: powerShare.value === null ? assumptions.usualPower : (powerShare as Figure<number>),
  });
  const items =
    suiteItems.value === null ? derive(suiteDesign, { items: needed, designEffect }) : (suiteItems as Figure<number>);
  const measure = evaluation.suiteMeasure.value;
  const byPeople = measure === "people" ? items : assumptions.noItems;
  const people = {
    ratings: judgementsOf(terms, byPeople),
    minutesPerRating: evaluation.minutesPerRating,
    adjudications: adjudicationsOf(terms, byPeople),
    adjudicationMinutes: evaluation.adjudicationMinutes,
  };
  const unlike = derive(unlikeItems, { items, designEffect });
  return {
    items,
    usdPerRelease: derive(roundUsd, {
      ...people,
      usdPerHour: evaluation.raterUsdPerHour,
      judgedByModel: measure === "judge" ? items : assumptions.noItems,
      judgeUsdPerItem: evaluation.judgeUsdPerItem,
    }),
    daysPerRelease: derive(roundDays, {
      ...people,
      raters: evaluation.raters,
      productiveHoursPerDay: assumptions.productiveHoursPerDay,
    }),
    power: derive(suitePower, { items: unlike, dropShare, changedShare, confidence }),
    stopsAt: derive(suiteStopsAt, { items, changedShare, designEffect, confidence }),
  };
}
