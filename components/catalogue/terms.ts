import type { ProviderTerms } from "@/lib/contract/catalogue";
import {
  agreementNames,
  associateNames,
  certificationsRead,
  regionsHeld,
  trainingNames,
  zeroRetentionNames,
} from "../figures/terms-names";
import type { Detail, TableSpec } from "./view";

const details = (row: ProviderTerms): Detail[] => [
  { label: "Id", value: row.id },
  { label: "Data rests in", value: row.storedIn },
  { label: "Runs in a customer's own tenant at", value: row.tenant },
  { label: "Certifications read", value: certificationsRead(row) },
  ...row.also.map(({ title, asOf }) => ({ label: "Read as well", value: `${title}, as of ${asOf}` })),
];

export const termsTable: TableSpec<ProviderTerms> = {
  title: "Provider terms",
  columns: [
    { id: "name", header: "Provider", value: ({ name }) => name },
    { id: "training", header: "Trains on prompts", value: ({ training }) => trainingNames[training] },
    {
      id: "retention",
      header: "Keeps prompts",
      unit: "day",
      value: ({ retentionDays }) => retentionDays,
    },
    {
      id: "zeroRetention",
      header: "Zero retention",
      value: ({ zeroRetention }) => zeroRetentionNames[zeroRetention],
    },
    { id: "regions", header: "Can be held to", value: regionsHeld },
    {
      id: "agreement",
      header: "Processing agreement (DPA)",
      value: ({ processingAgreement }) => agreementNames[processingAgreement],
    },
    {
      id: "associate",
      header: "Health addendum (BAA)",
      value: ({ businessAssociate }) => associateNames[businessAssociate],
    },
  ],
  id: ({ id }) => id,
  text: ({ id, name, notes, certifications }) => `${id} ${name} ${notes} ${certifications.join(" ")}`,
  facet: { title: "Zero retention", value: ({ zeroRetention }) => zeroRetentionNames[zeroRetention] },
  source: ({ source }) => source,
  confidence: ({ confidence }) => confidence,
  details,
  notes: ({ notes }) => notes,
};
