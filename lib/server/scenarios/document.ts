import { apply } from "json-merge-patch";
import { migrate } from "@/lib/contract/migrations";
import { type Scenario, scenarioSchema } from "@/lib/contract/scenario";
import { refusalFromZod } from "../http/body";
import { type Answer, answer, type Refusal, under } from "../refusal";

type Json = Record<string, unknown>;

const movedUnder = (prefix: string, refusal: Refusal): Refusal => ({
  ...refusal,
  path: refusal.path === undefined ? prefix : `${prefix}.${refusal.path}`,
  ...(refusal.errors && {
    errors: refusal.errors.map((each) => ({ ...each, path: each.path ? `${prefix}.${each.path}` : prefix })),
  }),
});

/** A document of any released version as today's; everything wrong with it is named by its path in the request. */
export function readDocument(input: Json, prefix = "document"): Answer<Scenario> {
  const migrated = migrate(input);
  if (!migrated.ok) return under(prefix, migrated);
  const parsed = scenarioSchema.safeParse(migrated.value);
  return parsed.success ? answer(parsed.data) : movedUnder(prefix, refusalFromZod(parsed.error, migrated.value));
}

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * In a merge patch null removes a field (RFC 7396), but a scenario's fields are all required and "empty" is null
 * itself. So where a removal would leave a gap, the field is emptied; the schema then says whether it may be empty.
 */
function fillRemoved(target: Json, patch: Json): void {
  const gaps = scenarioSchema.safeParse(target).error?.issues ?? [];
  for (const { path } of gaps) {
    const parent = path.slice(0, -1).reduce<unknown>((at, key) => (isObject(at) ? at[String(key)] : undefined), target);
    const asked = path.reduce<unknown>((at, key) => (isObject(at) ? at[String(key)] : undefined), patch);
    const name = String(path.at(-1));
    if (asked === null && isObject(parent) && !Object.hasOwn(parent, name)) parent[name] = null;
  }
}

export function patchDocument(document: Scenario, patch: Json): Answer<Scenario> {
  const patched = apply(structuredClone(document), patch) as Json;
  fillRemoved(patched, patch);
  return readDocument(patched, "patch");
}
