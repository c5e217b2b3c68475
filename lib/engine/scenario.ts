import { type Outcome, succeed } from "@/lib/contract/errors";
import type { Scenario } from "@/lib/contract/scenario";
import { resolveAcquisition } from "./resolve/acquisition";
import { figuresOf } from "./resolve/document";
import { type EstimateContext, resultOf, type ScenarioFigured } from "./result";
import { composeReplica } from "./serving/compose";
import { respondsOf } from "./serving/responds";

export type { EstimateContext, ScenarioFigured };

/** The whole result of a scenario, every number still with its working. The modules run in the design's order. */
export function estimateScenario(scenario: Scenario, context: EstimateContext): Outcome<ScenarioFigured> {
  const { reference, calibration } = context;
  const figures = figuresOf(scenario, reference);
  const acquisition = resolveAcquisition(figures, reference);
  if (!acquisition.ok) return acquisition;
  const asked = { scenario: figures, reference, calibration };
  const replica = composeReplica(asked);
  if (!replica.ok) return replica;
  const responds = replica.value.serving ? respondsOf(asked) : undefined;
  return succeed(resultOf(scenario, figures, acquisition.value, replica.value, context, responds));
}
