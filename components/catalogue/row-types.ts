import type { Accelerator, ApiPrice, DefaultValue, Model, Offer, ReferenceValue } from "@/lib/contract/catalogue";

/** The catalogue's tables, in the order of their tabs. */
export const browsedTables = ["models", "accelerators", "offers", "prices", "defaults", "values"] as const;
export type BrowsedTable = (typeof browsedTables)[number];

export type Rows = {
  models: Model;
  accelerators: Accelerator;
  offers: Offer;
  prices: ApiPrice;
  defaults: DefaultValue;
  values: ReferenceValue;
};

/** How old an entry's source is, and whether that is older than its kind should be. */
export type Age = { days: number; limitDays: number | null; old: boolean };
export type AgedRow<T> = { row: T; age: Age };
