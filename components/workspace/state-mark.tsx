import type { ScenarioResult } from "@/lib/contract/result";

export type ConsiderationState = ScenarioResult["considerations"][number];

export const stateWords: Record<ConsiderationState["state"], string> = {
  settled: "Settled",
  open: "Needs an answer",
  failing: "Fails",
};

const shapes: Record<ConsiderationState["state"], { d: string; tone: string }> = {
  settled: { d: "M3 8.5 6.5 12 13 4.5", tone: "text-good" },
  open: { d: "M8 3a5 5 0 1 0 .001 0Z", tone: "text-muted" },
  failing: { d: "M4 4l8 8M12 4l-8 8", tone: "text-danger" },
};

/** A shape of its own for every state, so that colour is never the only sign. */
export function StateMark({ state }: { state: ConsiderationState["state"] }) {
  const { d, tone } = shapes[state];
  return (
    <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" className={`shrink-0 ${tone}`}>
      <path d={d} fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
