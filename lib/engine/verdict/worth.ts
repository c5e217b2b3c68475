import type { Consideration } from "@/lib/contract/field";
import type { PathId } from "@/lib/contract/scenario";
import type { PricedPaths } from "../cost/compose";
import type { CostInputs } from "../cost/inputs";
import { spreadOf } from "../uncertainty/spreads";
import { qualifying } from "./choose";
import { type Lever, levers } from "./levers";
import type { MovedTotal, TotalsAt } from "./moved";
import { changeBy, dollars } from "./words";

/** What it is worth to know an input: how far the answer's cost moves over the input's range, and whether it flips. */
export type Worth = { path: string; usd: number; words: string };

type Asked = { consideration: Consideration; path: string; label: string; low: number; high: number; lever: Lever };

/** Where the inputs that are drawn at random anyway belong: those asked under the overview, and those of several. */
const homes: Record<string, readonly Consideration[]> = {
  "workload.requestsPerDay": ["hardware"],
  "workload.growthPerYear": ["hardware"],
  "workload.peakToMean": ["hardware"],
  "workload.cachedInputShare": ["latency"],
  "workload.escalatedShare": ["evaluation", "cost"],
  "outcome.errorUsd": ["evaluation"],
  "paths.selfHosted.acquisition": ["hardware"],
  "paths.selfHosted.model": ["memory", "latency"],
};

const scaling = (path: string, label: string, lines: RegExp, power: number): Lever => ({
  path,
  label,
  multiplies: ({ line }, factor) => (lines.test(line.id) ? factor ** power : 1),
});

type Own = [consideration: Consideration, path: string, label: string, lines: RegExp, power?: number];

/** Inputs that lines of cost are proportional to. Most plans lie between half and twice what was first thought: ours. */
export const own: readonly Own[] = [
  ["data", "data.labelledExamples", "Examples to label", /^(labelling|dataUpkeep)$/],
  ["data", "data.sources", "Documents to prepare", /^(preparation|cleaning|documentUpkeep)$/],
  ["data", "data.logRetentionMonths", "How long logs are kept", /^logs$/],
  ["evaluation", "evaluation.marginOfError", "Margin of error", /^(launchTest|releaseTests|regressionTests)$/, -2],
  ["evaluation", "outcome.reviewShare", "Answers reviewed before use", /^review$/],
  ["evaluation", "outcome.errorShare", "Wrong answers acted on", /^errors$/],
  ["maintenance", "maintenance.hoursPerIncident", "Hours per incident", /^incidents$/],
  ["maintenance", "maintenance.releasesPerYear", "Releases a year", /^(releaseTests|upkeepRelease|canary)$/],
  ["maintenance", "maintenance.work", "Hours of recurring work", /^upkeep/],
  ["maintenance", "maintenance.corrections", "Corrections", /^(corrections|correctionRuns)$/],
  ["maintenance", "maintenance.alertsPerMonth", "Alerts a month", /^monitoringAlerts$/],
  ["maintenance", "maintenance.hoursPerApiMigration", "Work to move to another API model", /^migrations$/],
  ["maintenance", "maintenance.stalenessUsdPerMonth", "Cost of growing stale", /^staleness$/],
  ["maintenance", "maintenance.monitoredPerMonth", "Answers reviewed a month", /^monitoring$/],
  ["privacy", "privacy.scrubUsdPerThousandPrompts", "Cost of scrubbing prompts", /^scrubbing$/],
  ["privacy", "privacy.guardUsdPerThousandRequests", "Cost of checking answers", /^guard$/],
  ["privacy", "privacy.redTeamDaysPerYear", "Days of attack testing", /^attackTesting$/],
  ["privacy", "privacy.auditUsdPerYear", "Cost of audits", /^audits$/],
];
/** What is for the plan's owner to say, not to find out. */
const decided = new Set([
  "data.logRetentionMonths",
  "evaluation.marginOfError",
  "outcome.reviewShare",
  "maintenance.releasesPerYear",
  "maintenance.monitoredPerMonth",
  "privacy.redTeamDaysPerYear",
]);
const usual = { low: 0.5, high: 2 };

