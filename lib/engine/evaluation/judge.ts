import { formula } from "../figure";
import { sources } from "../sources";
import { normalQuantile } from "../statistics/intervals";

/** A judging model's bias, and how it is taken out by answers that people judge as well. */

type Judged = { seenShare: number; sensitivity: number; specificity: number };

/** Range: sensitivity + specificity > 1. Held within 0 and 1. */
export const rateBehindJudge = formula(
  {
    id: "evaluation.rateBehindJudge",
    title: "Share good behind what a judging model sees",
    unit: "share",
    reads: "(share it passes + specificity − 1) ÷ (sensitivity + specificity − 1), within 0 and 1",
    source: sources.roganGladen,
    example: {
      of: "82 % passed, 95 % of the right and 40 % of the wrong ones too",
      given: { seenShare: 0.82, sensitivity: 0.95, specificity: 0.6 },
      gives: 0.763_636_363_636,
      within: 1e-9,
    },
  },
  ({ seenShare, sensitivity, specificity }: Judged) =>
    Math.min(1, Math.max(0, (seenShare + specificity - 1) / (sensitivity + specificity - 1))),
);

/** Answers that people and the model judged, by what both said. */
export type Labelled = { bothGood: number; onlyPeople: number; onlyJudge: number; bothBad: number };
/** Answers the model alone judged. */
export type Alone = { judged: number; judgedGood: number };
export type Estimate = { share: number; error: number; low: number; high: number };

const clipped = (share: number): number => Math.min(1, Math.max(0, share));

function estimated(share: number, squared: number, confidence: number): Estimate {
  const error = Math.sqrt(Math.max(0, squared));
  const half = normalQuantile(confidence) * error;
  return { share: clipped(share), error, low: clipped(share - half), high: clipped(share + half) };
}

export const sizeOf = ({ bothGood, onlyPeople, onlyJudge, bothBad }: Labelled): number =>
  bothGood + onlyPeople + onlyJudge + bothBad;

/** How the model judges what people found good, and bad. Null where people found none of the kind. */
export function judgeRates({ bothGood, onlyPeople, onlyJudge, bothBad }: Labelled) {
  const good = bothGood + onlyPeople;
  const bad = onlyJudge + bothBad;
  return {
    good,
    bad,
    sensitivity: good > 0 ? bothGood / good : null,
    specificity: bad > 0 ? bothBad / bad : null,
  };
}

/**
 * Rogan and Gladen (1978), with the variance of both rates as they were found: that of the share seen, of the
 * sensitivity (× p²) and of the specificity (× (1 − p)²), ÷ (sensitivity + specificity − 1)². Null where the model tells
 * nothing or a rate is not known.
 */
export function roganGladen(labelled: Labelled, alone: Alone, confidence: number): Estimate | null {
  const { good, bad, sensitivity, specificity } = judgeRates(labelled);
  if (sensitivity === null || specificity === null || sensitivity + specificity <= 1 || alone.judged === 0) return null;
  const seen = alone.judgedGood / alone.judged;
  const youden = sensitivity + specificity - 1;
  const share = (seen + specificity - 1) / youden;
  const squared =
    (seen * (1 - seen)) / alone.judged +
    (share ** 2 * sensitivity * (1 - sensitivity)) / good +
    ((1 - share) ** 2 * specificity * (1 - specificity)) / bad;
  return estimated(share, squared / youden ** 2, confidence);
}

/**
 * Prediction-powered inference for a share (Angelopoulos et al. 2023): what the model alone judged, plus the mean of
 * people − model where both judged. `tuned` weighs the model by how well it follows people (PPI++, Angelopoulos, Duchi
 * and Zrnic 2023), so that it never asks for more than people alone.
 */
export function predictionPowered(
  labelled: Labelled,
  alone: Alone,
  confidence: number,
  tuned = false,
): Estimate | null {
  const n = sizeOf(labelled);
  if (n < 2 || alone.judged === 0) return null;
  const people = (labelled.bothGood + labelled.onlyPeople) / n;
  const model = (labelled.bothGood + labelled.onlyJudge) / n;
  const together = labelled.bothGood / n - people * model;
  const ofModel = model * (1 - model);
  const aloneShare = alone.judgedGood / alone.judged;
  const weight = !tuned ? 1 : ofModel === 0 ? 0 : clipped(together / (ofModel * (1 + n / alone.judged)));
  const share = people + weight * (aloneShare - model);
  const ofRest = people * (1 - people) + weight ** 2 * ofModel - 2 * weight * together;
  const squared = (weight ** 2 * aloneShare * (1 - aloneShare)) / alone.judged + ofRest / n;
  return estimated(share, squared, confidence);
}

type Reliability = { share: number; sensitivity: number; specificity: number };

