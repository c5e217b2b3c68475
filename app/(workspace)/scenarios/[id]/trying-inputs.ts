import { withAcquisition } from "@/components/forms/acquisition";
import { applies } from "@/components/forms/applies";
import { fieldPaths, sectionFields } from "@/components/forms/section-fields";
import { valueAt, withValueAt } from "@/components/forms/value-at";
import { acquisitionKindPath, wordsAt } from "@/components/forms/words-at";
import { sections } from "@/components/workspace/sections";
import type { ScenarioResult } from "@/lib/contract/result";
import { type PathId, pathIds, type Scenario, scenarioSchema } from "@/lib/contract/scenario";
import { findDefaults, findTemplates } from "@/lib/server/catalogue/queries";
import { scenarioResult } from "@/lib/server/estimates";
import { loadPickers } from "./pickers";

/** Fields that say who the plan is; and those that bring other fields or defaults with them, whose tests are elsewhere. */
const notTried = new Set(["name", "notes", "tags", "confirmed", "workload.useCase", acquisitionKindPath]);
/** Cells that say what a row is called. */
export const names = new Set(["data.sources.name", "evaluation.families.name"]);

/** Enough to see that an input moves something. */
const fewDraws = 50;

const pickers = await loadPickers("other");
const published = new Set(pickers.facilityPowerPublished);
const tiered = new Set(pickers.pricedByLength);
const hourly = new Set(pickers.pricedByHour);
const catalogue = {
  facilityPowerPublished: (id: string) => published.has(id),
  pricedByLength: (price: string) => tiered.has(price),
  pricedByHour: (price: string) => hourly.has(price),
};

export const shown = (document: Scenario): string[] =>
  sections
    .flatMap((section) => {
      const { main, more } = sectionFields(section, document, catalogue);
      return [...main, ...more].flatMap(({ paths }) => paths);
    })
    .filter((path) => !notTried.has(path));

const ids: Record<string, string> = {
  "paths.selfHosted.model": "Qwen/Qwen2.5-7B-Instruct",
  "paths.selfHosted.acquisition.offerId": "aws/p5.48xlarge@us-east-1",
  "paths.selfHosted.acquisition.acceleratorId": "nvidia-a100-sxm4-80gb",
  "paths.api.provider": "openai",
  "paths.api.model": "gpt-4o-mini",
  "economics.startMonth": "2027-06",
  "economics.pricedOn": "2025-06-01",
};

/** Other values a field may take, far enough from its own to show: what a number does, it does most at its ends. */
function others(path: string, document: Scenario): unknown[] {
  const value = valueAt(document, path);
  return [...new Set(candidates(path, value))].filter((each) => each !== value);
}

function candidates(path: string, value: unknown): unknown[] {
  const { choices, minimum = 0, maximum = 1 } = wordsAt(path) ?? {};
  if (ids[path] !== undefined) return [ids[path]];
  if (typeof value === "boolean") return [!value];
  if (choices) return Object.keys(choices).map((each) => (/^\d+$/.test(each) ? Number(each) : each));
  if (path === "workload.ownRequestsPerDay") return [[100, 200], []];
  if (path === "paths.api.ownPrice")
    return [{ inputUsdPerMtoken: 5, outputUsdPerMtoken: 9, cachedInputUsdPerMtoken: 1 }];
  if (typeof value === "string") return [`${value} besides`, ""];
  const from = typeof value === "number" ? value : minimum;
  return [from * 2, minimum, (minimum + maximum) / 2, maximum].map((each) =>
    wordsAt(path)?.unit === "month" ? Math.round(each) : each,
  );
}

/** A list of rows is as many inputs as it has columns; where it is empty, the row that would be added stands for it. */
function changesOf(path: string, document: Scenario): { of: string; from: Scenario; to: unknown[]; at: string }[] {
  const { rows } = wordsAt(path) ?? {};
  if (!rows) return [{ of: path, from: document, to: others(path, document), at: path }];
  const present = valueAt(document, path) as readonly object[];
  const list = present.length > 0 ? present : [rows.blank];
  const from = withValueAt(document, path, list);
  const columns = Object.keys(rows.blank).filter((column) => applies(`${path}.0.${column}`, document, catalogue));
  return columns.flatMap((column) =>
    list.map((_, row) => {
      const at = `${path}.${row}.${column}`;
      return { of: `${path}.${column}`, from, to: others(at, from), at };
    }),
  );
}

