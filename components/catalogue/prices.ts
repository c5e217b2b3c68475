import type { ApiPrice, TieredPrice } from "@/lib/contract/catalogue";
import type { Detail, TableSpec } from "./view";

const tiers = (what: string, price: TieredPrice | null): Detail[] =>
  (price?.tiers ?? []).map(({ aboveInputTokens, usdPerMtoken }) => ({
    label: `${what} of requests over ${aboveInputTokens.toLocaleString("en-US")} input tokens`,
    value: usdPerMtoken,
    unit: "$/M token",
  }));

const details = (price: ApiPrice): Detail[] => [
  { label: "Id", value: price.id },
  { label: "Model's name in a call", value: price.model },
  { label: "Written to cache", value: price.cacheWrite?.usdPerMtoken ?? null, unit: "$/M token" },
  { label: "Fee per thousand requests", value: price.usdPerThousandRequests, unit: "$" },
  ...tiers("Input", price.input),
  ...tiers("Output", price.output),
  { label: "Withdrawn by the provider", value: price.deprecated },
  { label: "Corrected here, because", value: price.override?.reason ?? null },
];

export const priceTable: TableSpec<ApiPrice> = {
  title: "API prices",
  columns: [
    { id: "name", header: "Model", value: ({ name }) => name },
    { id: "provider", header: "Provider", value: ({ providerName }) => providerName },
    { id: "input", header: "Input", unit: "$/M token", value: ({ input }) => input.usdPerMtoken },
    {
      id: "cached",
      header: "Cached input",
      unit: "$/M token",
      value: ({ cachedInput }) => cachedInput?.usdPerMtoken ?? null,
    },
    { id: "output", header: "Output", unit: "$/M token", value: ({ output }) => output.usdPerMtoken },
    { id: "context", header: "Context", unit: "k token", value: ({ contextTokens }) => contextTokens },
  ],
  id: ({ id }) => id,
  text: ({ id, providerName, model, name }) => `${id} ${providerName} ${model} ${name}`,
  facet: { title: "Provider", value: ({ providerName }) => providerName },
  source: ({ source }) => source,
  confidence: () => null,
  details,
  notes: ({ notes }) => notes,
};
