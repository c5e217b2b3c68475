import type { Finding } from "@/lib/contract/result";
import type { Scenario } from "@/lib/contract/scenario";

/** Requests that other models answer go to their providers; terms, regions and retention are judged for the main one's alone. */
export function otherProviderFindings({ paths }: Scenario): Finding[] {
  const { api, hybrid } = paths;
  if (!api.enabled && !hybrid.enabled) return [];
  const sent = api.otherModels.filter(({ share }) => share > 0).map(({ provider }) => provider);
  const others = [...new Set(sent)].filter((provider) => provider !== api.provider);
  if (others.length === 0) return [];
  const named = others.join(" and ");
  return [
    {
      id: "privacy.otherProviders",
      consideration: "privacy",
      severity: "warning",
      what: `Some requests go to ${named} as well.`,
      why: `Where data may go, how long it is kept and whether it is trained on is judged for ${api.provider} alone.`,
      todo: `Check the terms of ${named} before any of this data is sent there, or take all models from one provider.`,
      bars: [],
    },
  ];
}
