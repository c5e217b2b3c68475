import type { Offer } from "@/lib/contract/catalogue";
import { fail, type Outcome, succeed } from "@/lib/contract/errors";
import { nearest, suggest } from "./nearest";

/** An offer by its id. A name with the provider or region left out is taken only when a single offer answers to it. */
export function offerFinder(offers: readonly Offer[]): (id: string) => Outcome<Offer> {
  const byId = new Map(offers.map((offer) => [offer.id, offer]));
  return (id) => {
    const asked = id.trim().toLowerCase();
    const exact = byId.get(asked);
    if (exact) return succeed(exact);
    const [only, ...others] = offers.filter((offer) => {
      const unplaced = offer.id.split("@")[0] ?? offer.id;
      return asked === unplaced || asked === unplaced.split("/")[1] || asked === offer.id.split("/")[1];
    });
    if (only && others.length === 0) return succeed(only);
    const near = nearest(asked, [...byId.keys()]);
    return fail("UNKNOWN_OFFER", `\`offerId\` is "${id}": not in the catalogue${suggest(near)}`, "offerId");
  };
}
