import type { Comparison } from "@/lib/contract/http-compare";
import type { StoredScenario } from "@/lib/contract/http-scenarios";
import { scenarioResult } from "../estimates";
import { type Answer, answer } from "../refusal";
import type { ReadableScenarioId } from "../scenarios/access";
import { inputDifferences } from "../scenarios/differences";
import { findScenario } from "../scenarios/queries";

async function column({ document, ...scenario }: StoredScenario): Promise<Comparison["scenarios"][number]> {
  const outcome = await scenarioResult(document);
  return { scenario, outcome: outcome.ok ? { ok: true, result: outcome.value } : outcome };
}

/** Scenarios side by side: what each comes to, and where their inputs differ. */
export async function compareScenarios(ids: readonly ReadableScenarioId[]): Promise<Answer<Comparison>> {
  const found: StoredScenario[] = [];
  for (const id of ids) {
    const stored = await findScenario(id);
    if (!stored.ok) return stored;
    found.push(stored.value);
  }
  const scenarios: Comparison["scenarios"] = [];
  for (const stored of found) scenarios.push(await column(stored));
  const differences = inputDifferences(found.map(({ document }) => document));
  const sameWorkload = !differences.some(({ path }) => path.startsWith("workload."));
  return answer({ scenarios, differences, sameWorkload });
}
