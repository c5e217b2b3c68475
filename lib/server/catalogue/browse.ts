import { ageLimits, daysOld } from "@/lib/catalogue/check";
import type { Accelerator, ApiPrice, DefaultValue, Model, Offer, ReferenceValue } from "@/lib/contract/catalogue";
import type { UseCase } from "@/lib/contract/scenario";
import { engineContext, today } from "../context";

/** Whole tables for the catalogue's pages, which search, order and cut them; the API's lists are shorter. */
export type BrowsedTables = {
  models: Model;
  accelerators: Accelerator;
  offers: Offer;
  prices: ApiPrice;
  defaults: DefaultValue;
  values: ReferenceValue;
};
export type BrowsedTable = keyof BrowsedTables;

export async function tableRows<T extends BrowsedTable>(
  table: T,
  useCase: UseCase,
): Promise<readonly BrowsedTables[T][]> {
  const { reference } = await engineContext();
  const rows: { [K in BrowsedTable]: () => readonly BrowsedTables[K][] } = {
    models: () => reference.models,
    accelerators: () => reference.accelerators,
    offers: () => reference.offers,
    prices: () => reference.prices(today()),
    defaults: () => [...reference.defaultsFor(useCase).values()],
    values: () => reference.values,
  };
  return rows[table]();
}

export const catalogueVersion = async (): Promise<string> => (await engineContext()).reference.version;

export type Age = { days: number; limitDays: number | null; old: boolean };

/** Only rents and list prices are called old: a data sheet of 2017 is as true as it was. */
export function ageOf(table: BrowsedTable, asOf: string): Age {
  const limitDays = table === "offers" || table === "prices" ? ageLimits[table] : null;
  const days = daysOld(asOf, today());
  return { days, limitDays, old: limitDays !== null && days > limitDays };
}
