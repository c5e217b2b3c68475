import { given } from "../figure";
import { type Candidate, candidateFor, type Subject } from "./candidate";
import type { Refusal } from "./findings";

const larger = [2, 4, 8, 16, 32, 64];

/** Fewest accelerators that hold the model with one request, whatever a machine holds; null where none of these do. */
function fewestThatFit(subject: Subject, from: number): number | null {
  for (const tp of larger) {
    if (tp <= from) continue;
    const how = { kind: "default", label: "Split tried", unit: "accelerator/replica", path: "serving.fewest" } as const;
    const candidate = candidateFor(subject, given(tp, how));
    if (candidate.ok && candidate.value.lack === null) return tp;
  }
  return null;
}

/** The numbers behind a blocker. */
export function refusalOf(subject: Subject, candidate: Candidate, perMachine: number): Refusal {
  const { deployment, memory, contextTokens } = candidate;
  const lack = candidate.lack ?? "memory";
  const { weightsTotalBytes, usableBytes, totalForLoadBytes } = memory.result;
  const tp = deployment.layout.tp.value;
  return {
    lack,
    model: subject.model.name,
    accelerator: subject.accelerator.accelerator.name,
    tp,
    perMachine,
    weightsTotalBytes: weightsTotalBytes.value,
    usableBytes: usableBytes.value,
    neededBytes: totalForLoadBytes.value,
    contextTokens: contextTokens.value,
    fewest: lack === "memory" || lack === "cache" ? fewestThatFit(subject, tp) : null,
  };
}
