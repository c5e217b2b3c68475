"use client";

import { parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { browsedTables } from "./row-types";

/** What is looked at, in the address: the server draws the page anew as it changes. */
export function useCatalogueAddress() {
  const [address, setAddress] = useQueryStates(
    {
      table: parseAsStringLiteral(browsedTables).withDefault("models"),
      q: parseAsString.withDefault(""),
      facet: parseAsString.withDefault(""),
      sort: parseAsString.withDefault(""),
      page: parseAsInteger.withDefault(1),
    },
    { shallow: false },
  );
  return { address, setAddress };
}
