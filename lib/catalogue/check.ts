import type { Model, Offer, ReferenceValue } from "@/lib/contract/catalogue";
import type { Source } from "@/lib/contract/source";
import type { Defaults } from "./defaults";
import type { PriceOverride } from "./price-overrides";
import { packageSource } from "./price-package";
import type { Tables } from "./tables";

/** How many days an entry may be old before it is called stale. */
export type AgeLimits = { offers: number; prices: number; others: number };
export const ageLimits: AgeLimits = { offers: 90, prices: 180, others: 400 };

export type Contents = Tables & { defaults: Defaults; overrides: readonly PriceOverride[] };
export type Finding = {
  level: "error" | "warning";
  about: "age" | "identity" | "link" | "recount" | "contradiction";
  /** Which age limit was passed. */
  table?: keyof AgeLimits;
  message: string;
};
type Entry = { table: keyof AgeLimits; id: string; source: Source };

const error = (about: Finding["about"], message: string): Finding => ({ level: "error", about, message });
const warning = (about: Finding["about"], message: string): Finding => ({ level: "warning", about, message });

/** Whole days between two dates; a month or year counts from its last day, so that it is not called old too early. */
export function daysOld(asOf: string, today: string): number {
  const [year = 0, month = 12, day] = asOf.split("-").map(Number);
  const last = day === undefined ? Date.UTC(year, month, 0) : Date.UTC(year, month - 1, day);
  return Math.max(0, Math.floor((Date.parse(today) - last) / 86_400_000));
}

function entriesOf({ accelerators, models, offers, values, lifetimes, terms, overrides }: Contents): Entry[] {
  const others = [...accelerators, ...models, ...values].map(({ id, source }) => ({
    table: "others" as const,
    id,
    source,
  }));
  const scores = models.flatMap(({ id, quality }) =>
    quality.map(({ measure, source }) => ({ table: "others" as const, id: `${id} (${measure})`, source })),
  );
  const prices = overrides.map(({ provider, model, source }) => ({
    table: "prices" as const,
    id: `${provider}/${model}`,
    source,
  }));
  const retirements = lifetimes.map(({ id, source }) => ({
    table: "prices" as const,
    id: `${id} (model lifetimes)`,
    source,
  }));
  const agreed = terms.map(({ id, source }) => ({ table: "prices" as const, id: `${id} (terms)`, source }));
  const list = { table: "prices" as const, id: "price package", source: packageSource };
  return [
    ...others,
    ...scores,
    ...offers.map(({ id, source }) => ({ table: "offers" as const, id, source })),
    ...prices,
    ...retirements,
    ...agreed,
    list,
  ];
}

function ages(contents: Contents, today: string, limits: AgeLimits): Finding[] {
  return entriesOf(contents).flatMap(({ table, id, source }) => {
    const days = daysOld(source.asOf, today);
    const message = `${id} was read on ${source.asOf}, ${days} days ago`;
    return days > limits[table] ? [{ level: "warning", about: "age", table, message }] : [];
  });
}

function identity({ accelerators, models, offers, values, lifetimes, terms }: Contents): Finding[] {
  const tables = { accelerators, models, offers, values, lifetimes, terms };
  return Object.entries(tables).flatMap(([table, rows]) => {
    const seen = new Set<string>();
    return rows.flatMap(({ id }) => {
      if (seen.has(id.toLowerCase())) return error("identity", `${table} hold the id ${id} more than once`);
      seen.add(id.toLowerCase());
      return [];
    });
  });
}

/** Ids that one table names in another. */
function links({ accelerators, offers, models, values, terms, defaults }: Contents): Finding[] {
  const known = new Set([...accelerators, ...offers, ...models].map(({ id }) => id));
  const lost = offers.filter(({ acceleratorId }) => !known.has(acceleratorId));
  const rows = [...defaults.general, ...Object.values(defaults.useCases).flat()];
  const pointing = /\.(offerId|acceleratorId)$|selfHosted\.model$/;
  const valueIds = new Set(values.map(({ id }) => id));
  const termIds = new Set(terms.map(({ id }) => id));
  return [
    ...terms.flatMap(({ id, tenant }) =>
      tenant !== null && !termIds.has(tenant)
        ? error("link", `the terms of ${id} name ${tenant}, whose terms are not in the catalogue`)
        : [],
    ),
    ...lost.map(({ id, acceleratorId }) =>
      error("link", `${id} offers ${acceleratorId}, which is not in the accelerators`),
    ),
    ...rows
      .filter(({ path, value }) => pointing.test(path) && !known.has(String(value)))
      .map(({ path, value }) =>
        error("link", `the default of ${path} is ${String(value)}, which is not in the catalogue`),
      ),
    ...rows.flatMap(({ path, why }) => {
      const id = /^Reference value (.+?)\.(?: |$)/.exec(why)?.[1];
      return id && !valueIds.has(id)
        ? error("link", `the default of ${path} rests on ${id}, which is not in the values`)
        : [];
    }),
  ];
}

