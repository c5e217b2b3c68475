import { etag, ifMatch } from "@/lib/server/http/etag";
import { json, noContent } from "@/lib/server/http/json";
import { readScenarioPatch } from "@/lib/server/http/merge-patch";
import { route } from "@/lib/server/http/route";
import { editableScenario, localOwner, readableScenario } from "@/lib/server/scenarios/access";
import { deleteScenario, patchScenario } from "@/lib/server/scenarios/commands";
import { findScenario } from "@/lib/server/scenarios/queries";

export const dynamic = "force-dynamic";
type Params = { id: string };

export const GET = route<Params>(async ({ params }) => {
  const id = await readableScenario(localOwner, params.id);
  if (!id.ok) return id;
  const stored = await findScenario(id.value);
  return stored.ok ? json(stored.value, { headers: { etag: etag(stored.value.version) } }) : stored;
});

export const PATCH = route<Params>(async ({ request, params }) => {
  const id = await editableScenario(localOwner, params.id);
  if (!id.ok) return id;
  const version = ifMatch(request);
  if (!version.ok) return version;
  const body = await readScenarioPatch(request);
  if (!body.ok) return body;
  const saved = await patchScenario(id.value, version.value, body.value);
  return saved.ok ? json(saved.value, { headers: { etag: etag(saved.value.version) } }) : saved;
});

export const DELETE = route<Params>(async ({ params }) => {
  const id = await editableScenario(localOwner, params.id);
  if (!id.ok) return id;
  await deleteScenario(id.value);
  return noContent();
});
