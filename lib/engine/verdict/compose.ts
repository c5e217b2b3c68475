import type { z } from "zod";
import type { Finding, verdictSchema } from "@/lib/contract/result";
import { type PathId, pathIds } from "@/lib/contract/scenario";
import type { PricedPaths } from "../cost/compose";
import type { CostInputs } from "../cost/inputs";
import { derive, type Figured } from "../figure";
import type { FinanceResult } from "../finance/compose";
import { barredBy, qualifying, type Ranked } from "./choose";
import { findHinges } from "./hinges";
import { savingUsd } from "./saving";
import { type Subjects, verdictSentence } from "./sentence";

export type Verdict = Figured<z.infer<typeof verdictSchema>>;

/** The cheapest path over the horizon among those that no blocker bars. */
export function composeVerdict(
  inputs: CostInputs,
  paths: PricedPaths,
  finance: FinanceResult,
  findings: readonly Finding[],
  subjects: Subjects,
): Verdict {
  const barred = barredBy(findings);
  const ranked = qualifying(paths, barred);
  const [best, second] = ranked;
  return {
    path: best?.id ?? null,
    sentence: verdictSentence(ranked, subjects, finance.breakEven),
    runnerUp: second?.id ?? null,
    savingUsd:
      best && second
        ? derive(savingUsd, {
            usd: best.path.cost.totalUsd.mid,
            alternativeUsd: second.path.cost.totalUsd.mid,
          })
        : null,
    certainty: certaintyOf(best, second),
    hinges: best ? findHinges(inputs, paths, barredWithoutBudget(findings), best.id) : [],
    barred: pathIds.filter((id) => barred.has(id)).map((path) => ({ path, reasons: reasonsFor(path, findings) })),
  };
}

/**
 * Two totals this near one another are called close even where no range is known: prices alone move by more within a
 * plan. Our assumption, until inputs carry spreads of their own.
 */
const nearShare = 0.05;

function certaintyOf(best: Ranked | undefined, second: Ranked | undefined): "clear" | "close" | "none" {
  if (!best) return "none";
  if (!second) return "clear";
  const highest = best.path.cost.totalUsd.high.value;
  const lowest = second.path.cost.totalUsd.low.value;
  const gap = second.path.cost.totalUsd.mid.value - best.path.cost.totalUsd.mid.value;
  const near = gap < nearShare * second.path.cost.totalUsd.mid.value;
  return highest >= lowest || near ? "close" : "clear";
}

/** The budget is judged anew when an input moves. */
const barredWithoutBudget = (findings: readonly Finding[]): Set<PathId> =>
  barredBy(findings.filter(({ id }) => !id.startsWith("cost.budget.")));

const reasonsFor = (path: PathId, findings: readonly Finding[]): string[] =>
  findings
    .filter(({ severity, bars }) => severity === "blocker" && bars.includes(path))
    .map(({ what, why }) => `${what} ${why}`);
