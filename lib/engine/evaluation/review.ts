import { formula } from "../figure";
import { sources } from "../sources";
import { minutesPerHour } from "../units";

/** Accurate against credible: wrong answers that look right do harm unless somebody reads them in time. */

type Found = { reviewShare: number; detectionShare: number; doubtAuc: number };

/**
 * Wrong answers come first in what is reviewed as far as doubt tells them: with a power curve for the ROC of area A,
 * the first share r of the answers holds r^((1 − A)/A) of the wrong ones. At A = 0.5 that is r. Wrong answers are taken
 * to be few, so that a share of the right ones is a share of all.
 */
export const foundShare = formula(
  {
    id: "evaluation.foundShare",
    title: "Wrong answers found in review",
    unit: "share",
    reads: "share reviewed^((1 − AUROC) ÷ AUROC) × share of the wrong answers read that a reviewer notices",
    source: sources.powerRoc,
    example: {
      of: "a quarter reviewed, AUROC 2/3, 8 in 10 noticed: √0.25 × 0.8",
      given: { reviewShare: 0.25, detectionShare: 0.8, doubtAuc: 2 / 3 },
      gives: 0.4,
      within: 1e-9,
    },
  },
  ({ reviewShare, detectionShare, doubtAuc }: Found) =>
    reviewShare <= 0 ? 0 : reviewShare ** ((1 - doubtAuc) / doubtAuc) * detectionShare,
);

type Harm = { requests: number; errorShare: number; credibleShare: number; foundShare: number; errorUsd: number };

export const expectedHarmUsd = formula(
  {
    id: "evaluation.expectedHarmUsd",
    title: "Harm by wrong answers that look right",
    unit: "USD",
    reads: "answers × share wrong × share of those that look right × (1 − share found in review) × cost of one",
    source: "definition",
    example: {
      of: "1,000 answers, 4 % wrong, half of those credible, 18 % found, 50 USD each",
      given: { requests: 1000, errorShare: 0.04, credibleShare: 0.5, foundShare: 0.18, errorUsd: 50 },
      gives: 820,
    },
  },
  ({ requests, errorShare, credibleShare, foundShare: found, errorUsd }: Harm) =>
    requests * errorShare * credibleShare * (1 - found) * errorUsd,
);

type Reading = { requests: number; reviewShare: number; reviewMinutes: number; usdPerHour: number };

export const reviewOfAnswersUsd = formula(
  {
    id: "evaluation.reviewOfAnswersUsd",
    title: "Cost of reviewing answers",
    unit: "USD",
    reads: "answers × share reviewed × minutes ÷ 60 × cost of an hour",
    source: "definition",
    example: {
      of: "a fifth of 1,000, 1 minute at 30 USD",
      given: { requests: 1000, reviewShare: 0.2, reviewMinutes: 1, usdPerHour: 30 },
      gives: 100,
    },
  },
  ({ requests, reviewShare, reviewMinutes, usdPerHour }: Reading) =>
    ((requests * reviewShare * reviewMinutes) / minutesPerHour) * usdPerHour,
);

export const harmAndReviewUsd = formula(
  {
    id: "evaluation.harmAndReviewUsd",
    title: "Harm and review together",
    unit: "USD",
    reads: "harm + cost of review",
    source: "definition",
    example: { of: "820 and 100", given: { harmUsd: 820, reviewUsd: 100 }, gives: 920 },
  },
  ({ harmUsd, reviewUsd }: { harmUsd: number; reviewUsd: number }) => harmUsd + reviewUsd,
);

type Worth = {
  errorShare: number;
  credibleShare: number;
  errorUsd: number;
  detectionShare: number;
  doubtAuc: number;
  reviewMinutes: number;
  usdPerHour: number;
};

/** At random the cost is a straight line in the share reviewed, so that all or nothing is best. */
export const bestReviewShare = formula(
  {
    id: "evaluation.bestReviewShare",
    title: "Share reviewed that costs least",
    unit: "share",
    reads:
      "(harm an answer would do × share noticed × γ ÷ cost of reading one)^(1/(1 − γ)), at most all, γ = (1 − AUROC) ÷ AUROC; at random all or nothing",
    source: sources.powerRoc,
    example: {
      of: "harm of 1 USD, all noticed, AUROC 2/3 (γ = ½), 1 USD to read: (½)²",
      given: {
        errorShare: 0.1,
        credibleShare: 1,
        errorUsd: 10,
        detectionShare: 1,
        doubtAuc: 2 / 3,
        reviewMinutes: 2,
        usdPerHour: 30,
      },
      gives: 0.25,
      within: 1e-9,
    },
  },
  ({ errorShare, credibleShare, errorUsd, detectionShare, doubtAuc, reviewMinutes, usdPerHour }: Worth) => {
    const prevented = errorShare * credibleShare * errorUsd * detectionShare;
    const reading = (reviewMinutes / minutesPerHour) * usdPerHour;
    if (prevented <= 0) return 0;
    if (reading <= 0) return 1;
    const bend = (1 - doubtAuc) / doubtAuc;
    if (bend >= 1 - 1e-9) return prevented > reading ? 1 : 0;
    return Math.min(1, ((prevented * bend) / reading) ** (1 / (1 - bend)));
  },
);
