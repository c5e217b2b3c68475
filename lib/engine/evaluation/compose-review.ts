import { derive, type Figure, given } from "../figure";
import { assumptions } from "../resolve/assumptions";
import type { ScenarioFigures } from "../resolve/document";
import { bestReviewShare, expectedHarmUsd, foundShare, harmAndReviewUsd, reviewOfAnswersUsd } from "./review";

/** Harm of wrong answers that look right, and of reading answers before they are used, for a thousand of them. */
export function composeReview({ outcome, evaluation }: ScenarioFigures) {
  const { errorShare, credibleShare, errorUsd, detectionShare, doubtAuc, reviewMinutes } = outcome;
  const usdPerHour = evaluation.raterUsdPerHour;
  const requests = assumptions.thousandAnswers;
  const at = (reviewShare: Figure<number>) => {
    const harmUsd = derive(expectedHarmUsd, {
      requests,
      errorShare,
      credibleShare,
      foundShare: derive(foundShare, { reviewShare, detectionShare, doubtAuc }),
      errorUsd,
    });
    const reviewUsd = derive(reviewOfAnswersUsd, { requests, reviewShare, reviewMinutes, usdPerHour });
    return { reviewShare, harmUsd, reviewUsd, totalUsd: derive(harmAndReviewUsd, { harmUsd, reviewUsd }) };
  };
  const bestShare = derive(bestReviewShare, {
    errorShare,
    credibleShare,
    errorUsd,
    detectionShare,
    doubtAuc,
    reviewMinutes,
    usdPerHour,
  });
  return {
    curve: shares.map((share) => at(pointOf(share))),
    bestShare,
    bestUsd: at(bestShare).totalUsd,
    plannedUsd: at(outcome.reviewShare).totalUsd,
  };
}

const pointOf = (share: number): Figure<number> =>
  given(share, {
    kind: "default",
    label: "Share reviewed",
    unit: "share",
    path: "evaluation.review",
    note: "A point of the chart.",
  });

const shares = Array.from({ length: 21 }, (_, index) => index / 20);
