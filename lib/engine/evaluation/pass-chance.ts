import jstat from "jstat";
import { formula } from "../figure";
import { sources } from "../sources";
import { normalQuantile } from "../statistics/intervals";
import { atLeast } from "./binomial";
import { fewestToPass, stricter } from "./interval";

/** What a test can tell: how often good and bad systems pass, one criterion at a time and all together. */

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
  ({ trueShare, ...test }: Criterion) => atLeast(fewestToPass(test), test.items, trueShare),
);

/** Beyond this a test is too large to be worth finding its exact size. */
const mostItems = 20_000;

type Powered = {
  trueShare: number;
  threshold: number;
  confidence: number;
  powerShare: number;
  criteria: number;
  corrected: boolean;
};

/** Range: 0 where the share is not above the threshold, or no test up to 20,000 answers would do. */
export const itemsForPower = formula(
  {
    id: "evaluation.itemsForPower",
    title: "Answers for a good system to pass",
    unit: "item",
    reads:
      "the smallest n at which one as good as expected passes with chance power^(1/k), at confidence 1 − (1 − confidence)/k where k criteria are corrected for; found exactly",
    source: sources.wilson,
    example: {
      of: "85 % right where 70 % must be shown, 80 % power, one criterion",
      given: { trueShare: 0.85, threshold: 0.7, confidence: 0.95, powerShare: 0.8, criteria: 1, corrected: true },
      gives: 60,
    },
  },
  ({ trueShare, threshold, confidence, powerShare, criteria, corrected }: Powered) => {
    if (trueShare <= threshold) return 0;
    const level = corrected ? stricter(confidence, criteria) : confidence;
    const target = powerShare ** (1 / Math.max(1, criteria));
    const z = normalQuantile(level);
    const root =
      z * Math.sqrt(threshold * (1 - threshold)) +
      jstat.normal.inv(target, 0, 1) * Math.sqrt(trueShare * (1 - trueShare));
    const about = (root / (trueShare - threshold)) ** 2;
    if (about > mostItems) return 0;
    // The chance is a saw: where it first reaches the target lies near the normal approximation.
    const spread = 8 * Math.sqrt(about) + 60;
    for (let items = Math.max(1, Math.floor(about - spread)); items <= about + spread; items += 1) {
      if (chanceToPass({ trueShare, threshold, items, confidence: level }) >= target) return items;
    }
    return 0;
  },
);

type Together = {
  trueShares: readonly number[];
  thresholds: readonly number[];
  items: readonly number[];
  confidence: number;
  corrected: boolean;
};

/** Holm: the surest criterion must clear at confidence 1 − α/k, the next at 1 − α/(k − 1), and so on. */
function chanceAll({ trueShares, thresholds, items, confidence, corrected }: Together): number {
  const k = trueShares.length;
  const chance = (at: number, level: number) =>
    chanceToPass({
      trueShare: trueShares[at] ?? 0,
      threshold: thresholds[at] ?? 1,
      items: items[at] ?? 1,
      confidence: stricter(confidence, level),
    });
  if (!corrected || k < 2) return trueShares.reduce((product, _, at) => product * chance(at, 1), 1);
  const clears = trueShares.map((_, at) =>
    Array.from({ length: k + 2 }, (__, level) => (level > k ? 0 : chance(at, level))),
  );
  // By set of criteria that clear at the level so far, from the strictest to the plainest.
  const sets = new Float64Array(2 ** k);
  sets[0] = 1;
  for (let level = k; level >= 1; level -= 1) {
    clears.forEach((chances, at) => {
      const stricterOne = chances[level + 1] ?? 0;
      const joins = stricterOne >= 1 ? 0 : ((chances[level] ?? 0) - stricterOne) / (1 - stricterOne);
      for (let set = 0; set < sets.length; set += 1) {
        if ((set >> at) & 1) continue;
        const held = sets[set] ?? 0;
        sets[set | (1 << at)] = (sets[set | (1 << at)] ?? 0) + held * joins;
        sets[set] = held * (1 - joins);
      }
    });
    for (let set = 0; set < sets.length; set += 1) if (sizeOf(set) < k - level + 1) sets[set] = 0;
  }
  return Math.min(1, sets[sets.length - 1] ?? 0);
}

function sizeOf(set: number): number {
  let size = 0;
  for (let left = set; left > 0; left >>= 1) size += left & 1;
  return size;
}

export const chanceAllPass = formula(
  {
    id: "evaluation.chanceAllPass",
    title: "Chance to pass everything that must be passed",
    unit: "share",
    reads:
      "P(every criterion clears, the surest at confidence 1 − α/k, the next at 1 − α/(k − 1), … by Holm), criteria taken as independent of one another",
    source: sources.holm,
    example: {
      of: "one criterion, two answers at a threshold of 0",
      given: { trueShares: [0.5], thresholds: [0], items: [2], confidence: 0.95, corrected: true },
      gives: 1,
      within: 1e-9,
    },
  },
  chanceAll,
);

