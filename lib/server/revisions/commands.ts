import type { CreateRevisionBody, Revision } from "@/lib/contract/http-shares";
import { values } from "@/lib/engine";
import { database } from "../database/client";
import { figuredResult } from "../estimates";
import { type Answer, answer } from "../refusal";
import type { EditableScenarioId } from "../scenarios/access";
import { findScenario } from "../scenarios/queries";
import { packWorking, pinWorking } from "./pinned-working";
import { revisionColumns, revisionOf } from "./queries";

/**
 * Copies a scenario as it now stands, with its result, the working of every figure and the versions of all that went
 * in. Nothing changes a revision later, so a share of it shows the same numbers for as long as it exists.
 */
export async function createRevision(
  scenarioId: EditableScenarioId,
  { label }: CreateRevisionBody,
): Promise<Answer<Revision>> {
  const stored = await findScenario(scenarioId);
  if (!stored.ok) return stored;
  const { document, version } = stored.value;
  const outcome = await figuredResult(document);
  if (!outcome.ok) return outcome;
  const result = values(outcome.value);
  const working = await packWorking(pinWorking(outcome.value));
  const { engineVersion, calibrationVersion, catalogueVersion } = result.basis;
  const row = await database().$transaction(async (transaction) => {
    // Numbers count up without a gap, so two that are made at once take turns.
    await transaction.$queryRaw`SELECT id FROM scenario WHERE id = ${scenarioId} FOR UPDATE`;
    const last = await transaction.revision.aggregate({ where: { scenarioId }, _max: { number: true } });
    return transaction.revision.create({
      data: {
        scenarioId,
        number: (last._max.number ?? 0) + 1,
        label: label ?? null,
        scenarioVersion: version,
        document,
        result,
        working,
        engineVersion,
        calibrationVersion,
        catalogueVersion,
      },
      select: revisionColumns,
    });
  });
  return answer(revisionOf(row));
}
