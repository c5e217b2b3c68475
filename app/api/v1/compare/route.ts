import { compareQuerySchema } from "@/lib/contract/http-compare";
import { compareScenarios } from "@/lib/server/compare/queries";
import { readQuery } from "@/lib/server/http/body";
import { json } from "@/lib/server/http/json";
import { route } from "@/lib/server/http/route";
import { localOwner, type ReadableScenarioId, readableScenario } from "@/lib/server/scenarios/access";

export const dynamic = "force-dynamic";

export const GET = route(async ({ request }) => {
  const query = readQuery(request, compareQuerySchema);
  if (!query.ok) return query;
  const ids: ReadableScenarioId[] = [];
  for (const asked of query.value.ids) {
    const id = await readableScenario(localOwner, asked);
    if (!id.ok) return { ...id, path: "ids" };
    ids.push(id.value);
  }
  const comparison = await compareScenarios(ids);
  return comparison.ok ? json(comparison.value) : comparison;
});
