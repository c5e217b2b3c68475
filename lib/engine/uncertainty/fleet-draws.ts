import type { Hosting } from "../cost/inputs";
import { type BoughtRates, type FleetRates, fleetRates } from "../finance/fleet-cost";
import { asPlanned, type MachineCounter, machineCounter } from "../finance/machines";
import type { Traffic } from "../traffic/compose";
import { monthsPerYear } from "../units";

/** What the draws say of the fleet: logarithms of the load relative to the plan, and factors on prices. */
export type FleetFactors = {
  /** Requests, less what replicas serve more. */
  logVolume: Float64Array;
  /** By which that rises from year to year. */
  logPerYear: Float64Array | null;
  peak: Float64Array | null;
  price: Float64Array;
  /** Factor on rent, from year to year. */
  logRentPerYear: Float64Array | null;
};

/** Loads within two hundredths of one another take the same fleet: whole machines hide what lies between. */
const binWidth = 0.02;
/** Bins to either side of the plan: loads of a hundred-thousandth to a hundred thousand times. */
const reach = 600;

/** Machines by load and month, each worked out once. Bin 0 is the plan itself. */
function machineTable({ machinesIn, months }: MachineCounter) {
  const all = new Float64Array((2 * reach + 1) * months.length).fill(Number.NaN);
  const on = new Float64Array(all.length);
  return {
    all,
    on,
    at: (logLoad: number, month: number): number => {
      const bin = Math.max(-reach, Math.min(reach, Math.round(logLoad / binWidth)));
      const place = (bin + reach) * months.length + month;
      if (Number.isNaN(all[place])) {
        const found = machinesIn(month, { ...asPlanned, volume: Math.exp(bin * binWidth) });
        all[place] = found.all;
        on[place] = found.on;
      }
      return place;
    },
  };
}

type Month = { month: number; all: Float64Array; on: Float64Array; soFar: Float64Array };

/** Adds the fleet's cost of one month after the other to what every draw has cost. */
export function fleetDraws(hosting: Hosting, hosted: Traffic, factors: FleetFactors) {
  const counter = machineCounter(hosting, hosted);
  const rates = fleetRates(hosting);
  const table = machineTable(counter);
  const { logVolume, logPerYear, peak } = factors;
  const draws = logVolume.length;
  // A higher peak needs more machines, but not more of them on over a day than its requests do.
  const logSizing = peak
    ? logVolume.map((log, draw) => log + Math.log(counter.sizingRatio(peak[draw] ?? 1)))
    : logVolume;
  const all = new Float64Array(draws);
  const on = new Float64Array(draws);
  const paid = rates.bought ? purchases(rates.bought, counter.months.length, factors) : rents(rates, factors);
  return (month: number, soFar: Float64Array): void => {
    const years = month / monthsPerYear;
    for (let draw = 0; draw < draws; draw += 1) {
      const grown = logPerYear ? (logPerYear[draw] as number) * years : 0;
      const place = table.at((logSizing[draw] as number) + grown, month);
      all[draw] = table.all[place] as number;
      const load = logSizing === logVolume ? place : table.at((logVolume[draw] as number) + grown, month);
      on[draw] = Math.min(all[draw] as number, table.on[load] as number);
    }
    if (rates.softwareUsd > 0) {
      for (let draw = 0; draw < draws; draw += 1)
        soFar[draw] = (soFar[draw] as number) + (all[draw] as number) * rates.softwareUsd;
    }
    paid({ month, all, on, soFar });
  };
}

function rents(rates: FleetRates, { price, logRentPerYear }: FleetFactors) {
  const { rentUsd, termMonths } = rates;
  const held = new Float64Array(price.length);
  return ({ month, all, on, soFar }: Month): void => {
    const usd = rentUsd?.(month) ?? Number.NaN;
    const start = termMonths === null ? month : Math.floor(month / termMonths) * termMonths;
    for (let draw = 0; draw < soFar.length; draw += 1) {
      let machines = on[draw] as number;
      if (termMonths !== null) {
        machines = start === month ? (all[draw] as number) : Math.max(held[draw] as number, all[draw] as number);
        held[draw] = machines;
      }
      const trend = logRentPerYear ? Math.exp((logRentPerYear[draw] as number) * (start / monthsPerYear)) : 1;
      soFar[draw] = (soFar[draw] as number) + machines * usd * trend * (price[draw] as number);
    }
  };
}

/** Machines bought when they are needed, sold at the end of their life, and worth something at the horizon. */
function purchases(rates: BoughtRates, months: number, { price }: FleetFactors) {
  const draws = price.length;
  const owned = new Float64Array(draws);
  const bought = Array.from({ length: months }, () => new Float64Array(draws));
  const { lifeMonths: life, residualShare } = rates;
  return ({ month, all, on, soFar }: Month): void => {
    const old = bought[month - life];
    const now = bought[month] as Float64Array;
    for (let draw = 0; draw < draws; draw += 1) {
      const needed = all[draw] as number;
      const retired = old ? (old[draw] as number) : 0;
      const kept = (owned[draw] as number) - retired;
      const more = Math.max(0, needed - kept);
      now[draw] = more;
      owned[draw] = kept + more;
      const priced = more * rates.buyUsd + retired * rates.saleUsd + (kept + more) * rates.supportUsd;
      const fixed = (on[draw] as number) * rates.powerUsd + needed * rates.colocationUsd;
      soFar[draw] = (soFar[draw] as number) + priced * (price[draw] as number) + fixed;
    }
    if (month !== months - 1) return;
    for (let from = Math.max(0, months - life); from < months; from += 1) {
      const worth = rates.priceUsd * (1 - (1 - residualShare) * ((months - from) / life));
      const count = bought[from] as Float64Array;
      for (let draw = 0; draw < draws; draw += 1)
        soFar[draw] = (soFar[draw] as number) - (count[draw] as number) * worth * (price[draw] as number);
    }
  };
}
