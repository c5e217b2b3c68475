import { type Outcome, succeed } from "@/lib/contract/errors";
import { readScenario } from "@/lib/contract/migrations";
import type { ScenarioResult } from "@/lib/contract/result";
import { values } from "../figure";
import { type EstimateContext, estimateScenario } from "../scenario";

/** A stored document of any version. Paths of errors start at the request. */
export function scenarioKind(document: unknown, context: EstimateContext): Outcome<ScenarioResult> {
  const scenario = readScenario(document);
  if (!scenario.ok) return within(scenario);
  const outcome = estimateScenario(scenario.value, context);
  return outcome.ok ? succeed(values(outcome.value) as ScenarioResult) : within(outcome);
}

function within<T extends { ok: false; path?: string }>(failure: T): T {
  return { ...failure, path: failure.path === undefined ? "scenario" : `scenario.${failure.path}` };
}
