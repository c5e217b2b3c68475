import jstat from "jstat";
import { formula } from "../figure";
import { sources } from "../sources";
import { itemsWithoutFailure, normalQuantile } from "../statistics/intervals";

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
    whole(itemsWithoutFailure({ maxFailureRate, confidence })),
);

export const itemsForDesign = formula(
  {
    id: "evaluation.itemsForDesign",
    title: "Answers to judge, with wordings",
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
