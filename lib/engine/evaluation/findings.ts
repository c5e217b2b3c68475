import type { Finding } from "@/lib/contract/result";
import type { Scenario } from "@/lib/contract/scenario";
import type { EvaluationResult } from "./compose";

const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`;
/** Below this a good system fails the test too often for the test to be of use. */
const enoughPower = 0.8;

/** Whether the test can tell a good system from a bad one. */
export function evaluationFindings({ evaluation }: Scenario, { plan }: EvaluationResult): Finding[] {
  const chance = plan.chanceGoodPasses.value;
  if (evaluation.expectedPassShare <= evaluation.passShare) {
    return [
      {
        id: "evaluation.barAboveExpected",
        consideration: "evaluation",
        severity: "warning",
        what: "The share right to go live is at or above what you expect to reach.",
        why: `${percent(evaluation.expectedPassShare)} are expected right, and ${percent(evaluation.passShare)} must be shown.`,
        todo: "Lower what must be shown, or improve the system before testing.",
        bars: [],
      },
    ];
  }
  if (chance >= enoughPower) return [];
  return [
    {
      id: "evaluation.tooFewToPass",
      consideration: "evaluation",
      severity: "warning",
      what: "A system as good as you expect may well fail this test.",
      why: `It passes in ${percent(chance)} of such tests, as ${Math.round(plan.itemsThatCount.value)} answers leave a wide interval.`,
      todo: "Ask for a smaller margin of error, which means more answers, or a lower share to go live.",
      bars: [],
    },
  ];
}
