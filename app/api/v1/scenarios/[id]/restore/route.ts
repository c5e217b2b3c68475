import { etag } from "@/lib/server/http/etag";
import { json } from "@/lib/server/http/json";
import { route } from "@/lib/server/http/route";
import { deletedScenario, localOwner } from "@/lib/server/scenarios/access";
import { restoreScenario } from "@/lib/server/scenarios/commands";

export const dynamic = "force-dynamic";

export const POST = route<{ id: string }>(async ({ params }) => {
  const id = await deletedScenario(localOwner, params.id);
  if (!id.ok) return id;
  const restored = await restoreScenario(id.value);
  return restored.ok ? json(restored.value, { headers: { etag: etag(restored.value.version) } }) : restored;
});
