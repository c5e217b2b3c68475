import { isDeepStrictEqual } from "node:util";
import type { CreateScenarioBody, PatchScenarioBody, StoredScenario } from "@/lib/contract/http-scenarios";
import type { Scenario } from "@/lib/contract/scenario";
import { createScenario as fromAnswers, templates } from "@/lib/templates";
import { engineContext, today } from "../context";
import { database } from "../database/client";
import { type Answer, answer, type Refusal, refuse } from "../refusal";
import type { DeletedScenarioId, EditableScenarioId, Principal } from "./access";
import { columnsOf } from "./columns";
import { patchDocument, readDocument } from "./document";
import { findScenario } from "./queries";
import { storedScenario } from "./stored";

async function documentToStart(body: CreateScenarioBody): Promise<Answer<Scenario>> {
  if (body.document) return readDocument(body.document);
  const { reference } = await engineContext();
  if (body.start) return answer(fromAnswers({ ...body.start, today: today() }, reference));
  const known = templates(reference, today());
  const template = known.find(({ id }) => id === body.templateId);
  if (template) return answer(template.scenario);
  const ids = known.map(({ id }) => id).join(", ");
  return refuse("INVALID_INPUT", `\`templateId\` is ${JSON.stringify(body.templateId)}: must be one of ${ids}`, {
    path: "templateId",
  });
}

async function insert(document: Scenario, templateId: string | null = null): Promise<StoredScenario> {
  const data = { ...(await columnsOf(document)), templateId };
  return storedScenario(await database().scenario.create({ data }));
}

/** Makes a scenario from a document, a template, or three answers. */
export async function createScenario(_who: Principal, body: CreateScenarioBody): Promise<Answer<StoredScenario>> {
  const document = await documentToStart(body);
  return document.ok ? answer(await insert(document.value, body.templateId ?? null)) : document;
}

const conflict = (asked: number, current: StoredScenario): Refusal =>
  refuse("VERSION_CONFLICT", `version ${asked} was changed in the meantime: the current one is ${current.version}`, {
    extra: { current },
    headers: { etag: `"v${current.version}"` },
  });

function nextDocument(body: PatchScenarioBody, current: Scenario): Answer<Scenario> {
  if (body.document) return readDocument(body.document);
  return body.patch ? patchDocument(current, body.patch) : answer(current);
}

/**
 * Saves a change that was based on `version`; answers once it is committed. One statement compares and writes, so of
 * two that are based on the same version exactly one wins, whichever servers they reach.
 */
export async function patchScenario(
  id: EditableScenarioId,
  version: number,
  body: PatchScenarioBody,
): Promise<Answer<StoredScenario>> {
  const current = await findScenario(id);
  if (!current.ok) return current;
  if (current.value.version !== version) return conflict(version, current.value);
  const next = nextDocument(body, current.value.document);
  if (!next.ok) return next;
  const archived = body.archived ?? current.value.archivedAt !== null;
  const sameShelf = archived === (current.value.archivedAt !== null);
  if (sameShelf && isDeepStrictEqual(next.value, current.value.document)) return current;
  const [saved] = await database().scenario.updateManyAndReturn({
    where: { id, version, deletedAt: null },
    data: {
      ...(await columnsOf(next.value)),
      ...(!sameShelf && { archivedAt: archived ? new Date() : null }),
      version: { increment: 1 },
    },
  });
  if (saved) return answer(storedScenario(saved));
  const winner = await findScenario(id);
  return winner.ok ? conflict(version, winner.value) : winner;
}

/** Hides a scenario; nothing is removed, so it can be brought back. Its shares stop opening meanwhile. */
export async function deleteScenario(id: EditableScenarioId): Promise<void> {
  await database().scenario.updateMany({ where: { id, deletedAt: null }, data: { deletedAt: new Date() } });
}

export async function restoreScenario(id: DeletedScenarioId): Promise<Answer<StoredScenario>> {
  const [row] = await database().scenario.updateManyAndReturn({ where: { id }, data: { deletedAt: null } });
  return row ? answer(storedScenario(row)) : refuse("NOT_FOUND", "the scenario is gone for good");
}

const longestName = 120;

export async function duplicateScenario(id: EditableScenarioId): Promise<Answer<StoredScenario>> {
  const original = await findScenario(id);
  if (!original.ok) return original;
  const { document } = original.value;
  const suffix = " (copy)";
  const name = `${document.name.slice(0, longestName - suffix.length)}${suffix}`;
  return answer(await insert({ ...document, name }));
}
