import { formula } from "../figure";

/** Identifiers in prompts, and what finding them takes. */

type Prompts = {
  requestsPerMonth: number;
  identifiersPerPrompt: number;
  scrubsPrompts: boolean;
  promptRecallShare: number;
};

export const leaksPerMonth = formula(
  {
    id: "privacy.leaksPerMonth",
    title: "Identifiers that reach the model a month",
    unit: "1",
    reads: "requests × identifiers in a prompt × (1 − share found, where prompts are scrubbed)",
    source: "definition",
    example: {
      of: "100,000 prompts with 2 each, 98 % found",
      given: { requestsPerMonth: 100_000, identifiersPerPrompt: 2, scrubsPrompts: true, promptRecallShare: 0.98 },
      gives: 4000,
      within: 1e-6,
    },
  },
  ({ requestsPerMonth, identifiersPerPrompt, scrubsPrompts, promptRecallShare }: Prompts) =>
    requestsPerMonth * identifiersPerPrompt * (scrubsPrompts ? 1 - promptRecallShare : 1),
);

type Inline = { scrubsPrompts: boolean; scrubSeconds: number; filtersOutput: boolean; guardSeconds: number };

export const inlineSeconds = formula(
  {
    id: "privacy.inlineSeconds",
    title: "Wait for scrubbing and checking",
    unit: "s",
    reads: "time to scrub a prompt + time to check, each where it is done",
    source: "definition",
    example: {
      of: "both, 100 and 200 ms",
      given: { scrubsPrompts: true, scrubSeconds: 0.1, filtersOutput: true, guardSeconds: 0.2 },
      gives: 0.3,
      within: 1e-12,
    },
  },
  ({ scrubsPrompts, scrubSeconds, filtersOutput, guardSeconds }: Inline) =>
    (scrubsPrompts ? scrubSeconds : 0) + (filtersOutput ? guardSeconds : 0),
);

export const perThousandUsd = formula(
  {
    id: "privacy.perThousandUsd",
    title: "Scrubbing or checking in a month",
    unit: "USD/month",
    reads: "requests ÷ 1,000 × cost of a thousand",
    source: "definition",
    example: { of: "50,000 at 4 USD", given: { requests: 50_000, usdPerThousand: 4 }, gives: 200 },
  },
  ({ requests, usdPerThousand }: { requests: number; usdPerThousand: number }) => (requests / 1000) * usdPerThousand,
);
