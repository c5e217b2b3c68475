import type { CatalogueRows } from "@/lib/contract/catalogue";

/** The catalogue's tables, in the order of their tabs. */
export const browsedTables = [
  "models",
  "accelerators",
  "offers",
  "prices",
  "terms",
  "lifetimes",
  "defaults",
  "values",
] as const satisfies readonly (keyof CatalogueRows)[];
export type BrowsedTable = (typeof browsedTables)[number];
