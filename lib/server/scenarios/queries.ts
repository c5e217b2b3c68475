import type {
  ListScenariosQuery,
  ScenarioList,
  ScenarioResultAnswer,
  StoredScenario,
} from "@/lib/contract/http-scenarios";
import { engineVersion } from "@/lib/engine";
import { database } from "../database/client";
import { scenarioResult } from "../estimates";
import { type Answer, answer, refuse } from "../refusal";
import type { Principal, ReadableScenarioId } from "./access";
import { listColumns, listItem, storedScenario } from "./stored";

const defaultLimit = 50;

const orders = {
  updated: [{ updatedAt: "asc" }, { id: "asc" }],
  "-updated": [{ updatedAt: "desc" }, { id: "desc" }],
  created: [{ createdAt: "asc" }, { id: "asc" }],
  "-created": [{ createdAt: "desc" }, { id: "desc" }],
  name: [{ name: "asc" }, { id: "asc" }],
  "-name": [{ name: "desc" }, { id: "desc" }],
} as const;

const archivedFilter = { false: { archivedAt: null }, true: { archivedAt: { not: null } }, all: {} } as const;

/** Every word must occur in the name, or be one of the tags. */
function matching({ q = "", tag, archived = "false" }: ListScenariosQuery) {
  const words = q.split(/\s+/).filter((word) => word !== "");
  return {
    deletedAt: null,
    ...archivedFilter[archived],
    ...(tag !== undefined && { tags: { has: tag } }),
    AND: words.map((word) => ({
      OR: [{ name: { contains: word, mode: "insensitive" as const } }, { tags: { has: word } }],
    })),
  };
}

async function tagsInUse(): Promise<string[]> {
  const rows = await database().scenario.findMany({ where: { deletedAt: null }, select: { tags: true } });
  return [...new Set(rows.flatMap(({ tags }) => tags))].sort((a, b) => a.localeCompare(b));
}

export async function listScenarios(_who: Principal, query: ListScenariosQuery): Promise<ScenarioList> {
  const { limit = defaultLimit, cursor, sort = "-updated" } = query;
  const where = matching(query);
  const [rows, total, tags] = await Promise.all([
    database().scenario.findMany({
      where,
      select: listColumns,
      orderBy: [...orders[sort]],
      take: limit + 1,
      ...(cursor !== undefined && { cursor: { id: cursor }, skip: 1 }),
    }),
    database().scenario.count({ where }),
    tagsInUse(),
  ]);
  const shown = rows.slice(0, limit);
  return {
    scenarios: shown.map(listItem),
    nextCursor: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
    total,
    tags,
  };
}

export async function findScenario(id: ReadableScenarioId): Promise<Answer<StoredScenario>> {
  const row = await database().scenario.findFirst({ where: { id, deletedAt: null } });
  return row ? answer(storedScenario(row)) : refuse("NOT_FOUND", "the scenario was deleted a moment ago");
}

export async function findScenarioResult(id: ReadableScenarioId): Promise<Answer<ScenarioResultAnswer>> {
  const stored = await findScenario(id);
  if (!stored.ok) return stored;
  const outcome = await scenarioResult(stored.value.document);
  if (!outcome.ok) return outcome;
  return answer({ id, version: stored.value.version, result: outcome.value, engineVersion });
}
