import type { DefaultValue } from "@/lib/contract/catalogue";
import type { ReferenceData } from "@/lib/contract/reference";
import {
  currentSchemaVersion,
  type DataClass,
  type Scenario,
  scenarioSchema,
  type UseCase,
  useCases,
} from "@/lib/contract/scenario";
import { privacyFor } from "./privacy";

/** The three questions a plan starts from, and the day it is made (YYYY-MM-DD). */
export type Start = {
  useCase: UseCase;
  requestsPerDay: number;
  dataClass: DataClass;
  name?: string;
  today: string;
};

type Tree = { [key: string]: unknown };
export type Defaults = ReadonlyMap<string, DefaultValue>;

const acquisitionPath = "paths.selfHosted.acquisition";
const buyPath = `${acquisitionPath}.buy`;

const isTree = (value: unknown): value is Tree => typeof value === "object" && value !== null && !Array.isArray(value);

/** Lays changes over a document: objects are merged, everything else (lists and null included) replaces. */
export function laidOver(document: Tree, changes: Tree): Tree {
  const merged = { ...document };
  for (const [key, change] of Object.entries(changes)) {
    const present = merged[key];
    merged[key] = isTree(present) && isTree(change) ? laidOver(present, change) : change;
  }
  return merged;
}

const nested = (path: string, value: unknown): Tree =>
  path.split(".").reduceRight<unknown>((inner, key) => ({ [key]: inner }), value) as Tree;

const treeOf = (entries: Iterable<readonly [string, unknown]>): Tree =>
  [...entries].reduce<Tree>((tree, [path, value]) => laidOver(tree, nested(path, value)), {});

/** The defaults of one way of getting hardware, for a document that takes it up or changes over to it. */
export function acquisitionDefaults(defaults: Defaults, kind: "rent" | "buy"): Tree {
  if (kind === "rent") {
    const shape = ["kind", "offerId", "term", "ownUsdPerAcceleratorHour", "priceFactorPerYear", "interruptedShare"];
    return Object.fromEntries(shape.map((key) => [key, defaults.get(`${acquisitionPath}.${key}`)?.value]));
  }
  const entries = [...defaults.values()].filter(({ path }) => path.startsWith(`${buyPath}.`));
  return Object.fromEntries(entries.map(({ path, value }) => [path.slice(buyPath.length + 1), value]));
}

/** "2026-12" for any day in November 2026: a plan goes live in the month after it is made. */
export function monthAfter(today: string): string {
  const [year = 0, month = 1] = today.split("-").map(Number);
  return month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, "0")}`;
}

/** A whole valid document from three answers: everything else comes from the defaults of the use case. */
export function createScenario(start: Start, reference: Pick<ReferenceData, "defaultsFor">): Scenario {
  return scenarioWith(start, {}, reference);
}

/** As createScenario, with changes laid over the document before it is checked. */
export function scenarioWith(start: Start, changes: Tree, reference: Pick<ReferenceData, "defaultsFor">): Scenario {
  const { useCase, requestsPerDay, dataClass, today } = start;
  const defaults = reference.defaultsFor(useCase);
  const { privacy, note } = privacyFor(dataClass);
  const common = [...defaults.values()].filter(({ path }) => !path.startsWith(acquisitionPath));
  const document = [
    treeOf(common.map(({ path, value }) => [path, value])),
    nested(acquisitionPath, acquisitionDefaults(defaults, buys(changes) ? "buy" : "rent")),
    {
      schemaVersion: currentSchemaVersion,
      name: start.name ?? useCases[useCase],
      notes: note,
      tags: [],
      confirmed: [],
    },
    { workload: { useCase, requestsPerDay }, privacy },
    { economics: { startMonth: monthAfter(today), pricedOn: today } },
    changes,
  ].reduce(laidOver, {});
  return scenarioSchema.parse(document);
}

function buys(changes: Tree): boolean {
  const acquisition = acquisitionPath
    .split(".")
    .reduce<unknown>((at, key) => (isTree(at) ? at[key] : undefined), changes);
  return isTree(acquisition) && acquisition.kind === "buy";
}
