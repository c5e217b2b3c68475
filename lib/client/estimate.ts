"use client";

import { keepPreviousData, type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { ScenarioResult } from "@/lib/contract/result";
import type { Scenario } from "@/lib/contract/scenario";
import type { WorkingNode } from "@/lib/contract/working";
import { useDebounced } from "./debounced";
import { keys } from "./keys";
import { type RequestError, request, withQuery } from "./request";

type EstimateAnswer = { ok: true; kind: "scenario"; result: ScenarioResult; engineVersion: string; elapsedMs: number };

/** Short enough to follow typing, long enough not to ask at every key. */
const settleMs = 120;

/**
 * The result of a document as it stands on the screen, saved or not. The figures before stay while the next arrive,
 * and a request that typing has overtaken is given up. An `undefined` document (one that does not validate) asks nothing.
 */
export function useEstimate(document: Scenario | undefined) {
  // Compared as text: a form hands over a new object at each render, and equal ones must not ask again.
  const text = document && JSON.stringify(document);
  const settled = useDebounced(text, settleMs);
  const query = useQuery<EstimateAnswer, RequestError>({
    queryKey: keys.estimate(settled),
    queryFn: ({ signal }) =>
      request<EstimateAnswer>("/api/v1/estimate", {
        method: "POST",
        body: { kind: "scenario", scenario: JSON.parse(settled ?? "null") as Scenario },
        signal,
      }),
    enabled: settled !== undefined,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    retry: (count, error) => error.passing && count < 20,
    retryDelay: (count) => Math.min(500 * 2 ** count, 5_000),
  });
  return {
    result: query.data?.result,
    engineVersion: query.data?.engineVersion,
    error: query.error,
    /** The figures shown belong to an earlier state of the document. */
    behind: query.isFetching || query.isPlaceholderData || settled !== text,
  };
}

/** The working of a figure of a document; the same question is asked once. */
export const fetchWorking = (client: QueryClient, document: Scenario, path: string, depth?: number) =>
  client.fetchQuery({
    queryKey: keys.working(document, path, depth),
    queryFn: ({ signal }) =>
      request<WorkingNode>("/api/v1/working", {
        method: "POST",
        body: { scenario: document, path, once: true, ...(depth !== undefined && { depth }) },
        signal,
      }),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** A loader for the working panel of a document on the screen. */
export function useWorking(document: Scenario) {
  const client = useQueryClient();
  return useCallback(
    (path: string, depth?: number): Promise<WorkingNode> => fetchWorking(client, document, path, depth),
    [client, document],
  );
}

/** The same for a shared page, from the working stored with its revision. */
export function useSharedWorking(token: string) {
  const client = useQueryClient();
  return useCallback(
    (path: string, depth?: number): Promise<WorkingNode> =>
      client.fetchQuery({
        queryKey: keys.sharedWorking(token, path, depth),
        queryFn: ({ signal }) =>
          request<WorkingNode>(
            withQuery(`/api/v1/shares/${encodeURIComponent(token)}/working`, { path, depth, once: "true" }),
            {
              signal,
            },
          ),
        staleTime: Number.POSITIVE_INFINITY,
      }),
    [client, token],
  );
}
