import { accuracyQuerySchema } from "@/lib/contract/accuracy";
import { findAccuracy } from "@/lib/server/accuracy/queries";
import { readQuery } from "@/lib/server/http/body";
import { json } from "@/lib/server/http/json";
import { route } from "@/lib/server/http/route";

export const dynamic = "force-dynamic";

export const GET = route(async ({ request }) => {
  const query = readQuery(request, accuracyQuerySchema);
  return query.ok ? json(findAccuracy(query.value)) : query;
});
