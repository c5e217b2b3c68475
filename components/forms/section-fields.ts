import type { Section } from "@/lib/contract/field";
import { leavesOf } from "@/lib/contract/field-at";
import type { Scenario } from "@/lib/contract/scenario";
import { applies, type CatalogueFacts } from "./applies";
import { groupOf, groupOfPaths } from "./groups";
import { wordsAt } from "./words-at";

export type FieldGroup = { title: string; paths: string[] };
export type SectionFields = { main: FieldGroup[]; more: FieldGroup[]; moreCount: number };

const ownPricePath = "paths.api.ownPrice";

/** Paths of a document's fields in its order; a group that may be absent is a field of its own before its parts. */
export function fieldPaths(document: Scenario): string[] {
  return leavesOf(document).flatMap(({ path }) =>
    path === `${ownPricePath}.inputUsdPerMtoken` ? [ownPricePath, path] : [path],
  );
}

function grouped(paths: readonly string[]): FieldGroup[] {
  const byTitle = new Map<string, string[]>();
  for (const path of paths) byTitle.set(groupOf(path), [...(byTitle.get(groupOf(path)) ?? []), path]);
  const groups = [...byTitle].map(([title, members]) => ({ title, paths: members }));
  return groups.sort((a, b) => Number(b.title === groupOfPaths) - Number(a.title === groupOfPaths));
}

/** Which ways are considered decides what else is asked, so it is never tucked away. */
const isMain = (path: string): boolean => groupOf(path) === groupOfPaths || wordsAt(path)?.prominence === "main";

/** Whether a field is the one at a path, or the list in whose rows it stands. */
export const holds = (field: string, path: string | null | undefined): boolean =>
  path === field || path?.startsWith(`${field}.`) === true;

/**
 * What a section asks of this document: only what changes something, the few that matter most first. `refused`: the
 * field the engine finds fault with, which must be there to be put right.
 */
export function sectionFields(
  section: Section,
  document: Scenario,
  catalogue: CatalogueFacts,
  refused?: string,
): SectionFields {
  const paths = fieldPaths(document).filter(
    (path) => wordsAt(path)?.section === section && (holds(path, refused) || applies(path, document, catalogue)),
  );
  const more = paths.filter((path) => !isMain(path));
  return { main: grouped(paths.filter(isMain)), more: grouped(more), moreCount: more.length };
}
