import type { ApiPrice } from "@/lib/contract/catalogue";
import type { Failure } from "@/lib/contract/errors";
import type { ReferenceData } from "@/lib/contract/reference";
import { tunedUsdPerMtoken } from "../cost/api-fine-tune";
import { derive, type Figure, given, isFigure } from "../figure";
import type { ScenarioFigures } from "./document";
import { weighedByHour } from "./price-hours";
import { type PriceField, priceOrigin, tierPrice } from "./price-tiers";

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
  /** Other models that a share of the requests goes to first. */
  others: OtherModel[];
};

export type ModelTerms = Omit<ApiTerms, "others">;
export type OtherModel = { terms: ModelTerms; share: Figure<number>; failedShare: Figure<number> };
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
  const terms = found
    ? tunedTerms(scenario, listTerms(found.value, scenario.workload))
    : ownTerms(own as OwnPrice, api.model.value);
  const others: OtherModel[] = [];
  for (const [index, row] of api.otherModels.entries()) {
    if (row.share.value === 0) continue;
    const price = reference.findPrice({ provider: row.provider.value, model: row.model.value, asOf });
    if (!price.ok) return { ok: false, failure: ofRow(price, index) };
    others.push({
      terms: listTerms(price.value, scenario.workload),
      share: row.share,
      failedShare: row.failedShare,
    });
  }
  return { ok: true, terms: { ...terms, others } };
}

/** Names the cell, as there may be several models. */
function ofRow({ code, path, message }: Failure, index: number): Failure {
  const row = `paths.api.otherModels.${index}`;
  const named = message.replace(/^`(\w+)`/, `\`${row}.$1\``);
  return { code, message: named, path: `${row}.${path ?? "model"}` };
}

/** A fine-tuned model has prices of its own; the price of a contract is that of the model that is called. */
function tunedTerms({ paths: { api } }: ScenarioFigures, terms: ModelTerms): ModelTerms {
  if (!api.fineTuned.value) return terms;
  const tuned = (usdPerMtoken: Figure<number>) =>
    derive(tunedUsdPerMtoken, { usdPerMtoken, factor: api.fineTunedPriceFactor });
  return {
    ...terms,
    inputUsdPerMtoken: tuned(terms.inputUsdPerMtoken),
    cachedInputUsdPerMtoken: tuned(terms.cachedInputUsdPerMtoken),
    outputUsdPerMtoken: tuned(terms.outputUsdPerMtoken),
    cacheWriteUsdPerMtoken: tuned(terms.cacheWriteUsdPerMtoken),
  };
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

function listTerms(price: ApiPrice, workload: ScenarioFigures["workload"]): ModelTerms {
  const hourly = weighedByHour(price, workload);
  const priceOf = (field: PriceField): Figure<number> =>
    hourly ? hourly.figure(field) : tierPrice(price, field, price[field] ?? price.input, workload);
  const input = priceOf("input");
  return {
    id: price.id,
    name: price.name,
    note: price.override?.reason ?? hourly?.note ?? price.notes,
    inputUsdPerMtoken: input,
    cachedInputUsdPerMtoken: price.cachedInput ? priceOf("cachedInput") : input,
    cachedInputPriced: price.cachedInput !== null,
    outputUsdPerMtoken: priceOf("output"),
    cacheWriteUsdPerMtoken: price.cacheWrite ? priceOf("cacheWrite") : input,
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
