import jstat from "jstat";
import { formula } from "../figure";
import { sources } from "../sources";
import { pairedProportions } from "./plans";

/** The regression suite: each release against the one before, on the same answers (McNemar's test). */

type Suite = { dropShare: number; changedShare: number; confidence: number; powerShare: number };

/** Range: answers that change are at least as many as the drop. */
export const suiteItemsNeeded = formula(
  {
    id: "evaluation.suiteItemsNeeded",
    title: "Answers in the suite",
    unit: "item",
    reads: "Connor's size for pairs: (z(α/2) × √d + z(β) × √(d − δ²))² ÷ δ², d the share that changes, δ the drop",
    source: sources.connor,
    example: {
      of: "a drop of 5 points, 15 % changing, 95 % sure, power 0.8",
      given: { dropShare: 0.05, changedShare: 0.15, confidence: 0.95, powerShare: 0.8 },
      gives: 469,
    },
  },
  ({ dropShare, changedShare, confidence, powerShare }: Suite) =>
    pairedProportions({
      p1: dropShare,
      p2: 0,
      alpha: 1 - confidence,
      power: powerShare,
      discordance: Math.max(dropShare, changedShare),
    }),
);

export const suitePower = formula(
  {
    id: "evaluation.suitePower",
    title: "Chance that the suite shows such a drop",
    unit: "share",
    reads: "Φ((δ × √n − z(α/2) × √d) ÷ √(d − δ²))",
    source: sources.connor,
    example: {
      of: "a drop of 40 points, half changing, 23 answers (Connor 1987)",
      given: { items: 23, dropShare: 0.4, changedShare: 0.5, confidence: 0.95 },
      gives: 0.819_1,
      within: 5e-3,
    },
  },
  ({ items, dropShare, changedShare, confidence }: Omit<Suite, "powerShare"> & { items: number }) => {
    const changed = Math.max(dropShare, changedShare);
    const z = -jstat.normal.inv((1 - confidence) / 2, 0, 1);
    const spread = Math.sqrt(Math.max(0, changed - dropShare ** 2));
    const above = dropShare * Math.sqrt(items) - z * Math.sqrt(changed);
    return spread === 0 ? Number(above >= 0) : jstat.normal.cdf(above / spread, 0, 1);
  },
);

export const suiteStopsAt = formula(
  {
    id: "evaluation.suiteStopsAt",
    title: "Stop a release when so many more answers got worse than better",
    unit: "item",
    reads: "z(α/2) × √(share that changes × answers × design effect), rounded up: McNemar's limit",
    source: sources.mcnemar,
    example: {
      of: "469 answers, 15 % of them changing, 95 % sure",
      given: { items: 469, changedShare: 0.15, designEffect: 1, confidence: 0.95 },
      gives: 17,
    },
  },
  ({
    items,
    changedShare,
    designEffect,
    confidence,
  }: {
    items: number;
    changedShare: number;
    designEffect: number;
    confidence: number;
  }) =>
    Math.ceil(-jstat.normal.inv((1 - confidence) / 2, 0, 1) * Math.sqrt(changedShare * items * designEffect) - 1e-9),
);

export const suiteDesign = formula(
  {
    id: "evaluation.suiteDesign",
    title: "Answers in the suite, with wordings",
    unit: "item",
    reads: "answers to unlike questions × design effect, rounded up",
    source: sources.kish,
    example: { of: "469 at a design effect of 1.2", given: { items: 469, designEffect: 1.2 }, gives: 563 },
  },
  ({ items, designEffect }: { items: number; designEffect: number }) => Math.ceil(items * designEffect - 1e-9),
);

export const unlikeItems = formula(
  {
    id: "evaluation.unlikeItems",
    title: "Unlike answers that say as much",
    unit: "item",
    reads: "answers ÷ design effect",
    source: sources.kish,
    example: { of: "205 at 2.2", given: { items: 205, designEffect: 2.2 }, gives: 93.181_818_18, within: 1e-9 },
  },
  ({ items, designEffect }: { items: number; designEffect: number }) => items / designEffect,
);
