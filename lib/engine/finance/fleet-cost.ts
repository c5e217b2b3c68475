import type { Hosting } from "../cost/inputs";
import {
  colocationUsd,
  machinesBought,
  machinesOwned,
  machinesRetired,
  machineUsd,
  powerUsd,
  purchaseUsd,
  remainingValueUsd,
  saleUsd,
  supportUsd,
} from "../cost/purchase";
import { rentUsd, termStart } from "../cost/rent";
import { trendFactor } from "../cost/trend";
import { wattsPerAccelerator } from "../fleet/compose";
import { softwareUsd } from "../fleet/day";
import { acceleratorsIn } from "../fleet/machines";
import { monthsPerYear } from "../units";
import type { Machines } from "./machines";

/** What one machine costs: everything in the fleet's lines is so much a machine. Tax on what is bought is in it. */
export type FleetRates = {
  /** Rent of a machine that is on, by month since launch; null where machines are bought. */
  rentUsd: ((month: number) => number) | null;
  /** Length of a reservation; null where there is none. */
  termMonths: number | null;
  bought: BoughtRates | null;
  softwareUsd: number;
};

export type BoughtRates = {
  buyUsd: number;
  /** Negative: it comes in. */
  saleUsd: number;
  /** Without tax, as it is nobody's invoice. */
  priceUsd: number;
  residualShare: number;
  lifeYears: number;
  lifeMonths: number;
  supportUsd: number;
  powerUsd: number;
  colocationUsd: number;
};

/** Unit costs by the formulas of the lines, each for one machine. */
export function fleetRates(hosting: Hosting): FleetRates {
  const { acquisition, scenario } = hosting.fleet;
  const taxed = 1 + scenario.economics.purchaseTaxShare.value;
  const acceleratorsPerMachine = acquisition.acceleratorsPerMachine.value;
  const accelerators = acceleratorsIn({ machines: 1, acceleratorsPerMachine });
  const usdPerAcceleratorYear = scenario.paths.selfHosted.softwareUsdPerAcceleratorYear.value;
  const software = taxed * softwareUsd({ accelerators, usdPerAcceleratorYear });
  if (acquisition.kind === "rent") {
    const usdPerAcceleratorHour = acquisition.usdPerAcceleratorHour?.value ?? Number.NaN;
    const factorPerYear = acquisition.factorPerYear.value;
    const interruptedShare = acquisition.interruptedShare.value;
    const { termMonths } = acquisition;
    const known: number[] = [];
    const rent = (month: number): number => {
      known[month] ??=
        taxed *
        rentUsd({
          accelerators,
          usdPerAcceleratorHour,
          trendFactor: trendFactor({
            factorPerYear,
            month: termMonths === null ? month : termStart(month, termMonths),
          }),
          interruptedShare,
        });
      return known[month];
    };
    return { rentUsd: rent, termMonths, bought: null, softwareUsd: software };
  }
  const { terms } = acquisition;
  const price = machineUsd({
    acceleratorsPerMachine,
    usdPerAccelerator: terms.usdPerAccelerator.value,
    serverFactor: terms.serverFactor.value,
  });
  const residualShare = terms.residualShare.value;
  const facilityWatts = accelerators * (wattsPerAccelerator(hosting.fleet, hosting.accelerator) ?? 0);
  const supportSharePerYear = terms.maintenanceSharePerYear.value;
  const bought: BoughtRates = {
    buyUsd: taxed * purchaseUsd({ bought: 1, machineUsd: price }),
    saleUsd: saleUsd({ retired: 1, machineUsd: price, residualShare }),
    priceUsd: price,
    residualShare,
    lifeYears: terms.lifeYears.value,
    lifeMonths: Math.round(terms.lifeYears.value * monthsPerYear),
    supportUsd: taxed * supportUsd({ owned: 1, machineUsd: price, supportSharePerYear }),
    powerUsd: taxed * powerUsd({ facilityWatts, usdPerKwh: terms.usdPerKwh.value }),
    colocationUsd: taxed * colocationUsd({ facilityWatts, usdPerKwMonth: terms.colocationUsdPerKwMonth.value }),
  };
  return { rentUsd: null, termMonths: null, bought, softwareUsd: software };
}

/** One-off costs stand in the month they fall in, and in the last what is left of the machines. */
export type FleetCost = { runningUsd: number[]; oneOffUsd: number; oneOffByMonthUsd: number[] };

/** The fleet's cost by month for the machines there are and those that are on. */
export function costOf(machines: readonly Machines[], rates: FleetRates): FleetCost {
  const software = machines.map(({ all }) => all * rates.softwareUsd);
  const rent = rates.rentUsd;
  if (rent) {
    const paid = rates.termMonths === null ? machines.map(({ on }) => on) : reserved(machines, rates.termMonths);
    const runningUsd = paid.map((count, month) => count * rent(month) + (software[month] ?? 0));
    return { runningUsd, oneOffUsd: 0, oneOffByMonthUsd: runningUsd.map(() => 0) };
  }
  return rates.bought ? purchaseCost(machines, rates.bought, software) : nothing(machines);
}

/** The most that any month of the term has needed so far. */
function reserved(machines: readonly Machines[], termMonths: number): number[] {
  let held = 0;
  return machines.map(({ all }, month) => {
    held = termStart(month, termMonths) === month ? all : Math.max(held, all);
    return held;
  });
}

const nothing = (machines: readonly Machines[]): FleetCost => ({
  runningUsd: machines.map(() => 0),
  oneOffUsd: 0,
  oneOffByMonthUsd: machines.map(() => 0),
});

function purchaseCost(machines: readonly Machines[], rates: BoughtRates, software: readonly number[]): FleetCost {
  const { lifeYears, residualShare } = rates;
  const bought: number[] = [];
  let owned = 0;
  const oneOffByMonthUsd: number[] = [];
  const runningUsd = machines.map(({ all, on }, month) => {
    const retired = machinesRetired({ bought, month, lifeYears });
    const now = machinesBought({ needed: all, owned, retired });
    owned = machinesOwned({ owned, retired, bought: now });
    bought.push(now);
    oneOffByMonthUsd.push(now * rates.buyUsd + retired * rates.saleUsd);
    return owned * rates.supportUsd + on * rates.powerUsd + all * rates.colocationUsd + (software[month] ?? 0);
  });
  const last = machines.length - 1;
  const left = remainingValueUsd({ bought, machineUsd: rates.priceUsd, residualShare, lifeYears });
  oneOffByMonthUsd[last] = (oneOffByMonthUsd[last] ?? 0) + left;
  const oneOffUsd = oneOffByMonthUsd.reduce((sum, usd) => sum + usd, 0);
  return { runningUsd, oneOffUsd, oneOffByMonthUsd };
}
