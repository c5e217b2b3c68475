import { type PatchScenarioBody, patchScenarioBodySchema } from "@/lib/contract/http-scenarios";
import { type Answer, answer, refuse } from "../refusal";
import { check, mediaType, readJson } from "./body";

const mergePatch = "application/merge-patch+json";

/** The body of a PATCH: our own envelope, or, under its registered content type, a bare merge patch of the document. */
export async function readScenarioPatch(request: Request): Promise<Answer<PatchScenarioBody>> {
  const body = await readJson(request, ["application/json", mergePatch]);
  if (!body.ok) return body;
  if (mediaType(request) !== mergePatch) return check(patchScenarioBodySchema, body.value);
  if (typeof body.value !== "object" || body.value === null || Array.isArray(body.value)) {
    return refuse("INVALID_INPUT", "a merge patch of a scenario must be a JSON object");
  }
  return answer({ patch: body.value as Record<string, unknown> });
}