export const chanceWorstPasses = formula(
  {
    id: "evaluation.chanceWorstPasses",
    title: "Chance of a false go",
    unit: "share",
    reads: "the largest chance to pass everything with one criterion just at its limit and all others as expected",
    source: "definition",
    example: {
      of: "one criterion that anything passes",
      given: { trueShares: [0.5], limits: [0], thresholds: [0], items: [2], confidence: 0.95, corrected: true },
      gives: 1,
      within: 1e-9,
    },
  },
  ({ limits, ...all }: Together & { limits: readonly number[] }) =>
    Math.max(
      0,
      ...limits.map((limit, at) =>
        chanceAll({ ...all, trueShares: all.trueShares.map((share, each) => (each === at ? limit : share)) }),
      ),
    ),
);

export const falseStop = formula(
  {
    id: "evaluation.falseStop",
    title: "Chance of a false stop",
    unit: "share",
    reads: "1 − chance that a system as good as expected passes everything",
    source: "definition",
    example: { of: "passes in 95 %", given: { chance: 0.95 }, gives: 0.05, within: 1e-12 },
  },
  ({ chance }: { chance: number }) => 1 - chance,
);

export const shiftedShare = formula(
  {
    id: "evaluation.shiftedShare",
    title: "True share good",
    unit: "share",
    reads: "expected share + how far off, within 0 and 1",
    source: "definition",
    example: { of: "5 points below 85 %", given: { share: 0.85, shift: -0.05 }, gives: 0.8, within: 1e-12 },
  },
  ({ share, shift }: { share: number; shift: number }) => Math.min(1, Math.max(0, share + shift)),
);

type Weighed = { shares: readonly number[]; weights: readonly number[] };

const mean = ({ shares, weights }: Weighed): number => {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const each = (at: number) => (all > 0 ? (weights[at] ?? 0) / all : 1 / shares.length);
  return shares.reduce((sum, share, at) => sum + share * each(at), 0);
};

/** Squared standard error of the weighted mean, criteria taken as independent. */
const squaredError = ({ shares, weights, items }: Weighed & { items: readonly number[] }): number => {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return shares.reduce((sum, share, at) => {
    const weight = all > 0 ? (weights[at] ?? 0) / all : 1 / shares.length;
    return sum + (weight ** 2 * share * (1 - share)) / Math.max(1, items[at] ?? 1);
  }, 0);
};

export const weightedScore = formula(
  {
    id: "evaluation.weightedScore",
    title: "Score of all perspectives",
    unit: "share",
    reads: "sum of weight × share good ÷ sum of weights",
    source: "definition",
    example: {
      of: "90 % at weight 3, 70 % at 1",
      given: { shares: [0.9, 0.7], weights: [3, 1] },
      gives: 0.85,
      within: 1e-12,
    },
  },
  mean,
);

export const weightedLow = formula(
  {
    id: "evaluation.weightedLow",
    title: "Lower end of the score of all",
    unit: "share",
    reads: "score − z × √(sum of (weight ÷ all weights)² × p(1 − p) ÷ n)",
    source: sources.cochran,
    example: {
      of: "half of 100 good, at 95 %",
      given: { shares: [0.5], weights: [1], items: [100], confidence: 0.95 },
      gives: 0.402_001_8,
      within: 1e-6,
    },
  },
  ({ confidence, ...all }: Weighed & { items: readonly number[]; confidence: number }) =>
    mean(all) - normalQuantile(confidence) * Math.sqrt(squaredError(all)),
);

export const weightedHigh = formula(
  {
    id: "evaluation.weightedHigh",
    title: "Upper end of the score of all",
    unit: "share",
    reads: "score + z × √(sum of (weight ÷ all weights)² × p(1 − p) ÷ n)",
    source: sources.cochran,
    example: {
      of: "half of 100 good, at 95 %",
      given: { shares: [0.5], weights: [1], items: [100], confidence: 0.95 },
      gives: 0.597_998_2,
      within: 1e-6,
    },
  },
  ({ confidence, ...all }: Weighed & { items: readonly number[]; confidence: number }) =>
    mean(all) + normalQuantile(confidence) * Math.sqrt(squaredError(all)),
);

export const chanceOverall = formula(
  {
    id: "evaluation.chanceOverall",
    title: "Chance that the score of all is reached",
    unit: "share",
    reads: "Φ((expected score − what must be reached) ÷ its standard error − z)",
    source: sources.cochran,
    example: {
      of: "a score expected z standard errors above",
      given: { shares: [0.5], weights: [1], items: [100], confidence: 0.95, passShare: 0.402_001_8 },
      gives: 0.5,
      within: 1e-5,
    },
  },
  ({
    confidence,
    passShare,
    ...all
  }: Weighed & { items: readonly number[]; confidence: number; passShare: number }) => {
    const error = Math.sqrt(squaredError(all));
    const above = mean(all) - passShare;
    if (error === 0) return above >= 0 ? 1 : 0;
    return jstat.normal.cdf(above / error - normalQuantile(confidence), 0, 1);
  },
);

export const chanceOfGo = formula(
  {
    id: "evaluation.chanceOfGo",
    title: "Chance that a system as good as expected goes live",
    unit: "share",
    reads: "chance to pass every criterion × chance to reach the score of all, as if independent: the cautious side",
    source: "definition",
    example: { of: "0.9 and 0.8", given: { all: 0.9, overall: 0.8 }, gives: 0.72, within: 1e-12 },
  },
  ({ all, overall }: { all: number; overall: number }) => all * overall,
);
