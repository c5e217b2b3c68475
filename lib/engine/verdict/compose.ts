import type { z } from "zod";
import type { Finding, verdictSchema } from "@/lib/contract/result";
import { type PathId, pathIds } from "@/lib/contract/scenario";
import type { Unit } from "@/lib/contract/unit";
import type { PricedPaths } from "../cost/compose";
import type { CostInputs } from "../cost/inputs";
import { derive, type Figured, given } from "../figure";
import type { FinanceResult } from "../finance/compose";
import type { Uncertainty } from "../uncertainty/compose";
import { chanceBeyond } from "../uncertainty/shapes";
import { spreadOf } from "../uncertainty/spreads";
import { barredBy, qualifying, type Ranked } from "./choose";
import { hingesOf } from "./hinges";
import type { TotalsAt } from "./moved";
import { savingUsd } from "./saving";
import { type Subjects, verdictSentence } from "./sentence";
import { type Flip, findThresholds, type Moved } from "./thresholds";

type Threshold = Figured<NonNullable<z.infer<typeof verdictSchema>["thresholds"]>[number]>;
export type Verdict = Figured<z.infer<typeof verdictSchema>>;

/** The cheapest path over the horizon among those that no blocker bars. */
export function composeVerdict(
  inputs: CostInputs,
  paths: PricedPaths,
  totalsAt: TotalsAt,
  finance: FinanceResult,
  findings: readonly Finding[],
  subjects: Subjects,
  uncertainty: Uncertainty | undefined,
): Verdict {
  const barred = barredBy(findings);
  const ranked = qualifying(paths, barred);
  const [best, second] = ranked;
  const moved = best ? findThresholds(inputs, totalsAt, barredWithoutBudget(findings), best.id) : [];
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
    certainty: certaintyOf(best, second, best && shareAtTheEnd(uncertainty, best.id)),
    hinges: hingesOf(moved),
    thresholds: moved.map((each) => thresholdOf(inputs, each)),
    barred: pathIds.filter((id) => barred.has(id)).map((path) => ({ path, reasons: reasonsFor(path, findings) })),
  };
}

/** With what the input then is, and how likely its range makes that. */
function thresholdOf(inputs: CostInputs, { lever, planned, below, above }: Moved): Threshold {
  const spread = spreadOf(inputs, lever);
  const found = (value: number, unit: Unit, what: string, note?: string) =>
    given(value, {
      kind: "calibrated",
      label: `${lever.label}: ${what}`,
      unit,
      path: "verdict.thresholds",
      ...(note && { note }),
    });
  const of = (flip: Flip | null) =>
    flip && {
      factor: found(
        flip.factor,
        "1",
        "factor at which the answer changes",
        "Found by halving; everything else as planned.",
      ),
      value: planned && found(planned.value * flip.factor, planned.unit, "value at which the answer changes"),
      instead: flip.instead,
      chance: spread && found(chanceBeyond(spread, flip.factor), "share", "chance to lie beyond it", spread.note),
    };
  return {
    path: lever.path,
    label: lever.label,
    planned: planned && found(planned.value, planned.unit, "as planned"),
    unit: planned?.unit ?? null,
    below: of(below),
    above: of(above),
  };
}

/** Two totals this near one another are called close whatever the draws say: what they leave out moves by as much. */
const nearShare = 0.05;
/** A path that costs least in fewer of the draws than this is not clearly the cheapest. Both are our assumptions. */
const clearShare = 0.9;

/** Share of the draws in which a path has cost least over the whole plan. */
function shareAtTheEnd(uncertainty: Uncertainty | undefined, id: PathId): number | undefined {
  const shares = uncertainty?.cheapestShare[id];
  return Array.isArray(shares) ? shares.at(-1)?.value : undefined;
}

function certaintyOf(
  best: Ranked | undefined,
  second: Ranked | undefined,
  cheapestShare: number | undefined,
): "clear" | "close" | "none" {
  if (!best) return "none";
  if (!second) return "clear";
  const gap = second.path.cost.totalUsd.mid.value - best.path.cost.totalUsd.mid.value;
  const near = gap < nearShare * second.path.cost.totalUsd.mid.value;
  return near || (cheapestShare ?? 1) < clearShare ? "close" : "clear";
}

/** The budget is judged anew when an input moves. */
const barredWithoutBudget = (findings: readonly Finding[]): Set<PathId> =>
  barredBy(findings.filter(({ id }) => !id.startsWith("cost.budget.")));

const reasonsFor = (path: PathId, findings: readonly Finding[]): string[] =>
  findings
    .filter(({ severity, bars }) => severity === "blocker" && bars.includes(path))
    .map(({ what, why }) => `${what} ${why}`);
