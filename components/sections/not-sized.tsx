import type { ScenarioResult } from "@/lib/contract/result";
import { FindingList } from "../figures/finding";
import { Notice } from "../ui/notice";

/** Stands where figures would, when the self-hosted model cannot be sized: says why and what to do. */
export function NotSized({ result, what }: { result: ScenarioResult; what: string }) {
  const why = result.findings.filter(({ severity, bars }) => severity === "blocker" && bars.includes("selfHosted"));
  return (
    <Notice tone="warning" title={`${what} cannot be given for this choice of model and hardware`}>
      <FindingList findings={why} empty="Choose another model, number format or accelerator." />
    </Notice>
  );
}
