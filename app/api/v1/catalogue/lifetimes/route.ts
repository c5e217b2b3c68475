import { catalogueQuerySchema } from "@/lib/contract/http-catalogue";
import { findLifetimes } from "@/lib/server/catalogue/queries";
import { readQuery } from "@/lib/server/http/body";
import { json } from "@/lib/server/http/json";
import { route } from "@/lib/server/http/route";

export const dynamic = "force-dynamic";

export const GET = route(async ({ request }) => {
  const query = readQuery(request, catalogueQuerySchema);
  return query.ok ? json(await findLifetimes(query.value)) : query;
});
