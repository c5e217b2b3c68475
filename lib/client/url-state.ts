"use client";

import { parseAsArrayOf, parseAsString, parseAsStringLiteral, useQueryState, useQueryStates } from "nuqs";
import { scenarioSorts } from "@/lib/contract/http-scenarios";

/** What a link to a screen carries, so that it can be bookmarked and sent. */

const listFilter = {
  q: parseAsString.withDefault(""),
  tag: parseAsString.withDefault(""),
  archived: parseAsStringLiteral(["false", "true", "all"] as const).withDefault("false"),
  sort: parseAsStringLiteral(scenarioSorts).withDefault("-updated"),
};

/** Search, tag, archive and order of home. */
export const useListFilter = () => useQueryStates(listFilter);

/** The scenarios compared, in the order of their columns. */
export const useComparedIds = () => useQueryState("ids", parseAsArrayOf(parseAsString).withDefault([]));

/** The one the others are measured against; empty: the first. */
export const useBaselineId = () => useQueryState("baseline", parseAsString.withDefault(""));
