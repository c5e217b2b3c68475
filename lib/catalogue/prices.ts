import type { ApiPrice } from "@/lib/contract/catalogue";
import { fail, type Outcome, succeed } from "@/lib/contract/errors";
import { nearest, suggest } from "./nearest";
import { aliasOf } from "./price-alias";
import { overrideOn, type PriceOverride } from "./price-overrides";
import { type Provider, packagePrice } from "./price-package";

/** Providers that sell their own models, the vendor's own price first; everyone else is a host. */
const vendors = [
  "openai",
  "anthropic",
  "google",
  "x-ai",
  "mistral",
  "deepseek",
  "moonshotai",
  "zai",
  "zhipuai",
  "minimax",
  "cohere",
  "perplexity",
  "voyageai",
  "arcee",
];

/** Makers before hosts, in this order, as Google also resells Claude. */
const rank = (provider: string): number => {
  const place = vendors.indexOf(provider);
  return place < 0 ? vendors.length : place;
};

const byVendorThenId = (a: ApiPrice, b: ApiPrice): number =>
  rank(a.provider) - rank(b.provider) || a.id.localeCompare(b.id);

function overridePrice(entry: PriceOverride, providerName: string, packaged: ApiPrice | null): ApiPrice | null {
  if (!entry.price) return null;
  return {
    id: `${entry.provider}/${entry.model}`,
    provider: entry.provider,
    providerName,
    model: entry.model,
    name: entry.name,
    ...entry.price,
    usdPerThousandRequests: packaged?.usdPerThousandRequests ?? null,
    contextTokens: entry.contextTokens,
    deprecated: packaged?.deprecated ?? false,
    override: { reason: entry.reason },
    notes: null,
    source: entry.source,
  };
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/**
 * All prices on a date: the package's, with ours laid over; without the models that have no price by the token. A day
 * that does not exist has no prices.
 */
export function pricesOn(
  providers: readonly Provider[],
  overrides: readonly PriceOverride[],
  asOf: string,
): ApiPrice[] {
  if (!isDay(asOf)) return [];
  const found = new Map<string, ApiPrice>();
  for (const provider of providers) {
    for (const model of provider.models) {
      const price = packagePrice(provider, model, asOf);
      if (price) found.set(price.id, price);
    }
  }
  for (const { provider, model } of overrides) {
    const entry = overrideOn(overrides, provider, model, asOf);
    if (!entry) continue;
    const id = `${provider}/${model}`;
    const providerName = providers.find((candidate) => candidate.id === provider)?.name ?? provider;
    const price = overridePrice(entry, providerName, found.get(id) ?? null);
    if (price) found.set(id, price);
    else found.delete(id);
  }
  return [...found.values()].sort(byVendorThenId);
}

type Query = { provider?: string; model: string; asOf: string };

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.trim().toLowerCase();

function withdrawn(overrides: readonly PriceOverride[], { provider, model, asOf }: Query): PriceOverride | undefined {
  return overrides
    .filter((entry) => sameName(entry.model, model) && (!provider || sameName(entry.provider, provider)))
    .map((entry) => overrideOn(overrides, entry.provider, entry.model, asOf))
    .find((entry) => entry?.price === null);
}

function unknownPrice(prices: readonly ApiPrice[], overrides: readonly PriceOverride[], query: Query) {
  const { provider, model, asOf } = query;
  const ended = withdrawn(overrides, query);
  if (ended) {
    return fail("UNKNOWN_PRICE", `\`model\` is "${model}": it has no known price on ${asOf}. ${ended.reason}`, "model");
  }
  const ofProvider = provider ? prices.filter((price) => sameName(price.provider, provider)) : prices;
  if (provider && ofProvider.length === 0) {
    const providers = [...new Set(prices.map((price) => price.provider))];
    const near = suggest(nearest(provider, providers));
    return fail("UNKNOWN_PRICE", `\`provider\` is "${provider}": not in the price list${near}`, "provider");
  }
  const names = [...new Set(ofProvider.map((price) => price.model))];
  const where = provider ? ` of ${provider}` : "";
  const near = suggest(nearest(model, names));
  return fail(
    "UNKNOWN_PRICE",
    `\`model\` is "${model}": not in the price list${where} on ${asOf}${near}. A price of your own can be entered instead`,
    "model",
  );
}

/** The price of exactly the model asked for, or of the one its dated or alternative name stands for, said in the notes. */
export function findPriceAmong(
  prices: readonly ApiPrice[],
  providers: readonly Provider[],
  overrides: readonly PriceOverride[],
  query: Query,
): Outcome<ApiPrice> {
  const { provider, model, asOf } = query;
  if (!isDay(asOf)) return fail("INVALID_INPUT", `\`asOf\` is "${asOf}": must be a day such as 2026-11-24`, "asOf");
  const slash = model.indexOf("/");
  const candidates = provider ? prices.filter((price) => sameName(price.provider, provider)) : prices;
  const byId = provider ? undefined : prices.find((price) => sameName(price.id, model));
  const exact = byId ?? candidates.find((price) => sameName(price.model, model));
  if (exact) return succeed(exact);
  if (withdrawn(overrides, query)) return unknownPrice(prices, overrides, query);
  const alias = candidates.find((price) => aliasOf(providers, price, model));
  if (alias) {
    const priced = `Priced as ${alias.model}: the price list knows "${model.trim()}" as another name of it.`;
    return succeed({ ...alias, notes: alias.notes ? `${priced} ${alias.notes}` : priced });
  }
  if (!provider && slash > 0) {
    const within = { ...query, provider: model.slice(0, slash), model: model.slice(slash + 1) };
    if (prices.some((price) => sameName(price.provider, within.provider))) {
      return findPriceAmong(prices, providers, overrides, within);
    }
  }
  return unknownPrice(prices, overrides, query);
}
