import type { RangedInput } from "@/lib/contract/scenario";
import type { CostInputs } from "../cost/inputs";
import type { ScenarioFigures } from "../resolve/document";
import { type Lever, levers } from "../verdict/levers";
import type { Together } from "./scores";
import type { Shaped } from "./shapes";

/** An input that is drawn, and from what. */
export type Spread = Shaped & { lever: Pick<Lever, "path" | "label">; range: RangedInput | "serves"; note: string };

type Range = ScenarioFigures["ranges"][RangedInput];

/** Why a range is as it is: our reason where it is the default, else that somebody entered it. */
function noteOf({ low, high }: Range): string {
  const { how } = low;
  if (how.kind !== "default" || high.how.kind !== "default") return "Entered for this plan.";
  return `Our assumption: ${how.note ?? "a usual spread."}`;
}

/** What a replica serves has the range that the serving model earned on measurements. Choices do not vary. */
export function spreadOf({ scenario, hosting }: CostInputs, lever: Lever): Spread | null {
  if (lever.path === "paths.selfHosted.model") {
    if (!hosting) return null;
    const { low, mid, high } = hosting.goodput;
    const note = "10–90% range of the serving estimate on models and accelerators it had not seen.";
    return {
      lever,
      range: "serves",
      low: low.value / mid.value,
      high: high.value / mid.value,
      shape: "logNormal",
      note,
    };
  }
  if (!lever.range) return null;
  const range = scenario.ranges[lever.range];
  const { low, high, shape } = range;
  return { lever, range: lever.range, low: low.value, high: high.value, shape: shape.value, note: noteOf(range) };
}

/** The worth of a request is drawn as well where one is claimed; it moves no cost. */
function worthOf({ scenario }: CostInputs): Spread[] {
  if (scenario.outcome.valueUsdPerRequest.value === 0) return [];
  const { value } = scenario.ranges;
  const { low, high, shape } = value;
  return [
    {
      lever: { path: "outcome.valueUsdPerRequest", label: "Worth of a request" },
      range: "value",
      low: low.value,
      high: high.value,
      shape: shape.value,
      note: noteOf(value),
    },
  ];
}

export const spreadsOf = (inputs: CostInputs): Spread[] => [
  ...levers.flatMap((lever) => spreadOf(inputs, lever) ?? []),
  ...worthOf(inputs),
];

/** What moves costs; the worth of a request does not. */
export const leverOf = ({ range }: Spread): Lever | undefined =>
  levers.find((lever) => (range === "serves" ? lever.path === "paths.selfHosted.model" : lever.range === range));

const pay: readonly Spread["range"][] = ["pay", "wage"];
const prices: readonly Spread["range"][] = ["apiPrice", "acceleratorPrice", "apiTrend", "rentTrend"];

/** Pay goes with pay, and prices with prices, as far as the document says. */
export function togetherOf({ scenario }: CostInputs, spreads: readonly Spread[]): Together[] {
  const placesOf = (ranges: readonly Spread["range"][]) =>
    spreads.flatMap(({ range }, place) => (ranges.includes(range) ? [place] : []));
  const { payTogether, pricesTogether } = scenario.ranges;
  return [
    { places: placesOf(pay), correlation: payTogether.value },
    { places: placesOf(prices), correlation: pricesTogether.value },
  ];
}
