import type { ApiPrice, TieredPrice } from "@/lib/contract/catalogue";
import type { Failure } from "@/lib/contract/errors";
import type { ReferenceData } from "@/lib/contract/reference";
import { priceOverLengths } from "../cost/api-price";
import { derive, type Figure, given, isFigure, type Origin } from "../figure";
import { assumptions } from "./assumptions";
import type { ScenarioFigures } from "./document";

/** Prices a request of the scenario pays at launch, before batch discount and retries. */
export type ApiTerms = {
  id: string;
  name: string;
  note: string | null;
  inputUsdPerMtoken: Figure<number>;
  cachedInputUsdPerMtoken: Figure<number>;
  /** False where no price for cached input is known, so that the full one is used. */
  cachedInputPriced: boolean;
  outputUsdPerMtoken: Figure<number>;
  usdPerThousandRequests: Figure<number> | null;
  cacheWriteUsdPerMtoken: Figure<number>;
  list: ApiPrice | null;
  /** Prices of the smaller model, where some requests go to one. */
  easy: Omit<ApiTerms, "easy"> | null;
};

type ModelTerms = Omit<ApiTerms, "easy">;
export type PricedApi = { ok: true; terms: ApiTerms } | { ok: false; failure: Failure };

/** The scenario's own price where it has one, else the list price on its date. An unknown price is never 0. */
export function resolveApiTerms(scenario: ScenarioFigures, reference: ReferenceData): PricedApi {
  const { api } = scenario.paths;
  const own = api.ownPrice;
  const asOf = scenario.economics.pricedOn.value;
  const found = isFigure(own)
    ? reference.findPrice({ provider: api.provider.value, model: api.model.value, asOf })
    : null;
  if (found && !found.ok) return { ok: false, failure: found };
  const terms = found ? listTerms(found.value, scenario.workload) : ownTerms(own as OwnPrice, api.model.value);
  if (api.easyShare.value === 0) return { ok: true, terms: { ...terms, easy: null } };
  const smaller = reference.findPrice({ provider: api.easyProvider.value, model: api.easyModel.value, asOf });
  if (!smaller.ok) return { ok: false, failure: smaller };
  return { ok: true, terms: { ...terms, easy: listTerms(smaller.value, scenario.workload) } };
}

type OwnPrice = Exclude<ScenarioFigures["paths"]["api"]["ownPrice"], Figure<null>>;

function ownTerms(own: OwnPrice, model: string): ModelTerms {
  const cached = own.cachedInputUsdPerMtoken;
  return {
    id: "own",
    name: model,
    note: "Price of your own contract",
    inputUsdPerMtoken: own.inputUsdPerMtoken,
    cachedInputUsdPerMtoken: cached.value === null ? own.inputUsdPerMtoken : (cached as Figure<number>),
    cachedInputPriced: cached.value !== null,
    outputUsdPerMtoken: own.outputUsdPerMtoken,
    usdPerThousandRequests: null,
    cacheWriteUsdPerMtoken: own.inputUsdPerMtoken,
    list: null,
  };
}

type Lengths = Pick<ScenarioFigures["workload"], "isl" | "islVariation">;

function listTerms(price: ApiPrice, lengths: Lengths): ModelTerms {
  const input = tierPrice(price, "input", price.input, lengths);
  return {
    id: price.id,
    name: price.name,
    note: price.override?.reason ?? price.notes,
    inputUsdPerMtoken: input,
    cachedInputUsdPerMtoken: price.cachedInput ? tierPrice(price, "cachedInput", price.cachedInput, lengths) : input,
    cachedInputPriced: price.cachedInput !== null,
    outputUsdPerMtoken: tierPrice(price, "output", price.output, lengths),
    cacheWriteUsdPerMtoken: price.cacheWrite ? tierPrice(price, "cacheWrite", price.cacheWrite, lengths) : input,
    usdPerThousandRequests:
      price.usdPerThousandRequests === null
        ? null
        : given(
            price.usdPerThousandRequests,
            priceOrigin(price, "usdPerThousandRequests", "Fee per thousand requests"),
          ),
    list: price,
  };
}

const words = { input: "input", output: "output", cachedInput: "cached input", cacheWrite: "cache writes" } as const;

function priceOrigin(price: ApiPrice, field: string, label: string): Origin {
  const note = price.override?.reason ?? price.notes;
  return {
    kind: price.override ? "override" : "catalogue",
    label,
    unit: "USD/Mtoken",
    path: `prices/${price.id}.${field}`,
    source: price.source,
    ...(note && { note }),
  };
}

/** A tiered price at a prompt's length, with the tiers in its working. */
export function tierPrice(
  price: ApiPrice,
  field: keyof typeof words,
  tiered: TieredPrice,
  { isl, islVariation }: Lengths,
): Figure<number> {
  const label = `${price.name}, price of ${words[field]}`;
  const base = given(tiered.usdPerMtoken, priceOrigin(price, field, label));
  if (tiered.tiers.length === 0) return base;
  return derive(priceOverLengths, {
    weighs: field === "output" ? assumptions.weighsRequests : assumptions.weighsTokens,
    variation: islVariation,
    usdPerMtoken: base,
    tierAboveInputTokens: tiered.tiers.map((tier, index) =>
      given(tier.aboveInputTokens, {
        ...priceOrigin(price, `${field}.tiers.${index}.aboveInputTokens`, "Threshold of a tier"),
        unit: "token",
      }),
    ),
    tierUsdPerMtoken: tiered.tiers.map((tier, index) =>
      given(tier.usdPerMtoken, priceOrigin(price, `${field}.tiers.${index}.usdPerMtoken`, `${label}, in this tier`)),
    ),
    inputTokens: isl,
  });
}
