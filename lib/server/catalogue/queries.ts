import type { CatalogueDefaults, CataloguePages, Template } from "@/lib/contract/http-catalogue";
import type { UseCase } from "@/lib/contract/scenario";
import { templates } from "@/lib/templates";
import { engineContext, today } from "../context";

export type Filter = { q?: string; limit?: number; asOf?: string };

const defaultLimit = 100;

/** Entries whose texts hold every word, the first `limit` of them, and how many there are. */
function pick<T>(entries: readonly T[], { q = "", limit = defaultLimit }: Filter, texts: (entry: T) => unknown[]) {
  const words = q
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  const found = entries.filter((entry) => {
    const text = texts(entry).join(" ").toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return { total: found.length, shown: found.slice(0, limit) };
}

export async function findModels(filter: Filter): Promise<CataloguePages["models"]> {
  const { reference } = await engineContext();
  const { total, shown } = pick(reference.models, filter, ({ id, name, developer }) => [id, name, developer]);
  return { catalogueVersion: reference.version, total, models: shown };
}

export async function findAccelerators(filter: Filter): Promise<CataloguePages["accelerators"]> {
  const { reference } = await engineContext();
  const { total, shown } = pick(reference.accelerators, filter, ({ id, name, vendor }) => [id, name, vendor]);
  return { catalogueVersion: reference.version, total, accelerators: shown };
}

export async function findOffers(filter: Filter): Promise<CataloguePages["offers"]> {
  const { reference } = await engineContext();
  const { total, shown } = pick(reference.offers, filter, (offer) => [
    offer.id,
    offer.provider,
    offer.instance,
    offer.acceleratorId,
    offer.region,
  ]);
  return { catalogueVersion: reference.version, total, offers: shown };
}

export async function findPrices(filter: Filter): Promise<CataloguePages["prices"]> {
  const { reference } = await engineContext();
  const all = reference.prices(filter.asOf ?? today());
  const { total, shown } = pick(all, filter, ({ id, providerName, model, name }) => [id, providerName, model, name]);
  return { catalogueVersion: reference.version, total, prices: shown };
}

export async function findTerms(filter: Filter): Promise<CataloguePages["terms"]> {
  const { reference } = await engineContext();
  const { total, shown } = pick(reference.terms, filter, ({ id, name, notes }) => [id, name, notes]);
  return { catalogueVersion: reference.version, total, terms: shown };
}

/** By provider: an entry is found by any of its models too. */
export async function findLifetimes(filter: Filter): Promise<CataloguePages["lifetimes"]> {
  const { reference } = await engineContext();
  const { total, shown } = pick(reference.lifetimes, filter, ({ id, name, models }) => [
    id,
    name,
    ...models.map(({ model }) => model),
  ]);
  return { catalogueVersion: reference.version, total, lifetimes: shown };
}

export async function findDefaults(useCase: UseCase): Promise<CatalogueDefaults> {
  const { reference } = await engineContext();
  const defaults = [...reference.defaultsFor(useCase).values()];
  return { catalogueVersion: reference.version, total: defaults.length, defaults };
}

export async function findTemplates(): Promise<Template[]> {
  const { reference } = await engineContext();
  return templates(reference, today());
}
