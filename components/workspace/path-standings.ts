import type { PathCost, Range, ScenarioResult } from "@/lib/contract/result";
import { type PathId, pathIds, type Scenario } from "@/lib/contract/scenario";

export type PathStanding = {
  id: PathId;
  cost: PathCost | null;
  /** How it stands, in words; the reasons when it may not be chosen. */
  standing: "chosen" | "qualifies" | "barred" | "unpriced" | "off";
  reasons: readonly string[];
  /** First word at the percentile required; null where not known. `figure`: where the number stands in the result. */
  ttft: { seconds: number | null; range?: Range; figure?: string };
};

function ttftOf(path: PathId, document: Scenario, result: ScenarioResult): PathStanding["ttft"] {
  const api = document.paths.api.ttftSeconds;
  const hosted = result.fleet?.ttftSeconds;
  if (path === "api") return { seconds: api };
  if (path === "people" || !hosted) return { seconds: null };
  if (path === "selfHosted") return { seconds: hosted.mid, range: hosted, figure: "fleet.ttftSeconds.mid" };
  // A mix is as slow as its slower part.
  return { seconds: api === null ? null : Math.max(api, hosted.mid) };
}

function standingOf(path: PathId, document: Scenario, { cost, verdict }: ScenarioResult): PathStanding["standing"] {
  if (!document.paths[path].enabled) return "off";
  if (verdict.path === path) return "chosen";
  if (verdict.barred.some((barred) => barred.path === path)) return "barred";
  return cost[path] === null ? "unpriced" : "qualifies";
}

/** The four ways side by side. */
export const pathStandings = (document: Scenario, result: ScenarioResult): PathStanding[] =>
  pathIds.map((id) => ({
    id,
    cost: result.cost[id],
    standing: standingOf(id, document, result),
    reasons: result.verdict.barred.find((barred) => barred.path === id)?.reasons ?? [],
    ttft: ttftOf(id, document, result),
  }));
