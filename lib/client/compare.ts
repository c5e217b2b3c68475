"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Comparison } from "@/lib/contract/http-compare";
import { keys } from "./keys";
import { type RequestError, request, withQuery } from "./request";

export function useCompare(ids: readonly string[]) {
  return useQuery<Comparison, RequestError>({
    queryKey: keys.compare(ids),
    queryFn: ({ signal }) => request(withQuery("/api/v1/compare", { ids: ids.join(",") }), { signal }),
    enabled: ids.length > 0,
    placeholderData: keepPreviousData,
  });
}
