import type { UncertaintyResult } from "@/lib/contract/result";
import { type PathId, pathIds } from "@/lib/contract/scenario";
import type { Unit } from "@/lib/contract/unit";
import { byPath } from "../by-path";
import type { PricedPaths } from "../cost/compose";
import type { CostInputs } from "../cost/inputs";
import { type Figure, type Figured, given, type Origin } from "../figure";
import type { TotalsAt } from "../verdict/moved";
import { changeBy } from "../verdict/words";
import { type Drawn, drawCosts } from "./draws";
import { leverOf, type Spread, spreadsOf } from "./spreads";

export type Uncertainty = Figured<UncertaintyResult>;

/** Enough for tenths that no longer move in what is shown, few enough to draw while a person types. */
const usualDraws = 10_000;
const seed = 1;

/** How it came about, in words: thousands of draws do not fit into a tree of steps. */
function drawn(label: string, unit: Unit, path: string, spreads: readonly Spread[], draws: number): Origin {
  const inputs = spreads
    .filter(({ low, high }) => low !== 1 || high !== 1)
    .map(({ lever, low, high }) => `${lever.label} ${changeBy(low)} to ${changeBy(high)}`)
    .join("; ");
  return {
    kind: "drawn",
    label,
    unit,
    path: `uncertainty.${path}`,
    note: `${draws.toLocaleString("en-US")} draws by Latin hypercube, seed ${seed}. In 8 of 10: ${inputs}.`,
  };
}

/** Null where nothing is priced. Paths that are barred do not compete for the lowest cost. */
export function composeUncertainty(
  inputs: CostInputs,
  paths: PricedPaths,
  totalsAt: TotalsAt,
  barred: ReadonlySet<PathId>,
  draws = usualDraws,
): Uncertainty | undefined {
  const priced = pathIds.filter((id) => paths[id]);
  if (priced.length === 0) return undefined;
  const spreads = spreadsOf(inputs);
  const judged = (id: PathId) => !barred.has(id);
  const { cumulativeUsd, cheapestShare, worth } = drawCosts(inputs, paths, spreads, judged, { draws, seed });
  const usd = drawn("Cost so far, over the draws", "USD", "cumulativeUsd", spreads, draws);
  const share = drawn("Share of the draws in which it costs least", "share", "cheapestShare", spreads, draws);
  const figures = (values: readonly number[], how: Origin): Figure<number>[] =>
    values.map((value) => given(value, how));
  return {
    draws: plain(draws, "Draws", "1", "draws"),
    seed: plain(seed, "Seed", "1", "seed"),
    inputs: spreads.map(({ lever, low, high, shape, note }) => ({
      path: lever.path,
      label: lever.label,
      shape,
      low: plain(low, `${lever.label}: lower tenth`, "1", `inputs.${lever.path}`, note),
      high: plain(high, `${lever.label}: upper tenth`, "1", `inputs.${lever.path}`, note),
      note,
    })),
    cumulativeUsd: byPath((id) => {
      const bands = cumulativeUsd[id];
      return bands
        ? { p10: figures(bands.p10, usd), p50: figures(bands.p50, usd), p90: figures(bands.p90, usd) }
        : null;
    }),
    cheapestShare: byPath((id) => {
      const values = cheapestShare[id];
      return values ? figures(values, share) : null;
    }),
    tornado: tornadoOf(totalsAt, spreads),
    worth: worthFigures(worth, spreads, draws),
  };
}

/** Null where nothing is claimed. */
function worthFigures(worth: Drawn["worth"], spreads: readonly Spread[], draws: number): Uncertainty["worth"] {
  if (Object.keys(worth).length === 0) return null;
  const usd = drawn("Present value of benefit less cost, over the draws", "USD", "worth", spreads, draws);
  const share = drawn("Share of the draws in which it brings more than it costs", "share", "worth", spreads, draws);
  return byPath((id) => {
    const values = worth[id];
    if (!values) return null;
    const { p10, p50, p90, chancePositive } = values;
    return {
      p10: given(p10, usd),
      p50: given(p50, usd),
      p90: given(p90, usd),
      chancePositive: given(chancePositive, share),
    };
  });
}

const plain = (value: number, label: string, unit: Unit, path: string, note?: string): Figure<number> =>
  given(value, { kind: "default", label, unit, path: `uncertainty.${path}`, ...(note !== undefined && { note }) });

function tornadoOf(totalsAt: TotalsAt, spreads: readonly Spread[]): Uncertainty["tornado"] {
  const bars = spreads.flatMap((spread) => {
    const { low, high } = spread;
    const lever = leverOf(spread);
    if (!lever) return [];
    const [atLow, atHigh] = [totalsAt(lever, low), totalsAt(lever, high)];
    const of = (totals: typeof atLow, id: PathId) => totals.find((total) => total.id === id)?.usd;
    const how = (end: string): Origin => ({
      kind: "drawn",
      label: `Total with ${lever.label.toLowerCase()} at its ${end} tenth`,
      unit: "USD",
      path: "uncertainty.tornado",
      note: `${changeBy(end === "lower" ? low : high)}, everything else as planned.`,
    });
    const totalUsd = byPath((id) => {
      const [lowUsd, highUsd] = [of(atLow, id), of(atHigh, id)];
      if (lowUsd === undefined || highUsd === undefined) return null;
      return { low: given(lowUsd, how("lower")), high: given(highUsd, how("upper")) };
    });
    return [{ path: lever.path, label: lever.label, totalUsd }];
  });
  const width = (bar: (typeof bars)[number]): number =>
    Math.max(
      ...pathIds.map((id) => Math.abs((bar.totalUsd[id]?.high.value ?? 0) - (bar.totalUsd[id]?.low.value ?? 0))),
    );
  return bars.toSorted((a, b) => width(b) - width(a));
}
