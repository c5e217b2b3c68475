import { derive, type Figure } from "../../figure";
import type { Deployment } from "../../resolve/deployment";
import * as formulas from "./coefficients";
import type { Rates } from "./compose-rates";

/** Rate of a link nobody has published: Ethernet of 100 Gbit/s. */
const unknownLinkBytesPerSecond = 12.5e9;

type Exchange = Record<"exchangeStartSeconds" | "exchangeBytesPerToken" | "linkBytesPerSecond", Figure<number>>;

/** What the ranks of a replica tell each other: over the fast link while they are within its reach, else the host's. */
export function composeExchange({ model, layout, accelerator }: Deployment, rates: Rates): Exchange {
  const { scaleUp, hostLink } = accelerator.accelerator;
  const { family, fitted } = rates;
  const size = layout.tp.value * layout.dp.value;
  const fast =
    size <= scaleUp.domain && (scaleUp.bytesPerSecondPerDirection ?? 0) > 0 && !scaleUp.link.startsWith("PCIe");
  const field = fast ? "scaleUp" : "hostLink";
  const known = (fast ? scaleUp : hostLink).bytesPerSecondPerDirection ?? scaleUp.bytesPerSecondPerDirection;
  const layers = model.fact(model.architecture?.layers ?? 0, "architecture.layers", "Layers", "layer");
  const hiddenSize = model.fact(model.architecture?.hiddenSize ?? 0, "architecture.hiddenSize", "Hidden size", "1");
  const ranks = model.fact(size, "layout", "Ranks that share layers", "1");
  return {
    exchangeStartSeconds: derive(formulas.exchangeStartSeconds, {
      layers,
      ranks,
      stages: layout.pp,
      startSeconds: fitted(family[field].seconds, `${family.id}.${field}.seconds`, "Start of a collective", "s"),
    }),
    exchangeBytesPerToken: derive(formulas.exchangeBytesPerToken, { layers, hiddenSize, ranks }),
    linkBytesPerSecond: derive(formulas.usefulBytesPerSecond, {
      bytesPerSecond: accelerator.fact(
        known || unknownLinkBytesPerSecond,
        `${field}.bytesPerSecondPerDirection`,
        "Link, each direction",
        "B/s",
      ),
      share: fitted(family[field].share, `${family.id}.${field}.share`, "Share of the link reached", "share"),
    }),
  };
}
