import type { CatalogueRows } from "@/lib/contract/catalogue";
import { acceleratorTable } from "./accelerators";
import { defaultTable } from "./defaults";
import { lifetimeTable } from "./lifetimes";
import { modelTable } from "./models";
import { offerTable } from "./offers";
import { priceTable } from "./prices";
import type { BrowsedTable } from "./row-types";
import { termsTable } from "./terms";
import { valueTable } from "./values";
import type { TableSpec } from "./view";

export const tables: { [K in BrowsedTable]: TableSpec<CatalogueRows[K]> } = {
  models: modelTable,
  accelerators: acceleratorTable,
  offers: offerTable,
  prices: priceTable,
  terms: termsTable,
  lifetimes: lifetimeTable,
  defaults: defaultTable,
  values: valueTable,
};
