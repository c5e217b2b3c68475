import { derive, formula } from "../figure";
import { assumptions } from "../resolve/assumptions";
import type { ScenarioFigures } from "../resolve/document";
import { hoursPerMonth, monthsPerYear, tokensPerMtoken } from "../units";
import type { CostInputs } from "./inputs";
import { everyMonth, type PlanLine, planLine } from "./line";

/** Fine-tuning an API's own model: what its provider asks for a run, for keeping the result ready, and for calls of it. */

type Run = { examples: number; tokensPerExample: number; epochs: number; usdPerMtoken: number };

export const apiFineTuneUsd = formula(
  {
    id: "cost.apiFineTuneUsd",
    title: "A fine-tune by the API's provider",
    unit: "USD",
    reads: "examples to train on × tokens of one × passes ÷ 1,000,000 × price per million training tokens",
    source: {
      title: "Microsoft, cost management for fine-tuning (training tokens × epochs × price per token)",
      url: "https://learn.microsoft.com/azure/foundry/openai/how-to/fine-tuning-cost-management",
      asOf: "2026-11",
    },
    example: {
      of: "100,000 tokens in 200 examples, four passes, 25 USD a million: 10 USD",
      given: { examples: 200, tokensPerExample: 500, epochs: 4, usdPerMtoken: 25 },
      gives: 10,
    },
  },
  ({ examples, tokensPerExample, epochs, usdPerMtoken }: Run) =>
    ((examples * tokensPerExample * epochs) / tokensPerMtoken) * usdPerMtoken,
);

export const apiFineTunesUsdPerMonth = formula(
  {
    id: "cost.apiFineTunesUsdPerMonth",
    title: "Further fine-tunes of the API's model",
    unit: "USD/month",
    reads: "fine-tunes a year ÷ 12 × cost of one",
    source: "definition",
    example: { of: "four a year at 30 USD", given: { fineTunesPerYear: 4, usdEach: 30 }, gives: 10 },
  },
  ({ fineTunesPerYear, usdEach }: { fineTunesPerYear: number; usdEach: number }) =>
    (fineTunesPerYear / monthsPerYear) * usdEach,
);

export const tunedHostingUsd = formula(
  {
    id: "cost.tunedHostingUsd",
    title: "Keeping the fine-tuned model ready",
    unit: "USD/month",
    reads: "price per hour × hours in a mean month, called or not",
    source: "definition",
    example: { of: "2 USD an hour", given: { usdPerHour: 2 }, gives: 1461 },
  },
  ({ usdPerHour }: { usdPerHour: number }) => usdPerHour * hoursPerMonth,
);

export const tunedUsdPerMtoken = formula(
  {
    id: "cost.tunedUsdPerMtoken",
    title: "Price of the fine-tuned model",
    unit: "USD/Mtoken",
    reads: "list price × price of the fine-tuned model relative to it",
    source: "definition",
    example: {
      of: "GPT-4.1's input: 2 USD, and 3 USD fine-tuned",
      given: { usdPerMtoken: 2, factor: 1.5 },
      gives: 3,
    },
  },
  ({ usdPerMtoken, factor }: { usdPerMtoken: number; factor: number }) => usdPerMtoken * factor,
);

const isTuned = ({ paths }: ScenarioFigures): boolean => paths.api.fineTuned.value;

/** A run for launch and after each move to another model, the runs of the year, and what keeping it ready costs. */
export function apiFineTuneLines({ scenario, data, maintenance }: CostInputs): PlanLine[] {
  if (!isTuned(scenario)) return [];
  const { fineTuneUsdPerMtoken, fineTuneHostingUsdPerHour } = scenario.paths.api;
  const { fineTuneTokensPerExample, fineTuneEpochs, fineTunesPerYear } = scenario.maintenance;
  const months = scenario.economics.horizonMonths.value;
  const usdEach = derive(apiFineTuneUsd, {
    examples: data.examples.trainable,
    tokensPerExample: fineTuneTokensPerExample,
    epochs: fineTuneEpochs,
    usdPerMtoken: fineTuneUsdPerMtoken,
  });
  const moves = maintenance.upkeep.calendar.flatMap(({ month, kind }) =>
    String(kind) === "migration" ? [Number(month)] : [],
  );
  const due = new Set([0, ...moves]);
  const running = { kind: "running", consideration: "maintenance" } as const;
  const hosted = fineTuneHostingUsdPerHour.value > 0;
  return [
    planLine(
      {
        id: "apiFineTuneRuns",
        label: "API: model fine-tuned for launch and after a move",
        kind: "oneOff",
        consideration: "maintenance",
      },
      "nothing",
      Array.from({ length: months }, (_, month) => (due.has(month) ? usdEach : assumptions.nothing)),
    ),
    planLine(
      { id: "apiFineTuning", label: "API: further fine-tunes of the model", ...running },
      "nothing",
      everyMonth(derive(apiFineTunesUsdPerMonth, { fineTunesPerYear, usdEach }), months),
    ),
    ...(hosted
      ? [
          planLine(
            { id: "apiFineTuneHosting", label: "API: fine-tuned model kept ready", ...running },
            "nothing",
            everyMonth(derive(tunedHostingUsd, { usdPerHour: fineTuneHostingUsdPerHour }), months),
          ),
        ]
      : []),
  ];
}
