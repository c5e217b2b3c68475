import { createScenarioBodySchema, listScenariosQuerySchema } from "@/lib/contract/http-scenarios";
import { readBody, readQuery } from "@/lib/server/http/body";
import { etag } from "@/lib/server/http/etag";
import { json } from "@/lib/server/http/json";
import { route } from "@/lib/server/http/route";
import { localOwner } from "@/lib/server/scenarios/access";
import { createScenario } from "@/lib/server/scenarios/commands";
import { listScenarios } from "@/lib/server/scenarios/queries";

export const dynamic = "force-dynamic";

export const GET = route(async ({ request }) => {
  const query = readQuery(request, listScenariosQuerySchema);
  return query.ok ? json(await listScenarios(localOwner, query.value)) : query;
});

export const POST = route(async ({ request }) => {
  const body = await readBody(request, createScenarioBodySchema);
  if (!body.ok) return body;
  const created = await createScenario(localOwner, body.value);
  if (!created.ok) return created;
  const { id, version } = created.value;
  return json(created.value, { status: 201, headers: { location: `/api/v1/scenarios/${id}`, etag: etag(version) } });
});
