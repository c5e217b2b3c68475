import { derive, type Figure, formula } from "../figure";
import type { ScenarioFigures } from "../resolve/document";
import { sources } from "../sources";
import type { StepCostFigures } from "./step/costs";

/** What protecting data in use and looking into prompts does to the time of a step and of a request. */

export const trustedSlowdown = formula(
  {
    id: "serving.trustedSlowdown",
    title: "Slowdown in a trusted environment",
    unit: "1",
    reads: "1 ÷ (1 − share of speed lost to confidential computing)",
    source: sources.confidentialInference,
    example: { of: "6 % lost", given: { lossShare: 0.06 }, gives: 1 / 0.94 },
  },
  ({ lossShare }: { lossShare: number }) => 1 / (1 - lossShare),
);

type Waits = { hostSeconds: number; scrubs: boolean; scrubSeconds: number; checks: boolean; guardSeconds: number };

export const withInlineSeconds = formula(
  {
    id: "serving.withInlineSeconds",
    title: "Host's time of a request, with scrubbing and checking",
    unit: "s",
    reads: "host's time + time to scrub the prompt + time to check, each where it is done",
    source: "definition",
    example: {
      of: "8 ms, 100 ms to scrub, no check",
      given: { hostSeconds: 0.008, scrubs: true, scrubSeconds: 0.1, checks: false, guardSeconds: 0.2 },
      gives: 0.108,
      within: 1e-12,
    },
  },
  ({ hostSeconds, scrubs, scrubSeconds, checks, guardSeconds }: Waits) =>
    hostSeconds + (scrubs ? scrubSeconds : 0) + (checks ? guardSeconds : 0),
);

export const bothSlowdowns = formula(
  {
    id: "serving.bothSlowdowns",
    title: "Slowdown of both",
    unit: "1",
    reads: "slowdown in a trusted environment × error factor",
    source: "definition",
    example: {
      of: "6 % lost, 10 % slower than estimated",
      given: { trusted: 1 / 0.94, error: 1.1 },
      gives: 1.1 / 0.94,
    },
  },
  ({ trusted, error }: { trusted: number; error: number }) => trusted * error,
);

/** Costs of a step in the plan's environment: unchanged where nothing is protected or looked into. */
export function protectedCosts(costs: StepCostFigures, { privacy }: ScenarioFigures): StepCostFigures {
  const trusted = privacy.protection.value === "confidential" && privacy.confidentialLossShare.value > 0;
  const inline = privacy.scrubsPrompts.value || privacy.filtersOutput.value;
  if (!trusted && !inline) return costs;
  return {
    ...costs,
    ...(trusted && { slowdown: derive(trustedSlowdown, { lossShare: privacy.confidentialLossShare }) }),
    ...(inline && {
      hostSecondsPerRequest: derive(withInlineSeconds, {
        hostSeconds: costs.hostSecondsPerRequest,
        scrubs: privacy.scrubsPrompts,
        scrubSeconds: privacy.scrubSeconds,
        checks: privacy.filtersOutput,
        guardSeconds: privacy.guardSeconds,
      }),
    }),
  };
}

/** An error factor on top of a slowdown that is there already. */
export const withError = (slowdown: Figure<number>, error: Figure<number>): Figure<number> =>
  slowdown.value === 1 ? error : derive(bothSlowdowns, { trusted: slowdown, error });
