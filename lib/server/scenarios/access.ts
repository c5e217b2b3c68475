import { database } from "../database/client";
import { type Answer, answer, type Refusal, refuse } from "../refusal";

/**
 * Who may do what. Only the functions here make these ids, and queries and commands accept nothing weaker, so a check
 * that was forgotten does not compile. Locally there is one owner, who may do everything; accounts come in here.
 */
declare const readable: unique symbol;
declare const editable: unique symbol;
declare const deleted: unique symbol;
declare const revocable: unique symbol;

export type ReadableScenarioId = string & { readonly [readable]: "scenario" };
export type EditableScenarioId = ReadableScenarioId & { readonly [editable]: "scenario" };
export type DeletedScenarioId = string & { readonly [deleted]: "scenario" };
export type EditableShareId = string & { readonly [revocable]: "share" };

/** Who asks. */
export type Principal = { kind: "localOwner"; name: string };
export const localOwner: Principal = { kind: "localOwner", name: "You" };

const unknownScenario = (id: string): Refusal =>
  refuse("NOT_FOUND", `no scenario has the id ${JSON.stringify(id.slice(0, 60))}; it may have been deleted`);

/** Anything else is no id of ours, and may hold what a database refuses to look for. */
const looksLikeId = (id: string): boolean => /^[\w-]{1,64}$/.test(id);

async function scenarioId(id: string, isDeleted: boolean): Promise<string | undefined> {
  if (!looksLikeId(id)) return undefined;
  const found = await database().scenario.findFirst({
    where: { id, deletedAt: isDeleted ? { not: null } : null },
    select: { id: true },
  });
  return found?.id;
}

export async function editableScenario(_who: Principal, id: string): Promise<Answer<EditableScenarioId>> {
  const found = await scenarioId(id, false);
  return found === undefined ? unknownScenario(id) : answer(found as EditableScenarioId);
}

export const readableScenario = (who: Principal, id: string): Promise<Answer<ReadableScenarioId>> =>
  editableScenario(who, id);

export async function deletedScenario(_who: Principal, id: string): Promise<Answer<DeletedScenarioId>> {
  const found = await scenarioId(id, true);
  return found === undefined
    ? refuse("NOT_FOUND", `no deleted scenario has the id ${JSON.stringify(id.slice(0, 60))}`)
    : answer(found as DeletedScenarioId);
}

export async function editableShare(_who: Principal, id: string): Promise<Answer<EditableShareId>> {
  const found = looksLikeId(id) ? await database().share.findUnique({ where: { id }, select: { id: true } }) : null;
  return found === null
    ? refuse("NOT_FOUND", `no share has the id ${JSON.stringify(id.slice(0, 60))}`)
    : answer(found.id as EditableShareId);
}
