import jstat from "jstat";
import { formula } from "../figure";
import { sources } from "../sources";
import { normalQuantile } from "./sample-size";

/** How many answers to judge, for each kind of question asked of a test. */

/** What a product that should be whole gains in its last digits does not ask for one more. */
const whole = (items: number): number => Math.ceil(items * (1 - 1e-12));

/** Not rounded, as the correction for a finite population comes before that. */
export const waldItems = formula(
  {
    id: "evaluation.waldItems",
    title: "Answers to judge (Wald), before rounding",
    unit: "item",
    reads: "z² × p × (1 − p) ÷ margin²",
    source: sources.cochran,
    example: {
      of: "half right, ± 5 points, 95 %",
      given: { expectedShare: 0.5, marginOfError: 0.05, confidence: 0.95 },
      gives: 384.145_882,
      within: 1e-8,
    },
  },
  ({
    expectedShare,
    marginOfError,
    confidence,
  }: {
    expectedShare: number;
    marginOfError: number;
    confidence: number;
  }) => (normalQuantile(confidence) ** 2 * expectedShare * (1 - expectedShare)) / marginOfError ** 2,
);

export const wholeItems = formula(
  {
    id: "evaluation.wholeItems",
    title: "Whole answers",
    unit: "item",
    reads: "rounded up, at least 1",
    source: "definition",
    example: { of: "384.1", given: { items: 384.1 }, gives: 385 },
  },
  ({ items }: { items: number }) => Math.max(1, whole(items)),
);

export const finiteSampleSize = formula(
  {
    id: "evaluation.finiteSampleSize",
    title: "Answers to judge of so many in all",
    unit: "item",
    reads: "n ÷ (1 + (n − 1) ÷ N), rounded up, never more than N",
    source: sources.cochran,
    example: { of: "384.15 wanted of 1,000", given: { items: 384.15, population: 1000 }, gives: 278 },
  },
  ({ items, population }: { items: number; population: number }) =>
    Math.min(population, whole(items / (1 + (items - 1) / population))),
);

type Two = { p1: number; p2: number; alpha: number; power: number };

const upper = (tail: number): number => -jstat.normal.inv(tail, 0, 1);

/** Range: p1 ≠ p2. Without a correction for continuity. */
export const twoProportions = formula(
  {
    id: "evaluation.twoProportions",
    title: "Answers to judge of each of two systems",
    unit: "item",
    reads: "(z(α/2) × √(2p̄q̄) + z(β) × √(p₁q₁ + p₂q₂))² ÷ (p₁ − p₂)², rounded up",
    source: sources.fleissRates,
    example: {
      of: "85 % against 80 %, α 0.05, power 0.8",
      given: { p1: 0.85, p2: 0.8, alpha: 0.05, power: 0.8 },
      gives: 906,
    },
  },
  ({ p1, p2, alpha, power }: Two) => {
    const mean = (p1 + p2) / 2;
    const root =
      upper(alpha / 2) * Math.sqrt(2 * mean * (1 - mean)) + upper(1 - power) * Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2));
    return whole(root ** 2 / (p1 - p2) ** 2);
  },
);

type Paired = Two & { discordance: number };

/** Range: discordance at least the difference. */
export const pairedProportions = formula(
  {
    id: "evaluation.pairedProportions",
    title: "Answers judged for both of two systems",
    unit: "item",
    reads: "(z(α/2) × √d + z(β) × √(d − δ²))² ÷ δ², d the share on which they differ, δ the difference, rounded up",
    source: sources.connor,
    example: {
      of: "85 % against 80 %, differing on 15 %, α 0.05, power 0.8",
      given: { p1: 0.85, p2: 0.8, alpha: 0.05, power: 0.8, discordance: 0.15 },
      gives: 469,
    },
  },
  ({ p1, p2, alpha, power, discordance }: Paired) => {
    const difference = Math.abs(p1 - p2);
    const root =
      upper(alpha / 2) * Math.sqrt(discordance) + upper(1 - power) * Math.sqrt(discordance - difference ** 2);
    return whole(root ** 2 / difference ** 2);
  },
);

