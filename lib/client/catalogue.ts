"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { CatalogueDefaults, CataloguePages, CatalogueTable, Template } from "@/lib/contract/http-catalogue";
import type { UseCase } from "@/lib/contract/scenario";
import { keys } from "./keys";
import { type RequestError, request, withQuery } from "./request";

export type CatalogueFilter = { q?: string; limit?: number; asOf?: string };

/** Reference data changes with a release, not while a page is open. */
const staleTime = 10 * 60_000;

export function useCatalogue<T extends CatalogueTable>(table: T, filter: CatalogueFilter = {}) {
  return useQuery<CataloguePages[T], RequestError>({
    queryKey: keys.catalogue(table, filter),
    queryFn: ({ signal }) => request(withQuery(`/api/v1/catalogue/${table}`, filter), { signal }),
    placeholderData: keepPreviousData,
    staleTime,
  });
}

export function useDefaults(useCase: UseCase) {
  return useQuery<CatalogueDefaults, RequestError>({
    queryKey: keys.defaults(useCase),
    queryFn: ({ signal }) => request(withQuery("/api/v1/catalogue/defaults", { useCase }), { signal }),
    staleTime,
  });
}

export function useTemplates() {
  return useQuery<{ templates: Template[] }, RequestError>({
    queryKey: keys.templates,
    queryFn: ({ signal }) => request("/api/v1/templates", { signal }),
    staleTime,
  });
}