const percent = (share: number): string => `${share > 0 ? "+" : ""}${(share * 100).toFixed(2)} %`;

function recounts(models: readonly Model[]): Finding[] {
  return models.flatMap(({ id, parameters, publishedParameters }) => {
    const off = publishedParameters === null ? 0 : parameters / publishedParameters - 1;
    return Math.abs(off) > 0.01
      ? warning("recount", `${id} recounts to ${percent(off)} of the published parameters`)
      : [];
  });
}

const grouped = <T>(rows: readonly T[], key: (row: T) => string): T[][] => {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return [...groups.values()];
};

/** The same machine at the same provider for half as much again: two readings that do not agree. */
function offerSpread(offers: readonly Offer[]): Finding[] {
  const priced = offers.flatMap(({ usdPerAcceleratorHour: { onDemand }, ...offer }) =>
    onDemand === null ? [] : [{ ...offer, onDemand }],
  );
  const machines = grouped(priced, ({ instance, provider, acceleratorId, accelerators }) => {
    const size = accelerators > 1 || /^\w+\.\w+$|^Standard_/.test(instance) ? instance : "single";
    return [provider, acceleratorId, size].join("|");
  });
  return machines.flatMap((group) => {
    const [cheap, ...others] = [...group].sort((a, b) => a.onDemand - b.onDemand);
    const dear = others.at(-1);
    if (!cheap || !dear || dear.onDemand <= 1.5 * cheap.onDemand) return [];
    const both = `${dear.id} costs ${dear.onDemand} USD per accelerator-hour (${dear.source.asOf})`;
    return warning("contradiction", `${both}, ${cheap.id} only ${cheap.onDemand} (${cheap.source.asOf})`);
  });
}

function impossible({ accelerators, offers, values }: Contents): Finding[] {
  const outside = ({ value, low, high }: ReferenceValue): boolean => (low ?? value) > value || (high ?? value) < value;
  const facility = new Map(values.map(({ id, value }) => [id, value]));
  return [
    ...values.filter(outside).map(({ id }) => error("contradiction", `${id} lies outside its own low and high`)),
    ...accelerators
      .filter(({ memoryBytes, usableMemoryBytes }) => (usableMemoryBytes ?? 0) > memoryBytes)
      .map(({ id }) => error("contradiction", `${id} has more usable memory than memory`)),
    ...accelerators
      .filter(({ id, facilityWatts }) => (facility.get(`facility.power.${id}`) ?? null) !== facilityWatts)
      .map(({ id }) => error("contradiction", `${id} and the value facility.power.${id} differ`)),
    ...offers
      .filter(({ usdPerAcceleratorHour: { spot, onDemand } }) => (spot ?? 0) > (onDemand ?? Number.POSITIVE_INFINITY))
      .map(({ id }) => error("contradiction", `${id} costs more as spot than on demand`)),
    ...grouped(values, ({ label, region }) => `${label}|${region}`)
      .filter((group) => group.length > 1)
      .map((group) => error("contradiction", `${group.map(({ id }) => id).join(" and ")} say the same thing twice`)),
  ];
}

/** Everything wrong or old in the catalogue. Missing sources, dates and units never get this far: the schemas refuse them. */
export function checkCatalogue(contents: Contents, today: string, limits: AgeLimits = ageLimits): Finding[] {
  return [
    ...identity(contents),
    ...links(contents),
    ...impossible(contents),
    ...recounts(contents.models),
    ...offerSpread(contents.offers),
    ...ages(contents, today, limits),
  ];
}