type Seen = (document: Scenario) => Promise<string | null>;

/**
 * What a plan is decided by, in numbers and states: money, days, gates. Words that repeat an input, and figures that lead to
 * none of these, do not count.
 */
const decides = ({ cost, finance, uncertainty, verdict, findings, considerations, ...of }: ScenarioResult) => [
  pathIds.map(
    (path) => cost[path] && [cost[path].lines.map(({ id, monthlyUsd }) => [id, monthlyUsd]), cost[path].totalUsd],
  ),
  [finance, uncertainty?.cumulativeUsd, uncertainty?.worth],
  [verdict.path, verdict.certainty, verdict.barred.map(({ path }) => path)],
  [of.maintenance.upkeep?.calendar, of.data.leadDays, of.evaluation.daysPerRound, of.evaluation.suite?.daysPerRelease],
  [of.maintenance.upkeep?.migration.leadDays, of.fleet?.lead],
  findings.map(({ id, severity, bars }) => [id, severity, bars]),
  considerations.map(({ id, state }) => [id, state]),
  [of.data.readiness?.gates.map(({ id, state }) => [id, state]), of.data.readiness?.score],
  [of.evaluation.decision?.paths, of.evaluation.decision?.gates.map(({ state }) => state)],
  of.privacy.options.map(({ path, allowed }) => [path, allowed]),
  of.privacy.protection?.risks.map(({ id, state }) => [id, state]),
];

export const decided: Seen = async (document) => {
  const outcome = await scenarioResult(document, fewDraws);
  return outcome.ok ? JSON.stringify(decides(outcome.value)) : JSON.stringify([outcome.code, outcome.path]);
};
/** Null where the engine refuses: that brings the field it names on the screen, so it need not be shown before. */
export const answer: Seen = async (document) => {
  const outcome = await scenarioResult(document, fewDraws);
  return outcome.ok ? JSON.stringify([outcome.value.cost, outcome.value.verdict]) : null;
};

export const everything: Seen = async (document) => JSON.stringify(await scenarioResult(document, fewDraws));

/** The first and the last: twice its value and its most for a number. */
const ends = (values: readonly unknown[]): unknown[] => values.filter((_, at) => at === 0 || at === values.length - 1);

/**
 * Whether each input among these changes what is seen; those of which it is known are not tried. `few` is for those that are
 * all thought idle, as each of their values would be tried.
 */
export async function tried(
  paths: readonly string[],
  document: Scenario,
  seen: Seen,
  { known = new Set(), few = false }: { known?: ReadonlySet<string>; few?: boolean } = {},
): Promise<Map<string, boolean>> {
  const before = new Map<Scenario, string | null>();
  const matters = new Map<string, boolean>();
  const changes = paths.flatMap((path) => changesOf(path, document)).filter(({ of }) => !known.has(of));
  for (const { of, from, to, at } of changes) {
    if (!before.has(from)) before.set(from, await seen(from));
    for (const value of matters.get(of) === true ? [] : few ? ends(to) : to) {
      const changed = scenarioSchema.safeParse(withValueAt(from, at, value));
      const after = changed.success ? await seen(changed.data) : null;
      if (after !== null && after !== before.get(from)) matters.set(of, true);
      if (matters.get(of) === true) break;
    }
    if (!matters.has(of)) matters.set(of, false);
  }
  return matters;
}

/** The inputs among these that change what is seen. */
export async function moving(paths: readonly string[], document: Scenario, seen: Seen): Promise<string[]> {
  return [...(await tried(paths, document, seen, { few: true }))].filter(([, does]) => does).map(([of]) => of);
}

/** Those that do not, whatever they are changed to. */
export async function idle(paths: readonly string[], document: Scenario, seen: Seen): Promise<string[]> {
  return [...(await tried(paths, document, seen))].filter(([, does]) => !does).map(([of]) => of);
}

export const hidden = (document: Scenario): string[] => {
  const visible = new Set(shown(document));
  return fieldPaths(document).filter((path) => wordsAt(path) && !notTried.has(path) && !visible.has(path));
};

