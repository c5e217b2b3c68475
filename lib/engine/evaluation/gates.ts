import type { EvaluationDecision, Finding } from "@/lib/contract/result";
import type { PathId, Scenario } from "@/lib/contract/scenario";

type Gate = EvaluationDecision["gates"][number];

const automated: readonly PathId[] = ["api", "selfHosted", "hybrid"];

/** Latency and cost are criteria too, but nobody judges them: they come out of the plan's own estimates. */
export function gatesOf(
  { paths, requirements }: Scenario,
  findings: readonly Finding[],
  costed: (path: PathId) => boolean,
): Gate[] {
  return automated
    .filter((path) => paths[path].enabled)
    .flatMap((path) => {
      const failing = (consideration: Finding["consideration"]) =>
        findings.find((each) => each.consideration === consideration && each.bars.includes(path));
      const late = failing("latency");
      const dear = failing("cost");
      const unknown =
        !costed(path) || (path !== "selfHosted" && findings.some(({ id }) => id === "latency.apiUnknown"));
      const latency: Gate = {
        criterion: "latency",
        path,
        state: late ? "failed" : unknown ? "unknown" : "passed",
        why: late?.why ?? (unknown ? "Not measured, or nothing could be sized." : "Both targets are met at the peak."),
      };
      const budget = requirements.budgetUsdPerMonth;
      const cost: Gate = {
        criterion: "cost",
        path,
        state: dear ? "failed" : budget === null || !costed(path) ? "unknown" : "passed",
        why: dear?.why ?? (budget === null ? "No budget is set." : "Every month is within the budget."),
      };
      return [latency, cost];
    });
}
