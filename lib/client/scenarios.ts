"use client";

import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type {
  CreateScenarioBody,
  ListScenariosQuery,
  ScenarioList,
  ScenarioResultAnswer,
  StoredScenario,
} from "@/lib/contract/http-scenarios";
import { keys } from "./keys";
import { type RequestError, request, withQuery } from "./request";

const root = "/api/v1/scenarios";
const one = (id: string): string => `${root}/${encodeURIComponent(id)}`;

/** The list of home; the page before stays visible while the next is fetched. */
export function useScenarios(query: ListScenariosQuery = {}) {
  return useQuery<ScenarioList, RequestError>({
    queryKey: keys.scenarioList(query),
    queryFn: ({ signal }) => request(withQuery(root, query), { signal }),
    placeholderData: keepPreviousData,
  });
}

export function useScenario(id: string, initial?: StoredScenario) {
  return useQuery<StoredScenario, RequestError>({
    queryKey: keys.scenario(id),
    queryFn: ({ signal }) => request(one(id), { signal }),
    ...(initial && { initialData: initial }),
  });
}

/** The result of the stored document; ask again by handing the version that was just saved. */
export function useScenarioResult(id: string, version?: number) {
  return useQuery<ScenarioResultAnswer, RequestError>({
    queryKey: keys.result(id, version),
    queryFn: ({ signal }) => request(`${one(id)}/result`, { signal }),
    placeholderData: keepPreviousData,
  });
}

function useForgetLists() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: keys.scenarios });
}

export function useCreateScenario() {
  const forget = useForgetLists();
  return useMutation<StoredScenario, RequestError, CreateScenarioBody>({
    mutationFn: (body) => request(root, { method: "POST", body }),
    onSuccess: forget,
  });
}

export function useDuplicateScenario() {
  const forget = useForgetLists();
  return useMutation<StoredScenario, RequestError, string>({
    mutationFn: (id) => request(`${one(id)}/duplicate`, { method: "POST" }),
    onSuccess: forget,
  });
}

export type ArchiveRequest = { id: string; version: number; archived: boolean };

export function useArchiveScenario() {
  const forget = useForgetLists();
  return useMutation<StoredScenario, RequestError, ArchiveRequest>({
    mutationFn: ({ id, version, archived }) =>
      request(one(id), { method: "PATCH", body: { archived }, headers: { "if-match": `"v${version}"` } }),
    onSuccess: forget,
  });
}

/** Deleting with a way back: `remove(id)`, then `undo(id)` while the message that offers it is shown. */
export function useDeleteScenario() {
  const forget = useForgetLists();
  const removal = useMutation<void, RequestError, string>({
    mutationFn: (id) => request(one(id), { method: "DELETE" }),
    onSuccess: forget,
  });
  const restoring = useMutation<StoredScenario, RequestError, string>({
    mutationFn: (id) => request(`${one(id)}/restore`, { method: "POST" }),
    onSuccess: forget,
  });
  return {
    remove: removal.mutateAsync,
    undo: restoring.mutateAsync,
    pending: removal.isPending || restoring.isPending,
    error: removal.error ?? restoring.error,
  };
}
