import type { ScenarioResult } from "@/lib/contract/result";

type Standing = ScenarioResult["considerations"][number];

/** What to do first: mend what fails, else find out what moves the answer's cost most; null where all is settled. */
export function mostValuable(considerations: readonly Standing[]): Standing | null {
  const worth = ({ worth: known }: Standing): number => known?.usd ?? 0;
  const dearest = (of: readonly Standing[]): Standing | null =>
    of.reduce<Standing | null>((best, each) => (!best || worth(each) > worth(best) ? each : best), null);
  const failing = considerations.filter(({ state }) => state === "failing");
  return dearest(failing) ?? dearest(considerations.filter(({ state }) => state === "open"));
}
