import type { Scenario } from "@/lib/contract/scenario";
import type { Figure } from "../figure";
import { assumptions } from "../resolve/assumptions";
import type { ScenarioFigures } from "../resolve/document";

/** The share of answers expected good that other modules go by: accuracy's, else that of whatever is judged first. */
export function expectedGoodShare({ criteria }: ScenarioFigures["evaluation"]): Figure<number> {
  const criterion = criteria.find(({ perspective }) => perspective.value === "accuracy") ?? criteria[0];
  return criterion?.expectedShare ?? assumptions.evenOdds;
}

export const mainCriterion = ({ criteria }: Scenario["evaluation"]) =>
  criteria.find(({ perspective }) => perspective === "accuracy") ?? criteria[0];
