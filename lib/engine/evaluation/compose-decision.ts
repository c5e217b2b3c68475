import type { Perspective } from "@/lib/contract/scenario";
import { derive, type Figure, given } from "../figure";
import type { ScenarioFigures } from "../resolve/document";
import type { Criterion, Terms } from "./compose-criteria";
import { holmConfidence } from "./holm";
import { wilsonHigh, wilsonLow } from "./interval";
import { weightedHigh, weightedLow, weightedScore } from "./pass-chance";
import { scoreOfResult } from "./score";
import { unlikeItems } from "./suite";

type Row = ScenarioFigures["evaluation"]["results"][number];
type Tested = ReturnType<typeof judged>;
type Automated = "api" | "selfHosted" | "hybrid";
const automated = ["api", "selfHosted", "hybrid"] as const;

/** Go or no-go by what was entered: a criterion is passed only where the lower end of its interval reaches the limit. */
export function composeDecision({ evaluation, paths }: ScenarioFigures, terms: Terms) {
  const { results, criteria } = evaluation;
  const criterionOf = (perspective: Perspective) => criteria.find((each) => each.perspective.value === perspective);
  const tested = results.map((row) => judged(row, criterionOf(row.perspective.value), together(results, row), terms));
  const considered = automated.filter((path) => paths[path].enabled.value);
  return {
    results: tested.map(({ row: _, criterion: __, unlike: ___, ...shown }) => shown),
    paths: considered.map((path) => pathState(path, tested, terms)),
    gates: [],
  };
}

/** Results that are judged with a row by Holm: of the same way, or of every way where none of its own is there. */
function together(results: readonly Row[], row: Row): Row[] {
  const own = results.filter(({ path }) => path.value === row.path.value);
  if (row.path.value === "all") return own;
  const there = new Set(own.map(({ perspective }) => perspective.value));
  return [...own, ...results.filter(({ path, perspective }) => path.value === "all" && !there.has(perspective.value))];
}

function judged(row: Row, criterion: Criterion | undefined, others: readonly Row[], terms: Terms) {
  const { evaluation, designEffect } = terms;
  const unlikeOf = ({ items }: Row) => derive(unlikeItems, { items, designEffect });
  const shareOf = ({ passed, items }: Row) => derive(scoreOfResult, { passed, items });
  const share = shareOf(row);
  const unlike = unlikeOf(row);
  const blocking = criterion?.blocking.value === true;
  const confidence = blocking ? sureness(row, others, terms, shareOf, unlikeOf) : evaluation.confidence;
  const low = derive(wilsonLow, { share, items: unlike, confidence });
  const high = derive(wilsonHigh, { share, items: unlike, confidence });
  const limit = criterion?.passShare.value;
  const state =
    limit === undefined
      ? ("unasked" as const)
      : low.value >= limit - 1e-12
        ? ("passed" as const)
        : high.value < limit
          ? ("failed" as const)
          : ("undecided" as const);
  return {
    row,
    criterion,
    unlike,
    perspective: row.perspective,
    path: row.path,
    blocking,
    state,
    items: row.items,
    share,
    low,
    high,
    confidence,
    passShare: criterion?.passShare ?? null,
    agreement: row.agreement,
  };
}

function sureness(
  row: Row,
  others: readonly Row[],
  terms: Terms,
  shareOf: (row: Row) => Figure<number>,
  unlikeOf: (row: Row) => Figure<number>,
): Figure<number> {
  const { criteria, confidence, correctsForSeveral } = terms.evaluation;
  const must = others.flatMap((each) => {
    const criterion = criteria.find(({ perspective }) => perspective.value === each.perspective.value);
    return criterion?.blocking.value ? [{ each, criterion }] : [];
  });
  return derive(holmConfidence, {
    shares: must.map(({ each }) => shareOf(each)),
    thresholds: must.map(({ criterion }) => criterion.passShare),
    items: must.map(({ each }) => unlikeOf(each)),
    at: given(
      must.findIndex(({ each }) => each === row),
      { kind: "entered", label: "Place among the results", unit: "1", path: "evaluation.results" },
    ),
    criteria: terms.blockingCriteria,
    confidence,
    corrected: correctsForSeveral,
  });
}

/** Results that speak for a way: its own before those of every way; a mix needs both. */
function resultsFor(path: Automated, perspective: Perspective, tested: readonly Tested[]): Tested[] {
  const of = (way: "api" | "selfHosted") => {
    const rows = tested.filter(({ row }) => row.perspective.value === perspective);
    const own = rows.filter(({ row }) => row.path.value === way);
    return own.length > 0 ? own : rows.filter(({ row }) => row.path.value === "all");
  };
  if (path !== "hybrid") return of(path);
  const [calls, hosted] = [of("api"), of("selfHosted")];
  return calls.length > 0 && hosted.length > 0 ? [...new Set([...calls, ...hosted])] : [];
}

function pathState(path: Automated, tested: readonly Tested[], terms: Terms) {
  const { criteria, overallPassShare, confidence } = terms.evaluation;
  const must = criteria.filter(({ blocking }) => blocking.value);
  const rowsOf = ({ perspective }: Criterion) => resultsFor(path, perspective.value, tested);
  const passed = (criterion: Criterion) => {
    const rows = rowsOf(criterion);
    return rows.length > 0 && rows.every(({ state }) => state === "passed");
  };
  const missing = must.filter((criterion) => !passed(criterion)).map(({ perspective }) => perspective);
  const failed = must.some((criterion) => rowsOf(criterion).some(({ state }) => state === "failed"));
  const scored = criteria.flatMap((criterion) =>
    rowsOf(criterion)
      .slice(0, 1)
      .map((row) => ({ criterion, row })),
  );
  const parts = {
    shares: scored.map(({ row }) => row.share),
    weights: scored.map(({ criterion }) => criterion.weight),
  };
  const score = scored.length === 0 ? null : derive(weightedScore, parts);
  const seen = { ...parts, items: scored.map(({ row }) => row.unlike), confidence };
  const scoreLow = scored.length === 0 ? null : derive(weightedLow, seen);
  const demanded = overallPassShare.value;
  const complete = scored.length === criteria.length;
  const reached = demanded === null || (complete && scoreLow !== null && scoreLow.value >= demanded);
  const below = demanded !== null && complete && scored.length > 0 && derive(weightedHigh, seen).value < demanded;
  const state =
    failed || below
      ? ("noGo" as const)
      : must.length > 0 && missing.length === 0 && reached
        ? ("go" as const)
        : ("open" as const);
  return { path, state, missing, score, scoreLow };
}
