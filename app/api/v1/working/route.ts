import { workingBodySchema } from "@/lib/contract/http-working";
import { documentWorking } from "@/lib/server/estimates";
import { readBody } from "@/lib/server/http/body";
import { json } from "@/lib/server/http/json";
import { route } from "@/lib/server/http/route";

export const dynamic = "force-dynamic";

export const POST = route(async ({ request }) => {
  const body = await readBody(request, workingBodySchema);
  if (!body.ok) return body;
  const { scenario, path, depth } = body.value;
  const node = await documentWorking(scenario, path, depth);
  return node.ok ? json(node.value) : node;
});
