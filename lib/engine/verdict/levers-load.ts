import type { CostInputs } from "../cost/inputs";
import type { PlanLine } from "../cost/line";
import { termStart } from "../cost/rent";
import { isBuy } from "../resolve/acquisition";
import { monthsPerYear } from "../units";
import { proportional, startsWith, unchanged } from "./lever-parts";
import type { Lever } from "./levers";

const growsWithVolume = ({ growsWith }: PlanLine): boolean => growsWith === "volume";

const hardwarePrice = ({ hosting }: CostInputs) => {
  const acquisition = hosting?.fleet.acquisition;
  if (!acquisition) return null;
  return acquisition.kind === "rent" ? acquisition.usdPerAcceleratorHour : acquisition.terms.usdPerAccelerator;
};

/** The month whose price is paid: a reservation keeps that of its first. */
function pricedIn({ hosting }: CostInputs, month: number): number {
  const acquisition = hosting?.fleet.acquisition;
  const term = acquisition?.kind === "rent" ? acquisition.termMonths : null;
  return term === null ? month : termStart(month, term);
}

/** How much is asked, and what it is served on. */
export const loadLevers: readonly Lever[] = [
  {
    path: "workload.requestsPerDay",
    label: "Requests a day",
    range: "requestsPerDay",
    multiplies: proportional(growsWithVolume),
    load: (volume) => ({ volume }),
    planned: ({ scenario }) => scenario.workload.requestsPerDay,
  },
  {
    path: "workload.growthPerYear",
    label: "Volume a year on",
    range: "growth",
    multiplies: unchanged,
    compounds: growsWithVolume,
    load: (perYear) => ({ perYear }),
  },
  {
    path: "workload.peakToMean",
    label: "Peak to average",
    range: "peakToMean",
    multiplies: unchanged,
    load: (peak) => ({ peak }),
    planned: ({ scenario }) => scenario.workload.peakToMean,
  },
  {
    path: "paths.selfHosted.acquisition",
    label: "Price of the accelerators",
    range: "acceleratorPrice",
    multiplies: proportional(
      startsWith("rent", "purchase", "sales", "remainingValue", "support", "fineTuning", "correctionRuns", "canary"),
    ),
    planned: hardwarePrice,
  },
  {
    path: "paths.selfHosted.acquisition.priceFactorPerYear",
    label: "Rent a year on",
    range: "rentTrend",
    multiplies: ({ line }, factor, { inputs }, month) =>
      line.id === "rent" ? factor ** (pricedIn(inputs, month) / monthsPerYear) : 1,
    settlesIn: ({ scenario }) => scenario.economics.horizonMonths.value,
    planned: ({ scenario }) => {
      const { acquisition } = scenario.paths.selfHosted;
      return isBuy(acquisition) ? null : acquisition.priceFactorPerYear;
    },
  },
  {
    path: "paths.selfHosted.model",
    label: "What a replica serves",
    multiplies: unchanged,
    load: (serves) => ({ serves }),
    planned: ({ hosting }) => hosting?.goodput.mid ?? null,
  },
  {
    path: "paths.selfHosted.targetUtilisation",
    label: "Target utilisation",
    multiplies: unchanged,
    // A replica counted on for more serves more of the peak; it cannot be counted on for more than all it serves.
    load: (factor, { scenario }) => ({
      serves: Math.min(factor, 1 / scenario.paths.selfHosted.targetUtilisation.value),
    }),
    planned: ({ scenario }) => scenario.paths.selfHosted.targetUtilisation,
  },
];
