import type { Hosting } from "../cost/inputs";
import { fleetCostAt } from "../finance/volume";
import type { Acquisition } from "../resolve/acquisition";
import type { Traffic } from "../traffic/compose";
import { scaled } from "../verdict/levers";

/** Cost of the fleet by month: what does not depend on the accelerators' price, and what is proportional to it. */
export type FleetMonths = { fixedUsd: Float64Array; pricedUsd: Float64Array };

function atTwicePrice(acquisition: Acquisition): Acquisition {
  if (acquisition.kind === "rent") {
    const { usdPerAcceleratorHour } = acquisition;
    return { ...acquisition, usdPerAcceleratorHour: usdPerAcceleratorHour && scaled(usdPerAcceleratorHour, 2) };
  }
  return {
    ...acquisition,
    terms: { ...acquisition.terms, usdPerAccelerator: scaled(acquisition.terms.usdPerAccelerator, 2) },
  };
}

/** Loads within two hundredths of one another take the same fleet: whole machines hide what lies between. */
const binWidth = 0.02;

/** Bin 0 is the plan itself. */
export const binOf = (load: number): number => Math.round(Math.log(load) / binWidth);

/** The fleet's cost at a load relative to the plan's, worked out once for each bin. */
export function fleetMonthsByBin(hosting: Hosting, hosted: Traffic): (bin: number) => FleetMonths {
  const { fleet } = hosting;
  const once = fleetCostAt(hosting, hosted);
  const twice = fleetCostAt({ ...hosting, fleet: { ...fleet, acquisition: atTwicePrice(fleet.acquisition) } }, hosted);
  const known = new Map<number, FleetMonths>();
  return (bin) => {
    const found = known.get(bin);
    if (found) return found;
    const load = Math.exp(bin * binWidth);
    const [low, high] = [once(load), twice(load)];
    const months = low.runningUsd.length;
    const at = (cost: typeof low, month: number) => (cost.runningUsd[month] ?? 0) + (cost.oneOffByMonthUsd[month] ?? 0);
    const pricedUsd = Float64Array.from({ length: months }, (_, month) => at(high, month) - at(low, month));
    const fixedUsd = Float64Array.from({ length: months }, (_, month) => at(low, month) - (pricedUsd[month] ?? 0));
    const made = { fixedUsd, pricedUsd };
    known.set(bin, made);
    return made;
  };
}