export const zeroFailures = formula(
  {
    id: "evaluation.zeroFailures",
    title: "Answers without any failure",
    unit: "item",
    reads: "ln(1 − confidence) ÷ ln(1 − largest failure rate), rounded up: about 3 ÷ rate at 95 %",
    source: sources.ruleOfThree,
    example: { of: "fewer than 1 in 100 at 95 %", given: { maxFailureRate: 0.01, confidence: 0.95 }, gives: 299 },
  },
  ({ maxFailureRate, confidence }: { maxFailureRate: number; confidence: number }) =>
    whole(Math.log1p(-confidence) / Math.log1p(-maxFailureRate)),
);

/** Answers of one family of questions are alike: m of them say less than m unlike ones. */
export const designEffect = formula(
  {
    id: "evaluation.designEffect",
    title: "Design effect of variations",
    unit: "1",
    reads: "1 + (variations of a question − 1) × correlation within a family",
    source: sources.kish,
    example: { of: "5 variations, correlation 0.3", given: { variations: 5, correlation: 0.3 }, gives: 2.2 },
  },
  ({ variations, correlation }: { variations: number; correlation: number }) => 1 + (variations - 1) * correlation,
);

/** Judges err independently. An even split is decided by a coin. */
export const majorityAccuracy = formula(
  {
    id: "evaluation.majorityAccuracy",
    title: "How often the majority of judges is right",
    unit: "share",
    reads: "P(more than half of r judges are right) + half of P(an even split), each right with the same chance",
    source: sources.condorcet,
    example: {
      of: "3 judges, each right 8 times in 10",
      given: { judges: 3, accuracy: 0.8 },
      gives: 0.896,
      within: 1e-12,
    },
  },
  ({ judges, accuracy }: { judges: number; accuracy: number }) => {
    let sum = 0;
    let choose = 1;
    for (let right = 0; right <= judges; right += 1) {
      const chance = choose * accuracy ** right * (1 - accuracy) ** (judges - right);
      if (2 * right > judges) sum += chance;
      else if (2 * right === judges) sum += chance / 2;
      choose = (choose * (judges - right)) / (right + 1);
    }
    return sum;
  },
);

type Judged = { seenShare: number; sensitivity: number; specificity: number };

