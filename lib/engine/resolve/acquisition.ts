import type { Offer, OfferTerm } from "@/lib/contract/catalogue";
import { type Outcome, succeed } from "@/lib/contract/errors";
import type { ReferenceData } from "@/lib/contract/reference";
import { discountedRent } from "../cost/rent";
import { derive, type Figure, given } from "../figure";
import { monthsPerYear } from "../units";
import { assumptions } from "./assumptions";
import type { ScenarioFigures } from "./document";

type Figures = ScenarioFigures["paths"]["selfHosted"]["acquisition"];
export type BuyFigures = Extract<Figures, { lifeYears: unknown }>;
export type RentFigures = Extract<Figures, { offerId: unknown }>;

export const isBuy = (acquisition: Figures): acquisition is BuyFigures => acquisition.kind.value === "buy";

export type Rented = {
  kind: "rent";
  acceleratorId: string;
  acceleratorsPerMachine: Figure<number>;
  offer: Offer;
  /** Null where nobody lists a price for the term and none can be derived. */
  usdPerAcceleratorHour: Figure<number> | null;
  /** True where the rate is the on-demand price less a discount read elsewhere. */
  estimatedFromDiscount: boolean;
  factorPerYear: Figure<number>;
  /** Length of a reservation, for which machines and their price stay as they are; null where there is none. */
  termMonths: number | null;
  /** Hours on top for interruptions; none unless machines are taken at spot. */
  interruptedShare: Figure<number>;
};
export type Bought = { kind: "buy"; acceleratorId: string; acceleratorsPerMachine: Figure<number>; terms: BuyFigures };
export type Acquisition = Rented | Bought;

/** Discounts on the on-demand price that the catalogue has a source for; used only where the offer lists no price. */
const discountIds: Record<Exclude<OfferTerm, "onDemand">, string> = {
  spot: "discount.spot.h100",
  reserved1Year: "discount.reserved-1-year.h100-hyperscaler",
  reserved3Years: "discount.reserved-3-years.gcp-a2",
};

const monthsOf: Record<OfferTerm, number | null> = {
  onDemand: null,
  spot: null,
  reserved1Year: monthsPerYear,
  reserved3Years: 3 * monthsPerYear,
};

/** How the accelerators are obtained, with the offer looked up. Errors: an offer the catalogue does not have. */
export function resolveAcquisition(scenario: ScenarioFigures, reference: ReferenceData): Outcome<Acquisition> {
  const { acquisition } = scenario.paths.selfHosted;
  if (isBuy(acquisition)) {
    const { acceleratorId, acceleratorsPerMachine } = acquisition;
    return succeed({ kind: "buy", acceleratorId: acceleratorId.value, acceleratorsPerMachine, terms: acquisition });
  }
  const found = reference.findOffer(acquisition.offerId.value);
  if (!found.ok) return { ...found, path: "paths.selfHosted.acquisition.offerId" };
  const offer = found.value;
  return succeed({
    kind: "rent",
    acceleratorId: offer.acceleratorId,
    acceleratorsPerMachine: given(offer.accelerators, {
      kind: "catalogue",
      label: "Accelerators in a machine",
      unit: "accelerator",
      path: `offers/${offer.id}.accelerators`,
      source: offer.source,
    }),
    offer,
    ...rate(acquisition, offer, reference),
    factorPerYear: acquisition.priceFactorPerYear,
    termMonths: acquisition.ownUsdPerAcceleratorHour.value === null ? monthsOf[acquisition.term.value] : null,
    interruptedShare: acquisition.term.value === "spot" ? acquisition.interruptedShare : assumptions.noInterruptions,
  });
}

function rate(rent: RentFigures, offer: Offer, reference: ReferenceData) {
  const own = rent.ownUsdPerAcceleratorHour;
  if (own.value !== null) return { usdPerAcceleratorHour: own as Figure<number>, estimatedFromDiscount: false };
  const term = rent.term.value;
  const listed = listedRate(offer, term);
  if (listed || term === "onDemand") return { usdPerAcceleratorHour: listed, estimatedFromDiscount: false };
  const onDemand = listedRate(offer, "onDemand");
  const discount = reference.values.find((value) => value.id === discountIds[term]);
  if (!onDemand || !discount) return { usdPerAcceleratorHour: null, estimatedFromDiscount: false };
  const { label, unit, source, note } = discount;
  const discountShare = given(discount.value, {
    kind: "catalogue",
    label,
    unit,
    path: `values/${discount.id}`,
    source,
    ...(note && { note }),
  });
  return {
    usdPerAcceleratorHour: derive(discountedRent, { onDemandUsdPerAcceleratorHour: onDemand, discountShare }),
    estimatedFromDiscount: true,
  };
}

function listedRate(offer: Offer, term: OfferTerm): Figure<number> | null {
  const usd = offer.usdPerAcceleratorHour[term];
  if (usd === null) return null;
  return given(usd, {
    kind: "catalogue",
    label: `${offer.provider} ${offer.instance}, price of an accelerator-hour`,
    unit: "USD/accelerator·h",
    path: `offers/${offer.id}.usdPerAcceleratorHour.${term}`,
    source: offer.source,
    ...(offer.notes && { note: offer.notes }),
  });
}
