import { formula } from "../figure";

/** What is left of documents from step to step, what that costs, and what it may leak. */

export const afterStep = formula(
  {
    id: "data.afterStep",
    title: "Left after a step",
    unit: "item",
    reads: "what comes in × (1 − share taken out)",
    source: "definition",
    example: { of: "10,000 less a tenth", given: { items: 10_000, removedShare: 0.1 }, gives: 9000 },
  },
  ({ items, removedShare }: { items: number; removedShare: number }) => items * (1 - removedShare),
);

export const tokensOfDocuments = formula(
  {
    id: "data.tokensOfDocuments",
    title: "Tokens in them",
    unit: "token",
    reads: "documents × bytes of one ÷ bytes of a token",
    source: "definition",
    example: {
      of: "9,000 of 4,000 bytes at 4",
      given: { items: 9000, bytesPerItem: 4000, bytesPerToken: 4 },
      gives: 9e6,
    },
  },
  ({ items, bytesPerItem, bytesPerToken }: { items: number; bytesPerItem: number; bytesPerToken: number }) =>
    (items * bytesPerItem) / bytesPerToken,
);

export const preparationUsd = formula(
  {
    id: "data.preparationUsd",
    title: "Cost of preparing documents",
    unit: "USD",
    reads: "documents ÷ 1,000 × cost of a thousand",
    source: "definition",
    example: { of: "50,000 at 2 USD", given: { items: 50_000, usdPerThousand: 2 }, gives: 100 },
  },
  ({ items, usdPerThousand }: { items: number; usdPerThousand: number }) => (items / 1000) * usdPerThousand,
);

export const identifiersLeft = formula(
  {
    id: "data.identifiersLeft",
    title: "Identifiers that scrubbing leaves",
    unit: "1",
    reads: "documents × identifiers in one × (1 − share found)",
    source: "definition",
    example: {
      of: "9,000 with 2 each, 95 % found",
      given: { items: 9000, perItem: 2, recallShare: 0.95 },
      gives: 900,
      within: 1e-9,
    },
  },
  ({ items, perItem, recallShare }: { items: number; perItem: number; recallShare: number }) =>
    items * perItem * (1 - recallShare),
);

/** Orders of magnitude that studies agree on; each is a geometric middle of the range it names. */
const needed = { none: 0, style: 500, skill: 5000, knowledge: 20_000 } as const;

export const examplesNeeded = formula(
  {
    id: "data.examplesNeeded",
    title: "Examples that fine-tuning needs",
    unit: "item",
    reads:
      "style: 10² to 10³, taken as 500; a task: 10³ to 10⁴, taken as 5,000; a field of knowledge: above 10⁴, taken as 20,000",
    source: {
      title:
        "C. Zhou et al., LIMA: less is more for alignment (1,000 curated examples set a style); B. Zhang et al., When scaling meets LLM finetuning (2024)",
      url: "https://arxiv.org/abs/2305.11206",
      asOf: "2024",
    },
    example: { of: "a task", given: { goal: "skill" }, gives: 5000 },
  },
  ({ goal }: { goal: keyof typeof needed }) => needed[goal],
);

export const examplesMissing = formula(
  {
    id: "data.examplesMissing",
    title: "Examples still missing",
    unit: "item",
    reads: "examples needed − examples to label, never below 0",
    source: "definition",
    example: { of: "5,000 needed, 1,500 planned", given: { needed: 5000, planned: 1500 }, gives: 3500 },
  },
  ({ needed: wanted, planned }: { needed: number; planned: number }) => Math.max(0, wanted - planned),
);
