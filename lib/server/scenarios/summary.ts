import type { Outcome } from "@/lib/contract/errors";
import type { ScenarioSummary } from "@/lib/contract/http-scenarios";
import type { ScenarioResult } from "@/lib/contract/result";
import type { PathId, Scenario } from "@/lib/contract/scenario";

/** First word of the chosen path at the percentile required; a mix is as slow as its slower part. */
function ttftSeconds(path: PathId | null, document: Scenario, result: ScenarioResult): number | null {
  const api = document.paths.api.ttftSeconds;
  const own = result.fleet?.ttftSeconds.mid ?? null;
  if (path === "api") return api;
  if (path === "selfHosted") return own;
  if (path === "hybrid") return api === null || own === null ? null : Math.max(api, own);
  return null;
}

function breakEvenMonth({ finance }: ScenarioResult): number | null {
  const own = finance.breakEven.find(({ from, to }) => from === "api" && to === "selfHosted");
  return (own ?? finance.breakEven.find(({ month }) => month !== null))?.month ?? null;
}

/** What the list shows of a scenario, taken from its result. */
export function summarise(document: Scenario, outcome: Outcome<ScenarioResult>): ScenarioSummary {
  if (!outcome.ok) {
    const { code, message, path } = outcome;
    return { ok: false, code, message, ...(path !== undefined && { path }) };
  }
  const { verdict, cost, considerations } = outcome.value;
  const chosen = verdict.path === null ? null : cost[verdict.path];
  return {
    ok: true,
    verdictPath: verdict.path,
    certainty: verdict.certainty,
    runningUsdPerMonth: chosen?.runningUsdPerMonth ?? null,
    usdPerRequest: chosen?.usdPerRequest ?? null,
    breakEvenMonth: breakEvenMonth(outcome.value),
    ttft: {
      seconds: ttftSeconds(verdict.path, document, outcome.value),
      targetSeconds: document.requirements.ttftSeconds,
      percentile: document.requirements.percentile,
    },
    settled: considerations.filter(({ state }) => state === "settled").length,
    failing: considerations.filter(({ state }) => state === "failing").length,
  };
}
