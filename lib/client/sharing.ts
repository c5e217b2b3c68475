"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { CreatedShare, CreateRevisionBody, CreateShareBody, Revision, Share } from "@/lib/contract/http-shares";
import { keys } from "./keys";
import { type RequestError, request } from "./request";

const under = (id: string, what: "revisions" | "shares"): string =>
  `/api/v1/scenarios/${encodeURIComponent(id)}/${what}`;

export function useRevisions(id: string) {
  return useQuery<{ revisions: Revision[] }, RequestError>({
    queryKey: keys.revisions(id),
    queryFn: ({ signal }) => request(under(id, "revisions"), { signal }),
  });
}

export function useCreateRevision(id: string) {
  const client = useQueryClient();
  return useMutation<Revision, RequestError, CreateRevisionBody>({
    mutationFn: (body) => request(under(id, "revisions"), { method: "POST", body }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.revisions(id) }),
  });
}

export function useShares(id: string) {
  return useQuery<{ shares: Share[] }, RequestError>({
    queryKey: keys.shares(id),
    queryFn: ({ signal }) => request(under(id, "shares"), { signal }),
  });
}

export function useCreateShare(id: string) {
  const client = useQueryClient();
  return useMutation<CreatedShare, RequestError, CreateShareBody>({
    mutationFn: (body) => request(under(id, "shares"), { method: "POST", body }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: keys.revisions(id) });
      return client.invalidateQueries({ queryKey: keys.shares(id) });
    },
  });
}

export function useRevokeShare(scenarioId: string) {
  const client = useQueryClient();
  return useMutation<void, RequestError, string>({
    mutationFn: (shareId) => request(`/api/v1/shares/${encodeURIComponent(shareId)}`, { method: "DELETE" }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.shares(scenarioId) }),
  });
}
