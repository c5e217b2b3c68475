import type { ModelLifetime } from "@/lib/contract/catalogue";
import type { TableSpec } from "./view";

export const lifetimeTable: TableSpec<ModelLifetime> = {
  title: "Model lifetimes",
  columns: [
    { id: "model", header: "Model", value: ({ model }) => model ?? "What it promises of all" },
    { id: "provider", header: "Provider", value: ({ provider }) => provider },
    { id: "retires", header: "Retires", value: ({ retiresOn }) => retiresOn },
    { id: "announced", header: "Announced", value: ({ announcedOn }) => announcedOn },
    { id: "released", header: "Released", value: ({ releasedOn }) => releasedOn },
    { id: "stays", header: "Stays at least", unit: "month", value: ({ promisedMonths }) => promisedMonths },
    { id: "notice", header: "Notice at least", unit: "day", value: ({ promisedNoticeDays }) => promisedNoticeDays },
  ],
  id: ({ provider, model }) => `${provider} ${model ?? ""}`,
  text: ({ provider, model }) => `${provider} ${model ?? ""}`,
  facet: { title: "Provider", value: ({ provider }) => provider },
  source: ({ source }) => source,
  confidence: ({ confidence }) => confidence,
  details: () => [],
  notes: ({ notes }) => notes,
};
