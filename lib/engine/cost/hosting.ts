import { derive, type Figure } from "../figure";
import { composeFacilityWatts, type FleetMonth } from "../fleet/compose";
import { softwareUsd } from "../fleet/day";
import type { Bought, Rented } from "../resolve/acquisition";
import { assumptions } from "../resolve/assumptions";
import { monthsSinceLaunch } from "../traffic/months";
import type { Hosting } from "./inputs";
import { inMonth, type PlanLine, planLine } from "./line";
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
} from "./purchase";
import { rentUsd, reservedAccelerators, termStart } from "./rent";
import { trendFactor } from "./trend";

const hardware = { kind: "running", consideration: "hardware" } as const;

/** Lines of the accelerators for a fleet; null where the rent is not known. */
export function hostingLines(hosting: Hosting, months: readonly FleetMonth[]): PlanLine[] | null {
  const { acquisition } = hosting.fleet;
  const lines =
    acquisition.kind === "rent" ? rentLines(acquisition, months) : purchaseLines(acquisition, hosting, months);
  return lines && [...lines, ...softwareLine(hosting, months)];
}

function softwareLine({ fleet }: Hosting, months: readonly FleetMonth[]): PlanLine[] {
  const usdPerAcceleratorYear = fleet.scenario.paths.selfHosted.softwareUsdPerAcceleratorYear;
  if (usdPerAcceleratorYear.value === 0) return [];
  const monthly = months.map(({ accelerators }) => derive(softwareUsd, { accelerators, usdPerAcceleratorYear }));
  return [planLine({ id: "software", label: "Software support", ...hardware }, "fleet", monthly)];
}

function rentLines(rented: Rented, months: readonly FleetMonth[]): PlanLine[] | null {
  const { usdPerAcceleratorHour, factorPerYear, termMonths, interruptedShare } = rented;
  if (!usdPerAcceleratorHour) return null;
  const monthly = months.map(({ acceleratorsOn }, month) => {
    // A reservation keeps its price, its machines and its bill, on or off.
    const from = termMonths === null ? month : termStart(month, termMonths);
    const neededThisTerm = months.slice(from, month + 1).map(({ accelerators }) => accelerators);
    return derive(rentUsd, {
      accelerators: termMonths === null ? acceleratorsOn : derive(reservedAccelerators, { neededThisTerm }),
      interruptedShare,
      usdPerAcceleratorHour,
      trendFactor: derive(trendFactor, { factorPerYear, month: monthsSinceLaunch(from) }),
    });
  });
  const label = termMonths === null ? "Rented accelerators" : "Reserved accelerators";
  return [planLine({ id: "rent", label, ...hardware }, "fleet", monthly)];
}

type Stock = { bought: Figure<number>[]; retired: Figure<number>[]; owned: Figure<number>[] };

/** Machines bought when they are needed, kept to the end of their life, replaced if still needed. */
function stockOf(months: readonly FleetMonth[], lifeYears: Figure<number>): Stock {
  const stock: Stock = { bought: [], retired: [], owned: [] };
  months.forEach(({ machines }, index) => {
    const before = stock.owned[index - 1] ?? assumptions.noMachines;
    const retired = derive(machinesRetired, { bought: [...stock.bought], month: monthsSinceLaunch(index), lifeYears });
    const bought = derive(machinesBought, { needed: machines, owned: before, retired });
    stock.retired.push(retired);
    stock.bought.push(bought);
    stock.owned.push(derive(machinesOwned, { owned: before, retired, bought }));
  });
  return stock;
}

function purchaseLines({ terms }: Bought, hosting: Hosting, months: readonly FleetMonth[]): PlanLine[] {
  const { acceleratorsPerMachine, usdPerAccelerator, serverFactor, residualShare, lifeYears } = terms;
  const usdPerMachine = derive(machineUsd, { acceleratorsPerMachine, usdPerAccelerator, serverFactor });
  const { bought, retired, owned } = stockOf(months, lifeYears);
  const oneOff = { kind: "oneOff", consideration: "hardware" } as const;
  const remaining = derive(remainingValueUsd, { bought, machineUsd: usdPerMachine, residualShare, lifeYears });
  const wattsOf = (which: "accelerators" | "acceleratorsOn") =>
    months.map((month) => composeFacilityWatts(month[which], hosting.fleet, hosting.accelerator));
  const powered = (watts: (Figure<number> | null)[], usd: (facilityWatts: Figure<number>) => Figure<number>) =>
    watts.map((each) => (each ? usd(each) : assumptions.nothing));
  return [
    planLine(
      { id: "purchase", label: "Machines bought", ...oneOff },
      "fleet",
      bought.map((each) => derive(purchaseUsd, { bought: each, machineUsd: usdPerMachine })),
    ),
    planLine(
      { id: "sales", label: "Old machines sold", ...oneOff },
      "fleet",
      retired.map((each) => derive(saleUsd, { retired: each, machineUsd: usdPerMachine, residualShare })),
    ),
    planLine(
      { id: "remainingValue", label: "Worth of machines at the horizon", ...oneOff },
      "fleet",
      inMonth(remaining, months.length - 1, months.length),
    ),
    planLine(
      { id: "support", label: "Hardware support", ...hardware },
      "fleet",
      owned.map((each) =>
        derive(supportUsd, {
          owned: each,
          machineUsd: usdPerMachine,
          supportSharePerYear: terms.maintenanceSharePerYear,
        }),
      ),
    ),
    planLine(
      { id: "power", label: "Electricity", ...hardware },
      "fleet",
      powered(wattsOf("acceleratorsOn"), (facilityWatts) =>
        derive(powerUsd, { facilityWatts, usdPerKwh: terms.usdPerKwh }),
      ),
    ),
    planLine(
      { id: "colocation", label: "Colocation", ...hardware },
      "fleet",
      powered(wattsOf("accelerators"), (facilityWatts) =>
        derive(colocationUsd, { facilityWatts, usdPerKwMonth: terms.colocationUsdPerKwMonth }),
      ),
    ),
  ];
}
