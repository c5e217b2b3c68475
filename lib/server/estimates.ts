import { type Outcome, succeed } from "@/lib/contract/errors";
import type { ScenarioResult } from "@/lib/contract/result";
import type { Scenario } from "@/lib/contract/scenario";
import type { WorkingNode } from "@/lib/contract/working";
import { estimateScenario, type FiguredResult, values, working } from "@/lib/engine";
import { engineContext } from "./context";
import { type Answer, answer, refuse } from "./refusal";

/** The result of a document with its working still in it. */
export async function figuredResult(document: Scenario, draws?: number): Promise<Outcome<FiguredResult>> {
  const context = await engineContext();
  return estimateScenario(document, draws === undefined ? context : { ...context, draws });
}

export async function scenarioResult(document: Scenario, draws?: number): Promise<Outcome<ScenarioResult>> {
  const outcome = await figuredResult(document, draws);
  return outcome.ok ? succeed(values(outcome.value) as ScenarioResult) : outcome;
}

export const noSuchFigure = (path: string) =>
  refuse("NOT_FOUND", `\`${path.slice(0, 120)}\` is not the path of a figure in this result`, { path });

export async function documentWorking(
  document: Scenario,
  path: string,
  depth?: number,
  once?: boolean,
): Promise<Answer<WorkingNode>> {
  const outcome = await figuredResult(document);
  if (!outcome.ok) return outcome;
  const node = working(outcome.value, path, depth, once);
  return node ? answer(node) : noSuchFigure(path);
}
