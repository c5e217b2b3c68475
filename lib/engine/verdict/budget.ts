import type { Finding } from "@/lib/contract/result";
import { pathIds, type Scenario } from "@/lib/contract/scenario";
import type { PricedPaths } from "../cost/compose";
import { dearestMonthUsd, isOverBudget } from "./choose";
import { dollars, pathNames } from "./words";

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A path whose running cost exceeds the budget in any month does not qualify. */
export function budgetFindings({ requirements }: Scenario, paths: PricedPaths): Finding[] {
  const budget = requirements.budgetUsdPerMonth;
  return pathIds.flatMap((id) => {
    const plan = paths[id]?.plan;
    if (budget === null || !plan || !isOverBudget(plan, budget)) return [];
    const finding: Finding = {
      id: `cost.budget.${id}`,
      consideration: "cost",
      severity: "blocker",
      what: `${upperFirst(pathNames[id])} costs more than the budget.`,
      why: `Its dearest month costs ${dollars(dearestMonthUsd(plan))}; the budget is ${dollars(budget)} a month.`,
      todo: "Raise the budget, or lower what the path costs.",
      bars: [id],
    };
    return [finding];
  });
}
