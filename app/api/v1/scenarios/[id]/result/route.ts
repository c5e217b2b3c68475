import { json } from "@/lib/server/http/json";
import { route } from "@/lib/server/http/route";
import { localOwner, readableScenario } from "@/lib/server/scenarios/access";
import { findScenarioResult } from "@/lib/server/scenarios/queries";

export const dynamic = "force-dynamic";

export const GET = route<{ id: string }>(async ({ params }) => {
  const id = await readableScenario(localOwner, params.id);
  if (!id.ok) return id;
  const result = await findScenarioResult(id.value);
  return result.ok ? json(result.value) : result;
});
