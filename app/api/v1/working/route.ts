import { workingBodySchema } from "@/lib/contract/http-working";
import { documentWorking } from "@/lib/server/estimates";
import { readBody } from "@/lib/server/http/body";
import { json } from "@/lib/server/http/json";
import { route } from "@/lib/server/http/route";
import { readDocument } from "@/lib/server/scenarios/document";

export const dynamic = "force-dynamic";

export const POST = route(async ({ request }) => {
  const body = await readBody(request, workingBodySchema);
  if (!body.ok) return body;
  const document = readDocument(body.value.scenario, "scenario");
  if (!document.ok) return document;
  const node = await documentWorking(document.value, body.value.path, body.value.depth, body.value.once);
  return node.ok ? json(node.value) : node;
});
