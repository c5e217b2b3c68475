import type { PathId } from "@/lib/contract/scenario";
import type { CostInputs } from "../cost/inputs";
import { monthlyRate, monthsPerYear } from "../units";
import type { Factors } from "./factors";
import { quantilesOf } from "./quantiles";

export type Worth = { p10: number; p50: number; p90: number; chancePositive: number };

const shares = [0.1, 0.5, 0.9];

/** Present value of what requests bring less what a path costs, in each draw; null where nothing is claimed. */
export function worthOf(inputs: CostInputs, { of }: Factors, drawn: readonly { id: PathId }[], draws: number) {
  const { scenario, traffic } = inputs;
  const usdPerRequest = scenario.outcome.valueUsdPerRequest.value;
  if (usdPerRequest === 0) return null;
  const rate = monthlyRate(scenario.economics.discountRatePerYear.value);
  const [volume, growth, value] = [of("requestsPerDay"), of("growth"), of("value")];
  const benefit = Float64Array.from({ length: draws }, (_, draw) => (volume?.[draw] ?? 1) * (value?.[draw] ?? 1));
  const step = growth?.map((factor) => factor ** (1 / monthsPerYear)) ?? null;
  const spent = new Float64Array(draws);
  const worth = drawn.map(() => new Float64Array(draws));
  return {
    before: (_: number, soFar: Float64Array) => spent.set(soFar),
    after: (index: number, soFar: Float64Array, month: number) => {
      const usd = (traffic.monthly[month]?.requests.value ?? 0) * usdPerRequest;
      const discount = (1 + rate) ** -month;
      const sum = worth[index] as Float64Array;
      for (let draw = 0; draw < draws; draw += 1) {
        const cost = (soFar[draw] as number) - (spent[draw] as number);
        sum[draw] = (sum[draw] as number) + discount * (usd * (benefit[draw] as number) - cost);
      }
    },
    grow: () => {
      if (!step) return;
      for (let draw = 0; draw < draws; draw += 1) benefit[draw] = (benefit[draw] as number) * (step[draw] as number);
    },
    result: (): Partial<Record<PathId, Worth>> =>
      Object.fromEntries(
        drawn.map(({ id }, index) => {
          const values = worth[index] as Float64Array;
          const [p10 = 0, p50 = 0, p90 = 0] = quantilesOf(values, shares);
          let positive = 0;
          for (const usd of values) if (usd > 0) positive += 1;
          return [id, { p10, p50, p90, chancePositive: positive / draws }];
        }),
      ),
  };
}
