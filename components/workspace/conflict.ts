import { leavesOf } from "@/lib/contract/field-at";
import type { Scenario } from "@/lib/contract/scenario";
import { valueText } from "../forms/default-text";
import { groupOf } from "../forms/groups";
import { wordsAt } from "../forms/words-at";

export type FieldDifference = { path: string; title: string; mine: string; theirs: string };

const textAt = (values: ReadonlyMap<string, unknown>, path: string): string =>
  values.has(path) ? valueText(path, values.get(path)) : "not asked";

/** Field by field, in what two states of a plan differ. */
export function fieldDifferences(mine: Scenario, theirs: Scenario): FieldDifference[] {
  const [ours, others] = [mine, theirs].map(
    (document) => new Map(leavesOf(document).map(({ path, value }) => [path, value])),
  );
  if (!ours || !others) return [];
  return [...new Set([...ours.keys(), ...others.keys()])]
    .filter((path) => JSON.stringify(ours.get(path)) !== JSON.stringify(others.get(path)))
    .map((path) => ({
      path,
      title: `${wordsAt(path)?.title ?? path} (${groupOf(path)})`,
      mine: textAt(ours, path),
      theirs: textAt(others, path),
    }));
}
