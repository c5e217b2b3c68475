import type { Finding } from "@/lib/contract/result";
import type { Scenario } from "@/lib/contract/scenario";
import type { PricedPaths } from "../cost/compose";
import { dearestMonthUsd, pathsOverBudget } from "./choose";
import { dollars, pathNames } from "./words";

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A path whose running cost exceeds the budget in any month does not qualify. */
export function budgetFindings({ requirements }: Scenario, paths: PricedPaths): Finding[] {
  const budget = requirements.budgetUsdPerMonth;
  return pathsOverBudget(paths, budget).map(({ id, path }) => ({
    id: `cost.budget.${id}`,
    consideration: "cost",
    severity: "blocker",
    what: `${upperFirst(pathNames[id])} costs more than the budget.`,
    why: `Its dearest month costs ${dollars(dearestMonthUsd(path))}; the budget is ${dollars(budget ?? 0)} a month.`,
    todo: "Raise the budget, or lower what the path costs.",
    bars: [id],
  }));
}
