import type { StoredScenario } from "@/lib/contract/http-scenarios";
import type { ScenarioResult } from "@/lib/contract/result";
import { engineVersion } from "@/lib/engine";
import { scenarioResult } from "@/lib/server/estimates";
import { isDatabaseUnavailable } from "@/lib/server/http/database-faults";
import { localOwner, readableScenario } from "@/lib/server/scenarios/access";
import { findScenario } from "@/lib/server/scenarios/queries";

export type Loaded =
  | { kind: "found"; scenario: StoredScenario; estimate: { result: ScenarioResult; engineVersion: string } | null }
  | { kind: "missing" }
  | { kind: "unavailable" };

/** A stored scenario with its figures; a database that is away is an answer of its own, as work can go on without it. */
export async function loadScenario(id: string): Promise<Loaded> {
  const stored = await read(id);
  if (stored === "unavailable") return { kind: "unavailable" };
  if (!stored) return { kind: "missing" };
  const outcome = await scenarioResult(stored.document);
  return { kind: "found", scenario: stored, estimate: outcome.ok ? { result: outcome.value, engineVersion } : null };
}

async function read(id: string): Promise<StoredScenario | undefined | "unavailable"> {
  try {
    const readable = await readableScenario(localOwner, id);
    const stored = readable.ok ? await findScenario(readable.value) : readable;
    return stored.ok ? stored.value : undefined;
  } catch (error) {
    if (isDatabaseUnavailable(error)) return "unavailable";
    throw error;
  }
}
