"use client";

import type { ScenarioResult } from "@/lib/contract/result";
import { SourceNote } from "../figures/source-note";
import { Group } from "./group";

type Terms = NonNullable<ScenarioResult["privacy"]["terms"]>;

const training = { no: "No", yes: "Yes, unless agreed otherwise", unknown: "Could not be read" } as const;
const zeroRetention = {
  default: "By default",
  selfServe: "A setting of your own",
  onApproval: "On application",
  no: "Not offered",
  unknown: "Could not be read",
} as const;
const agreement = {
  incorporated: "Part of its terms",
  onRequest: "On request",
  no: "Not offered",
  unknown: "Could not be read",
} as const;
const associate = { offered: "Offered", no: "Not offered", unknown: "Could not be read" } as const;
const regions = { eu: "EU", us: "US" } as const;

const regionsOf = ({ regions: held }: Terms): string =>
  held === null
    ? "Could not be read"
    : held.length === 0
      ? "None known"
      : held.map((region) => regions[region]).join(", ");

/** What the provider says of itself, with where and when it was read. */
export function PrivacyTerms({ terms }: { terms: Terms }) {
  const rows: [string, string][] = [
    ["Trains on prompts", training[terms.training]],
    ["Keeps prompts and answers", terms.retentionDays === "unknown" ? "Could not be read" : terms.retentionDays],
    ["Zero retention", zeroRetention[terms.zeroRetention]],
    ["Processing can be held to", regionsOf(terms)],
    ["Data rests in", terms.storedIn ?? "Not said"],
    ["Processing agreement (DPA)", agreement[terms.processingAgreement]],
    ["Business associate agreement (BAA)", associate[terms.businessAssociate]],
    ["Certifications read", terms.certifications.length === 0 ? "None" : terms.certifications.join(", ")],
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
