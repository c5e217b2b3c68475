import { createHash } from "node:crypto";
import type { ApiPrice, DefaultValue, ReferenceValue } from "@/lib/contract/catalogue";
import type { ReferenceData } from "@/lib/contract/reference";
import type { UseCase } from "@/lib/contract/scenario";
import { defaultsByPath, readDefaults } from "./defaults";
import { acceleratorFinder } from "./find-accelerator";
import { modelFinder } from "./find-model";
import { offerFinder } from "./find-offer";
import { readPriceOverrides } from "./price-overrides";
import { packageProviders } from "./price-package";
import { findPriceAmong, pricesOn } from "./prices";
import { readTables, type Tables } from "./tables";

/** Tables that replace the shipped ones: a workspace's own prices, a pinned revision, three rows in a test. */
export type LoadOptions = Partial<Tables>;

/** Keeps what is worked out per key; the oldest goes when there are more than `size`. */
function remembered<K, V>(size: number, work: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const value = known.get(key) ?? work(key);
    known.set(key, value);
    const [oldest] = known.keys();
    if (known.size > size && oldest !== undefined) known.delete(oldest);
    return value;
  };
}

/** Date of the newest entry and a short hash of everything, so that equal versions mean equal content. */
function versionOf(tables: Tables, rest: readonly unknown[]): string {
  const rows = [...tables.accelerators, ...tables.models, ...tables.offers, ...tables.values];
  const newest = rows.reduce((date, row) => (row.source.asOf > date ? row.source.asOf : date), "");
  const hash = createHash("sha256")
    .update(JSON.stringify([tables, rest]))
    .digest("hex");
  return `${newest}-${hash.slice(0, 8)}`;
}

function valueFinder(values: readonly ReferenceValue[]): (id: string) => ReferenceValue {
  const byId = new Map(values.map((value) => [value.id, value]));
  return (id) => {
    const value = byId.get(id);
    if (!value) throw new Error(`There is no reference value "${id}" in the catalogue`);
    return value;
  };
}

async function build(options: LoadOptions): Promise<ReferenceData> {
  const tables = { ...readTables(), ...options };
  const defaults = readDefaults();
  const overrides = readPriceOverrides();
  const providers = await packageProviders();
  const prices = remembered<string, readonly ApiPrice[]>(12, (asOf) => pricesOn(providers, overrides, asOf));
  const defaultsFor = remembered<UseCase, ReadonlyMap<string, DefaultValue>>(20, (useCase) =>
    defaultsByPath(defaults, useCase),
  );
  return {
    version: versionOf(tables, [defaults, overrides, providers]),
    ...tables,
    findModel: modelFinder(tables.models),
    findAccelerator: acceleratorFinder(tables.accelerators),
    findOffer: offerFinder(tables.offers),
    findPrice: (query) => findPriceAmong(prices(query.asOf), providers, overrides, query),
    prices,
    findLifetimes: (provider) => tables.lifetimes.find(({ id }) => id === provider) ?? null,
    findTerms: (provider) => tables.terms.find(({ id }) => id === provider) ?? null,
    value: valueFinder(tables.values),
    defaultsFor,
  };
}

let shipped: Promise<ReferenceData> | undefined;

/** All reference data. The shipped tables are read and checked once per process; other tables make a fresh set. */
export function loadReferenceData(options?: LoadOptions): Promise<ReferenceData> {
  if (options && Object.keys(options).length > 0) return build(options);
  shipped ??= build({});
  return shipped;
}
