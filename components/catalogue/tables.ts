import { acceleratorTable } from "./accelerators";
import { defaultTable } from "./defaults";
import { modelTable } from "./models";
import { offerTable } from "./offers";
import { priceTable } from "./prices";
import type { BrowsedTable, Rows } from "./row-types";
import { valueTable } from "./values";
import type { TableSpec } from "./view";

export const tables: { [K in BrowsedTable]: TableSpec<Rows[K]> } = {
  models: modelTable,
  accelerators: acceleratorTable,
  offers: offerTable,
  prices: priceTable,
  defaults: defaultTable,
  values: valueTable,
};
