import { type Scenario, scenarioSchema, type UseCase } from "@/lib/contract/scenario";
import type { Defaults } from "./draft";
import { valueAt, withValueAt } from "./value-at";

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The document for another use case: what still stood at its default moves to the new one, what was changed stays. */
export function withUseCase(document: Scenario, useCase: UseCase, before: Defaults, after: Defaults) {
  const moves = withDefaultsMoved(withValueAt(document, "workload.useCase", useCase), before, after);
  return moves.moved === 0 ? { document, moved: 0 } : moves;
}

/** Every value that stands at its default of `before` moves to that of `after`; swapped, the same takes it back. */
export function withDefaultsMoved(document: Scenario, before: Defaults, after: Defaults) {
  let next = document;
  let moved = 0;
  for (const [path, { value }] of after) {
    const old = before.get(path);
    if (path === "workload.useCase" || !old || same(old.value, value)) continue;
    if (!same(valueAt(document, path), old.value)) continue;
    next = withValueAt(next, path, value);
    moved += 1;
  }
  const parsed = scenarioSchema.safeParse(next);
  return parsed.success ? { document: parsed.data, moved } : { document, moved: 0 };
}
