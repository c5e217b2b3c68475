import type { CatalogueRows, ModelLifetime, ModelLifetimes } from "@/lib/contract/catalogue";
import type { UseCase } from "@/lib/contract/scenario";
import { engineContext, today } from "../context";

/** Whole tables for the catalogue's pages, which search, order and cut them; the API's lists are shorter. */
export async function tableRows<T extends keyof CatalogueRows>(
  table: T,
  useCase: UseCase,
): Promise<readonly CatalogueRows[T][]> {
  const { reference } = await engineContext();
  const rows: { [K in keyof CatalogueRows]: () => readonly CatalogueRows[K][] } = {
    models: () => reference.models,
    accelerators: () => reference.accelerators,
    offers: () => reference.offers,
    prices: () => reference.prices(today()),
    terms: () => reference.terms,
    lifetimes: () => reference.lifetimes.flatMap(lifetimeRows),
    defaults: () => [...reference.defaultsFor(useCase).values()],
    values: () => reference.values,
  };
  return rows[table]();
}

const promisesNothing = { promisedMonths: null, promisedNoticeDays: null };
const undated = { model: null, releasedOn: null, announcedOn: null, retiresOn: null };

/** A row for what the provider promises, and one for each of its models, with its own source. */
const lifetimeRows = (entry: ModelLifetimes): ModelLifetime[] => {
  const { name: provider, confidence, notes, source, promisedMonths, promisedNoticeDays } = entry;
  return [
    { ...undated, provider, promisedMonths, promisedNoticeDays, confidence, notes, source },
    ...entry.models.map((model) => ({ ...promisesNothing, ...model, provider, confidence, notes })),
  ];
};

export const catalogueVersion = async (): Promise<string> => (await engineContext()).reference.version;
