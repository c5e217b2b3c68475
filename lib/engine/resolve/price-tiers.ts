import type { ApiPrice, TieredPrice } from "@/lib/contract/catalogue";
import { priceOverLengths } from "../cost/api-price";
import { derive, type Figure, given, type Origin } from "../figure";
import { assumptions } from "./assumptions";
import type { ScenarioFigures } from "./document";

export const priceWords = {
  input: "input",
  output: "output",
  cachedInput: "cached input",
  cacheWrite: "cache writes",
} as const;
export type PriceField = keyof typeof priceWords;

export function priceOrigin(price: ApiPrice, field: string, label: string): Origin {
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

type Lengths = Pick<ScenarioFigures["workload"], "isl" | "islVariation">;

/** Where a price stands in the list, and its hours in words where it has some. */
type Place = { at: string; when: string };

/** A tiered price at a prompt's length, with the tiers in its working. */
export function tierPrice(
  price: ApiPrice,
  field: PriceField,
  tiered: TieredPrice,
  { isl, islVariation }: Lengths,
  { at, when }: Place = { at: field, when: "" },
): Figure<number> {
  const label = `${price.name}, price of ${priceWords[field]}${when}`;
  const base = given(tiered.usdPerMtoken, priceOrigin(price, at, label));
  if (tiered.tiers.length === 0) return base;
  return derive(priceOverLengths, {
    weighs: field === "output" ? assumptions.weighsRequests : assumptions.weighsTokens,
    variation: islVariation,
    usdPerMtoken: base,
    tierAboveInputTokens: tiered.tiers.map((tier, index) =>
      given(tier.aboveInputTokens, {
        ...priceOrigin(price, `${at}.tiers.${index}.aboveInputTokens`, "Threshold of a tier"),
        unit: "token",
      }),
    ),
    tierUsdPerMtoken: tiered.tiers.map((tier, index) =>
      given(tier.usdPerMtoken, priceOrigin(price, `${at}.tiers.${index}.usdPerMtoken`, `${label}, in this tier`)),
    ),
    inputTokens: isl,
  });
}