function askedOf(inputs: CostInputs): Asked[] {
  const drawn = levers.flatMap((lever) => {
    const spread = spreadOf(inputs, lever);
    if (!spread) return [];
    const { path, label } = lever;
    const { low, high } = spread;
    return (homes[path] ?? ["cost" as const]).map((consideration) => ({
      consideration,
      path,
      label,
      low,
      high,
      lever,
    }));
  });
  const others = own.map(([consideration, path, label, lines, power = 1]) => ({
    consideration,
    path,
    label,
    ...usual,
    lever: scaling(path, label, lines, power),
  }));
  return [...drawn, ...others];
}

const cheapestOf = (totals: readonly MovedTotal[], barred: ReadonlySet<PathId>): PathId | undefined =>
  totals
    .filter(({ id }) => !barred.has(id))
    .reduce<MovedTotal | undefined>((best, each) => (!best || each.usd < best.usd ? each : best), undefined)?.id;

/** A swing below this share of the answer's cost is not worth a sentence. */
const leastShare = 0.0005;

/** The input of each consideration that is worth most to know; none where nothing that is asked there is priced. */
export function worthOfKnowing(
  inputs: CostInputs,
  paths: PricedPaths,
  totalsAt: TotalsAt,
  barred: ReadonlySet<PathId>,
): ReadonlyMap<Consideration, Worth> {
  const [best, second] = qualifying(paths, barred);
  const found = new Map<Consideration, Worth>();
  if (!best) return found;
  const totalUsd = best.path.cost.totalUsd.mid.value;
  for (const { consideration, path, label, low, high, lever } of askedOf(inputs)) {
    const ends = [totalsAt(lever, low), totalsAt(lever, high)];
    const usds = ends.map((totals) => totals.find(({ id }) => id === best.id)?.usd ?? totalUsd);
    const usd = Math.abs((usds[1] ?? 0) - (usds[0] ?? 0));
    const flips = ends.some((totals) => cheapestOf(totals, barred) !== best.id);
    if (usd < leastShare * totalUsd && !flips) continue;
    const known = found.get(consideration);
    if (known && known.usd >= usd) continue;
    const words = `${decided.has(path) ? "Decide" : "Find out"} “${label}”: from ${changeBy(low)} to ${changeBy(high)}, the answer's cost moves by ${dollars(usd)}${flips ? ", and another way may be cheapest" : ""}.`;
    found.set(consideration, { path, usd, words });
  }
  return second ? withGates(found, best.id, second.path.cost.totalUsd.mid.value - totalUsd) : found;
}

type Gate = { consideration: Consideration; path: string; what: string; stops: readonly PathId[] };

const gates: readonly Gate[] = [
  {
    consideration: "privacy",
    path: "privacy.dataClass",
    what: "Confirm the class of the data, where it may be processed and what has been signed",
    stops: ["api", "selfHosted", "hybrid"],
  },
  {
    consideration: "latency",
    path: "requirements.ttftSeconds",
    what: "Confirm how long users will wait, and measure with your own prompts",
    stops: ["api", "selfHosted", "hybrid"],
  },
  {
    consideration: "memory",
    path: "paths.selfHosted.model",
    what: "Confirm the model, its number format and the longest prompt",
    stops: ["selfHosted", "hybrid"],
  },
];

/** Inputs that decide whether the cheapest way qualifies are worth what the next one costs more. */
function withGates(found: Map<Consideration, Worth>, best: PathId, gapUsd: number): Map<Consideration, Worth> {
  for (const { consideration, path, what, stops } of gates) {
    if (!stops.includes(best) || (found.get(consideration)?.usd ?? 0) >= gapUsd) continue;
    const words = `${what}: should they bar the cheapest way, the next one costs ${dollars(gapUsd)} more.`;
    found.set(consideration, { path, usd: gapUsd, words });
  }
  return found;
}
