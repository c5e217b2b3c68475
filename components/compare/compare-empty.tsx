"use client";

import type { Selection } from "./compare-view";
import { ScenarioPicker } from "./scenario-picker";

/** Before there are two. */
export function CompareEmpty({ selection: { ids, setIds } }: { selection: Selection }) {
  return (
    <section aria-label="Choose scenarios" className="flex max-w-xl flex-col gap-3">
      <p className="text-muted">
        {ids.length === 1 ? "One is chosen: tick at least one more." : "Tick two to six scenarios to put side by side."}
      </p>
      <ScenarioPicker ids={ids} onChange={(next) => void setIds(next)} />
    </section>
  );
}
