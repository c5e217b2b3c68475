import { withAcquisition } from "@/components/forms/acquisition";
import { applies } from "@/components/forms/applies";
import { fieldPaths, sectionFields } from "@/components/forms/section-fields";
import { valueAt, withValueAt } from "@/components/forms/value-at";
import { acquisitionKindPath, wordsAt } from "@/components/forms/words-at";
import { sections } from "@/components/workspace/sections";
import type { PathId, Scenario } from "@/lib/contract/scenario";
import { scenarioSchema } from "@/lib/contract/scenario";
import { findDefaults, findTemplates } from "@/lib/server/catalogue/queries";
import { scenarioResult } from "@/lib/server/estimates";
import { loadPickers } from "./pickers";

/** Fields that say who the plan is; and those that bring other fields or defaults with them, whose tests are elsewhere. */
const notTried = new Set(["name", "notes", "tags", "confirmed", "workload.useCase", acquisitionKindPath]);

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
  "paths.api.easyProvider": "anthropic",
  "paths.api.easyModel": "gpt-4o",
  "economics.startMonth": "2027-06",
  "economics.pricedOn": "2026-10-01",
};

/** Other values a field may take, far enough from its own to show. */
function others(path: string, document: Scenario): unknown[] {
  const value = valueAt(document, path);
  const { choices, minimum = 0, maximum = 1 } = wordsAt(path) ?? {};
  if (ids[path] !== undefined) return [ids[path]];
  if (typeof value === "boolean") return [!value];
  if (choices) return Object.keys(choices).map((each) => (/^\d+$/.test(each) ? Number(each) : each));
  if (path === "workload.ownRequestsPerDay") return [[100, 200], []];
  if (path === "paths.api.ownPrice")
    return [{ inputUsdPerMtoken: 5, outputUsdPerMtoken: 9, cachedInputUsdPerMtoken: 1 }];
  if (typeof value === "string") return [`${value} besides`];
  const from = typeof value === "number" ? value : minimum;
  return [from * 2, from / 2, minimum, maximum, (minimum + maximum) / 2].map((each) =>
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

export const everything: Seen = async (document) => JSON.stringify(await scenarioResult(document, fewDraws));
/** Null where the engine refuses: that brings the field it names on the screen, so it need not be shown before. */
export const answer: Seen = async (document) => {
  const outcome = await scenarioResult(document, fewDraws);
  return outcome.ok ? JSON.stringify([outcome.value.cost, outcome.value.verdict]) : null;
};

/** The inputs among these that change what is seen (`wanted`), or those that do not. */
export async function those(
  paths: readonly string[],
  document: Scenario,
  seen: Seen,
  wanted: boolean,
): Promise<string[]> {
  const before = new Map<Scenario, string | null>();
  const matters = new Map<string, boolean>();
  for (const { of, from, to, at } of paths.flatMap((path) => changesOf(path, document))) {
    if (!before.has(from)) before.set(from, await seen(from));
    for (const value of matters.get(of) === true ? [] : to) {
      const changed = scenarioSchema.safeParse(withValueAt(from, at, value));
      const after = changed.success ? await seen(changed.data) : null;
      if (after !== null && after !== before.get(from)) matters.set(of, true);
      if (matters.get(of) === true) break;
    }
    if (!matters.has(of)) matters.set(of, false);
  }
  return [...matters].filter(([, does]) => does === wanted).map(([of]) => of);
}

export const hidden = (document: Scenario): string[] => {
  const visible = new Set(shown(document));
  return fieldPaths(document).filter((path) => wordsAt(path) && !notTried.has(path) && !visible.has(path));
};

const without = (document: Scenario, ...ways: PathId[]): Scenario =>
  ways.reduce((changed, way) => withValueAt(changed, `paths.${way}.enabled`, false), document);

const [template] = await findTemplates();
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
