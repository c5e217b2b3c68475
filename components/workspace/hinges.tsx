"use client";

import type { ScenarioResult } from "@/lib/contract/result";

const shown = 3;

/** The inputs on which the answer turns; each leads to its field. */
export function Hinges({
  hinges,
  onReveal,
}: {
  hinges: ScenarioResult["verdict"]["hinges"];
  onReveal(path: string): void;
}) {
  if (hinges.length === 0) return null;
  return (
    <section aria-label="What the answer hinges on" className="flex flex-col gap-1 text-sm">
      <h3 className="text-muted text-xs">It hinges on</h3>
      <ul className="flex flex-col gap-1">
        {hinges.slice(0, shown).map(({ path, label, why }) => (
          <li key={label}>
            <button
              type="button"
              className="cursor-pointer text-accent underline underline-offset-2"
              onClick={() => onReveal(path)}
            >
              {label}
            </button>
            : {why}
          </li>
        ))}
      </ul>
    </section>
  );
}
