import type { FineTuneGoal } from "@/lib/contract/scenario";
import { formula } from "../figure";

/** How many examples fine-tuning takes, how many of those planned it can have, and what the rest costs. */

/** Orders of magnitude that studies agree on, each within the range it names. */
const usual: Record<FineTuneGoal, number> = { none: 0, style: 500, skill: 5000, knowledge: 20_000 };

export const examplesNeeded = formula(
  {
    id: "data.examplesNeeded",
    title: "Examples that fine-tuning needs",
    unit: "item",
    reads:
      "style: 10² to 10³ (LIMA: 1,000), taken as 500; a task: 10³ to 10⁴ (InstructGPT: 13,000), taken as 5,000; a field of knowledge: 10⁴ to 10⁵ (LoRA learns less: 100,000), taken as 20,000",
    source: {
      title:
        "C. Zhou et al., LIMA (2023); L. Ouyang et al., Training language models to follow instructions (2022); D. Biderman et al., LoRA learns less and forgets less (2024)",
      url: "https://arxiv.org/abs/2305.11206",
      asOf: "2024",
    },
    example: { of: "a task", given: { goal: "skill" }, gives: 5000 },
  },
  ({ goal }: { goal: FineTuneGoal }) => usual[goal],
);

export const heldOutExamples = formula(
  {
    id: "data.heldOutExamples",
    title: "Examples held out to test with",
    unit: "item",
    reads: "examples × share held out",
    source: "definition",
    example: { of: "a tenth of 1,000", given: { examples: 1000, heldOutShare: 0.1 }, gives: 100 },
  },
  ({ examples, heldOutShare }: { examples: number; heldOutShare: number }) => examples * heldOutShare,
);

type Split = { examples: number; heldOutShare: number; leakedShare: number };

export const trainableExamples = formula(
  {
    id: "data.trainableExamples",
    title: "Examples left to train on",
    unit: "item",
    reads: "examples × (1 − share held out) × (1 − share that repeats a test example)",
    source: "definition",
    example: {
      of: "1,000, a tenth held out, 4 % leaked",
      given: { examples: 1000, heldOutShare: 0.1, leakedShare: 0.04 },
      gives: 864,
      within: 1e-12,
    },
  },
  ({ examples, heldOutShare, leakedShare }: Split) => examples * (1 - heldOutShare) * (1 - leakedShare),
);

type Missing = { needed: number; trainable: number; heldOutShare: number; leakedShare: number };

export const examplesMissing = formula(
  {
    id: "data.examplesMissing",
    title: "Examples still missing",
    unit: "item",
    reads: "(examples needed − those left to train on, never below 0) ÷ share of any example that training gets",
    source: "definition",
    example: {
      of: "5,000 needed, 1,500 left, a tenth of more held out too",
      given: { needed: 5000, trainable: 1500, heldOutShare: 0.125, leakedShare: 0 },
      gives: 4000,
    },
  },
  ({ needed, trainable, heldOutShare, leakedShare }: Missing) =>
    Math.max(0, needed - trainable) / ((1 - heldOutShare) * (1 - leakedShare)),
);

export const partByPeople = formula(
  {
    id: "data.missingByPeople",
    title: "Missing ones that people label",
    unit: "item",
    reads: "missing × (1 − share a model writes)",
    source: "definition",
    example: { of: "4,000, half by a model", given: { missing: 4000, syntheticShare: 0.5 }, gives: 2000 },
  },
  ({ missing, syntheticShare }: { missing: number; syntheticShare: number }) => missing * (1 - syntheticShare),
);

export const syntheticUsd = formula(
  {
    id: "data.syntheticUsd",
    title: "Examples a model writes",
    unit: "USD",
    reads: "missing × share a model writes × cost of one",
    source: "definition",
    example: {
      of: "half of 4,000 at 0.11",
      given: { missing: 4000, syntheticShare: 0.5, usdPerExample: 0.11 },
      gives: 220,
    },
  },
  ({ missing, syntheticShare, usdPerExample }: { missing: number; syntheticShare: number; usdPerExample: number }) =>
    missing * syntheticShare * usdPerExample,
);
