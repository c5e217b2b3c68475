import { etag } from "@/lib/server/http/etag";
import { json } from "@/lib/server/http/json";
import { route } from "@/lib/server/http/route";
import { editableScenario, localOwner } from "@/lib/server/scenarios/access";
import { duplicateScenario } from "@/lib/server/scenarios/commands";

export const dynamic = "force-dynamic";

export const POST = route<{ id: string }>(async ({ params }) => {
  const id = await editableScenario(localOwner, params.id);
  if (!id.ok) return id;
  const copy = await duplicateScenario(id.value);
  if (!copy.ok) return copy;
  const headers = { location: `/api/v1/scenarios/${copy.value.id}`, etag: etag(copy.value.version) };
  return json(copy.value, { status: 201, headers });
});
