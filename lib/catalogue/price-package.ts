import { calcPrice, type ModelInfo, type ModelPrice, type Provider, waitForUpdate } from "@pydantic/genai-prices";
import type { ApiPrice, TieredPrice } from "@/lib/contract/catalogue";
import { pricesByHour, withHoursOf } from "./price-hours";

export type { ModelInfo, Provider } from "@pydantic/genai-prices";

export const packageSource = {
  title: "@pydantic/genai-prices 0.1.8",
  url: "https://github.com/pydantic/genai-prices",
  asOf: "2026-09-23",
};

/** Every provider in the package. It answers without any network call as long as no updater is set, which we never do. */
export async function packageProviders(): Promise<readonly Provider[]> {
  return (await waitForUpdate()) ?? [];
}

type PackagePrice = ModelPrice[string];

function tiered(price: PackagePrice): TieredPrice | null {
  if (price === undefined) return null;
  if (typeof price === "number") return { usdPerMtoken: price, tiers: [] };
  const tiers = [...price.tiers].sort((a, b) => a.start - b.start);
  return {
    usdPerMtoken: price.base,
    tiers: tiers.map((tier) => ({ aboveInputTokens: tier.start, usdPerMtoken: tier.price })),
  };
}

/**
 * The package's own choice among dated and time-of-day prices at a moment. The model is handed over alone and matched
 * by its id, because the package's matching is loose and would otherwise answer with a neighbour.
 */
function priceAt(provider: Provider, model: ModelInfo, timestamp: Date): ModelPrice | null {
  const alone: Provider = {
    ...provider,
    fallback_model_providers: [],
    models: [{ ...model, match: { equals: model.id } }],
  };
  return calcPrice({ input_tokens: 0 }, model.id, { provider: alone, timestamp })?.model_price ?? null;
}

const plain = (price: PackagePrice): string =>
  typeof price === "object" ? `${price.base}` : price === undefined ? "no" : `${price}`;

/** In words: prices that hold at other hours of the day, and longer cache writes. */
function notesOf(model: ModelInfo, chosen: ModelPrice): string | null {
  const hours = Array.isArray(model.prices) ? model.prices : [];
  const notes = hours.flatMap(({ constraint, prices }) => {
    if (constraint?.type !== "time_of_date" || prices === chosen) return [];
    const cached = prices.cache_read_mtok === undefined ? "" : `, ${plain(prices.cache_read_mtok)} cached`;
    const window = `${constraint.start_time.slice(0, 5)} to ${constraint.end_time.slice(0, 5)} UTC`;
    return `From ${window}: ${plain(prices.input_mtok)} input, ${plain(prices.output_mtok)} output${cached} USD per million tokens.`;
  });
  if (chosen.cache_write_1h_mtok !== undefined) {
    notes.push(`Cache kept for an hour: ${plain(chosen.cache_write_1h_mtok)} USD per million tokens written.`);
  }
  if (plain(chosen.input_mtok) === "0" && plain(chosen.output_mtok ?? 0) === "0") {
    notes.push("Listed free of charge, usually within tight limits: not a price to plan with.");
  }
  return notes.length > 0 ? notes.join(" ") : null;
}

const flat = (price: PackagePrice): number | null => (typeof price === "number" ? price : null);

/** Embedding models bill no output at all, so their output price is 0, as the package itself computes. */
const otherPrices = (price: ModelPrice) => ({
  output: tiered(price.output_mtok) ?? { usdPerMtoken: 0, tiers: [] },
  cachedInput: tiered(price.cache_read_mtok),
  cacheWrite: tiered(price.cache_write_mtok),
});

/** One package entry as a price on a date, or null where it has no price by the token (speech by the hour, images). */
export function packagePrice(provider: Provider, model: ModelInfo, asOf: string): ApiPrice | null {
  const chosen = priceAt(provider, model, new Date(`${asOf}T12:00:00Z`));
  const input = chosen && tiered(chosen.input_mtok);
  if (!input) return null;
  const byHour = pricesByHour(model, asOf, (alike, moment) => {
    const price = priceAt(provider, alike, moment);
    const tokens = price && tiered(price.input_mtok);
    return tokens && price ? { input: tokens, ...otherPrices(price) } : null;
  });
  return {
    id: `${provider.id}/${model.id}`,
    provider: provider.id,
    providerName: provider.name,
    model: model.id,
    name: model.name ?? model.id,
    input,
    ...otherPrices(chosen),
    ...(byHour && { byHour }),
    usdPerThousandRequests: flat(chosen.requests_kcount),
    contextTokens: model.context_window ?? null,
    deprecated: model.deprecated ?? false,
    override: null,
    notes: notesOf(withHoursOf(model, asOf), chosen),
    source: packageSource,
  };
}
