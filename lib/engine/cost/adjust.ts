import { derive, type Figure, formula } from "../figure";
import type { ScenarioFigures } from "../resolve/document";
import { monthsSinceLaunch } from "../traffic/months";
import { monthsPerYear } from "../units";
import { type PlanLine, planLine } from "./line";

/** Pay that rises, and tax on what is bought: the same for a line wherever it stands. */

export const risenUsd = formula(
  {
    id: "cost.risenUsd",
    title: "After pay rises",
    unit: "USD/month",
    reads: "amount at today's pay × (1 + rise a year)^(months since launch ÷ 12)",
    source: "definition",
    example: { of: "100 USD, 3 % a year, after a year", given: { usd: 100, risePerYear: 0.03, month: 12 }, gives: 103 },
  },
  ({ usd, risePerYear, month }: { usd: number; risePerYear: number; month: number }) =>
    usd * (1 + risePerYear) ** (month / monthsPerYear),
);

export const taxedUsd = formula(
  {
    id: "cost.taxedUsd",
    title: "With tax on purchases",
    unit: "USD/month",
    reads: "amount × (1 + tax that cannot be reclaimed)",
    source: "definition",
    example: { of: "100 USD at 19 %", given: { usd: 100, taxShare: 0.19 }, gives: 119 },
  },
  ({ usd, taxShare }: { usd: number; taxShare: number }) => usd * (1 + taxShare),
);

/** Work of people, own or bought in. */
const paid =
  /^(build|staff|incidents|labelling|dataUpkeep|launchTest|releaseTests|people|escalations|review|monitoring|corrections|migrations|attackTesting|upkeep|regressionTests)/;
/** What is bought or rented. The sale of machines and what is left of them are not purchases. */
const bought =
  /^(api|rent|purchase|support|power|colocation|software|egress|router|storage|logs|weightsStorage|fineTuning|preparation|scrubbing|guard|audits|goodsForUpkeep|correctionRuns|canary)/;

export function adjusted({ economics }: ScenarioFigures, lines: readonly PlanLine[]): PlanLine[] {
  const { inflationPerYear: risePerYear, purchaseTaxShare: taxShare } = economics;
  const rises = risePerYear.value !== 0;
  const taxed = taxShare.value !== 0;
  if (!rises && !taxed) return [...lines];
  return lines.map((each) => {
    const { line, growsWith, totalAt, people } = each;
    const { id, label, kind, consideration } = line;
    const change = (to: (usd: Figure<number>, month: number) => Figure<number>): PlanLine => ({
      ...planLine(
        { id, label, kind, consideration },
        growsWith,
        line.monthlyUsd.map((usd, month) => (usd.value === 0 ? usd : to(usd, month))),
      ),
      ...(people && { people }),
    });
    if (rises && paid.test(id)) {
      return change((usd, month) => derive(risenUsd, { usd, risePerYear, month: monthsSinceLaunch(month) }));
    }
    if (!taxed || !bought.test(id)) return each;
    const withTax = change((usd) => derive(taxedUsd, { usd, taxShare }));
    return totalAt ? { ...withTax, totalAt: (multiple) => totalAt(multiple) * (1 + taxShare.value) } : withTax;
  });
}