export const judgeReliability = formula(
  {
    id: "evaluation.judgeReliability",
    title: "Reliability of the judging model",
    unit: "1",
    reads:
      "(sensitivity + specificity − 1)² × p(1 − p) ÷ (q(1 − q)), q the share it passes: squared correlation with people",
    source: sources.tenenbein,
    example: {
      of: "half good, 9 in 10 of each rightly judged: 0.8²",
      given: { share: 0.5, sensitivity: 0.9, specificity: 0.9 },
      gives: 0.64,
      within: 1e-12,
    },
  },
  ({ share, sensitivity, specificity }: Reliability) => {
    const passes = share * sensitivity + (1 - share) * (1 - specificity);
    const spread = passes * (1 - passes);
    return spread === 0 ? 0 : ((sensitivity + specificity - 1) ** 2 * share * (1 - share)) / spread;
  },
);

type Plan = {
  items: number;
  reliability: number;
  usdPerLabel: number;
  usdPerJudgement: number;
  /** Fewest answers people judge, so that the model is checked at all. */
  fewestLabels: number;
};

/** More judgements by a model than this many times what people would judge hardly add anything. */
const mostTimes = 50;

const tiny = 1e-12;

/** Judgements by the model, labelled ones included, that make up for judging only so many by people. */
export function judgedFor({
  items,
  reliability,
  labels,
}: {
  items: number;
  reliability: number;
  labels: number;
}): number {
  const left = 1 / items - (1 - reliability) / labels;
  if (reliability <= tiny || left <= tiny / items) return Number.POSITIVE_INFINITY;
  return Math.max(labels, Math.ceil(reliability / left - 1e-9));
}

function cheapestLabels({ items, reliability, usdPerLabel, usdPerJudgement, fewestLabels }: Plan): number {
  if (items <= 0) return 0;
  const ratio = usdPerLabel > 0 ? usdPerJudgement / usdPerLabel : Number.POSITIVE_INFINITY;
  const best = items * (1 - reliability + Math.sqrt(reliability * (1 - reliability) * ratio));
  const atMost = (1 - reliability) / (1 / items - reliability / (mostTimes * items));
  const labels = Math.max(Math.min(fewestLabels, items), Math.ceil(Math.max(best, atMost) - 1e-9));
  const judged = judgedFor({ items, reliability, labels });
  const usd = labels * usdPerLabel + judged * usdPerJudgement;
  return labels < items && usd < items * usdPerLabel ? labels : items;
}

/**
 * Tenenbein's double sampling (1970): the variance p(1 − p) ((1 − K)/n + K/N) of n labels among N judged by the model
 * must be that of `items` labels alone, at the lowest cost. Where no model pays, people judge all.
 */
export const labelsByPeople = formula(
  {
    id: "evaluation.labelsByPeople",
    title: "Answers people judge to check the model, at the lowest cost",
    unit: "item",
    reads:
      "n × (1 − K + √(K(1 − K) × cost of a judgement by the model ÷ by people)), K the reliability, rounded up; n where no model pays",
    source: sources.tenenbein,
    example: {
      of: "200 wanted, reliability 0.64, 100 to 1 in cost: 200 × (0.36 + 0.048)",
      given: { items: 200, reliability: 0.64, usdPerLabel: 1, usdPerJudgement: 0.01, fewestLabels: 30 },
      gives: 82,
    },
  },
  cheapestLabels,
);

export const judgedByModel = formula(
  {
    id: "evaluation.judgedByModel",
    title: "Judged by a model",
    unit: "item",
    reads:
      "K ÷ (1 ÷ answers wanted − (1 − K) ÷ labels by people), rounded up, labelled ones included; 0 where people judge all",
    source: sources.tenenbein,
    example: {
      of: "200 wanted, reliability 0.64, 82 labels: 0.64 ÷ (0.005 − 0.36 ÷ 82)",
      given: { items: 200, reliability: 0.64, labels: 82 },
      gives: 1050,
    },
  },
  (given: { items: number; reliability: number; labels: number }) =>
    given.labels >= given.items ? 0 : judgedFor(given),
);

export const labelledRoundUsd = formula(
  {
    id: "evaluation.labelledRoundUsd",
    title: "Cost with so many labels by people",
    unit: "USD",
    reads: "labels × cost of one + judgements by the model × price of one",
    source: "definition",
    example: {
      of: "82 labels at 1 USD, 1,050 judgements at 1 cent",
      given: { labels: 82, judged: 1050, usdPerLabel: 1, usdPerJudgement: 0.01 },
      gives: 92.5,
    },
  },
  ({
    labels,
    judged,
    usdPerLabel,
    usdPerJudgement,
  }: Omit<Plan, "items" | "reliability" | "fewestLabels"> & {
    labels: number;
    judged: number;
  }) => labels * usdPerLabel + judged * usdPerJudgement,
);
