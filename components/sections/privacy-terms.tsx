"use client";

import type { ScenarioResult } from "@/lib/contract/result";
import { SourceNote } from "../figures/source-note";
import {
  agreementNames,
  associateNames,
  certificationsRead,
  regionsHeld,
  trainingNames,
  zeroRetentionNames,
} from "../figures/terms-names";
import { Group } from "./group";

type Terms = NonNullable<ScenarioResult["privacy"]["terms"]>;

/** What the provider says of itself, with where and when it was read. */
export function PrivacyTerms({ terms }: { terms: Terms }) {
  const rows: [string, string][] = [
    ["Trains on prompts", trainingNames[terms.training]],
    ["Keeps prompts and answers", terms.retentionDays === "unknown" ? "Could not be read" : terms.retentionDays],
    ["Zero retention", zeroRetentionNames[terms.zeroRetention]],
    ["Processing can be held to", regionsHeld(terms)],
    ["Data rests in", terms.storedIn ?? "Not said"],
    ["Processing agreement (DPA)", agreementNames[terms.processingAgreement]],
    ["Business associate agreement (BAA)", associateNames[terms.businessAssociate]],
    ["Certifications read", certificationsRead(terms)],
  ];
  return (
    <Group title={`What ${terms.name} says of itself`} lead={terms.notes}>
      <dl className="flex flex-col">
        {rows.map(([label, value]) => (
          <div
            key={label}
            className="flex flex-wrap items-baseline justify-between gap-x-4 border-t border-line py-1.5 first:border-t-0"
          >
            <dt>{label}</dt>
            <dd className="ml-auto text-right text-strong">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="flex flex-col">
        {[terms.source, ...terms.also].map((source) => (
          <SourceNote key={source.title} source={source} />
        ))}
      </p>
    </Group>
  );
}