/** Range: sensitivity + specificity > 1. Held within 0 and 1. */
export const rateBehindJudge = formula(
  {
    id: "evaluation.rateBehindJudge",
    title: "Share right behind what a judge model sees",
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

type Harm = {
  requests: number;
  errorShare: number;
  credibleShare: number;
  reviewShare: number;
  detectionShare: number;
  errorUsd: number;
};

export const expectedHarmUsd = formula(
  {
    id: "evaluation.expectedHarmUsd",
    title: "Harm by wrong answers that look right",
    unit: "USD",
    reads:
      "requests × share wrong × share of those that look credible × (1 − share reviewed × share found in review) × cost of one",
    source: "definition",
    example: {
      of: "1,000 answers, 4 % wrong, half of those credible, a fifth reviewed and 90 % of errors found, 50 USD each",
      given: {
        requests: 1000,
        errorShare: 0.04,
        credibleShare: 0.5,
        reviewShare: 0.2,
        detectionShare: 0.9,
        errorUsd: 50,
      },
      gives: 820,
    },
  },
  ({ requests, errorShare, credibleShare, reviewShare, detectionShare, errorUsd }: Harm) =>
    requests * errorShare * credibleShare * (1 - reviewShare * detectionShare) * errorUsd,
);

type Criterion = { trueShare: number; threshold: number; items: number; confidence: number };

/** Exact over the binomial distribution of what the test will show. */
export const chanceToPass = formula(
  {
    id: "evaluation.chanceToPass",
    title: "Chance to pass the criterion",
    unit: "share",
    reads: "P(the lower end of Wilson's interval is at or above the threshold), over what n answers may show",
    source: sources.wilson,
    example: {
      of: "two answers, both right, at a threshold of 0",
      given: { trueShare: 0.5, threshold: 0, items: 2, confidence: 0.95 },
      gives: 1,
      within: 1e-9,
    },
  },
  ({ trueShare, threshold, items, confidence }: Criterion) => {
    const z = normalQuantile(confidence);
    const lower = (right: number): number => {
      const share = right / items;
      const half = z * Math.sqrt((share * (1 - share)) / items + (z * z) / (4 * items * items));
      return (share + (z * z) / (2 * items) - half) / (1 + (z * z) / items);
    };
    let fewest = items + 1;
    let low = 0;
    while (low < fewest) {
      const middle = Math.floor((low + fewest) / 2);
      if (middle <= items && lower(middle) >= threshold - 1e-12) fewest = middle;
      else low = middle + 1;
    }
    if (fewest > items) return 0;
    if (trueShare >= 1) return 1;
    if (trueShare <= 0) return fewest === 0 ? 1 : 0;
    let sum = 0;
    for (let right = fewest; right <= items; right += 1) {
      const log =
        jstat.gammaln(items + 1) -
        jstat.gammaln(right + 1) -
        jstat.gammaln(items - right + 1) +
        right * Math.log(trueShare) +
        (items - right) * Math.log1p(-trueShare);
      sum += Math.exp(log);
    }
    return Math.min(1, sum);
  },
);

export const itemsForDesign = formula(
  {
    id: "evaluation.itemsForDesign",
    title: "Answers to judge, with variations",
    unit: "item",
    reads: "answers to unlike questions × design effect, rounded up",
    source: sources.kish,
    example: { of: "93 at a design effect of 2.2", given: { items: 93, designEffect: 2.2 }, gives: 205 },
  },
  ({ items, designEffect: effect }: { items: number; designEffect: number }) => whole(items * effect),
);

export const largerSample = formula(
  {
    id: "evaluation.largerSample",
    title: "Answers to judge",
    unit: "item",
    reads: "the larger of: answers for the margin; answers without a critical failure",
    source: "definition",
    example: { of: "93 and 299", given: { items: 93, other: 299 }, gives: 299 },
  },
  ({ items, other }: { items: number; other: number }) => Math.max(items, other),
);

export const judgedItems = formula(
  {
    id: "evaluation.judgedItems",
    title: "Judged by a model",
    unit: "item",
    reads: "answers × share judged by a model, rounded down",
    source: "definition",
    example: { of: "half of 93", given: { items: 93, share: 0.5 }, gives: 46 },
  },
  ({ items, share }: { items: number; share: number }) => Math.floor(items * share),
);

export const judgedByPeople = formula(
  {
    id: "evaluation.judgedByPeople",
    title: "Judged by people",
    unit: "item",
    reads: "answers − those judged by a model",
    source: "definition",
    example: { of: "46 of 93 by a model", given: { items: 93, judgedByModel: 46 }, gives: 47 },
  },
  ({ items, judgedByModel }: { items: number; judgedByModel: number }) => items - judgedByModel,
);

type Counting = {
  items: number;
  designEffect: number;
  judgeModelShare: number;
  sensitivity: number;
  specificity: number;
};

/** A corrected judge's answers vary more by the square of what its correction divides by. */
export const itemsThatCount = formula(
  {
    id: "evaluation.itemsThatCount",
    title: "Answers that count as unlike and rightly judged",
    unit: "item",
    reads:
      "answers ÷ design effect × (share judged by people + share judged by a model × (sensitivity + specificity − 1)²)",
    source: sources.roganGladen,
    example: {
      of: "200 at a design effect of 2, half judged by a model of 0.9 and 0.8",
      given: { items: 200, designEffect: 2, judgeModelShare: 0.5, sensitivity: 0.9, specificity: 0.8 },
      gives: 74.5,
      within: 1e-12,
    },
  },
  ({ items, designEffect: effect, judgeModelShare, sensitivity, specificity }: Counting) =>
    (items / effect) * (1 - judgeModelShare + judgeModelShare * (sensitivity + specificity - 1) ** 2),
);
