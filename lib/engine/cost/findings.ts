import type { ProviderTerms } from "@/lib/contract/catalogue";
import type { Failure } from "@/lib/contract/errors";
import type { Finding } from "@/lib/contract/result";
import type { Scenario } from "@/lib/contract/scenario";
import type { Acquisition } from "../resolve/acquisition";
import type { PricedApi } from "../resolve/price";
import { wholeDollars } from "../words";
import { unitsCompared } from "./api";
import type { CostInputs } from "./inputs";

const finding = (id: string, severity: Finding["severity"], rest: Pick<Finding, "what" | "why" | "todo">): Finding => ({
  id: `cost.${id}`,
  consideration: "cost",
  severity,
  ...rest,
  bars: [],
});

const unknownPrice = ({ message }: Failure): Finding => ({
  ...finding("apiPriceUnknown", "blocker", {
    what: "The API's price is not known.",
    why: `${message}. An unknown price is never counted as nothing.`,
    todo: "Choose a model from the price list, or enter your own price.",
  }),
  bars: ["api", "hybrid"],
});

export function apiPriceFindings({ paths, workload }: Scenario, priced: PricedApi): Finding[] {
  if (!paths.api.enabled && !paths.hybrid.enabled) return [];
  if (!priced.ok) return [unknownPrice(priced.failure)];
  const { terms } = priced;
  const found: Finding[] = [];
  if (!terms.cachedInputPriced && workload.cachedInputShare > 0) {
    found.push(
      finding("cachedInputNotPriced", "info", {
        what: "Cached input is billed like any other.",
        why: `No price for cached input is known for ${terms.name}, so the full input price is used.`,
        todo: "Enter your own price if your contract has one.",
      }),
    );
  }
  if (terms.list?.deprecated) {
    found.push(
      finding("apiDeprecated", "warning", {
        what: `${terms.name} is on its way out.`,
        why: "Its provider lists it as deprecated: it will be switched off within the horizon.",
        todo: "Choose a current model, and count on testing it anew.",
      }),
    );
  }
  return found;
}

/** A provider that ends fine-tuning: before launch the plan cannot be done, later no further run can. */
export function apiFineTuneFindings(
  { paths, economics }: Scenario,
  findTerms: (provider: string) => ProviderTerms | null,
): Finding[] {
  if (!paths.api.fineTuned || (!paths.api.enabled && !paths.hybrid.enabled)) return [];
  const terms = findTerms(paths.api.provider);
  const ends = terms?.fineTuningEnds;
  if (!terms || !ends) return [];
  const launch = `${economics.startMonth}-01`;
  const tooLate = ends.on < launch;
  const words = {
    what: tooLate
      ? `${terms.name} fine-tunes no model before launch.`
      : `${terms.name} starts no fine-tune from ${ends.on} on.`,
    why: ends.why,
    todo: "Fine-tune elsewhere, host an open model that you tune yourself, or do without by prompts and documents.",
  };
  return [
    {
      ...finding("fineTuningEnds", tooLate ? "blocker" : "warning", words),
      bars: tooLate ? ["api", "hybrid"] : [],
    },
  ];
}

/** What buying throughput by the month saves or costs, against paying for the same calls by the token. */
export function provisionedFindings({ scenario, api, traffic }: CostInputs): Finding[] {
  const { api: path } = scenario.paths;
  if (!api || !path.enabled.value || path.provisionedPeakShare.value === 0) return [];
  const { withUnitsUsd, byTokenUsd } = unitsCompared(scenario, api, traffic);
  const dearer = withUnitsUsd > byTokenUsd;
  return [
    finding("provisionedUnits", dearer ? "warning" : "info", {
      what: dearer
        ? `Provisioned units cost ${wholeDollars(withUnitsUsd - byTokenUsd)} more over the plan than paying by the token.`
        : `Provisioned units save ${wholeDollars(byTokenUsd - withUnitsUsd)} over the plan against paying by the token.`,
      why: `${wholeDollars(withUnitsUsd)} with the units and what goes beyond them; ${wholeDollars(byTokenUsd)} by the token alone. Units are paid around the clock; quiet hours leave them idle.`,
      todo: dearer
        ? "Buy units for a smaller share of the peak, or none, unless a steady answer time is worth the difference."
        : "Try the units by the hour with your own traffic before you reserve them.",
    }),
  ];
}

export function rentFindings({ paths, economics }: Scenario, acquisition: Acquisition): Finding[] {
  if (acquisition.kind !== "rent" || paths.selfHosted.acquisition.kind !== "rent") return [];
  if (!paths.selfHosted.enabled && !paths.hybrid.enabled) return [];
  const { offer, usdPerAcceleratorHour, estimatedFromDiscount } = acquisition;
  const name = `${offer.provider} ${offer.instance}`;
  const { term } = paths.selfHosted.acquisition;
  if (!usdPerAcceleratorHour) {
    const what = "The rent of the accelerators is not known.";
    const why = `${name} lists no price for the term ${term}, and none can be derived.`;
    const todo = "Choose another offer or term, or enter your own price per accelerator-hour.";
    return [{ ...finding("rentUnknown", "blocker", { what, why, todo }), bars: ["selfHosted", "hybrid"] }];
  }
  const found: Finding[] = [];
  if (estimatedFromDiscount) {
    found.push(
      finding("rentEstimated", "warning", {
        what: "The rent is an estimate.",
        why: `${name} lists no price for this term; its on-demand price less a discount read elsewhere gives $${usdPerAcceleratorHour.value.toFixed(2)} an accelerator-hour.`,
        todo: "Ask for a quote and enter it as your own price.",
      }),
    );
  }
  if (term === "spot") {
    found.push(
      finding("spotInterruptions", "warning", {
        what: "Spot machines can be taken away at any time.",
        why: "Extra hours for restarts and work done again are in the cost; the interruptions themselves lower the availability of a replica.",
        todo: "Lower the availability of one replica, or rent on demand what must not fail.",
      }),
    );
  }
  const { horizonMonths } = economics;
  const { termMonths } = acquisition;
  const beyond = termMonths === null ? 0 : (termMonths - (horizonMonths % termMonths)) % termMonths;
  if (beyond > 0) {
    found.push(
      finding("reservedBeyondPlan", "warning", {
        what: `The last reservation runs ${beyond === 1 ? "a month" : `${beyond} months`} beyond the plan.`,
        why: `It is for ${termMonths} months and the plan is for ${horizonMonths}; what is still owed then is not in the total.`,
        todo: "Make the plan as long as the reservation, or count the rest as the price of leaving early.",
      }),
    );
  }
  return found;
}