const without = (document: Scenario, ...ways: PathId[]): Scenario =>
  ways.reduce((changed, way) => withValueAt(changed, `paths.${way}.enabled`, false), document);

const [template, ...otherTemplates] = await findTemplates();
if (!template) throw new Error("the gallery is empty");
const rented = template.scenario;
const { defaults } = await findDefaults(rented.workload.useCase);
const bought = withAcquisition(rented, "buy", new Map(defaults.map((entry) => [entry.path, entry])));
const fineTuned = withValueAt(without(rented, "selfHosted", "hybrid", "people"), "paths.api.fineTuned", true);
const withUnits = withValueAt(without(rented, "selfHosted", "hybrid", "people"), "paths.api.provisionedPeakShare", 0.5);
const pricedByHour = withValueAt(
  withValueAt(without(rented, "selfHosted", "hybrid", "people"), "paths.api.provider", "deepseek"),
  "paths.api.model",
  "deepseek-v4-pro",
);

export const cases: [string, Scenario][] = [
  ["every way considered, hardware rented", rented],
  ["every way considered, hardware bought", bought],
  ["an API whose price differs by the hour", pricedByHour],
  ["an API's model fine-tuned", fineTuned],
  ["an API with provisioned units", withUnits],
  ["an API or people", without(rented, "selfHosted", "hybrid")],
  ["self-hosting alone", without(rented, "api", "hybrid", "people")],
  ["people alone", without(rented, "api", "selfHosted", "hybrid")],
];

const usual = { hours: null, days: null, residualShare: null, checkItems: null, perMonth: 1 } as const;
const wide = { low: 0.5, high: 2 };
/** What few plans ask for, so that fields which follow from it are asked for as well. */
const demanding: Record<string, unknown> = {
  "workload.growthKind": "sCurve",
  "workload.growthPerYear": 0.5,
  "evaluation.overallPassShare": 0.8,
  "evaluation.suiteDropShare": 0.05,
  "data.labelledExamples": 5000,
  "data.fineTuneGoal": "skill",
  "data.syntheticShare": 0.2,
  "data.logRetentionMonths": 12,
  "data.archiveAfterMonths": 1,
  "maintenance.fineTunesPerYear": 12,
  "maintenance.acceleratorHoursPerFineTune": null,
  "maintenance.corrections": [
    { ...usual, kind: "legal", method: "retraining" },
    { ...usual, kind: "wrong", method: "shards" },
  ],
  "privacy.identifiersPerPrompt": 1,
  "privacy.leaksPerMonthTolerated": 1e6,
  "privacy.scrubsPrompts": true,
  "privacy.filtersOutput": true,
  "privacy.usesTools": true,
  "privacy.redTeamDaysPerYear": 5,
  "privacy.dpEpsilon": 8,
  "privacy.protection": "confidential",
  "outcome.errorShare": 0.02,
  "outcome.errorUsd": 10,
  "outcome.reviewShare": 0.1,
  "outcome.valueUsdPerRequest": 1,
  "paths.api.otherModels": [{ provider: "openai", model: "gpt-6-luna", share: 0.3, failedShare: 0.1 }],
  "paths.api.committedUsdPerMonth": 1000,
  "paths.selfHosted.acquisition.term": "spot",
  "paths.selfHosted.operation": "schedule",
  "paths.hybrid.routing": "overflow",
  "paths.people.answerSeconds": 30,
  "economics.currency": "EUR",
  "ranges.errorUsd.low": wide.low,
  "ranges.errorUsd.high": wide.high,
  "ranges.value.low": wide.low,
  "ranges.value.high": wide.high,
};
const insteadOf: Record<string, unknown> = {
  "workload.growthKind": "own",
  "workload.ownRequestsPerDay": [1000, 2000],
  "privacy.protection": "mpc",
  "paths.selfHosted.operation": "autoscale",
};
const changedBy = (document: Scenario, values: Record<string, unknown>): Scenario =>
  scenarioSchema.parse(
    Object.entries(values).reduce((made, [path, value]) => withValueAt(made, path, value), document),
  );

/** Plans besides, in which more inputs have a say. */
export const situations: Scenario[] = [
  changedBy(rented, demanding),
  changedBy(rented, { ...demanding, ...insteadOf }),
  ...otherTemplates.map(({ scenario }) => scenario),
];
