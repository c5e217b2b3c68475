import { defaultsQuerySchema } from "@/lib/contract/http-catalogue";
import { findDefaults } from "@/lib/server/catalogue/queries";
import { readQuery } from "@/lib/server/http/body";
import { json } from "@/lib/server/http/json";
import { route } from "@/lib/server/http/route";

export const dynamic = "force-dynamic";

export const GET = route(async ({ request }) => {
  const query = readQuery(request, defaultsQuerySchema);
  return query.ok ? json(await findDefaults(query.value.useCase)) : query;
});
